"""A page of help: click's own layout, mirrored on a terminal where the language runs from the right."""

from __future__ import annotations

from collections.abc import Iterable

import click

from agent_tui.cli.page import GAP, WIDEST, Page, isolated
from agent_tui.locale import N_, _

HEADINGS = (N_("Options"), N_("Commands"))
"""What click heads its lists with; it asks for them in English."""
TERM_WIDTH = 26


class HelpPage(click.HelpFormatter):
    """Help in the language spoken now; names of commands and options stay as they are typed."""

    def __init__(self) -> None:
        super().__init__(max_width=WIDEST)
        self._page = Page.out()
        self._mirrored = self._page.drawn and self._page.rtl
        if self._mirrored:
            self.width = self._page.prose_width

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is typed."""
        usage = _("Usage:")
        if not self._mirrored:
            super().write_usage(prog, args, f"{usage} ")
            return
        self._write_rows(f"{usage} {isolated(f'{prog} {args}')}", 0)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list."""
        if not self._mirrored:
            super().write_heading(_(heading))
            return
        self._write_rows(f"{_(heading)}:", self.current_indent)

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        if not self._mirrored:
            super().write_text(text)
            return
        paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
        self._write_rows("\n\n".join(paragraphs), self.current_indent)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = TERM_WIDTH, col_spacing: int = GAP) -> None:
        """Write terms with what they mean."""
        rows = list(rows)
        if not self._mirrored:
            super().write_dl(rows, col_max, col_spacing)
            return
        from agent_tui.arabic.widths import cells

        column = min(max(cells(term) for term, _text in rows), col_max) + col_spacing + self.current_indent
        for term, text in rows:
            own_row = cells(term) + col_spacing + self.current_indent > column
            if own_row:
                self._write_rows(isolated(term), self.current_indent)
            self._write_rows(text, column, "" if own_row else term)

    def _write_rows(self, text: str, column: int, term: str = "") -> None:
        page, room = self._page, self.width - column
        indent = " " * self.current_indent
        label = page.cell(term, column - self.current_indent) + indent if term else " " * column
        for number, row in enumerate(page.rows(text, room)):
            self.write(page.beside(" " * column if number else label, row, room) + "\n")
