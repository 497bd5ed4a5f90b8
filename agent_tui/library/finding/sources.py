"""The writings of a phrase that are searched: its text in every form, its aliases and its situation."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase


class Place(StrEnum):
    """Which of a phrase's writings something is."""

    TEXT = "text"
    ALIAS = "alias"
    SITUATION = "situation"


class Source(NamedTuple):
    """One writing of a phrase."""

    place: Place
    language: Language
    text: str


def sources(phrase: Phrase) -> Iterator[Source]:
    """Every writing of a phrase, the texts first."""
    for language, wording in phrase.text.items():
        for text in wording.texts():
            yield Source(Place.TEXT, language, text)
    yield from other_sources(phrase)


def other_sources(phrase: Phrase) -> Iterator[Source]:
    """The writings of a phrase beside its text."""
    for language, aliases in phrase.aliases.items():
        for alias in aliases:
            yield Source(Place.ALIAS, language, alias)
    for language, situation in phrase.situation.items():
        yield Source(Place.SITUATION, language, situation)
