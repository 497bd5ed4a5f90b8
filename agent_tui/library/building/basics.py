"""The small parts: texts, sums, sets, dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from agent_tui.core.language import Language, Text
from agent_tui.core.money import Money

Data: TypeAlias = Mapping[str, Any]
Member = TypeVar("Member", bound=StrEnum)


def text(data: Data | None) -> Text:
    """A text in its languages."""
    return {language: data[language.value] for language in Language if data and language.value in data}


def names(data: Data | None) -> Mapping[Language, tuple[str, ...]]:
    """Other names in each language."""
    return {language: tuple(data[language.value]) for language in Language if data and language.value in data}


def chosen(kind: type[Member], values: Iterable[str] | None) -> frozenset[Member]:
    """A set out of a closed list."""
    return frozenset(kind(value) for value in values or ())


def money(data: Data | None) -> Money | None:
    """A sum, where there is one."""
    return Money.parse(data["amount"], data["currency"]) if data else None


def day(value: str | None) -> date | None:
    """A date, where there is one."""
    return date.fromisoformat(value) if value else None
