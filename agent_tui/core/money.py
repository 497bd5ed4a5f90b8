"""Sums of money, kept as decimals and never as floating point."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217 code)."""

    amount: Decimal
    currency: str

    @classmethod
    def parse(cls, amount: str, currency: str) -> Money:
        """Read a plain decimal string such as "200" or "49.95"; ValueError for anything else."""
        try:
            value = Decimal(amount)
        except InvalidOperation:
            raise ValueError(f"not an amount: {amount!r}") from None
        if not value.is_finite() or value < 0 or "e" in amount.lower():
            raise ValueError(f"not an amount: {amount!r}")
        return cls(value, currency)

    def within(self, limit: Money) -> bool:
        """Whether this sum may be given under a limit; another currency never is."""
        return self.currency == limit.currency and self.amount <= limit.amount

    def lower(self, other: Money) -> Money:
        """The smaller of two limits; ValueError where the currencies differ."""
        if self.currency != other.currency:
            raise ValueError(f"limits in {self.currency} and {other.currency} cannot be compared")
        return self if self.amount <= other.amount else other

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
