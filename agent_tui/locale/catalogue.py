"""The catalogue in use: one interface language at a time, changed while the program runs."""

from __future__ import annotations

import gettext as gnu
from functools import cache
from pathlib import Path

from agent_tui.core.language import Language

DOMAIN = "agent_tui"
FOLDER = Path(__file__).parent


class _Interface:
    language = Language.ENGLISH


@cache
def _catalogue(language: Language) -> gnu.NullTranslations:
    return gnu.translation(DOMAIN, FOLDER, [language.value], fallback=language is Language.ENGLISH)


def use(language: Language) -> None:
    """Speak this language from now on."""
    _Interface.language = language


def current() -> Language:
    """The language spoken now."""
    return _Interface.language


def _(message: str) -> str:
    """The message in the language spoken now."""
    return _catalogue(_Interface.language).gettext(message)


def in_words(message: str, language: Language | None = None) -> str:
    """The message in this language, whatever is spoken now; what customers hear follows their language."""
    return _catalogue(language or _Interface.language).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message that agrees with a number (Arabic has six plural forms)."""
    return _catalogue(_Interface.language).ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """The message in the language spoken now, for a word that means different things in different places."""
    return _catalogue(_Interface.language).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for a message translated later)
    """Mark a message for the catalogue that is translated where it is shown."""
    return message
