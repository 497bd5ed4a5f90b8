"""A numbered line that is picked by its digit, by the mouse, or with the cursor on it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message

from agent_tui.arabic.layout import Base
from agent_tui.locale import current
from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import Words


class Numbered(Horizontal):
    """One line of SAY: its digit at the start side, its words beside it."""

    DEFAULT_CSS = """
    Numbered { height: auto; }
    Numbered > .digit { width: 3; }
    Numbered > .words { width: 1fr; }
    """

    @dataclass
    class Picked(Message):
        """Somebody picked the line with this number, counted from 1."""

        number: int

    def __init__(self, number: int, words: Content, base: Base, *, classes: str = "") -> None:
        digit = Words(Content(f"{number}").stylize("bold $text-accent"), base=interface_base(), classes="digit")
        body = Words(words, base=base, classes="words")
        super().__init__(*((body, digit) if current().rtl else (digit, body)), classes=classes)
        self.number, self._body = number, body

    def show(self, words: Content, base: Base, *, classes: str = "") -> None:
        """Draw other words on the same line."""
        self.set_classes(classes)
        self._body.base = base
        self._body.update(words)

    def on_click(self, event: events.Click) -> None:
        """Pick the line."""
        event.stop()
        self.post_message(self.Picked(self.number))
