"""A logical text as rows of terminal cells, with the maps between index and column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from agent_tui.arabic.clusters import Cluster, clusters
from agent_tui.arabic.levels import Base, mirror_images, resolve, row_levels, visual_order
from agent_tui.arabic.wrapping import wrap

__all__ = ["Base", "Cell", "Row", "layout", "line"]

ELLIPSIS = "…"


class Cell(NamedTuple):
    """One drawn cluster: logical indexes in the whole text, column from the row's left edge, UAX #9 level."""

    display: str
    start: int
    end: int
    column: int
    width: int
    level: int


@dataclass(frozen=True, slots=True)
class Row:
    """A visual row: the range of the whole text it covers, hanging blanks and newline included, and what it draws.

    `last` is the logical index of the cursor at the row's end: before its newline, and where the text wraps, on the
    row's last cluster, because the index after that is on the next row.
    """

    start: int
    end: int
    width: int
    rtl: bool
    cells: tuple[Cell, ...]
    last: int

    @property
    def text(self) -> str:
        """The row as drawn: presentation forms in visual order, brackets mirrored."""
        return "".join([cell.display for cell in self.cells])

    def column_of(self, index: int) -> int:
        """Column of the block cursor for a logical index; at the end -1 in a right-to-left row, else `width`."""
        after = [cell for cell in self.cells if cell.end > index]
        if after:
            return min(after, key=lambda cell: cell.start).column
        return -1 if self.rtl else self.width

    def index_at(self, column: int) -> int:
        """Logical index of the cell at a column; a column outside the row means the nearer end of its text."""
        if 0 <= column < self.width:
            return next(cell.start for cell in self.cells if column < cell.column + cell.width)
        return self.last if (column < 0) == self.rtl else self.start


@lru_cache(maxsize=1024)
def layout(text: str, width: int = 0, *, base: Base = "auto", marks: bool = False) -> tuple[Row, ...]:
    """Rows of a text, at least one; paragraphs end at newlines and wrap at `width` cells (0: they do not)."""
    rows: list[Row] = []
    start = 0
    for paragraph in text.split("\n"):
        rows += _Paragraph(paragraph, base, marks).rows(width, start)
        start = rows[-1].end + 1
        if start <= len(text):
            rows[-1] = replace(rows[-1], end=start)
    return tuple(rows)


@lru_cache(maxsize=1024)
def line(text: str, width: int = 0, *, base: Base = "auto") -> str:
    """The text drawn on one row, newlines as blanks; what exceeds `width` cells becomes an ellipsis (0: nothing)."""
    return _Paragraph(text.replace("\n", " "), base, marks=False).label(width)


class _Paragraph:
    """One paragraph with its levels and clusters, from which any part can be drawn as a row."""

    def __init__(self, text: str, base: Base, marks: bool) -> None:
        self.text = text
        self.base, self.levels = resolve(text, base)
        self.clusters = clusters(text, marks=marks)

    def rows(self, width: int, offset: int) -> Iterator[Row]:
        """Rows of at most `width` cells; `offset` is where the paragraph begins in the whole text."""
        for first, drawn, end in wrap(self.text, self.clusters, width):
            here = self.clusters[first:drawn]
            start = self._start_of(first)
            stop = self._start_of(end)
            cells = self._cells(here, start, stop, offset)
            yield Row(
                start=offset + start,
                end=offset + stop,
                width=sum(cluster.width for cluster in here),
                rtl=self.base == 1,
                cells=cells,
                last=offset + (stop if end == len(self.clusters) else self.clusters[end - 1].start),
            )

    def label(self, width: int) -> str:
        """One row of at most `width` cells (0: any), its logical end cut where it is wider."""
        count = len(self.clusters)
        total = sum(cluster.width for cluster in self.clusters)
        room = width or total
        while total > room and self.clusters[count - 1].display in {" ", ""}:
            count -= 1
            total -= self.clusters[count].width
        cut = total > room
        while cut and count and (total >= room or self.clusters[count - 1].display == " "):
            count -= 1
            total -= self.clusters[count].width
        drawn = "".join([cell.display for cell in self._cells(self.clusters[:count], 0, self._start_of(count), 0)])
        if not cut:
            return drawn
        return ELLIPSIS + drawn if self.base else drawn + ELLIPSIS

    def _start_of(self, cluster: int) -> int:
        return self.clusters[cluster].start if cluster < len(self.clusters) else len(self.text)

    def _cells(self, row: Sequence[Cluster], start: int, end: int, offset: int) -> tuple[Cell, ...]:
        reset = row_levels(self.text, self.levels, self.base, start, end)
        levels = [reset[cluster.start - start] for cluster in row]
        images = mirror_images() if any(level & 1 for level in levels) else {}
        cells: list[Cell] = []
        column = 0
        for index in visual_order(levels):
            display, first, after, width = row[index]
            if not width:
                continue
            level = levels[index]
            if level & 1 and display[0] in images:
                display = images[display[0]] + display[1:]
            cells.append(Cell(display, offset + first, offset + after, column, width, level))
            column += width
        return tuple(cells)
