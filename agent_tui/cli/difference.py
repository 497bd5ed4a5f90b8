"""A phrase beside what it was: words that went and words that came, told by signs, and by colour on a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from agent_tui.cli.page import Page, isolated, safe
from agent_tui.core.language import Language
from agent_tui.library.approving.difference import Line, Mark, Piece
from agent_tui.locale import N_, _

if TYPE_CHECKING:
    from agent_tui.arabic.layout import Row
    from agent_tui.arabic.levels import Base

LABELS = {
    "neutral": N_("neutral form"),
    "male": N_("to a man"),
    "female": N_("to a woman"),
}
"""Other lines are called by their keys in the file."""
COLOURS = {Mark.OUT: "\x1b[31m", Mark.IN: "\x1b[32m"}
PLAIN = "\x1b[0m"
INDENT, LABEL = 4, 16


def put_lines(page: Page, lines: Sequence[Line], language: Language) -> None:
    """Write the forms and traits of a phrase in one language as they were compared."""
    forms = [line for line in lines if line.name in LABELS]
    for line in lines:
        label = _(LABELS[line.name]) if line.name in LABELS else line.name
        put_line(page, _("text") if forms == [line] else label, line, language)


def put_line(page: Page, label: str, line: Line, language: Language) -> None:
    """Write one form or trait beside its label."""
    base: Base = "rtl" if language.rtl and line.name in LABELS else "ltr"
    put_pieces(page, label, line.pieces, base=base)
    if line.unseen:
        note = _("Hard to see above: {characters}").format(characters=_(", ").join(map(isolated, line.unseen)))
        page.line(note, indent=INDENT)


def put_pieces(page: Page, label: str, pieces: Sequence[Piece], *, base: Base) -> None:
    """Write words and their signs beside a label; a terminal gets them drawn, every sign beside its words."""
    clean = [Piece(safe(piece.text).replace("\n", " "), piece.mark) for piece in pieces if piece.text]
    text = " ".join(piece.signed for piece in clean)
    marks = [mark for piece in clean for mark in [piece.mark] * len(piece.signed) + [Mark.KEPT]]
    indent, coloured = " " * INDENT, page.on_terminal and _has_colours()
    if not page.drawn:
        words = "".join(_coloured(zip(text, marks, strict=False))) if coloured else text
        page.put(f"{indent}{page.cell(label, LABEL)}{words}".rstrip())
        return
    from agent_tui.arabic.layout import layout

    room = page.prose_width - LABEL - INDENT
    # A vowel sign may be all that changed.
    for number, row in enumerate(layout(text, room, base=base, marks=True)):
        words = "".join(_coloured(_cells(row, marks))) if coloured else row.text
        blank, held = " " * (room - row.width), page.cell("" if number else label, LABEL)
        words = blank + words if row.rtl else words + blank
        page.put(f"{words}{held}{indent}".rstrip() if page.rtl else f"{indent}{held}{words}".rstrip())


def _cells(row: Row, marks: Sequence[Mark]) -> Iterator[tuple[str, Mark]]:
    return ((cell.display, marks[cell.start]) for cell in row.cells)


def _coloured(drawn: Iterator[tuple[str, Mark]] | zip[tuple[str, Mark]]) -> Iterator[str]:
    for mark, run in groupby(drawn, key=lambda one: one[1]):
        words = "".join(display for display, _mark in run)
        yield f"{COLOURS[mark]}{words}{PLAIN}" if mark in COLOURS else words


def _has_colours() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM", "") not in ("", "dumb")
