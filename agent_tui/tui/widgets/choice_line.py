"""One of a few values on one row, turned with the arrows or the blank key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import one_line

Value = TypeVar("Value")


class ChoiceLine(Widget, Generic[Value], can_focus=True):
    """Shows the value chosen between two arrows."""

    DEFAULT_CSS = """
    ChoiceLine { height: 1; width: 1fr; background: $surface; }
    ChoiceLine:focus { background: $primary 30%; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn(1)", show=False),
        Binding("right", "point(1)", show=False),
        Binding("left", "point(-1)", show=False),
    ]

    chosen: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        line: ChoiceLine[object]

    def __init__(self, choices: Sequence[tuple[Value, str]], value: Value, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._choices = list(choices)
        values = [one for one, _words in choices]
        self.set_reactive(ChoiceLine.chosen, values.index(value) if value in values else 0)

    @property
    def value(self) -> Value:
        """The value chosen."""
        return self._choices[self.chosen][0]

    def render(self) -> Content:
        base = interface_base()
        before, behind = ("▸", "◂") if base == "rtl" else ("◂", "▸")
        words = one_line(Content(f"{before} {self._choices[self.chosen][1]} {behind}"), base=base)
        pad = Content(" " * max(0, self.content_size.width - words.cell_length))
        return Content("").join([pad, words] if base == "rtl" else [words])

    def action_turn(self, step: int) -> None:
        """Choose the next value, or the one before."""
        self.chosen = (self.chosen + step) % len(self._choices)
        self.post_message(self.Changed(self))  # type: ignore[arg-type]  # of any value

    def action_point(self, step: int) -> None:
        """Choose what the arrow points at."""
        self.action_turn(-step if interface_base() == "rtl" else step)

    def on_click(self, event: Click) -> None:
        """Choose the next value."""
        event.stop()
        self.action_turn(1)
