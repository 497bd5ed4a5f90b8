"""Finding a script by what people call it: titles before other names, beginnings before middles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from agent_tui.core.language import Language, in_language
from agent_tui.core.script import Script

Place: TypeAlias = tuple[int, int]
"""How well a script fits, best smallest: the kind of match, then whether it is in the other language."""

TITLE_START, WORD_START, PART, ALIAS_START, ALIAS_WORD, ALIAS_PART, ALL_WORDS = range(7)


def find_scripts(scripts: Iterable[Script], query: str, language: Language) -> tuple[Script, ...]:
    """The scripts that fit a query in either language, best first; all of them, by title, for an empty query.

    Letters are folded, so أ is ا and a shadda is nothing. The beginning of a title comes first, then that of a
    word or of the id, then any part of these, then other names, then words scattered among all of them.
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
        for title in [fold(script.title[tongue])] if tongue in script.title else []:
            words.append(title)
            yield from _place(title, wanted, foreign, (TITLE_START, WORD_START, PART))
        for alias in map(fold, script.aliases.get(tongue, ())):
            words.append(alias)
            yield from _place(alias, wanted, foreign, (ALIAS_START, ALIAS_WORD, ALIAS_PART))
    for name in (fold(script.id), fold(script.id.replace("-", " "))):
        words.append(name)
        yield from _place(name, wanted, 0, (WORD_START, WORD_START, PART))
    everything = f" {' '.join(words)}"
    if " " in wanted and all(f" {word}" in everything for word in wanted.split()):
        yield ALL_WORDS, 0


def _place(name: str, wanted: str, foreign: int, ranks: tuple[int, int, int]) -> Iterator[Place]:
    if name.startswith(wanted):
        yield ranks[0], foreign
    elif f" {wanted}" in name:
        yield ranks[1], foreign
    elif wanted in name:
        yield ranks[2], foreign
