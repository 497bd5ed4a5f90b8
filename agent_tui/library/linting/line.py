"""One string of a text, in the spellings rules read it in, and the way back to what the file says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from agent_tui.arabic.folding import fold, fold_with_map
from agent_tui.core.language import Language
from agent_tui.core.wording import PLACEHOLDER
from agent_tui.library.linting.remark import Remark, about
from agent_tui.library.source import Spot

SLOT = "\ufffc"
"""Stands for every character of a placeholder: no letter, no digit, no space."""
TATWEEL = "\u0640"
MARKS = re.compile(f"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed{TATWEEL}]")
FORMS = ("neutral", "male", "female")
SENTENCE_END = re.compile(r"[.!?؟؛;]")


class Line:
    """A string with its place; `folded` is the spelling of search, `bare` only leaves out vowel signs and tatweel."""

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.text = spot.text
        last = str(spot.steps[-1])
        self.form = last if last in FORMS else ""
        self.language = Language(str(spot.steps[-2]) if self.form else last)

    @cached_property
    def masked(self) -> str:
        """The text with its placeholders made unreadable, letter for letter."""
        return PLACEHOLDER.sub(lambda found: SLOT * len(found[0]), self.text)

    @cached_property
    def folded(self) -> str:
        """The text as search compares it."""
        return fold(self.masked).replace("\u2019", "'")

    @cached_property
    def bare(self) -> str:
        """The text without vowel signs, its letters as they are written."""
        return MARKS.sub("", self.masked)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """The sentences of the folded text, each with its beginning."""
        start = 0
        for end in SENTENCE_END.finditer(self.folded):
            yield start, self.folded[start : end.end()]
            start = end.end()
        if self.folded[start:].strip():
            yield start, self.folded[start:]

    def place(self, index: int) -> int:
        """Where in the text a character of the folded text comes from."""
        origins = fold_with_map(self.masked)[1]
        return origins[index] if index < len(origins) else 0

    def bare_place(self, index: int) -> int:
        """Where in the text a character of the bare text comes from."""
        origins = [at for at, char in enumerate(self.masked) if not MARKS.match(char)]
        return origins[index] if index < len(origins) else 0

    def words(self, start: int, end: int) -> str:
        """What the file says between two characters of the folded text."""
        first, last = self.place(start), self.place(end - 1) + 1
        while last < len(self.text) and MARKS.match(self.text[last]):
            last += 1
        return self.text[first:last].strip()

    def remark(self, code: str, found: re.Match[str], **params: object) -> Remark:
        """A remark about words found in the folded text; the spaces before them are none of them."""
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        params["found"] = self.words(start, found.end())
        return about(self.spot, code, self.place(start), params)

    def whole(self, code: str, **params: object) -> Remark:
        """A remark about the text as a whole."""
        return about(self.spot, code, params=params)

    def remark_at(self, code: str, start: int, end: int, **params: object) -> Remark:
        """A remark about a stretch of the text as it is written."""
        return about(self.spot, code, start, {"found": self.text[start:end].strip(), **params})
