"""What keeps the program from opening, and what to do about it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from agent_tui.locale import N_, _
from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import Words, shown
from agent_tui.tui.widgets.key_bar import KeyBar


class TroubleScreen(Screen[None]):
    """Nothing can be recorded as things stand, so nothing else is offered."""

    CSS_PATH = "page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,enter", "app.quit", N_("quit"), tooltip=N_("Leave the program"), id="trouble.quit"),
    ]

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet") as sheet:
            sheet.border_title = shown(_("The program cannot open"))
            yield Words("\n\n".join(self._lines), base=interface_base())
        yield KeyBar()
