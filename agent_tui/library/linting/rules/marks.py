"""Marks and spaces: where they stand, and that Arabic has marks of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent_tui.core.language import Language
from agent_tui.library.linting.line import SLOT, Line
from agent_tui.library.linting.remark import Remark

DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
# A point may begin a name or a number (.yaml, .5), and three of them may stand alone.
BEFORE_MARK = re.compile(r"[ \u00a0](?:[،؟؛]|[,!?;:](?!\w|[)(-])|\.(?![\w.]))|[«“(\[][ \u00a0]|[ \u00a0][»”)\]]")
LATIN_MARKS = {",": "،", "?": "؟", ";": "؛"}
LATIN = re.compile("[,?;]")
ARABIC = re.compile(f"[\u0620-\u065f\u0660-\u0669»{SLOT}]")
PAIRS = {")": "(", "]": "[", "»": "«", "”": "“"}
ANY_PAIRED = re.compile(r"""[()\[\]«»“”"]""")
NUMBERED = re.compile(r"(?:(?<=\s)|^)\w{1,2}\)")


def double_space(line: Line) -> Iterator[Remark]:
    """Report two spaces between words."""
    found = DOUBLE.search(line.masked)
    if found:
        yield line.remark_at("double_space", found.start(), found.end())


def misplaced_space(line: Line) -> Iterator[Remark]:
    """Report a space before a mark that ends something, or after one that opens it."""
    found = BEFORE_MARK.search(line.masked)
    if found:
        yield line.remark_at("misplaced_space", found.start(), found.end())


def latin_mark(line: Line) -> Iterator[Remark]:
    """Report a Latin comma, question mark or semicolon among Arabic words."""
    if line.language is not Language.ARABIC:
        return
    for found in LATIN.finditer(line.masked):
        before = line.masked[: found.start()].rstrip()[-1:]
        after = line.masked[found.end() :].lstrip()[:1]
        if ARABIC.match(before) or (ARABIC.match(after) and not before.isascii()):
            if before.isdigit() and after.isdigit():
                continue
            yield line.remark_at("latin_mark", found.start(), found.end(), meant=LATIN_MARKS[found[0]])
            return


def unbalanced(line: Line) -> Iterator[Remark]:
    """Report a bracket or a quotation mark without its other half."""
    if not ANY_PAIRED.search(line.masked):
        return
    waiting: list[tuple[str, int]] = []
    numbers = {found.end() - 1 for found in NUMBERED.finditer(line.masked)}
    for at, char in enumerate(line.masked):
        if char in PAIRS.values():
            waiting.append((char, at))
        elif char in PAIRS:
            if waiting and waiting[-1][0] == PAIRS[char]:
                waiting.pop()
            elif at not in numbers:
                yield line.remark_at("unbalanced", at, at + 1)
                return
    straight = [at for at, char in enumerate(line.masked) if char == '"']
    if not waiting and len(straight) % 2:
        waiting.append(('"', straight[-1]))
    if waiting:
        yield line.remark_at("unbalanced", waiting[-1][1], waiting[-1][1] + 1)
