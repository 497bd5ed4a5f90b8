"""An app with whatever widgets a test is about."""

from collections.abc import Callable
from typing import Any

from textual.app import App, ComposeResult
from textual.widget import Widget

from agent_tui.arabic.layout import layout
from agent_tui.tui.text import SpeaksArabic


class ShowsText(SpeaksArabic):
    """An app with whatever widgets a test is about."""

    def __init__(self, *make: Callable[[], Widget]) -> None:
        super().__init__()
        self.make = make

    def compose(self) -> ComposeResult:
        for make in self.make:
            yield make()


def rows_of(app: App[Any]) -> list[str]:
    """The screen, row by row, without the blanks around."""
    return [line.text.strip() for line in app.screen._compositor.render_strips()]


def flush(text: str, width: int) -> list[str]:
    return [" " * (width - row.width if row.rtl else 0) + row.text for row in layout(text, width)]
