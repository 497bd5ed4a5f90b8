"""The program at work under a test: keys in, what the screen tells out, and what its journal holds."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar
from unittest.mock import patch

from rich.cells import cell_len
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from agent_tui.arabic.layout import line
from agent_tui.core.clock import Clock, Moment
from agent_tui.core.events.fact import Event
from agent_tui.core.fold import replay
from agent_tui.core.language import Language
from agent_tui.core.state import State
from agent_tui.core.vocabulary import Stage
from agent_tui.desk import Desk, Staff
from agent_tui.journal import Journal, Person, SystemClock, new_id
from agent_tui.library import Library
from agent_tui.places import Places, Preferences
from agent_tui.tui.app import AgentApp
from agent_tui.tui.screens.call import CallScreen
from agent_tui.tui.text import Words
from agent_tui.tui.widgets.bar import Bar

SMALL, LARGE = (80, 24), (120, 40)
NAMES = {Language.ARABIC: "سلمى", Language.ENGLISH: "Salma"}
Kind = TypeVar("Kind", bound=Screen[Any])


class StandingClock:
    """A clock that moves when it is told to; it begins on a working Tuesday morning."""

    def __init__(self, at: int = 1_794_902_400_000) -> None:  # 2026-11-17 08:00 UTC, 11:00 in Riyadh
        self.began = self.at = at

    def __call__(self) -> Moment:
        return Moment(self.at, self.at - self.began)

    def pass_by(self, seconds: float) -> None:
        """Let time go by."""
        self.at += round(seconds * 1000)


def employ(places: Places, library: Library, language: Language, *, role: str = "agent", name: str = "") -> Person:
    """Somebody who works here already, and whom this computer knows."""
    places.data.mkdir(parents=True, exist_ok=True)
    with Journal.open(places.journal, create=not places.journal.exists()) as journal:
        staff = Staff(journal, library.organisation, SystemClock(), new_id())
        person = staff.add(name or NAMES[language], role, language)
    Preferences(language=language.value, person=person.id).write(places.preferences)
    return person


@dataclass
class AtWork:
    """A running program and the hand on its keyboard."""

    app: AgentApp
    pilot: Pilot[Any]

    @property
    def desk(self) -> Desk:
        assert self.app.desk is not None
        return self.app.desk

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    def on(self, kind: type[Kind]) -> Kind:
        """The present screen, which is of this kind."""
        assert isinstance(self.app.screen, kind), f"on {self.app.screen!r}:\n{self.picture()}"
        return self.app.screen

    async def press(self, *keys: str) -> None:
        """Press keys by name, and wait until all has come of them."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Type a text into the focused line."""
        await self.pilot.press(*(" " if char == " " else char for char in text))
        await self.pilot.pause()

    async def until(self, holds: Any, tries: int = 400) -> None:
        """Wait until something holds; a slow computer only waits longer."""
        for _ in range(tries):
            if holds():
                return
            await self.pilot.pause(0.025)
        raise AssertionError(f"never came\n{self.picture()}")

    def rows(self) -> list[str]:
        """What stands on the screen, row by row."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def picture(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.rows())

    def shows(self, *texts: str) -> bool:
        """Whether all of these texts stand on the screen, each drawn in one row."""
        rows = self.rows()
        return all(any(drawn(text) in row for row in rows) for text in texts)

    def words(self, selector: str) -> str:
        """The text of one widget as it was given, "" where it is not shown."""
        widget = self.app.screen.query_one(selector)
        if not widget.display:
            return ""
        if isinstance(widget, Bar):
            return f"{widget.start.plain} | {widget.end.plain}"
        assert isinstance(widget, Words)
        return str(widget.content)

    @property
    def told(self) -> str:
        """What the Call screen tells in the one place for it."""
        return self.words("#told")

    @property
    def onward(self) -> str:
        """What the foot says Enter does, and whether something is not saved yet."""
        return self.words("#onward")

    @property
    def toasts(self) -> list[str]:
        """The notices shown."""
        return [str(one.message) for one in self.app._notifications]

    @property
    def call(self) -> CallScreen:
        return next(one for one in reversed(self.app.screen_stack) if isinstance(one, CallScreen))

    @property
    def state(self) -> State:
        """The contact's state, folded from what is on disk."""
        return replay(self.events())

    def stage(self) -> Stage:
        """The stage the contact stands at on disk."""
        return self.state.stage

    def events(self) -> tuple[Event, ...]:
        """The contact's events as they are on disk."""
        return self.desk.journal.events(f"interaction:{self.call.interaction.state.id}")

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events()]

    async def begin(self, typed: str) -> None:
        """Find a service on Home and take a contact with it."""
        await self.write(typed)
        await self.press("enter")
        await self.until(lambda: isinstance(self.app.screen, CallScreen))

    async def to_solve(self, *, angry: bool = False) -> None:
        """Walk from the greeting to Solve; angry ones are apologised to."""
        await self.press("1", *(["m", "m"] if angry else []), "enter")
        await self.write("4521")
        await self.press("enter", "escape", "enter", "enter")
        if angry:
            await self.press("enter", "enter")


def drawn(text: str) -> str:
    """A text as it stands in a row of the screen: joined letters, in visual order."""
    return line(text, base="rtl" if any("\u0600" <= char <= "\u06ff" for char in text) else "ltr")


def too_wide(rows: Iterable[str], width: int) -> list[str]:
    """The rows that run over the edge of the screen."""
    return [row for row in rows if cell_len(row) > width]


@asynccontextmanager
async def at_work(
    places: Places,
    *,
    language: Language | None = None,
    size: tuple[int, int] = SMALL,
    clock: Clock | None = None,
    seated: bool = True,
) -> AsyncIterator[AtWork]:
    """The program in a terminal of this size, opened, with somebody at the desk where they should be."""
    app = AgentApp(places, language=language, clock=clock)
    # Between two looks whether the program is idle Pilot sleeps long: most of a test's time, many keys on.
    quick = patch.multiple("textual._wait", SLEEP_GRANULARITY=1 / 150, SLEEP_IDLE=1 / 1500)
    with quick:
        async with app.run_test(size=size, notifications=True) as pilot:
            work = AtWork(app, pilot)
            await work.until(lambda: app.desk is not None or len(app.screen_stack) > 1)
            if seated:
                await work.until(lambda: app.desk is not None and app.desk.person is not None)
            await pilot.pause()
            for line_ in app.screen.query(Input):
                line_.cursor_blink = False
            yield work
