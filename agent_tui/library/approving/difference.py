"""What changed in a phrase since it was approved, word by word, with what the eye would miss spelt out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from agent_tui.arabic.folding import fold
from agent_tui.core.language import Gender

FORMS = tuple(gender.value for gender in Gender)
TRAITS = ("parts", "mood", "fault", "promises", "identity")
WORDS = re.compile(r"\n|[^ \n]+")
ODD_BLANKS = re.compile(r"^ +|(?<= ) +| +$")
"""Blanks that separate nothing."""
NEW_LINE = "¶"


class Mark(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


SIGNS = {Mark.KEPT: ("", ""), Mark.OUT: ("[-", "-]"), Mark.IN: ("{+", "+}")}
"""What stands around words that went and words that came, so that colour is never the only sign."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one fate."""

    text: str
    mark: Mark = Mark.KEPT

    @property
    def signed(self) -> str:
        """The words between their signs."""
        before, after = SIGNS[self.mark]
        return f"{before}{self.text}{after}"


@dataclass(frozen=True, slots=True)
class Line:
    """A form of a phrase, or one of its traits, compared; `unseen` are differences that look like none."""

    name: str
    pieces: tuple[Piece, ...]
    unseen: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return bool(self.unseen) or any(piece.mark is not Mark.KEPT for piece in self.pieces)


def lines(before: str | None, now: str) -> tuple[Line, ...]:
    """Two canonical texts of a phrase compared: every form, and the traits that differ; all it has without an old one.

    A trait is what else is approved with the words: their parts, mood and fault, whether they promise or need an
    identity.
    """
    return tuple(_lines(json.loads(before) if before is not None else None, json.loads(now)))


def _lines(before: dict[str, Any] | None, now: dict[str, Any]) -> Iterator[Line]:
    for form in FORMS:
        old, new = before["text"].get(form) if before else None, now["text"].get(form)
        if old is None and new is None:
            continue
        if before is None:
            yield Line(form, (Piece(_shown(WORDS.findall(new))),))
        else:
            yield Line(form, compared(old, new), unseen(old or "", new or ""))
    for trait in TRAITS:
        old, new = _said(before[trait]) if before else None, _said(now[trait])
        if before is None and new not in ("", _said(False)):
            yield Line(trait, (Piece(new),))
        elif old is not None and old != new:
            yield Line(trait, compared(old, new))


def _said(value: list[str] | bool) -> str:
    return " ".join(value) if isinstance(value, list) else str(value).lower()


def compared(old: str | None, new: str | None) -> tuple[Piece, ...]:
    """Two texts word by word; None is a text there is not."""
    before, now = WORDS.findall(old or ""), WORDS.findall(new or "")
    found = []
    for _fate, start, end, first, last in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if before[start:end] == now[first:last]:
            found.append(Piece(_shown(now[first:last])))
            continue
        if start < end:
            found.append(Piece(_shown(before[start:end]), Mark.OUT))
        if first < last:
            found.append(Piece(_shown(now[first:last]), Mark.IN))
    return tuple(found)


def _shown(words: Sequence[str]) -> str:
    return " ".join(NEW_LINE if word == "\n" else word for word in words)


def unseen(old: str, new: str) -> tuple[str, ...]:
    """The characters of one text that are not the other's, where both look alike: vowel signs, blanks, twin letters.

    Each as it is said of it: "- U+064E ARABIC FATHA" went, "+ U+0650 ARABIC KASRA" came.
    """
    blanks = [len("".join(ODD_BLANKS.findall(text))) for text in (old, new)]
    found = [f"{'+' if blanks[1] > blanks[0] else '-'} {_named(' ')}"] * abs(blanks[1] - blanks[0])
    before, now = WORDS.findall(old), WORDS.findall(new)
    for _fate, start, end, first, last in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        out, into = " ".join(before[start:end]), " ".join(now[first:last])
        if out.casefold() != into.casefold() and fold(out) == fold(into):
            found += _spelt(out, into)
    return tuple(dict.fromkeys(found))


def _spelt(old: str, new: str) -> tuple[str, ...]:
    found: list[str] = []
    for _fate, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[start:end] != new[first:last]:
            found += [f"- {_named(char)}" for char in old[start:end]]
            found += [f"+ {_named(char)}" for char in new[first:last]]
    return tuple(found)


def _named(char: str) -> str:
    from unicodedata import name

    return f"U+{ord(char):04X} {name(char, '')}".rstrip()
