"""What every dialog shares: a framed box in the middle, Esc to leave it as it was."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from agent_tui.locale import N_
from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import Words, shown
from agent_tui.tui.widgets.key_bar import KeyBar

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """A question over the screen it was asked from; None is the answer of somebody who changed their mind."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Back"), tooltip=N_("Leave everything as it was"), id="dialog.leave"),
    ]

    def __init__(self, title: str, body: str | Content = "") -> None:
        super().__init__()
        self._title, self._body = title, body

    def framed(self) -> Vertical:
        """The box with its title and the text that explains what is asked."""
        box = Vertical(id="box")
        box.border_title = shown(self._title)
        return box

    def explained(self) -> Words:
        """The text that explains what is asked, gone where there is none."""
        words = Words(self._body, base=interface_base() if isinstance(self._body, Content) else "auto", id="body")
        words.display = bool(str(self._body))
        return words

    def foot(self) -> KeyBar:
        """The keys that work in the dialog."""
        return KeyBar()

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
