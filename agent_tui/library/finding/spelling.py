"""The words of a library as they may be typed: begun, misspelt by a letter, or run together."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

LONGEST_LIST = 48
"""Names that a beginning is completed to; the shortest of them, which are nearest to what was typed."""

SHORTEST_MISSPELT = 4
SHORTEST_ALIKE = 5
ALIKE = 0.55
ARTICLE = "ال"


class Spelling:
    """Names in order, found by their beginning or by looking alike.

    A misspelt word has its first letter right, behind the article if it has one: so فاتورة stays apart from a word that
    lacks its fa, and الطاقة from البطاقة.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            found[name[0]].append(name)
        return found

    @cached_property
    def _grams(self) -> dict[str, frozenset[str]]:
        return {}

    def beginning(self, start: str) -> list[str]:
        """The names that begin so, nearest first."""
        first = bisect_left(self._names, start)
        last = bisect_left(self._names, start + "\U0010ffff")
        return sorted(self._names[first:last], key=lambda name: (len(name), name))[:LONGEST_LIST]

    def misspelt(self, word: str) -> Iterator[str]:
        """The names one letter away: one wrong, missing, too many, or two exchanged."""
        if len(word) >= SHORTEST_MISSPELT:
            for name in self._akin(word):
                if abs(len(name) - len(word)) <= 1 and len(name) >= SHORTEST_MISSPELT - 1 and one_apart(word, name):
                    yield name

    def alike(self, word: str) -> Iterator[tuple[str, float]]:
        """The names that share most of their letter triples with the word, and what share."""
        if len(word) < SHORTEST_ALIKE or not word.isalpha():
            return
        mine = _triples(word)
        for name in self._akin(word):
            if len(name) >= SHORTEST_MISSPELT and abs(len(name) - len(word)) <= len(word) // 2:
                their = self._grams.get(name) or self._grams.setdefault(name, _triples(name))
                share = 2 * len(mine & their) / (len(mine) + len(their))
                if share >= ALIKE:
                    yield name, share

    def _akin(self, word: str) -> Iterator[str]:
        """The names that begin as the word does."""
        sure = word[: len(ARTICLE) + 1] if word.startswith(ARTICLE) else word[0]
        return (name for name in self._by_first.get(word[0], ()) if name.startswith(sure))


def one_apart(one: str, other: str) -> bool:
    """Whether one edit makes one word the other: a letter put in, left out or changed, or two neighbours exchanged."""
    short, long = sorted((one, other), key=len)
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return len(long) - len(short) == 1 and short[at:] == long[at + 1 :]
    exchanged = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return exchanged or short[at + 1 :] == long[at + 1 :]


def _triples(word: str) -> frozenset[str]:
    padded = f"^{word}$"
    return frozenset(padded[at : at + 3] for at in range(len(word)))
