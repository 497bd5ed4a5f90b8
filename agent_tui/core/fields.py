"""What is typed into a field, brought to the one form it is kept in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from agent_tui.core.figures import ascii_digits, decimal, plain
from agent_tui.core.money import Money
from agent_tui.core.script import Field, FieldType

ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")
_MARKS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_PHONE = re.compile(r"\+?\d{7,15}")
_YES = {"true", "yes", "y", "1", "نعم", "ن"}
_NO = {"false", "no", "n", "0", "لا", "ل"}


class FieldError(Exception):
    """Something typed that is not of its field's form; `code` is the field's type, `pattern`, `choice` or `empty`."""

    def __init__(self, field: Field, code: str, typed: str) -> None:
        super().__init__(f"{field.id}: {code}: {typed!r}")
        self.field, self.code, self.typed = field, code, typed


def parse(field: Field, typed: str) -> str:
    """The kept form of what was typed: digits 0-9, dates ISO 8601, booleans "true" or "false".

    FieldError where it is not of the field's type, pattern or choices.
    """
    text = " ".join(typed.translate(_MARKS).split())
    if not text:
        raise FieldError(field, "empty", typed)
    if field.type is not FieldType.TEXT or field.pattern:
        text = ascii_digits(text)
    try:
        value = _READERS[field.type](field, text)
    except ValueError:
        raise FieldError(field, field.type.value, typed) from None
    if field.pattern and not _compiled(field.pattern).fullmatch(value):
        raise FieldError(field, "pattern", typed)
    return value


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _text(_field: Field, text: str) -> str:
    return text


def _number(_field: Field, text: str) -> str:
    return plain(decimal(text))


def _money(field: Field, text: str) -> str:
    return plain(Money.parse(plain(decimal(text)), field.currency or "").amount)


def _date(_field: Field, text: str) -> str:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = match[1] or match[6], match[2] or match[5], match[3] or match[4]
    return date(int(year), int(month), int(day)).isoformat()


def _phone(_field: Field, text: str) -> str:
    number = re.sub(r"[\s().-]", "", text)
    if number.startswith("00"):
        number = f"+{number[2:]}"
    if _PHONE.fullmatch(number) is None:
        raise ValueError(text)
    return number


def _choice(field: Field, text: str) -> str:
    def folded(words: str) -> str:
        return " ".join(ascii_digits(words.translate(_MARKS)).split()).casefold()

    if field.choice(text) is not None:  # what is kept is an id, and stays that id
        return text
    wanted = folded(text)
    for choice in field.choices:
        if wanted == folded(choice.id):
            return choice.id
    for choice in field.choices:
        if wanted in map(folded, choice.label.values()):
            return choice.id
    raise ValueError(text)


def _bool(_field: Field, text: str) -> str:
    word = text.casefold()
    if word in _YES:
        return "true"
    if word in _NO:
        return "false"
    raise ValueError(text)


_READERS: dict[FieldType, Callable[[Field, str], str]] = {
    FieldType.TEXT: _text,
    FieldType.NUMBER: _number,
    FieldType.MONEY: _money,
    FieldType.DATE: _date,
    FieldType.PHONE: _phone,
    FieldType.CHOICE: _choice,
    FieldType.BOOL: _bool,
}
