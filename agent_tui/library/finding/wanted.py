"""What a query asks for: each of its words with the words of the library it may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from agent_tui.library.finding.meanings import expressions
from agent_tui.library.finding.postings import Postings
from agent_tui.library.finding.terms import EXPRESSION, form, importance, is_arabic, terms
from agent_tui.library.finding.words import VALUE, plain_words

BEGUN, SHORTENED, MISSPELT, ALIKE, TOGETHER, FIGURE = 0.7, 0.6, 0.75, 0.7, 0.7, 0.8
"""How surely a word of the library is meant: by its beginning (last word or not), a spelling, by a figure."""

KNOWN = 0.55
"""A word that meets the library by less than this is looked for among misspelt ones too."""

LONGEST = 60
"""Words of a query that are looked at; whoever pastes a letter is answered by its beginning."""

_COMPLETE = 0.5
_SHORTEST_SHORTENED = 3
_EXPRESSION_IMPORTANCE = 0.6
_UNKNOWN_RARITY = 2.0


class Wanted(NamedTuple):
    """One word of a query: its own importance, and what each word of the library gives for it."""

    importance: float
    gains: dict[str, float]

    @property
    def most(self) -> float:
        """What the word would give where it is met best; a word nobody knows counts too."""
        return self.importance * max(self.gains.values(), default=_UNKNOWN_RARITY)


def wanted(query: str, postings: Postings) -> list[Wanted]:
    """The words of a query; the last one may be unfinished unless a space follows it."""
    said = plain_words(query)[:LONGEST]
    unfinished = len(said) - 1 if query and not query[-1].isspace() else len(said)
    found = [_wanted(word, number == unfinished, postings) for number, word in enumerate(said)]
    for start, end, meaning in expressions([form(word) for word in said]):
        rarity = postings.rarity(meaning)
        for number in range(start, end):
            gains = found[number].gains
            for word, weight in postings.words(meaning):
                gains[word] = max(gains.get(word, 0.0), EXPRESSION * weight * rarity)
            found[number] = Wanted(max(found[number].importance, _EXPRESSION_IMPORTANCE), gains)
    return found


def _wanted(word: str, unfinished: bool, postings: Postings) -> Wanted:
    gains: dict[str, float] = {}
    known = False
    for term, weight in _terms(word):
        for met, sure in postings.words(term):
            known = known or weight >= KNOWN
            gains[met] = max(gains.get(met, 0.0), weight * sure * postings.rarity(term))
    for guess, weight in _guesses(word, known, unfinished, postings):
        for met, sure in postings.named(guess):
            gains[met] = max(gains.get(met, 0.0), weight * sure * postings.rarity(form(met)))
    return Wanted(importance(word), gains)


def _terms(word: str) -> Iterator[tuple[str, float]]:
    yield from terms(word)
    if any(char.isdecimal() for char in word):
        yield VALUE, FIGURE


def _guesses(word: str, known: bool, unfinished: bool, postings: Postings) -> Iterator[tuple[str, float]]:
    """Names that may be meant by an unfinished or unknown word: completed, or else corrected, or else taken apart."""
    spelling = postings.spelling
    guessed = known
    if (unfinished and importance(word) == 1.0) or (not known and len(word) >= _SHORTEST_SHORTENED):
        sure = (BEGUN if unfinished else SHORTENED) * (_COMPLETE if known else 1.0)
        for name in spelling.beginning(word):
            guessed = True
            yield name, sure * (len(word) / len(name)) ** 0.25
    if guessed:
        return
    for name in spelling.misspelt(word):
        guessed = True
        yield name, MISSPELT
    if not guessed and not is_arabic(word) and len(word) > _SHORTEST_SHORTENED and word[1:] in postings.weights:
        guessed = True  # a letter of the word before, or of the key beside
        yield word[1:], MISSPELT
    if not guessed:
        for name, share in spelling.alike(word):
            guessed = True
            yield name, ALIKE * share
    if not guessed:
        yield from ((part, TOGETHER * importance(part)) for part in _parts(word, postings))


def _parts(word: str, postings: Postings) -> tuple[str, ...]:
    """Two known words written as one, the first as long as can be."""
    halves = ((word[:cut], word[cut:]) for cut in range(len(word) - 2, 1, -1))
    return next((pair for pair in halves if pair[0] in postings.weights and pair[1] in postings.weights), ())
