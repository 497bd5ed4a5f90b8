"""Letters of another keyboard: tatweel, and Persian or Urdu letters that only look Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent_tui.core.language import Language
from agent_tui.library.linting.line import TATWEEL, Line
from agent_tui.library.linting.remark import Remark

FOREIGN = {
    "\u06cc": "ي أو ى",
    "\u06a9": "ك",
    "\u06c1": "ه",
    "\u06be": "ه",
    "\u06d5": "ه",
    "\u06c0": "ة",
    "\u06d2": "ي",
    "\u06ba": "ن",
    "\u0679": "ت",
    **{chr(0x06F0 + figure): chr(0x0660 + figure) for figure in range(10)},
}
"""A letter or digit of Persian or Urdu -> the Arabic one meant. پ چ ژ گ ڤ write foreign sounds and may stand."""
DRAWN_OUT = re.compile(f"(?<=[\u0620-\u065f]){TATWEEL}+(?=[\u0621-\u064a])|{TATWEEL}{{2,}}")
ANY_FOREIGN = re.compile(f"[{''.join(FOREIGN)}]")


def tatweel(line: Line) -> Iterator[Remark]:
    """Report letters drawn out with tatweel; لـ before a name and هـ of the Hijri year are written with it."""
    found = DRAWN_OUT.search(line.masked)
    if found:
        yield line.remark_at("tatweel", *found.span())


def foreign_letter(line: Line) -> Iterator[Remark]:
    """Report a letter that no Arabic keyboard has."""
    found = ANY_FOREIGN.search(line.masked) if line.language is Language.ARABIC else None
    if found:
        yield line.remark_at(
            "foreign_letter",
            found.start(),
            found.end(),
            character=f"U+{ord(found[0]):04X}",
            meant=FOREIGN[found[0]],
        )
