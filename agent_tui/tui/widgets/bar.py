"""A one-row bar with a text at its start and one at its end, mirrored where the interface runs from the right."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import one_line


class Bar(Widget):
    """Two texts on one row; the one at the start gives way when both do not fit."""

    DEFAULT_CSS = "Bar { height: 1; }"

    start: reactive[Content] = reactive(Content(""))
    end: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        base, width = interface_base(), self.content_size.width
        end = one_line(self.end, base=base)
        start = one_line(self.start, max(1, width - cell_len(end.plain) - 1), base=base)
        gap = Content(" " * max(1, width - cell_len(start.plain) - cell_len(end.plain)))
        return Content("").join([end, gap, start] if base == "rtl" else [start, gap, end])
