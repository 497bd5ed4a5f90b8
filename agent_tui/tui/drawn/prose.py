"""Text in logical order that is laid out, Arabic included, for the width it is drawn at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.content import Content, Span
from textual.strip import Strip
from textual.style import Style

from agent_tui.tui.drawn.place import Place

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.selection import Selection
    from textual.visual import RenderOptions

    from agent_tui.arabic.layout import Base, Cell, Row
    from agent_tui.tui.drawn.table_cell import TableCell

# What calls for laying out: right-to-left letters, their presentation forms, and characters that steer direction.
_TURNS = re.compile(
    "[\u0590-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# A control character is drawn as a blank: a terminal would obey it. Textual breaks lines at the newline alone.
_BLANKS: dict[int, str] = {code: " " for code in (*range(32), *range(127, 160)) if code != ord("\n")}
_BLANKS |= {0x2028: "\n", 0x2029: "\n"}


class Line(NamedTuple):
    """A row to draw, and how far its indexes lie from those of the whole text."""

    row: Row
    shift: int


class Drawn(NamedTuple):
    """A row in visual order, for places that would take logical text apart; and whether it runs from the right."""

    content: Content
    rtl: bool


class Prose(Content):
    """Text and styled spans in logical order; only the drawing of it knows where the letters stand.

    It is a Content, so it goes wherever Textual takes one: Static, Label, Button, tooltip, option, table cell, border
    title, toast. Selected text comes back in logical order. Text without a right-to-left letter is drawn by Textual.
    """

    marks: ClassVar[bool] = False
    """Whether the vowel marks are drawn; a setting of the whole program."""

    def __init__(
        self,
        text: str = "",
        spans: list[Span] | None = None,
        cell_length: int | None = None,
        strip_control_codes: bool = True,
        *,
        base: Base = "auto",
    ) -> None:
        text = text.translate(_BLANKS) if strip_control_codes else text
        super().__init__(text, spans, cell_length, strip_control_codes=False)
        self.base: Base = base
        self.turns = base == "rtl" or _TURNS.search(text) is not None

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        if not self.turns:
            return super().get_optimal_width(rules, container_width)
        return self.cell_length + rules.get("line_pad", 0) * 2

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self._lines(rules, width)) if self.turns else super().get_height(rules, width)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        if not self.turns:
            return super().render_strips(width, height, style, options)
        if not width:
            return []
        styles = self._styles(style, options)
        lines = self._lines(options.rules, width)[:height]
        return [self._strip(line, width, style, styles, options.rules) for line in lines]

    @property
    def cell_length(self) -> int:
        return max(row.width for row in self._rows(0)) if self.turns else super().cell_length

    def truncate(self, max_width: int, *, ellipsis: bool = False, pad: bool = False) -> Content:
        """The text as drawn in one row, cut at its logical end: what a border title asks for."""
        if not self.turns:
            return super().truncate(max_width, ellipsis=ellipsis, pad=pad)
        return self.drawn(max_width, ellipsis=ellipsis).content.truncate(max_width, pad=pad)

    def stylize(self, style: Style | str, start: int = 0, end: int | None = None) -> Prose:
        return self._with(super().stylize(style, start, end))

    def stylize_before(self, style: Style | str, start: int = 0, end: int | None = None) -> Prose:
        return self._with(super().stylize_before(style, start, end))

    def __rich__(self) -> TableCell:
        from agent_tui.tui.drawn.table_cell import TableCell

        return TableCell(self)

    def drawn(self, width: int = 0, *, ellipsis: bool = True) -> Drawn:
        """One row as plain Content in visual order, cut to width when one is given: for places that take it apart."""
        whole = self._with(Content(self.plain.replace("\n", " "), list(self.spans), strip_control_codes=False))
        if not self.turns:
            content = Content(whole.plain, list(whole.spans), strip_control_codes=False)
            return Drawn(content.truncate(width or content.cell_length, ellipsis=ellipsis), rtl=False)
        return whole._as_drawn(whole._cut(whole._rows(0)[0], width, ellipsis=ellipsis))

    def drawn_rows(self, width: int) -> list[Drawn]:
        """Every row at this width as plain Content in visual order."""
        return [self._as_drawn(Line(row, 0)) for row in self._rows(width)]

    def _with(self, content: Content) -> Prose:
        return Prose(content.plain, list(content.spans), strip_control_codes=False, base=self.base)

    def _rows(self, width: int) -> tuple[Row, ...]:
        # Imported late: an interface in English alone never needs it.
        from agent_tui.arabic.layout import layout

        return layout(self.plain, width, base=self.base, marks=self.marks)

    def _lines(self, rules: RulesMap, width: int) -> list[Line]:
        width = max(1, width - rules.get("line_pad", 0) * 2)
        overflow = rules.get("text_overflow", "fold")
        if rules.get("text_wrap", "wrap") == "nowrap" and overflow != "fold":
            return [self._cut(row, width, ellipsis=overflow == "ellipsis") for row in self._rows(0)]
        return [Line(row, 0) for row in self._rows(width)]

    def _cut(self, row: Row, width: int, *, ellipsis: bool) -> Line:
        """The row with as much of its logical beginning as fits."""
        if not width or row.width <= width:
            return Line(row, 0)
        from agent_tui.arabic.layout import layout

        room, end = width - ellipsis, row.start
        for cell in sorted(row.cells, key=lambda cell: cell.start):
            if (room := room - cell.width) < 0:
                break
            end = cell.end
        kept = self.plain[row.start : end].rstrip() + ("…" if ellipsis else "")
        return Line(layout(kept, 0, base="rtl" if row.rtl else "ltr", marks=self.marks)[0], row.start)

    def _as_drawn(self, line: Line) -> Drawn:
        cells = [cell for cell in line.row.cells if cell.display]
        placed = list(pairwise(accumulate((len(cell.display) for cell in cells), initial=0)))
        spans: list[Span] = []
        for span in self.spans:
            inside = [span.start <= cell.start + line.shift < span.end for cell in cells]
            for styled, run in groupby(zip(inside, placed, strict=True), lambda item: item[0]):
                if styled:
                    letters = [letter for _, letter in run]
                    spans.append(Span(letters[0][0], letters[-1][1], span.style))
        content = Content("".join(cell.display for cell in cells), spans, strip_control_codes=False)
        return Drawn(content, line.row.rtl)

    def _styles(self, style: Style, options: RenderOptions) -> list[Style]:
        """The style of every letter, by its logical index."""
        content: Content = self
        if options.post_style is not None:
            content = content.stylize(options.post_style)
        if options.selection is not None and options.selection_style is not None:
            content = content.stylize(options.selection_style, *self._selected(options.selection))
        styles: list[Style] = []
        for text, own in content.render(style, end="", parse_style=options.get_style):
            styles += [style + own] * len(text)
        return styles

    def _selected(self, selection: Selection) -> tuple[int, int]:
        starts = [0, *(match.end() for match in re.finditer("\n", self.plain))]

        def index(offset: tuple[int, int] | None, default: int) -> int:
            return default if offset is None else starts[min(offset[1], len(starts) - 1)] + offset[0]

        return index(selection.start, 0), index(selection.end, len(self.plain))

    def _strip(self, line: Line, width: int, style: Style, styles: list[Style], rules: RulesMap) -> Strip:
        row, shift = line
        first = self.plain.rfind("\n", 0, row.start + shift) + 1
        paragraph = self.plain.count("\n", 0, first)
        segments: list[Segment] = []
        for cells, own, step in _runs(row.cells, lambda cell: styles[cell.start + shift]):
            x = cells[0].start + shift - first
            place = Place(x, step) if step < 0 else x
            segments.append(
                Segment("".join(cell.display for cell in cells), own.rich_style_with_offset(place, paragraph))
            )
        if left := self._left_of(row, width, rules):
            # A click on the blank beside the row means its near end.
            x = (row.last if row.rtl else row.start) + shift - first
            blank = style.background_style.rich_style_with_offset(Place(x, 0), paragraph)
            segments.insert(0, Segment(" " * left, blank))
        strip = Strip(segments, left + row.width)
        # A centred row fills its width, or content-align would centre it once more.
        centred = rules.get("text_align") == "center"
        return strip.extend_cell_length(width, style.background_style.rich_style) if centred else strip

    @staticmethod
    def _left_of(row: Row, width: int, rules: RulesMap) -> int:
        pad = rules.get("line_pad", 0)
        room = max(0, width - row.width - pad * 2)
        match rules.get("text_align", "start"):
            case "center":
                return pad + room // 2
            case "right":
                return pad + room
            case "end":
                return pad + (0 if row.rtl else room)
        # Textual's "left" is only its word for the start of a row.
        return pad + (room if row.rtl else 0)


def _runs(cells: tuple[Cell, ...], style_of: Callable[[Cell], Style]) -> Iterator[tuple[list[Cell], Style, int]]:
    """Neighbours of one style whose indexes step by one: few segments to send, and every letter still found."""
    run: list[Cell] = []
    style, step = Style.null(), 0
    for cell in cells:
        if not cell.display:
            continue
        own = style_of(cell)
        if run:
            stride = cell.start - run[-1].start
            if own == style and stride in ((step,) if step else (1, -1)) and len(run[-1].display) == 1:
                run.append(cell)
                step = stride
                continue
            yield run, style, step
        run, style, step = [cell], own, 0
    if run:
        yield run, style, step
