"""Sums of money, kept as decimals and never as floating point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from agent_tui.core.figures import plain

_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217 code)."""

    amount: Decimal
    currency: str

    @classmethod
    def parse(cls, amount: str, currency: str) -> Money:
        """Read a plain decimal string such as "200" or "49.95"; ValueError for anything else."""
        if _AMOUNT.fullmatch(amount) is None:
            raise ValueError(f"not an amount: {amount!r}")
        return cls(Decimal(amount), currency)

    def within(self, limit: Money) -> bool:
        """Whether this sum may be given under a limit; another currency never is."""
        return self.currency == limit.currency and self.amount <= limit.amount

    def lower(self, other: Money) -> Money:
        """The smaller of two limits; ValueError where the currencies differ."""
        if self.currency != other.currency:
            raise ValueError(f"limits in {self.currency} and {other.currency} cannot be compared")
        return self if self.amount <= other.amount else other

    def __str__(self) -> str:
        return f"{plain(self.amount)} {self.currency}"
