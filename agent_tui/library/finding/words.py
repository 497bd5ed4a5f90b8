"""Words of a text as search compares them, each with its place in the source."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from agent_tui.arabic.folding import fold_with_map

Span: TypeAlias = tuple[int, int]
"""Where something stands in its source: its first character, and the one after its last."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}?")
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+(?:['’`;][^\W\d_]{1,2}(?![^\W_]))?|#")
_HUMP = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")
_APOSTROPHES = re.compile(r"['’`;]")

_NOT = frozenset("do does did is are was were has have had ca could wo would should must need".split())
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
    """The words of a text; what stands in a placeholder's braces is none."""
    return tuple(
        Word(word, chunk.start() + start, chunk.start() + end)
        for chunk in _CHUNK.finditer(_without_placeholders(text))
        for word, start, end in _pieces(chunk[0])
    )


def plain_words(text: str) -> list[str]:
    """The same words without their places, which is quicker."""
    return [word for chunk in _without_placeholders(text).split() for word, _, _ in _pieces(chunk)]


def has_placeholder(text: str) -> bool:
    """Whether a value is to be filled in."""
    return "{" in text and _PLACEHOLDER.search(text) is not None


def _without_placeholders(text: str) -> str:
    return _PLACEHOLDER.sub(lambda match: " " * len(match[0]), text) if "{" in text else text


@lru_cache(maxsize=32768)
def _pieces(chunk: str) -> tuple[Word, ...]:
    found: list[Word] = []
    edges = [0, *(hump.start() for hump in _HUMP.finditer(chunk)), len(chunk)]
    for left, right in zip(edges, edges[1:], strict=False):
        folded, sources = fold_with_map(chunk[left:right])
        for match in _WORD.finditer(folded):
            start = left + sources[match.start()]
            end = left + (sources[match.end()] if match.end() < len(sources) else right - left)
            found += (Word(word, start, end) for word in _spelled_out(match[0]))
    return tuple(found)


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
