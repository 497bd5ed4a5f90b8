"""Digits: one kind in a sentence, and the kind the organisation chose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent_tui.core.language import Language
from agent_tui.core.organisation import Digits
from agent_tui.library.linting.line import Line
from agent_tui.library.linting.material import Material
from agent_tui.library.linting.remark import Remark

KINDS = {Digits.LATIN: re.compile("[0-9]"), Digits.ARABIC: re.compile("[٠-٩]")}


def digits(material: Material) -> Iterator[Remark]:
    """Report digits of both kinds in one text, and digits the organisation does not use."""
    chosen = {language: material.digits(language) for language in Language}
    for line in material.lines:
        yield from _line(line, chosen[line.language])


def _line(line: Line, chosen: Digits | None) -> Iterator[Remark]:
    places = {kind: found.start() for kind, pattern in KINDS.items() if (found := pattern.search(line.masked))}
    if len(places) == 2:
        at = max(places.values())
        yield line.remark_at("mixed_digits", at, at + 1)
    elif chosen is not None and places and chosen not in places:
        at = next(iter(places.values()))
        yield line.remark_at("other_digits", at, at + 1, digits=chosen.value)
