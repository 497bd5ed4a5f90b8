"""What a command prints: rows drawn for a terminal, Arabic included, or plain logical text for a pipe or a file."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from agent_tui.locale import current

if TYPE_CHECKING:
    from agent_tui.arabic.levels import Base
    from agent_tui.arabic.terminal import Setting

WIDEST = 100
"""Prose is not set wider than this, whatever the terminal has."""
GAP = 2
CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"}
"""What a terminal might obey instead of showing it; words that people typed may hold anything."""


ISOLATE = "\u2068{}\u2069"
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


TYPED = re.compile(r"agent-tui(?: [\w.-]+)+|--[a-z-]+(?: [A-Z]+)?", re.ASCII)
"""Commands and options within a sentence; their hyphens stay before them in Arabic too."""


class _Way:
    bidi: Setting = "auto"


def draw_as(setting: Setting) -> None:
    """Send terminals rows of this form from now on."""
    _Way.bidi = setting


def safe(text: str) -> str:
    """The text without control characters; its lines stay."""
    return text.replace("\r\n", "\n").translate(CONTROLS)


def isolated(text: str) -> str:
    """A text that takes no part in the direction of what stands around it; only a drawn page needs the marks."""
    return ISOLATE.format(text)


def filled(sentence: str, **values: object) -> str:
    """A sentence with its values, each in a direction of its own: a path or a number stays whole within Arabic."""
    return sentence.format(**{name: isolated(str(value)) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, so many cells wide on a terminal; elsewhere nothing is cut."""

    title: str
    width: int


class Page:
    """Writes to one stream, from top to bottom.

    A terminal that reorders Arabic by itself gets logical text too, and so does every other reader.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.rtl = current().rtl
        self.on_terminal = stream.isatty()
        self.drawn = self.on_terminal and _shaped()
        self.width = shutil.get_terminal_size().columns if self.on_terminal else WIDEST

    @classmethod
    def out(cls) -> Page:
        """Standard output."""
        return cls(sys.stdout)

    @classmethod
    def err(cls) -> Page:
        """Standard error."""
        return cls(sys.stderr)

    @property
    def base(self) -> Base:
        """The direction of the program's own sentences."""
        return "rtl" if self.rtl else "ltr"

    @property
    def prose_width(self) -> int:
        """How wide sentences are set."""
        return min(self.width, WIDEST)

    def put(self, row: str = "") -> None:
        """Write a row as it is."""
        self._stream.write(f"{row}\n")

    def line(self, text: str = "", *, indent: int = 0, base: Base | None = None) -> None:
        """Write a text; a terminal gets it wrapped, and set on the side it starts from."""
        for row in self.rows(text, self.prose_width - indent, base):
            self.put(self.beside(" " * indent, row, self.prose_width - indent))

    def entry(self, label: str, text: str, *, column: int, base: Base | None = None) -> None:
        """Write a text beside its label, which stands in a column of so many cells."""
        room = self.prose_width - column
        for number, row in enumerate(self.rows(text, room, base)):
            self.put(self.beside(self.cell("" if number else label, column), row, room))

    def rows(self, text: str, width: int, base: Base | None = None) -> Iterator[str]:
        """A text as rows of at most `width` cells; as the lines it has where nothing is drawn."""
        if not self.drawn:
            yield from safe(text).translate(ISOLATES).split("\n")
            return
        from agent_tui.arabic.layout import layout

        logical = TYPED.sub(lambda found: isolated(found[0]), safe(text))
        for row in layout(logical, width, base=base or self.base):
            yield " " * ((width - row.width) * row.rtl) + row.text

    def beside(self, label: str, row: str, width: int) -> str:
        """A row of a text with what stands before it, which is on the right in Arabic."""
        if self.drawn and self.rtl:
            return f"{self._padded(row, width)}{label}".rstrip()
        return f"{label}{row}".rstrip()

    def cell(self, text: str, width: int, *, last: bool = False) -> str:
        """A text alone in a cell; where it is drawn, what does not fit becomes an ellipsis."""
        clean = safe(text).replace("\n", " ")
        if not self.drawn:
            whole = clean.translate(ISOLATES)
            return whole if last else self._padded(whole, width)
        from agent_tui.arabic.layout import line

        shown = line(isolated(clean), width, base=self.base)
        return self._flush_right(shown, width) if self.rtl else self._padded(shown, width)

    def table_row(self, columns: Sequence[Column], texts: Sequence[str]) -> None:
        """Write one row of a table, each cell laid out on its own; Arabic tables begin on the right."""
        cells = [
            self.cell(text, column.width, last=column is columns[-1])
            for column, text in zip(columns, texts, strict=True)
        ]
        if self.drawn and self.rtl:
            row = (" " * GAP).join(reversed(cells))
            self.put(self._flush_right(row, self.width))
        else:
            self.put((" " * GAP).join(cells).rstrip())

    @staticmethod
    def _padded(row: str, width: int) -> str:
        from agent_tui.arabic.widths import cells

        return row + " " * (width - cells(row))

    @staticmethod
    def _flush_right(row: str, width: int) -> str:
        from agent_tui.arabic.widths import cells

        return " " * (width - cells(row)) + row


def _shaped() -> bool:
    from agent_tui.arabic.terminal import reorders_itself

    if _Way.bidi == "auto":
        return not reorders_itself(os.environ)
    return _Way.bidi == "app"
