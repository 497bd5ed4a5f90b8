"""What is left open by whom: dead runs, dropped lines, customers to ring back, drafts."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.language import Language
from agent_tui.core.vocabulary import (
    Channel,
    Comeback,
    Mode,
    Thanks,
)
from agent_tui.journal import InteractionStatus, Journal
from agent_tui.journal.interactions import process_alive
from tests.journal.writing import OPENED, tell

BEAT = 5_000
CLOSED = facts.Closed(Thanks.SAID)


def left(journal: Journal, **asked: object) -> list[str]:
    alive: Callable[[int], bool] = lambda pid: pid == 77  # noqa: E731
    found = journal.unfinished(Mode.LIVE, now=100_000, heartbeat_ms=BEAT, alive=alive, **asked)  # type: ignore[arg-type]
    return [row.id for row in found]


@pytest.mark.parametrize(
    ("host", "pid", "beat", "ended", "offered"),
    [
        ("here", 77, 100_000, None, False),
        ("here", 77, 100_000 - 3 * BEAT, None, False),
        ("here", 77, 100_000 - 3 * BEAT - 1, None, True),
        ("here", 78, 100_000, None, True),
        ("elsewhere", 78, 100_000, None, False),
        ("elsewhere", 78, 100_000 - 3 * BEAT - 1, None, True),
        ("here", 77, 100_000, 100_000, True),
        ("elsewhere", 77, 100_000 + 3 * BEAT + 1, None, True),
    ],
)
def test_what_a_dead_run_left_open_is_offered(
    journal: Journal, host: str, pid: int, beat: int, ended: int | None, offered: bool
) -> None:
    where = socket.gethostname() if host == "here" else host
    journal.runs.begin("theirs", "omar", 1_000, host=where, pid=pid)
    journal.runs.beat("theirs", beat)
    if ended:
        journal.runs.end("theirs", ended)
    tell(journal, "interaction:a", OPENED, run="theirs")
    tell(journal, "interaction:closed", OPENED, CLOSED, run="theirs")
    tell(journal, "interaction:practice", facts.Opened(Mode.PRACTICE, Channel.PHONE, Language.ARABIC, ""), run="theirs")
    assert left(journal, run="mine") == (["a"] if offered else [])
    assert left(journal, run="theirs") == []


def test_a_run_that_was_never_entered_is_dead_and_taking_up_ends_the_offer(journal: Journal) -> None:
    tell(journal, "interaction:a", OPENED, run="unknown")
    assert left(journal) == ["a"]
    journal.runs.begin("mine", "omar", 100_000, pid=77)
    tell(journal, "interaction:a", facts.Resumed(Comeback.RESTART), run="mine", by="omar")
    assert left(journal) == []
    row = journal.interaction("a")
    assert row is not None
    assert (row.agent, row.run, row.status) == ("omar", "mine", InteractionStatus.OPEN)


def test_a_dropped_line_is_offered_and_stands_as_a_callback_until_it_is_back(journal: Journal) -> None:
    journal.runs.begin("mine", "huda", 100_000, pid=77)
    tell(journal, "interaction:a", OPENED, facts.Dropped(callback_due=9_000), run="mine")
    tell(journal, "interaction:b", OPENED, facts.Dropped(callback_due=8_000), run="mine")
    assert left(journal, run="mine") == ["b", "a"]
    assert [row.id for row in journal.callbacks()] == ["b", "a"]
    assert [row.id for row in journal.callbacks(due_before=9_000)] == ["b"]
    assert [row.id for row in journal.callbacks(limit=1)] == left(journal, run="mine", limit=1) == ["b"]
    assert journal.callbacks(Mode.PRACTICE) == ()
    tell(journal, "interaction:b", facts.Resumed(Comeback.WE_RANG), run="mine")
    tell(journal, "interaction:a", facts.AbandonedBySystem(12), run="mine")
    assert left(journal, run="mine") == []
    assert journal.callbacks() == ()
    row = journal.interaction("b")
    assert row is not None
    assert (row.dropped, row.status) == (True, InteractionStatus.OPEN)


def test_a_silent_callers_callback_ends_with_the_contact_that_returns_it(journal: Journal) -> None:
    tell(journal, "interaction:a", OPENED, facts.Closed(Thanks.NOT_DUE, silent=True, callback_due=9_000))
    assert [(row.id, row.silent) for row in journal.callbacks()] == [("a", True)]
    back = facts.Opened(Mode.LIVE, Channel.PHONE, Language.ARABIC, "clerk", outbound=True, returns="a")
    tell(journal, "interaction:b", back)
    assert journal.callbacks() == ()
    assert left(journal) == ["b"]


def test_processes_of_this_computer() -> None:
    assert not process_alive(os.getpid())  # another run under our own number is over
    assert process_alive(os.getppid())
    assert not process_alive(2**22 + 1)


def test_drafts_outlive_the_program(journal: Journal) -> None:
    journal.drafts.save("x", "note", "she says")
    journal.drafts.save("x", "note", "she says that")
    journal.drafts.save("x", "field:request_no", "45")
    journal.drafts.save("y", "note", "other")
    with Journal.open(journal.path, create=False) as other:
        assert other.drafts.read("x") == {"note": "she says that", "field:request_no": "45"}
    journal.drafts.clear("x", "note")
    assert journal.drafts.read("x") == {"field:request_no": "45"}
    journal.drafts.save("x", "field:request_no", "")
    assert journal.drafts.read("x") == {}
    journal.drafts.clear("y")
    assert journal.drafts.read("y") == {}


def test_runs_are_entered_beat_and_end(journal: Journal) -> None:
    journal.runs.begin("r1", "huda", 1_000)
    journal.runs.begin("r2", "omar", 2_000, host="desk-2", pid=7)
    journal.runs.beat("r1", 1_500)
    journal.runs.end("r2", 2_500)
    first, second = journal.runs.all()
    assert (first.host, first.pid, first.beat_at, first.ended_at) == (socket.gethostname(), os.getpid(), 1_500, None)
    assert (second.by, second.host, second.pid, second.ended_at) == ("omar", "desk-2", 7, 2_500)
