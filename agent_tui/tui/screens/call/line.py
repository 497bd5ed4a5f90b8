"""The ground the Call screen's acts stand on: the interaction, and the one way to act on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.reactive import var
from textual.screen import Screen

from agent_tui.core.interaction import Interaction
from agent_tui.core.next_step import NextStep, next_step
from agent_tui.core.state import State
from agent_tui.desk import Desk
from agent_tui.tui.acting import Acting
from agent_tui.tui.screens.ask import Ask
from agent_tui.tui.screens.choose import Choose
from agent_tui.tui.text import Words


class Line(Screen[None]):
    """A screen on a contact; `state` is what everything on it is drawn from."""

    state: var[State | None] = var(None)
    next: var[NextStep | None] = var(None)

    def __init__(self, desk: Desk, interaction: Interaction) -> None:
        super().__init__()
        self.desk, self.interaction = desk, interaction
        self.acting = Acting(self.app, self.follow, self.show_waiting, self.tell)

    def follow(self) -> None:
        """Draw what is on disk now."""
        self.state = self.interaction.state
        self.next = next_step(self.interaction.state, self.interaction.script)

    def show_waiting(self, text: str | None) -> None:
        """Say that something is not saved yet, or that it is."""

    def tell(self, text: str, *, good: bool = False) -> None:
        """Say something in the one place for it, until the next act."""
        words = self.query_one("#told", Words)
        words.update(text)
        words.display = bool(text)
        words.set_class(good, "-good")

    def act(self, call: Callable[[], Any]) -> bool:
        """Do an act of the agent's."""
        self.tell("")
        return self.acting.act(call)

    def ask(self, title: str, then: Callable[[str], Any], body: str = "", **how: Any) -> None:
        """Ask for a line and act on it."""

        def answered(text: str | None) -> None:
            if text is not None:
                self.act(lambda: then(text))

        self.app.push_screen(Ask(title, body, **how), answered)

    def choose(
        self,
        title: str,
        choices: list[tuple[Any, str]],
        then: Callable[[Any], Any],
        body: str = "",
        *,
        cursor: int = 0,
    ) -> None:
        """Offer a choice and act on it."""

        def chosen(choice: Any) -> None:
            if choice is not None:
                self.act(lambda: then(choice))

        self.app.push_screen(Choose(title, choices, body, cursor=cursor), chosen)
