"""A text to read, copy and save: the summary of a contact, a composed message."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from agent_tui.locale import N_, _
from agent_tui.tui.direction import interface_base
from agent_tui.tui.keys import letter
from agent_tui.tui.text import Words
from agent_tui.tui.widgets.bar import Bar
from agent_tui.tui.widgets.key_bar import KeyBar


class Page(Screen[None]):
    """Shows a text; copying goes by OSC 52, which also reaches the clipboard over ssh."""

    CSS_PATH = "page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "leave", N_("done"), tooltip=N_("Leave this text"), id="page.leave"),
        Binding(letter("c"), "copy", N_("copy"), tooltip=N_("Copy the text to the clipboard"), id="page.copy"),
        Binding(letter("s"), "save", N_("save"), tooltip=N_("Save the text as a file"), id="page.save"),
    ]

    def __init__(self, title: str, text: str, hint: str, folder: Path, name: str) -> None:
        super().__init__()
        self._title, self._text, self._hint = title, text, hint
        self._folder, self._name = folder, name

    def compose(self) -> ComposeResult:
        yield Bar(id="title")
        yield Words(self._hint, base=interface_base(), id="hint")
        with VerticalScroll(id="sheet"):
            yield Words(self._text)
        yield KeyBar()

    def on_mount(self) -> None:
        """Say what this is."""
        self.query_one("#title", Bar).start = Content(f" {self._title}").stylize("bold")

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)

    def action_copy(self) -> None:
        """Copy the text to the clipboard."""
        self.app.copy_to_clipboard(self._text)
        self.app.notify(_("Copied. If pasting brings nothing, your terminal does not allow it: save instead (s)."))

    def action_save(self) -> None:
        """Save the text as a file."""
        path = self._folder / f"{self._name}.txt"
        try:
            path.write_text(f"{self._text}\n", "utf-8")
        except OSError as error:
            self.app.notify(_("Not saved: {reason}").format(reason=str(error)), severity="error")
            return
        self.app.notify(_("Saved as {path}").format(path=path))
