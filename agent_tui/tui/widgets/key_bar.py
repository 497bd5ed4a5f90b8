"""The keys that work here and now, at the foot of every screen."""

from __future__ import annotations

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from agent_tui.locale import _
from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import one_line

KEY_NAMES = {"enter": "⏎", "escape": "Esc", "slash": "/", "plus": "+", "tab": "⇥", "up": "↑", "down": "↓", "space": "␣"}


def key_name(key: str) -> str:
    """A key as it is written on a keyboard."""
    first = key.split(",", maxsplit=1)[0]
    if first.startswith("ctrl+"):
        return f"^{first[5:].upper()}"
    return KEY_NAMES.get(first, first.upper() if first.startswith("f") and first[1:].isdigit() else first)


class KeyBar(Widget):
    """Draws the screen's shown bindings in their order; a click presses the key."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $panel; }"

    turn: reactive[int] = reactive(0)
    """Counts up to have the bar drawn anew."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._spots: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow what the screen can do."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def bindings(self) -> list[Binding]:
        """What is shown: each action once, in the order the screen declares."""
        found: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled and active.binding.description:
                found.setdefault(active.binding.action, active.binding)
        return list(found.values())

    def render(self) -> Content:
        base, width = interface_base(), self.content_size.width
        parts: list[Content] = []
        self._spots, column = [], 1
        for binding in self.bindings():
            key, words = key_name(binding.key_display or binding.key), _(binding.description)
            # An isolate: in a line from the right, ^Q would read Q^.
            part = one_line(
                Content("").join([Content(f"\u2066{key}\u2069").stylize("bold $text-accent"), Content(f" {words}")]),
                base=base,
            )
            length = cell_len(part.plain)
            if column + length + 2 > width:
                break
            self._spots.append((column, column + length, binding.action))
            parts.append(part)
            column += length + 2
        if base == "rtl":
            self._spots = [(width - right, width - left, action) for left, right, action in self._spots]
            line = Content("  ").join(reversed(parts))
            return Content(" ").join([Content(" " * max(0, width - cell_len(line.plain) - 2)), line])
        return Content("").join([Content(" "), Content("  ").join(parts)])

    async def on_click(self, event: Click) -> None:
        """Do what was clicked."""
        for left, right, action in self._spots:
            if left <= event.x < right:
                await self.screen.run_action(action)
                return
