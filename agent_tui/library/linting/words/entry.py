"""One rule's words."""

from __future__ import annotations

from dataclasses import dataclass

from agent_tui.library.linting.remark import Level


@dataclass(frozen=True, slots=True)
class Entry:
    """What a rule's remark weighs and says; {found} are the words in question."""

    level: Level
    en: str
    ar: str


def error(en: str, ar: str) -> Entry:
    """A rule that must be kept before a customer hears the words."""
    return Entry(Level.ERROR, en, ar)


def warning(en: str, ar: str) -> Entry:
    """A rule somebody weighs."""
    return Entry(Level.WARNING, en, ar)
