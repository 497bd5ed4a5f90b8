"""Choosing one of a few: by its digit, with the arrows, or by the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from agent_tui.locale import N_
from agent_tui.tui.direction import interface_base
from agent_tui.tui.keys import letter
from agent_tui.tui.screens.dialog import Dialog
from agent_tui.tui.widgets.numbered import Numbered

Choice = TypeVar("Choice")


class Choose(Dialog[Choice], Generic[Choice]):
    """A few choices under a text; the digit alone is enough."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(letter(str(n)), f"pick({n})", show=False) for n in range(1, 10)),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "pick_cursor", N_("Choose"), tooltip=N_("Choose the marked line"), id="choose.pick"),
    ]

    def __init__(
        self, title: str, choices: Sequence[tuple[Choice, str]], body: str | Content = "", *, cursor: int = 0
    ) -> None:
        super().__init__(title, body)
        self._choices, self._cursor = choices, cursor

    def compose(self) -> ComposeResult:
        with self.framed():
            yield self.explained()
            with VerticalScroll(classes="choices", can_focus=False):
                for number, (_choice, words) in enumerate(self._choices, start=1):
                    yield Numbered(number, Content(words), interface_base())
            yield self.foot()

    def on_mount(self) -> None:
        """Mark the likeliest."""
        self._mark()

    def _mark(self) -> None:
        for row in self.query(Numbered):
            row.set_class(row.number == self._cursor + 1, "-cursor")
            if row.number == self._cursor + 1:
                row.scroll_visible(animate=False)

    @on(Numbered.Picked)
    def _clicked(self, event: Numbered.Picked) -> None:
        self.action_pick(event.number)

    def action_move(self, step: int) -> None:
        """Move the mark."""
        self._cursor = (self._cursor + step) % max(1, len(self._choices))
        self._mark()

    def action_pick_cursor(self) -> None:
        """Choose what is marked."""
        self.action_pick(self._cursor + 1)

    def action_pick(self, number: int) -> None:
        """Choose by number."""
        if 0 < number <= len(self._choices):
            self.dismiss(self._choices[number - 1][0])
