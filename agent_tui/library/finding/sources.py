"""The writings of a phrase that are searched: its text in every form, its aliases and its situation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase
from agent_tui.library.finding.found import Place


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
    for language, aliases in phrase.aliases.items():
        for alias in aliases:
            yield Source(Place.ALIAS, language, alias)
    for language, situation in phrase.situation.items():
        yield Source(Place.SITUATION, language, situation)
