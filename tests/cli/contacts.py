"""A centre with staff and a day of contacts, written through the desk as the screens would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from agent_tui.core.clock import Moment
from agent_tui.core.interaction import Interaction
from agent_tui.core.language import Gender, Language
from agent_tui.core.rules import RuleError
from agent_tui.core.script import Phrase
from agent_tui.core.vocabulary import Channel, Fault, Home, Mode, Mood, ReadBackResult, Stage, Verified
from agent_tui.desk import Desk
from agent_tui.journal import Journal, Person
from agent_tui.library import load, record_approvals
from agent_tui.places import Places

ROOT = Path(__file__).resolve().parents[2]
RIYADH = timezone(timedelta(hours=3))
MORNING = round(datetime(2026, 11, 22, 9, 0, tzinfo=RIYADH).timestamp() * 1000)
SERVICE = "delayed-request"
AR, EN = Language.ARABIC, Language.ENGLISH


@dataclass
class SlowClock:
    """A clock that moves by a second whenever it is read."""

    at: int = MORNING
    elapsed: int = 0

    def __call__(self) -> Moment:
        self.at += 1_000
        self.elapsed += 1_000
        return Moment(self.at, self.elapsed)


def scripts_into(folder: Path) -> Path:
    """A copy of the scripts, approved as they stand."""
    shutil.copytree(ROOT / "scripts", folder)
    record_approvals(folder, load(folder), "author", "approver", MORNING)
    return folder


@dataclass
class Centre:
    """One installation."""

    places: Places

    @contextmanager
    def desk(self, name: str | None = "Salma", *, mode: Mode = Mode.LIVE, at: int = MORNING) -> Iterator[Desk]:
        """A desk where somebody sits, who joins if need be."""
        library = load(self.places.scripts)
        self.places.data.mkdir(parents=True, exist_ok=True)
        clock = SlowClock(at)
        with Journal.open(self.places.journal, create=not self.places.journal.exists()) as live:
            contacts = live
            if mode is Mode.PRACTICE:
                contacts = Journal.open(self.places.practice, create=not self.places.practice.exists())
            desk = Desk(library, contacts, clock, mode=mode, people=live)
            if name is not None:
                known = [one for one in desk.staff.active() if one.name == name]
                desk.sit_down(known[0] if known else self.join(desk, name, "agent"))
            yield desk
            contacts.close()

    def join(self, desk: Desk, name: str, role: str) -> Person:
        """Somebody new, entered by whoever was first."""
        by = desk.staff.active()
        return desk.staff.add(name, role, AR, by=by[0].id if by else None)

    def staff(self, **roles: str) -> None:
        """People who join, by name and role."""
        with self.desk(None) as desk:
            for name, role in roles.items():
                self.join(desk, name, role)

    def angry(self, desk: Desk, language: Language = EN, *, name: str = "Huda", phone: str = "+966501234567") -> str:
        """An angry customer who accepts an option with a promise."""
        call = self.opened(desk, language)
        call.identify(name=name, phone=phone, gender=Gender.FEMALE, verified=Verified.YES)
        call.capture("request_no", "4521")
        call.note_mood(Mood.ANGRY)
        call.note_fault(Fault.OURS, believes_ours=True)
        call.add_note("Rang three times: [x] \x1b[31mred")
        call.finish_listening()
        call.read_back(ReadBackResult.CONFIRMED)
        call.advance()
        call.say(self.phrase(call, Home.APOLOGISE))
        call.advance()
        option = next(one for one in call.options() if one.promise is not None and not one.refusal)
        call.offer(option.id)
        call.accept(option.id)
        self.finish(call)
        return call.state.id

    def opened(self, desk: Desk, language: Language = EN) -> Interaction:
        """A contact that has just begun."""
        call = desk.begin(desk.library.scripts[SERVICE], Channel.PHONE, language)
        call.say(self.phrase(call, Home.GREETING))
        return call

    def finish(self, call: Interaction) -> None:
        """Thank, confirm the outcome and close."""
        while call.state.stage is not Stage.THANK:
            call.advance()
        call.say(self.phrase(call, Home.THANK))
        call.advance()
        call.close_matter()
        call.close()

    def phrase(self, call: Interaction, home: Home) -> Phrase:
        """A phrase that may be said now."""
        for one in call.script.phrases():
            if one.home is home and one.option is None:
                try:
                    call.wording(one)
                except RuleError:
                    continue
                return one
        raise AssertionError(f"no phrase for {home}")
