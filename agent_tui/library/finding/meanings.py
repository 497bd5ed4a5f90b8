"""What words mean beyond their letters, by the table of synonyms: single words, and expressions of several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

from agent_tui.arabic.folding import fold
from agent_tui.library.finding.english import inflected
from agent_tui.library.finding.synonyms import TABLE

Meaning: TypeAlias = str
"""A label of the table behind an @, so that it can stand among words."""

LONGEST = 3
"""Words in the longest expression of the table."""

_ROW = re.compile(r"^(\w+):(.*(?:\n .*)*)", re.MULTILINE)


@cache
def _table() -> tuple[dict[str, tuple[Meaning, ...]], dict[tuple[str, ...], Meaning]]:
    """Meanings of single words, by the form that inflections share, and of expressions, word by word."""
    single: dict[str, tuple[Meaning, ...]] = {}
    several: dict[tuple[str, ...], Meaning] = {}
    for label, names in _ROW.findall(TABLE):
        meaning = f"@{label}"
        for name in fold(names).split():
            parts = tuple(map(inflected, name.split("_")))
            if len(parts) > 1:
                several[parts] = meaning
            else:
                single[parts[0]] = tuple(dict.fromkeys((*single.get(parts[0], ()), meaning)))
    return single, several


def meanings(form: str) -> tuple[Meaning, ...]:
    """What one word, in the form its inflections share, may stand for."""
    return _table()[0].get(form, ())


def expressions(forms: Sequence[str]) -> list[tuple[int, int, Meaning]]:
    """Every expression of several words: its first word, the one after its last, and its meaning."""
    several, (starts, _) = _table()[1], places_in_expressions()
    return [
        (start, start + length, several[parts])
        for start, form in enumerate(forms)
        if form in starts
        for length in range(2, min(LONGEST, len(forms) - start) + 1)
        if (parts := tuple(forms[start : start + length])) in several
    ]


def known_words() -> Iterator[tuple[str, Meaning]]:
    """Every single word of the table with each of its meanings."""
    for word, meant in _table()[0].items():
        yield from ((word, meaning) for meaning in meant)


@cache
def places_in_expressions() -> tuple[frozenset[str], frozenset[str]]:
    """The words that an expression may start with, and those that may come second."""
    several = _table()[1]
    return frozenset(parts[0] for parts in several), frozenset(parts[1] for parts in several)
