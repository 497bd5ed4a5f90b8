"""Words of a text as search compares them, each with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from agent_tui.arabic.folding import fold, fold_with_map

Span: TypeAlias = tuple[int, int]
"""Where something stands in its source: its first character, and the one after its last."""

VALUE = "@value"
"""What a placeholder stands for, and what a figure in a query asks for."""

_PLACEHOLDER = re.compile(r"\{[^{}\s]*\}")
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+(?:['’`;][^\W\d_]{1,2}(?![^\W_]))?|#")
_HUMP = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")
_APOSTROPHES = re.compile(r"['’`;]")


def word_set(text: str) -> frozenset[str]:
    """The folded words of a list with spaces between."""
    return frozenset(fold(text).split())


_NOT = word_set("do does did is are was were has have had ca could wo would should must need")
_ENDINGS = frozenset({"s", "re", "ll", "ve", "d", "m"})
_WHOLE = {"ca": "can", "wo": "will"}
_RUN_TOGETHER = {
    **{f"{verb}nt": (_WHOLE.get(verb, verb), "not") for verb in _NOT},
    "cannot": ("can", "not"),
    **{f"{word}s": (word, "is") for word in ("what", "when", "where", "who", "how", "that", "there", "let")},
    **{"im": ("i", "am"), "ive": ("i", "have"), "youre": ("you", "are"), "youve": ("you", "have")},
    **{"theyre": ("they", "are"), "weve": ("we", "have"), "ur": ("your",), "whatis": ("what", "is")},
}


class Word(NamedTuple):
    """One folded word and where its letters stand in the source."""

    text: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text; what stands in a placeholder's braces is none, and the whole is VALUE."""
    return tuple(
        Word(word, chunk.start() + start, chunk.start() + end)
        for chunk in _CHUNK.finditer(text)
        for word, start, end in _pieces(chunk[0])
    )


def plain_words(text: str) -> list[str]:
    """The same words without their places, which is quicker."""
    return [word for chunk in text.split() for word in chunk_words(chunk)]


@lru_cache(maxsize=32768)
def chunk_words(chunk: str) -> tuple[str, ...]:
    """The words of a text without spaces."""
    return tuple(word for word, _, _ in _pieces(chunk))


@lru_cache(maxsize=32768)
def _pieces(chunk: str) -> tuple[Word, ...]:
    found: list[Word] = []
    at = 0
    for value in _PLACEHOLDER.finditer(chunk):
        found += _between(chunk, at, value.start())
        found.append(Word(VALUE, *value.span()))
        at = value.end()
    found += _between(chunk, at, len(chunk))
    return tuple(found)


def _between(chunk: str, start: int, end: int) -> Iterator[Word]:
    """The words of a part without placeholders; AccountNumber is two."""
    edges = [start, *(hump.start() for hump in _HUMP.finditer(chunk, start, end)), end]
    for left, right in pairwise(edges):
        folded, origin = fold_with_map(chunk[left:right])
        for match in _WORD.finditer(folded):
            first = left + origin[match.start()]
            after = left + (origin[match.end()] if match.end() < len(origin) else right - left)
            yield from (Word(word, first, after) for word in _spelled_out(match[0]))


def _spelled_out(word: str) -> tuple[str, ...]:
    """What's is what is, don't and dont are do not, mother's is mother."""
    if word in _RUN_TOGETHER:
        return _RUN_TOGETHER[word]
    stem, *endings = _APOSTROPHES.split(word)
    if not endings:
        return (word,)
    if endings == ["t"] and stem.endswith("n"):
        return _WHOLE.get(stem[:-1], stem[:-1]), "not"
    if endings[0] in _ENDINGS:
        return _RUN_TOGETHER.get(stem + endings[0], (stem,))
    return stem, *endings
