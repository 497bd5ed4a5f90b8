"""Figures as people type them, in any digits and with thousands separators, brought to plain decimals."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_SEPARATORS = {"٫": ".", "٬": ",", "−": "-"}
_DECIMAL = re.compile(r"[+-]?(?:(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]*)?|\.[0-9]+)")


def ascii_digits(text: str) -> str:
    """The text with every decimal digit as 0-9, and the Arabic separators as point and comma."""
    return "".join(_SEPARATORS.get(one) or str(unicodedata.decimal(one, one)) for one in text)


def decimal(text: str) -> Decimal:
    """The number a text stands for; ValueError where a comma does not stand between thousands."""
    if _DECIMAL.fullmatch(text) is None:
        raise ValueError(f"not a number: {text!r}")
    return Decimal(text.replace(",", ""))


def plain(number: Decimal) -> str:
    """A number in plain figures: no exponent, and no minus before nothing."""
    return format(number.copy_abs() if number == 0 else number, "f")
