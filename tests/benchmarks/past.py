"""A hundred thousand interactions on disk, as a centre that calls back and keeps most promises would leave them."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, StreamType
from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Comeback, Outcome, Passage, Stage, Thanks
from agent_tui.journal import Journal
from agent_tui.places import Places, Preferences
from tests.journal.history import AGENTS, CONTENTS, Past

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
ME = AGENTS[0]
NOT_RUNG_BACK = 0.02
BATCH = 500
LATE_MS = 60_000


class AnsweredPast(Past):
    """The same past, but nearly every dropped line was rung back, and promises belong to members of staff."""

    def interaction(self) -> list[Event]:
        events = super().interaction()
        first, last = events[0], events[-1]
        if isinstance(last.fact, facts.Dropped) and self._draw.random() >= NOT_RUNG_BACK:
            self._at += LATE_MS
            of = first.stream.partition(":")[2]
            events += [
                self.event(StreamType.INTERACTION, of, first.by, fact)
                for fact in (
                    facts.Resumed(Comeback.WE_RANG, "clerk"),
                    facts.StageEntered(Stage.THANK, "m1", Passage.NEXT),
                    facts.MatterClosed("m1", Outcome.SOLVED, "backlog", "permits"),
                    facts.Closed(Thanks.SAID),
                )
            ]
        return [_owned(event) for event in events]


def _owned(event: Event) -> Event:
    fact = event.fact
    if isinstance(fact, facts.PromiseMade):
        return replace(event, fact=replace(fact, owner=f"staff:{fact.owner}"))
    return event


def fill(path: Path, interactions: int, *, seed: int = 0) -> None:
    """Make a journal with so many interactions, through the real append in big batches."""
    past, began = AnsweredPast(seed), time.perf_counter()
    with Journal.open(path, create=True) as journal:
        waiting = past.people()
        for number, events in enumerate(past.interactions(interactions), start=1):
            waiting += events
            if number % BATCH == 0:
                journal.append(waiting, CONTENTS)
                waiting = []
        journal.append(waiting, CONTENTS)
    print(f"{interactions} interactions written in {time.perf_counter() - began:.0f} s", file=sys.stderr)


def seat(data: Path, language: Language) -> Places:
    """The places of an installation where somebody sits already, and speaks this language."""
    places = Places(data, SCRIPTS)
    Preferences(language.value, ME, None).write(places.preferences)
    return places


@contextmanager
def filled(interactions: int, keep: Path | None = None) -> Iterator[Path]:
    """A data folder with so many interactions, gone afterwards; one that is kept is filled only once."""
    with TemporaryDirectory(prefix="agent-tui-bench-") as folder:
        data = keep or Path(folder)
        data.mkdir(parents=True, exist_ok=True)
        path = seat(data, Language.ENGLISH).journal
        if not path.exists():
            fill(path, interactions)
        yield data
