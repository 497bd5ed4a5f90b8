"""Finding the service by typing what people call it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click
from textual.message import Message

from agent_tui.core.language import in_language
from agent_tui.locale import _, current
from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import Words
from agent_tui.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from agent_tui.arabic.layout import Base
    from agent_tui.core.script import Script

MOST = 6


class FoundLine(Words):
    """A service found, taken by a click."""

    @dataclass
    class Picked(Message):
        """Somebody clicked the line at this place, counted from 0."""

        place: int

    def __init__(self, place: int, title: str, base: Base) -> None:
        super().__init__(title, base=base)
        self.place = place

    def on_click(self, event: Click) -> None:
        """Take the line."""
        event.stop()
        self.post_message(self.Picked(self.place))


class ScriptFinder(Vertical):
    """A line to type in, and the services it may mean; Enter takes the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Somebody chose a service."""

        script: Script

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self.find: Callable[[str], tuple[Script, ...]] | None = None
        self._found: tuple[Script, ...] = ()
        self._cursor = 0

    def compose(self) -> ComposeResult:
        yield TextField(
            placeholder=_("Type the service, or what the customer calls it"), rtl=current().rtl, id="wanted"
        )
        yield Vertical(id="found")

    async def on_mount(self) -> None:
        """Take typing at once."""
        await self.look()

    async def look(self) -> None:
        """Look again for what is typed."""
        typed = self.query_one("#wanted", TextField).value
        self._found = self.find(typed)[:MOST] if self.find is not None else ()
        self._cursor = 0
        found = self.query_one("#found", Vertical)
        base = interface_base()
        rows = [FoundLine(place, in_language(one.title, current()), base) for place, one in enumerate(self._found)]
        async with found.batch():
            await found.remove_children()
            await found.mount_all(rows)
        self._mark()

    def _mark(self) -> None:
        for row in self.query(FoundLine):
            row.set_class(row.place == self._cursor, "-cursor")

    def action_move(self, step: int) -> None:
        """Mark the next or the former service."""
        self._cursor = max(0, min(self._cursor + step, len(self._found) - 1))
        self._mark()

    def clear(self) -> None:
        """Begin anew."""
        self.query_one("#wanted", TextField).value = ""

    @on(TextField.Changed)
    async def _changed(self, event: TextField.Changed) -> None:
        event.stop()
        await self.look()

    @on(TextField.Submitted)
    def _submitted(self, event: TextField.Submitted) -> None:
        event.stop()
        if self._found:
            self.post_message(self.Chosen(self._found[self._cursor]))

    def on_found_line_picked(self, event: FoundLine.Picked) -> None:
        """Take the service that was clicked."""
        event.stop()
        self.post_message(self.Chosen(self._found[event.place]))
