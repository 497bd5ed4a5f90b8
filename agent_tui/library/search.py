"""Finding a script by what people call it: titles before other names, beginnings before middles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from agent_tui.core.language import Language, in_language
from agent_tui.core.script import Script

Place: TypeAlias = tuple[int, int]
"""How well a script fits, best smallest: the kind of match, then whether it is in the other language."""

TITLE_START, WORD_START, TITLE_PART, ALIAS_START, ALIAS_PART, ALL_WORDS = range(6)


def find_scripts(scripts: Iterable[Script], query: str, language: Language) -> tuple[Script, ...]:
    """The scripts that fit a query in either language, best first; all of them, by title, for an empty query.

    Ids count as titles, and letters are folded, so أ is ا and a shadda is nothing.
    """
    from agent_tui.arabic.folding import fold

    wanted = " ".join(fold(query).split())
    found: list[tuple[Place, str, str, Script]] = []
    for script in scripts:
        place = min(_places(script, wanted, language), default=None) if wanted else (0, 0)
        if place is not None:
            found.append((place, fold(in_language(script.title, language)), script.id, script))
    return tuple(script for *_, script in sorted(found, key=lambda one: one[:3]))


def _places(script: Script, wanted: str, language: Language) -> Iterator[Place]:
    from agent_tui.arabic.folding import fold

    words: list[str] = []
    for tongue in (language, language.other):
        foreign = int(tongue is not language)
        titles = [fold(script.title[tongue])] if tongue in script.title else []
        titles += [] if foreign else [fold(script.id), fold(script.id.replace("-", " "))]
        for title in titles:
            words.append(title)
            if title.startswith(wanted):
                yield TITLE_START, foreign
            elif f" {wanted}" in f" {title}":
                yield WORD_START, foreign
            elif wanted in title:
                yield TITLE_PART, foreign
        for alias in map(fold, script.aliases.get(tongue, ())):
            words.append(alias)
            if alias.startswith(wanted) or f" {wanted}" in alias:
                yield ALIAS_START, foreign
            elif wanted in alias:
                yield ALIAS_PART, foreign
    everything = f" {' '.join(words)}"
    if " " in wanted and all(f" {word}" in everything for word in wanted.split()):
        yield ALL_WORDS, 0
