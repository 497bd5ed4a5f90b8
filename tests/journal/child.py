"""Programs beside the test's own: `python -m tests.journal.child JOB ...` says on its standard output what it did."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

from agent_tui.core.events.fact import Fact
from agent_tui.core.events.staff import ShiftStarted
from agent_tui.journal import DiskFailing, DiskFull, Journal, JournalBusy, JournalError, WrongSequence, new_id
from tests.journal.history import CONTENTS, Past
from tests.journal.writing import HELD, OPENED, tell

NOBODY = 65_534


def say(word: str) -> None:
    """One line, written at once and outside the journal."""
    os.write(1, f"{word}\n".encode())


def wait_for_the_others() -> None:
    """Say that we are ready, and begin when told."""
    say("ready")
    sys.stdin.readline()


def start(*paths: str) -> None:
    """Open each journal, at the same moment as others do, and write one interaction."""
    import sqlite_utils  # noqa: F401  loaded before the others are waited for, so that all begin together

    wait_for_the_others()
    for path in paths:
        with Journal.open(Path(path), create=True, busy_ms=15_000) as journal:
            tell(journal, f"interaction:{os.getpid()}", OPENED)
    say("done")


def crowd(path: str, count: str) -> None:
    """Write to a stream of our own and to one that everybody writes to."""
    with Journal.open(Path(path), create=False, busy_ms=20) as journal:
        wait_for_the_others()
        own = f"interaction:{os.getpid()}"
        for number in range(1, int(count) + 1):
            patiently(journal, own, OPENED if number == 1 else HELD)
            patiently(journal, "staff:all", ShiftStarted())
    say("done")


def patiently(journal: Journal, stream: str, fact: Fact) -> None:
    """Append a fact wherever its stream stands, until it is in."""
    while True:
        try:
            tell(journal, stream, fact)
        except (JournalBusy, WrongSequence):
            continue
        return


def write(path: str, seed: str) -> None:
    """Write interactions without end, in batches of every size, and say each event's id once it is on disk."""
    past, draw = Past(int(seed)), random.Random(int(seed))
    with Journal.open(Path(path), create=False, busy_ms=5_000) as journal:
        say("ready")
        for events in past.interactions(1_000_000):
            while events:
                size = draw.randrange(1, 5)
                batch, events = events[:size], events[size:]
                journal.append(batch, CONTENTS)
                say(" ".join(one.id for one in batch))


def fill_up(path: str, room: str) -> None:
    """Write until the system lets this process's files grow no more; say each id on disk, and then what was raised."""
    import resource

    with Journal.open(Path(path), create=False) as journal:
        tell(journal, "interaction:before", OPENED)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
        for events in Past(1).interactions(1_000_000):
            try:
                journal.append(events, CONTENTS)
            except (DiskFull, DiskFailing) as error:
                say(f"{error.retry} {journal.space_low}")
                return
            say(" ".join(one.id for one in events))


def without_rights(path: str) -> None:
    """Open a journal for writing and then for reading, as a user who may only read it."""
    import sqlite_utils  # noqa: F401

    from agent_tui.arabic import folding  # noqa: F401

    new_id()  # all of it loaded while we may still read our own libraries
    if os.name == "posix" and os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    for create in (False, True):
        try:
            Journal.open(Path(path), create=create)
        except JournalError as error:
            say(error.code)
    with Journal.open_read_only(Path(path)) as journal:
        say(str(len(journal.events("interaction:x"))))
        try:
            tell(journal, "interaction:x", HELD)
        except JournalError as error:
            say(error.code)


if __name__ == "__main__":
    jobs: dict[str, Callable[..., None]] = {
        "start": start,
        "crowd": crowd,
        "write": write,
        "fill-up": fill_up,
        "without-rights": without_rights,
    }
    jobs[sys.argv[1]](*sys.argv[2:])
