"""A single line to type into, in any language: the value stays in logical order, only the drawing knows its shape."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict, Unpack
from unicodedata import bidirectional

from rich.segment import Segment
from rich.text import Text
from textual.events import Key, Paste
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from agent_tui.tui.drawn.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType
    from rich.highlighter import Highlighter
    from textual.suggester import Suggester
    from textual.validation import Validator

    from agent_tui.arabic.layout import Base, Row

# Whatever would break the line or steer the terminal is one blank wide, so that indexes stay those of the value.
_BLANKS: dict[int, str] = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")
_STRONG = frozenset({"L", "R", "AL"})
# Vowel marks belong to the word they are written in, although a regular expression's \w does not take them.
_LETTER = "\\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"


class InputOptions(TypedDict, total=False):
    """What Input takes by name."""

    highlighter: Highlighter | None
    password: bool
    restrict: str | None
    type: Literal["integer", "number", "text"]
    max_length: int
    suggester: Suggester | None
    validators: Validator | Iterable[Validator] | None
    validate_on: Iterable[Literal["blur", "changed", "submitted"]] | None
    valid_empty: bool
    select_on_focus: bool
    name: str | None
    id: str | None
    classes: str | None
    disabled: bool
    tooltip: RenderableType | None
    compact: bool


class View(NamedTuple):
    """The line as it stands in the widget: its row of cells, and the column of the widget its column 0 is drawn in."""

    row: Row
    origin: int


class TextField(Input):
    """Textual's Input for text that may run from the right: typed letters join at once, and arrows go where they point.

    Messages, validators, suggester, restrictions and styles are those of Input; `value`, `selection` and
    `cursor_position` are in logical order. Backspace and Delete take one code point.
    """

    rtl: reactive[bool] = reactive(False)
    """Whether the interface runs from the right: where an empty field, or one of numbers alone, has its text."""
    base: reactive[Base] = reactive("auto")
    """The direction of the text; on its own it follows the first letter typed."""

    _WORD_START = re.compile(f"(?<=[^{_LETTER}])[{_LETTER}]")

    def __init__(
        self,
        value: str | None = None,
        placeholder: str = "",
        *,
        rtl: bool = False,
        base: Base = "auto",
        **options: Unpack[InputOptions],
    ) -> None:
        self._hidden = 0
        super().__init__(value, placeholder, **options)
        self.set_reactive(TextField.rtl, rtl)
        self.set_reactive(TextField.base, base)

    # What is drawn

    @property
    def _typed(self) -> str:
        """The value, or its bullets, as fit to draw."""
        return "•" * len(self.value) if self.password else self.value.translate(_BLANKS)

    @property
    def _offered(self) -> str:
        """The rest of the completion that is offered."""
        return self._suggestion[len(self.value) :].translate(_BLANKS) if self.has_focus and not self.password else ""

    @property
    def view(self) -> View:
        """The value laid out, with as much of its beginning hidden as brings the cursor into the field."""
        row, from_right = self._laid_out(self._typed + self._offered)
        room = max(1, self.scrollable_content_region.width)
        length = row.width + 1  # the cursor stands behind the last letter too
        cursor = row.column_of(self.cursor_position)
        walked = row.width - 1 - cursor if row.rtl else cursor  # from the first letter to the cursor
        self._hidden = min(self._hidden, max(0, length - room), walked)
        self._hidden = max(self._hidden, walked - room + 1)
        if row.rtl:
            return View(row, room - row.width + self._hidden)
        if from_right and length <= room:
            return View(row, room - length)
        return View(row, -self._hidden)

    def _laid_out(self, text: str) -> tuple[Row, bool]:
        """The row, and whether it belongs at the right side of the field."""
        # Imported late: no field is drawn before the screen it is on.
        from agent_tui.arabic.layout import layout

        base = self.base
        neutral = base == "auto" and not any(bidirectional(char) in _STRONG for char in text)
        if neutral:
            # Numbers and dates are read from the left in both languages, at the side where the interface begins.
            base = "rtl" if self.rtl and not text else "ltr"
        row = layout(text, base=base, marks=Prose.marks)[0]
        return row, row.rtl or (neutral and self.rtl)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if y != 0:
            return Strip.blank(width, self.rich_style)
        if not self.value:
            return self._strip(self._placeholder_view(), self._placeholder_text(), width)
        return self._strip(self.view, self._styled_text(), width)

    def _placeholder_view(self) -> View:
        row, from_right = self._laid_out(self.placeholder.translate(_BLANKS))
        room = max(1, self.scrollable_content_region.width)
        return View(row, room - row.width if from_right else 0)

    def _placeholder_text(self) -> Text:
        text = Text(self.placeholder.translate(_BLANKS) or " ")
        text.stylize(self.get_component_rich_style("input--placeholder"))
        if self.has_focus and self._cursor_visible:
            start, end = self._cluster(self._placeholder_view().row, 0)
            text.stylize(self.get_component_rich_style("input--cursor"), start, end)
        return text

    def _styled_text(self) -> Text:
        """The text drawn, styled by its logical indexes; a blank behind it is where the cursor stands at the end."""
        text = Text(self._typed)
        if self.highlighter is not None and not self.password:
            text = self.highlighter(text)
        text.append(self._offered, self.get_component_rich_style("input--suggestion")).append(" ")
        if self.has_focus:
            if not self.selection.is_empty:
                text.stylize_before(self.get_component_rich_style("input--selection"), *sorted(self.selection))
            if self._cursor_visible:
                start, end = self._cluster(self.view.row, self.cursor_position)
                text.stylize(self.get_component_rich_style("input--cursor"), start, end)
        return text

    @staticmethod
    def _cluster(row: Row, index: int) -> tuple[int, int]:
        """The code points drawn in one cell with this one, as lam and alef are; the blank at the end without one."""
        column = row.column_of(index)
        for cell in row.cells:
            if cell.width and cell.column == column:
                return cell.start, cell.end
        return row.end, row.end + 1

    def _strip(self, view: View, text: Text, width: int) -> Strip:
        styles = [segment.style for segment in text.render(self.app.console, end="") for _ in segment.text]
        row, origin = view
        end = Segment(" ", styles[-1]) if len(styles) > row.end else Segment("")
        cells = [(cell.display, styles[cell.start]) for cell in row.cells]
        drawn = [
            Segment("".join(display for display, _ in run), style)
            for style, run in groupby(cells, key=lambda item: item[1])
        ]
        drawn = [end, *drawn] if row.rtl else [*drawn, end]
        origin -= end.cell_length if row.rtl else 0
        strip = Strip([Segment(" " * max(0, origin)), *drawn])
        cropped = strip.crop(max(0, -origin), max(0, -origin) + width)
        return cropped.extend_cell_length(width).apply_style(self.rich_style)

    # Where things stand

    @property
    def _cursor_offset(self) -> int:
        """The column of the widget the cursor stands in; Input scrolls to it, and finds it in sight."""
        if not self.value:
            view = self._placeholder_view()
            return view.origin + view.row.column_of(0)
        view = self.view
        return view.origin + view.row.column_of(self.cursor_position)

    @property
    def cursor_screen_offset(self) -> Offset:
        x, y = self.content_region.offset
        return Offset(x + self._cursor_offset, y)

    def _cell_offset_to_index(self, offset: int) -> int:
        """The index whose letter stands in this column of the widget; the nearest one, beside the text."""
        if not self.value:
            return 0
        row, origin = self.view
        return min(row.index_at(offset - origin), len(self.value))

    @property
    def allow_horizontal_scroll(self) -> bool:
        """The field keeps its own window, counted from where the text starts: what is typed never moves it about."""
        return False

    @property
    def content_width(self) -> int:
        return max(1, self.scrollable_content_region.width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return self._laid_out(self._typed or self.placeholder.translate(_BLANKS))[0].width + 1

    # Keys

    async def _on_key(self, event: Key) -> None:
        """A bound key acts at once: by way of the app, a letter typed right behind an arrow would overtake it."""
        for bound in self._bindings.key_to_bindings.get(event.key, ()):
            if not bound.priority and await self.app.run_action(bound.action, self):
                event.stop()
                event.prevent_default()
                self._restart_blink()
                return

    def action_cursor_left(self, select: bool = False) -> None:
        self._step(-1, select)

    def action_cursor_right(self, select: bool = False) -> None:
        self._step(1, select)

    def _step(self, columns: int, select: bool) -> None:
        """Move to the next letter in that direction, whatever its language."""
        row = self._laid_out(self._typed)[0]
        here = row.column_of(self.cursor_position)
        if not (select or self.selection.is_empty):
            # An arrow leaves a selection at the side it points to.
            sides = sorted((row.column_of(index), index) for index in self.selection)
            self.cursor_position = sides[0 if columns < 0 else 1][1]
        elif not select and self._suggestion and self.cursor_at_end and columns == (-1 if row.rtl else 1):
            self.value = self._suggestion
            self.cursor_position = len(self.value)
        else:
            end = (row.column_of(row.end), row.end)
            stops = [end, *((cell.column, cell.start) for cell in row.cells if cell.width)]
            ahead = [stop for stop in stops if (stop[0] - here) * columns > 0]
            _, index = min(ahead, key=lambda stop: abs(stop[0] - here), default=(here, self.cursor_position))
            self.selection = Selection(self.selection.start if select else index, index)

    def action_home(self, select: bool = False) -> None:
        # Input forgets where a selection began when it is drawn out to an end.
        self.selection = Selection(self.selection.start if select else 0, 0)

    def action_end(self, select: bool = False) -> None:
        end = len(self.value)
        self.selection = Selection(self.selection.start if select else end, end)

    def action_cursor_left_word(self, select: bool = False) -> None:
        if self.view.row.rtl:
            super().action_cursor_right_word(select)
        else:
            super().action_cursor_left_word(select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        if self.view.row.rtl:
            super().action_cursor_left_word(select)
        else:
            super().action_cursor_right_word(select)

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self._paste(event.text)

    def action_paste(self) -> None:
        self._paste(self.app.clipboard)

    def _paste(self, text: str) -> None:
        """Put what was copied in place of the selection, its line ends as blanks."""
        line = " ".join(text.strip("\r\n").splitlines()).translate(_BLANKS)
        if line:
            self.replace(line, *self.selection)
