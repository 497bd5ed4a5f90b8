"""kill -9 at any moment: what was acknowledged is there, the chain holds, and the contact is offered where it stood."""

from __future__ import annotations

import base64
import os
import pickle
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pytest

from agent_tui.core.events.fact import Event, StreamType
from agent_tui.core.fold import replay
from agent_tui.core.language import Language
from agent_tui.core.state import State
from agent_tui.core.vocabulary import Comeback
from agent_tui.desk import Desk
from agent_tui.journal import Journal, SystemClock
from agent_tui.library import Library, load
from tests.crash.agent import by_stream
from tests.e2e.library import approved

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

ROOT = Path(__file__).resolve().parents[2]
SEED = int(os.environ.get("AGENT_TUI_SEED", "2026"))


class Lives:
    """The server, and one life after another."""

    def __init__(self, scripts: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.server", str(scripts)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._orders: IO[bytes] = self.process.stdin
        self._told: IO[bytes] = self.process.stdout
        assert self._line() == ["ready"]

    def run(self, data: Path, seed: int, *, events: int, microseconds: int) -> list[Event]:
        """Begin a life, kill it so long after it acknowledged so many events, and answer all it acknowledged."""
        self._orders.write(f"{data}\t{seed}\n".encode())
        self._orders.flush()
        word, pid = self._line()
        assert word == "begun"
        found: list[Event] = []
        while len(found) < events:
            line = self._line()
            assert line != ["ended"], "the life ended by itself"
            found += self._acknowledged(line)
        time.sleep(microseconds / 1_000_000)
        os.kill(int(pid), signal.SIGKILL)
        while (line := self._line()) != ["ended"]:
            found += self._acknowledged(line)
        return found

    def _line(self) -> list[str]:
        while True:
            line = self._told.readline().decode()
            assert line, "the server is gone"
            if words := line.split():
                return words

    @staticmethod
    def _acknowledged(line: list[str]) -> list[Event]:
        if len(line) != 3 or int(line[1]) != len(line[2]):
            return []  # the life ended before it had said all of it
        return [pickle.loads(base64.b64decode(line[2]))]

    def close(self) -> None:
        """End the server."""
        self._orders.close()
        self.process.kill()
        self.process.wait()
        self._told.close()


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return approved(tmp_path_factory.mktemp("crash"))


@pytest.fixture(scope="module")
def library(scripts: Path) -> Library:
    return load(scripts)


@pytest.fixture(scope="module")
def lives(scripts: Path) -> Iterator[Lives]:
    found = Lives(scripts)
    yield found
    found.close()


def stands_at(state: State) -> tuple[Any, ...]:
    values = {one.id: one.plain_values() for one in state.matters.values()}
    return state.stage, state.matter, values, state.mood, [one.phrase for one in state.said], state.thanks


def check_nothing_is_lost(journal: Journal, acknowledged: Sequence[Event]) -> list[Event]:
    """Everything acknowledged is there as it was, in order; what more there is was one act, the last to be written."""
    held = [one.event for one in journal.stream()]
    assert held[: len(acknowledged)] == list(acknowledged)
    assert len({(event.stream, event.at, event.elapsed) for event in held[len(acknowledged) :]}) <= 1
    assert journal.verify().sound
    return held


def check_all_is_offered(desk: Desk, before: Sequence[Event]) -> None:
    """Every contact that was not over is on the agenda, and is taken up where its events left it."""
    agenda = desk.agenda()
    offered = {row.id for row in (*agenda.callbacks, *agenda.unfinished)}
    for stream, events in by_stream(before).items():
        kind, _, name = stream.partition(":")
        if kind != StreamType.INTERACTION:
            continue
        state = replay(events)
        if state.ended:
            assert name not in {row.id for row in agenda.unfinished}
            continue
        assert name in offered
        found = desk.resume(name, Comeback.WE_RANG if state.dropped else Comeback.RESTART).state
        assert stands_at(found) == stands_at(state)
        assert found.seq == state.seq + 1
        assert not found.dropped


def begin_and_kill(lives: Lives, library: Library, data: Path, draw: random.Random, kills: int) -> list[Event]:
    """Kill one life after another at the same journal, and look at it after each as the next start would."""
    known: list[Event] = []
    for _ in range(kills):
        events = draw.choice([0, draw.randrange(1, 12), draw.randrange(1, 90), draw.randrange(1, 90)])
        known += lives.run(data, draw.randrange(10**9), events=events, microseconds=draw.randrange(6_000))
        desk = Desk(library, Journal.open(data / "journal.db", create=True), SystemClock())
        try:
            held = check_nothing_is_lost(desk.journal, known)
            people = desk.staff.active()
            desk.sit_down(people[0] if people else desk.staff.add("سلمى", "agent", Language.ARABIC))
            check_all_is_offered(desk, held)
            known = [one.event for one in desk.journal.stream()]
        finally:
            desk.stand_up()
    return known


@pytest.mark.parametrize("life", range(5))
def test_nothing_acknowledged_is_lost_and_the_contact_goes_on(
    lives: Lives, library: Library, tmp_path: Path, life: int
) -> None:
    known = begin_and_kill(lives, library, tmp_path, random.Random(f"{SEED}.{life}"), kills=4)
    assert known


@pytest.mark.gate
@pytest.mark.parametrize("life", range(5, 45))
def test_nothing_is_lost_in_two_hundred_kills(lives: Lives, library: Library, tmp_path: Path, life: int) -> None:
    begin_and_kill(lives, library, tmp_path, random.Random(f"{SEED}.{life}"), kills=5)


@pytest.mark.parametrize("microseconds", [0, 2_000, 8_000, 15_000, 30_000])
def test_a_first_start_that_was_killed_can_be_begun_again(
    lives: Lives, library: Library, tmp_path: Path, microseconds: int
) -> None:
    known = lives.run(tmp_path, 1, events=0, microseconds=microseconds)
    with Journal.open(tmp_path / "journal.db", create=True) as journal:
        check_nothing_is_lost(journal, known)
    known += lives.run(tmp_path, 2, events=20, microseconds=0)
    with Journal.open(tmp_path / "journal.db", create=False) as journal:
        check_nothing_is_lost(journal, known)


def test_a_life_covers_the_walk(lives: Lives, tmp_path: Path) -> None:
    """The random agent gets about: without that, the other tests would show little."""
    kinds = {event.kind for event in lives.run(tmp_path, SEED, events=1_200, microseconds=0)}
    wanted = {"opened", "field_captured", "read_back", "said", "option_accepted", "refused", "promise_made", "held"}
    assert kinds >= wanted | {"dropped", "resumed", "matter_closed", "closed", "kept", "escalation_answered"}
