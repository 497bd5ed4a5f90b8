"""Length: what can be said in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from agent_tui.core.language import Language
from agent_tui.library.linting.line import SLOT, Line
from agent_tui.library.linting.remark import Remark
from agent_tui.library.linting.said import Said

MOST_WORDS = 25


def too_many_words(said: Said) -> Iterator[Remark]:
    """Report a sentence that is too long to say, once a language."""
    told: set[Language] = set()
    for line in said.lines:
        count = words(line)
        if count > MOST_WORDS and line.language not in told:
            told.add(line.language)
            yield line.whole("too_many_words", count=count, most=MOST_WORDS)


def words(line: Line) -> int:
    """How many words a line has; a placeholder is one, a mark that stands alone is none."""
    return sum(any(char.isalnum() or char == SLOT for char in word) for word in line.bare.split())
