"""Which phrases hold a word, and how much it says about each: BM25 over a phrase's text, aliases and situation."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeAlias

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase
from agent_tui.library.finding.acts import Act, act
from agent_tui.library.finding.meanings import expressions, known_words, places_in_expressions
from agent_tui.library.finding.sources import Place, other_sources
from agent_tui.library.finding.spelling import Spelling
from agent_tui.library.finding.terms import form, importance, is_arabic, terms
from agent_tui.library.finding.words import chunk_words

TEXT, ALIAS, SITUATION = 1.0, 0.8, 0.5
"""How much a word counts where it stands; in aliases it counts more the more of them have it, ever less so."""

SATURATION, LENGTH = 1.2, 0.3
"""BM25's k1 and b: what is said twice counts less than double, and words of a long text count a little less."""

_NAMED = 0.5


Writing: TypeAlias = tuple[Language, tuple[str, ...]]
"""The words of one writing of a phrase, once each."""


class Reading(NamedTuple):
    """A word of the library that something stands for, and how surely."""

    word: str
    weight: float


class _Chunks(dict[str, tuple[str, ...]]):
    """The words of every chunk between two spaces, and which of them an expression may start or go on with."""

    def __init__(self) -> None:
        super().__init__()
        self.starting: set[str] = set()
        self.following: set[str] = set()

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        found = self[chunk] = chunk_words(chunk)
        starts, follows = places_in_expressions()
        forms = list(map(form, found))
        if not starts.isdisjoint(forms):
            self.starting.add(chunk)
        if not follows.isdisjoint(forms):
            self.following.add(chunk)
        return found


class Postings:
    """Everything the search looks up, made once from the phrases."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.size = len(phrases)
        self.writings: list[list[Writing]] = []
        self.acts: list[frozenset[Act]] = []
        self.weights = postings = defaultdict[str, dict[int, float]](dict)
        """Word -> phrase -> how much the word says about it."""
        self._chunks = _Chunks()
        self._rarity: dict[str, float] = {}
        self._lengths: dict[Writing, float] = {}
        texts = [self._read_text(phrase) for phrase in phrases]
        mean = sum(length for _, length in texts) / max(1, self.size) or 1.0
        most = SATURATION + 1
        for number, (phrase, (said, length)) in enumerate(zip(phrases, texts, strict=True)):
            weights = dict.fromkeys(said, TEXT / (1 - LENGTH + LENGTH * length / mean))
            self._read_others(phrase, self.writings[number], weights)
            for word, weight in weights.items():
                postings[word][number] = weight * most / (weight + SATURATION)

    def _read_text(self, phrase: Phrase) -> tuple[dict[str, None], float]:
        """The words of a phrase's text in all its forms, and how long the longest neutral one is."""
        said: dict[str, None] = {}
        writings: list[Writing] = []
        acts = set()
        length = 0.0
        for language, wording in phrase.text.items():
            neutral = self._marked(wording.neutral)
            writings.append((language, neutral))
            acts.add(act(wording.neutral, neutral))
            length = max(length, sum(map(importance, neutral)))
            said.update(dict.fromkeys(neutral))
            known = set(wording.neutral.split())
            for chunk in f"{wording.male or ''} {wording.female or ''}".split():
                if chunk not in known:
                    said.update(dict.fromkeys(self._chunks[chunk]))
        self.writings.append(writings)
        self.acts.append(frozenset(one for one in acts if one is not None))
        return said, length

    def _marked(self, text: str) -> tuple[str, ...]:
        """The words of a text, once each, with a mark for every expression."""
        chunks = text.split()
        said = dict.fromkeys(chain.from_iterable(map(self._chunks.__getitem__, chunks)))
        if not self._chunks.starting.isdisjoint(chunks) and not self._chunks.following.isdisjoint(chunks):
            forms = [form(word) for chunk in chunks for word in self._chunks[chunk]]
            said.update((meaning, None) for _, _, meaning in expressions(forms))
        return tuple(said)

    def _read_others(self, phrase: Phrase, writings: list[Writing], weights: dict[str, float]) -> None:
        """Add what aliases and the situation say to the weights of the text."""
        counts: dict[str, int] = {}
        for place, language, text in other_sources(phrase):
            said = self._marked(text)
            writings.append((language, said))
            for word in said:
                if place is Place.ALIAS:
                    counts[word] = counts.get(word, 0) + 1
                else:
                    weights[word] = weights.get(word, 0.0) + SITUATION
        for word, count in counts.items():
            weights[word] = weights.get(word, 0.0) + ALIAS * math.log1p(count)

    @cached_property
    def _words(self) -> dict[str, list[Reading]]:
        found: dict[str, list[Reading]] = defaultdict(list)
        for word in self.weights:
            for term, weight in terms(word):
                found[term].append(Reading(word, weight))
        return found

    def words(self, term: str) -> Sequence[Reading]:
        """The words of the library that are looked up by a term."""
        return self._words.get(term, ())

    def rarity(self, term: str) -> float:
        """How much a term sets phrases apart: the fewer have it, the more."""
        found = self._rarity.get(term)
        if found is None:
            having = len(set[int]().union(*(self.weights[word] for word, _ in self.words(term))))
            found = self._rarity[term] = math.log(1 + (self.size - having + 0.5) / (having + 0.5))
        return found

    def length(self, writing: Writing) -> float:
        """How much a writing says in all."""
        found = self._lengths.get(writing)
        if found is None:
            found = sum(importance(word) * self.rarity(form(word)) for word in writing[1]) or 1.0
            self._lengths[writing] = found
        return found

    @cached_property
    def spelling(self) -> Spelling:
        """Every name by which a word may be begun or misspelt."""
        return Spelling(self._named)

    def named(self, name: str) -> Sequence[Reading]:
        """The words that a name from the spelling stands for."""
        return self._named[name]

    @cached_property
    def _named(self) -> dict[str, list[Reading]]:
        found: dict[str, list[Reading]] = defaultdict(list)
        for word in self.weights:
            if not word.startswith("@"):
                found[word].append(Reading(word, 1.0))
                found_stems = terms(word)[1:] if is_arabic(word) else ()
                for stem, weight in found_stems:
                    if weight > _NAMED and stem[0] not in "@=":
                        found[stem].append(Reading(word, weight))
        for word, meaning in known_words():
            for reading in self.words(meaning):
                found[word].append(Reading(reading.word, reading.weight**2))
        return found
