"""The letters that made a phrase fit, for a screen to highlight."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase
from agent_tui.library.finding.found import Match
from agent_tui.library.finding.meanings import expressions
from agent_tui.library.finding.sources import Source, sources
from agent_tui.library.finding.terms import form, importance
from agent_tui.library.finding.words import Span, words


def why(phrase: Phrase, gains: Mapping[str, float], language: Language) -> tuple[Match, ...]:
    """Every writing with a word of the query in it: what says most first, the wanted language before the other.

    The small words of grammar are shown only where nothing else matched.
    """
    heavy = {word: gain for word, gain in gains.items() if importance(word) == 1.0}
    matches = list(_matches(phrase, heavy, language)) or list(_matches(phrase, gains, language))
    matches.sort(key=lambda one: one[0])
    return tuple(match for _, match in matches)


def _matches(
    phrase: Phrase, gains: Mapping[str, float], language: Language
) -> Iterator[tuple[tuple[bool, float], Match]]:
    for source in dict.fromkeys(sources(phrase)):
        met = dict(_met(source, gains))
        if met:
            order = source.language is not language, -sum(met.values())
            yield order, Match(source.place, source.language, source.text, _joined(met))


def _met(source: Source, gains: Mapping[str, float]) -> Iterator[tuple[Span, float]]:
    said = words(source.text)
    for word, start, end in said:
        if word in gains:
            yield (start, end), gains[word]
    for start, end, meaning in expressions([form(word.text) for word in said]):
        if meaning in gains:
            yield (said[start].start, said[end - 1].end), gains[meaning]


def _joined(spans: Collection[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
