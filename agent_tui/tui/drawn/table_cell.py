"""Text for the places that still draw with Rich: tables and trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.measure import Measurement
from rich.text import Text
from textual.style import Style

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

    from agent_tui.tui.drawn.prose import Drawn, Prose


class TableCell:
    """Prose as a Rich renderable: it wraps to its column, or is cut to one row where the table says so."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(1, self.prose.cell_length)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.no_wrap:
            yield rich_text(self.prose.drawn(options.max_width))
        else:
            yield from map(rich_text, self.prose.drawn_rows(options.max_width))


def rich_text(drawn: Drawn) -> Text:
    """A drawn row as Rich text, flush right when it runs from there."""
    content, rtl = drawn
    text = Text(content.plain, no_wrap=True, justify="right" if rtl else "left")
    for start, end, style in content.spans:
        text.stylize((Style.parse(style) if isinstance(style, str) else style).rich_style, start, end)
    return text
