"""Finding an approved phrase by what it says, by other ways to say it, or by when to say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from heapq import nsmallest
from operator import neg

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase, Script
from agent_tui.library.finding.acts import Act, act
from agent_tui.library.finding.found import Found
from agent_tui.library.finding.postings import Postings, Writing
from agent_tui.library.finding.wanted import Wanted, wanted
from agent_tui.library.finding.why import why
from agent_tui.library.finding.words import plain_words

AS_ONE = 0.5
"""How much the likeness to one writing as a whole counts beside the sum over words."""

SAME_ACT = 0.15
"""What a question gains on a question and loses on a statement."""

OTHER_LANGUAGE, NOT_IN_LANGUAGE = 0.8, 0.5
_CLOSER_LOOK, _BEST = 40, 200


class PhraseIndex:
    """Phrases made ready for search; the work is done when they are first searched, or by `prepare`."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)
        self._numbers = {phrase.id: number for number, phrase in enumerate(self._phrases)}

    def prepare(self) -> None:
        """Do the work now, as a worker may before anybody types."""
        self.find("a", Language.ENGLISH)

    @cached_property
    def _postings(self) -> Postings:
        return Postings(self._phrases)

    def find(
        self,
        query: str,
        language: Language,
        *,
        script: Script | None = None,
        within: Iterable[str] | None = None,
        limit: int = 9,
    ) -> tuple[Found, ...]:
        """The phrases a query may mean, best first; none for an empty one.

        `script` and `within` keep to the script's phrases and to those ids; a phrase that the script has with a
        condition of its own is answered as the script has it. Either language is searched, the given one first.
        """
        asked = wanted(query, self._postings)
        allowed = self._allowed(script, within)
        scores = self._scores(asked, allowed)
        if not scores or limit <= 0:
            return ()
        most = sum(word.most for word in asked)
        gains = _by_word(asked)
        does = act(query, plain_words(query))
        near = [number for _, number in _least(scores, max(limit, _CLOSER_LOOK))]
        ranked = nsmallest(
            limit,
            (
                (-self._score(number, scores[number] / most, gains, most, language) * self._fit(number, does), number)
                for number in near
            ),
        )
        met = {word: max(gain for _, gain in given) for word, given in gains.items()}
        own = {phrase.id: phrase for phrase in script.phrases()} if script is not None else {}
        found = ((own.get(self._phrases[number].id, self._phrases[number]), -score) for score, number in ranked)
        return tuple(Found(phrase, score, why(phrase, met, language)) for phrase, score in found)

    def _allowed(self, script: Script | None, within: Iterable[str] | None) -> frozenset[int] | None:
        if script is None and within is None:
            return None
        ids = set(self._numbers) if within is None else set(within)
        if script is not None:
            ids &= {phrase.id for phrase in script.phrases()}
        return frozenset(self._numbers[one] for one in ids if one in self._numbers)

    def _scores(self, asked: Sequence[Wanted], allowed: frozenset[int] | None) -> dict[int, float]:
        """The sum over words; once others found enough, the small words of grammar add only to the best of that."""
        scores: dict[int, float] = {}
        for word in sorted(asked, key=lambda one: -one.importance):
            if word.importance < 1.0 and len(scores) >= _CLOSER_LOOK:
                if len(scores) > _BEST:
                    scores = {number: -score for score, number in _least(scores, _BEST)}
                best = self._best(word, scores.keys())
            else:
                best = self._best(word, allowed)
            if scores:
                for number, gain in best.items():
                    scores[number] = scores.get(number, 0.0) + gain
            else:
                scores = best
        return scores

    def _best(self, word: Wanted, allowed: Set[int] | None) -> dict[int, float]:
        """For every phrase, the most that one word of it gives for a word of the query."""
        best: dict[int, float] = {}
        for met, gain in sorted(word.gains.items(), key=lambda one: -one[1]):
            given, gained = self._postings.weights[met], gain * word.importance
            if allowed is not None:
                given = {number: given[number] for number in given.keys() & allowed}
            if best:
                for number, weight in given.items():
                    if best.get(number, 0.0) < gained * weight:
                        best[number] = gained * weight
            else:
                best = {number: gained * weight for number, weight in given.items()}
        return best

    def _score(
        self,
        number: int,
        summed: float,
        gains: Mapping[str, Sequence[tuple[int, float]]],
        most: float,
        language: Language,
    ) -> float:
        writings = self._postings.writings[number]
        likeness = max(
            (
                self._likeness(writing, gains, most) * (1.0 if writing[0] is language else OTHER_LANGUAGE)
                for writing in writings
            ),
            default=0.0,
        )
        spoken = 1.0 if language in self._phrases[number].text else NOT_IN_LANGUAGE
        return (summed + AS_ONE * likeness) * spoken

    def _likeness(self, writing: Writing, gains: Mapping[str, Sequence[tuple[int, float]]], most: float) -> float:
        """What the query and one writing share, by what each says in all: 1 where they are the same."""
        best: dict[int, float] = {}
        for word in writing[1]:
            for number, gain in gains.get(word, ()):
                if best.get(number, 0.0) < gain:
                    best[number] = gain
        return sum(best.values()) / (most * self._postings.length(writing)) ** 0.5 if best else 0.0

    def _fit(self, number: int, does: Act | None) -> float:
        acts = self._postings.acts[number]
        if does is None or not acts:
            return 1.0
        return 1 + SAME_ACT if does in acts else 1 - SAME_ACT


def _by_word(asked: Sequence[Wanted]) -> Mapping[str, Sequence[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, word in enumerate(asked):
        for met, gain in word.gains.items():
            found[met].append((number, gain * word.importance))
    return found


def _least(scores: Mapping[int, float], count: int) -> list[tuple[float, int]]:
    """The best phrases with their scores below zero, so that of equals the first comes first."""
    return nsmallest(count, zip(map(neg, scores.values()), scores, strict=True))
