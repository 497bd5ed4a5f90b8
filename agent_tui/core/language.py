"""The languages an interaction is held in, and texts that exist in several of them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias


class Language(StrEnum):
    """A language the program speaks with agents and customers (BCP 47 primary tags)."""

    ARABIC = "ar"
    ENGLISH = "en"

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self is Language.ARABIC

    @property
    def other(self) -> Language:
        """The twin language, which the language key switches to."""
        return Language.ENGLISH if self is Language.ARABIC else Language.ARABIC


class Gender(StrEnum):
    """The form in which the customer is addressed; neutral is the courtesy plural in Arabic."""

    NEUTRAL = "neutral"
    MALE = "male"
    FEMALE = "female"


Text: TypeAlias = Mapping[Language, str]
"""One text in each language it was written in."""


def in_language(text: Text, language: Language) -> str:
    """The text in the wanted language, or in the one it has."""
    if language in text:
        return text[language]
    return next(iter(text.values()), "")
