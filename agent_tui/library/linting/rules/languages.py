"""Twins and gender forms say the same: the same placeholders, each text in its own language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent_tui.core.language import Language
from agent_tui.core.wording import placeholders
from agent_tui.library.linting.line import Line
from agent_tui.library.linting.remark import Remark
from agent_tui.library.linting.said import Said
from agent_tui.library.source import Spot

LETTERS = {Language.ARABIC: re.compile("[\u0620-\u064a]"), Language.ENGLISH: re.compile("[A-Za-z]")}


def other_placeholders(said: Said) -> Iterator[Remark]:
    """Report a twin that is filled with other things; the first language sets the measure."""
    heads = [line for line in said.lines if line.form in ("", "neutral")]
    if len(heads) != 2 or _told_already(said.spot["text"]):
        return
    ours, theirs = (placeholders(line.text) for line in heads)
    if set(ours) != set(theirs):
        odd = ", ".join(f"{{{name}}}" for name in sorted(set(ours) ^ set(theirs)))
        yield said.remark("other_placeholders", "text", found=odd)


def form_placeholders(said: Said) -> Iterator[Remark]:
    """Report a gender form that is filled with other things than the neutral one."""
    if _told_already(said.spot["text"]):
        return
    neutral: Line | None = None
    for line in said.lines:
        if line.form == "neutral":
            neutral = line
        elif line.form and neutral is not None and neutral.language is line.language:
            odd = set(placeholders(line.text)) ^ set(placeholders(neutral.text))
            if odd:
                names = ", ".join(f"{{{name}}}" for name in sorted(odd))
                yield line.whole("form_placeholders", form=line.form, names=names)


def wrong_language(line: Line) -> Iterator[Remark]:
    """Report a text without a letter of its language and with letters of the other."""
    own, other = LETTERS[line.language], LETTERS[line.language.other]
    if other.search(line.masked) and not own.search(line.masked):
        yield line.whole("wrong_language", language=line.language.value)


def _told_already(text: Spot) -> bool:
    """Whether loading found something wrong in a text: a misspelt placeholder is missing in its twin as well."""
    depth = len(text.steps)
    return any(steps[:depth] == text.steps for steps in text.source.faulty)
