"""What the journal does when the file is locked, full, read-only, missing, empty or damaged."""

from __future__ import annotations

import gc
import os
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Personal
from agent_tui.journal import (
    DiskFull,
    Journal,
    JournalBusy,
    JournalMissing,
    JournalReadOnly,
    SystemClock,
    new_id,
)
from agent_tui.journal.ballast import Ballast
from tests.journal.history import CONTENTS, Past
from tests.journal.writing import HELD, OPENED, event, openings, raw, read_models, tell


def test_a_locked_journal_is_busy_and_then_takes_the_same_batch(path: Path) -> None:
    with Journal.open(path, create=True, busy_ms=20) as journal:
        batch = [event("interaction:x", 1, OPENED)]
        with closing(raw(path)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(JournalBusy) as caught:
                journal.append(batch, {})
            assert caught.value.retry
            with pytest.raises(JournalBusy):
                journal.drafts.save("x", "note", "words")
            assert journal.events("interaction:x") == ()
            with Journal.open(path, create=False, busy_ms=20):
                pass  # a journal somebody is writing to can be opened
            other.execute("COMMIT")
        journal.append(batch, {})
        assert journal.events("interaction:x") == tuple(batch)


def test_a_reader_holds_nobody_up(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED)
    reading = journal.stream()
    next(reading)
    with closing(raw(journal.path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM journal").fetchall()
        tell(journal, "interaction:x", HELD)


def limit_pages(journal: Journal, room: int) -> None:
    with journal._connections.reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + room}")


def test_a_full_disk_costs_the_reserve_and_confirms_nothing(journal: Journal) -> None:
    low_before = journal.space_low
    limit_pages(journal, 8)
    confirmed = 0
    lost: list[Event] = []
    for events in Past(3).interactions(500):
        try:
            journal.append(events, CONTENTS)
        except DiskFull:
            lost = events
            break
        confirmed += len(events)
    assert lost
    assert (low_before, journal.space_low) == (False, True)
    assert [one.event.stream for one in journal.stream()].count(lost[0].stream) == 0
    assert journal.verify().events == confirmed
    limit_pages(journal, 10_000)
    journal.append(lost, CONTENTS)
    assert journal.events(lost[0].stream)[0] == lost[0]
    assert journal.keep_reserve()
    assert journal._ballast.kept
    before = read_models(journal)
    journal.rebuild()
    assert read_models(journal) == before


def test_the_reserve_lets_the_batch_through(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    limit_pages(journal, 0)
    given_up = Ballast.give_up

    def give_up(ballast: Ballast) -> bool:
        limit_pages(journal, 100)
        return given_up(ballast)

    monkeypatch.setattr(Ballast, "give_up", give_up)
    big = facts.Noted(Personal("r", "x" * 50_000))
    journal.append([event("interaction:x", 1, big)], {})
    assert journal.space_low
    assert journal.events("interaction:x")[0].fact == big


def test_a_folder_without_room_for_the_reserve_still_holds_a_journal(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1_000})
    monkeypatch.setattr("agent_tui.journal.ballast.shutil.disk_usage", lambda _: usage)
    with Journal.open(path, create=True) as journal:
        assert journal.space_low
        tell(journal, "interaction:x", OPENED)


@pytest.mark.parametrize("create", [False, True])
def test_an_empty_file_is_never_taken_for_a_journal(path: Path, create: bool) -> None:
    path.touch()
    with pytest.raises(JournalMissing) as caught:
        Journal.open(path, create=create)
    assert caught.value.params["reason"] == "empty"
    with pytest.raises(JournalMissing):
        Journal.open_read_only(path)
    assert path.read_bytes() == b""


def test_a_missing_journal_is_not_made_unasked(path: Path) -> None:
    for opening in openings(path, create=False):
        with pytest.raises(JournalMissing) as caught:
            opening()
        assert caught.value.params["reason"] == "absent"
    assert list(path.parent.iterdir()) == []


def test_no_new_journal_is_mixed_with_the_log_of_a_lost_one(path: Path) -> None:
    log = path.with_name("journal.db-wal")
    log.write_bytes(b"what was written last")
    with pytest.raises(JournalMissing) as caught:
        Journal.open(path, create=True)
    assert caught.value.params["reason"] == "log_left"
    assert log.read_bytes() == b"what was written last"


def test_a_journal_is_made_in_folders_that_are_not_there_yet(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "a" / "b c?#%" / "journal.db", create=True) as journal:
        tell(journal, "interaction:x", OPENED)
        assert journal.path.exists()


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be moved there")
def test_nothing_is_confirmed_into_a_file_that_was_moved_away(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED)
    batch = [event("interaction:x", 2, HELD)]
    moved = journal.path.rename(journal.path.with_name("moved.db"))
    with pytest.raises(JournalMissing) as caught:
        journal.append(batch, {})
    assert caught.value.params["reason"] == "moved"
    shutil.copy(moved, journal.path)
    with pytest.raises(JournalMissing):
        journal.append(batch, {})
    moved.rename(journal.path)
    journal.append(batch, {})
    assert len(journal.events("interaction:x")) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_a_forked_program_gets_a_connection_and_ids_of_its_own(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED)
    new_id()
    child = os.fork()
    if child == 0:
        try:
            tell(journal, "interaction:child", OPENED, HELD)
            journal.close()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    tell(journal, "interaction:x", HELD)
    assert [len(journal.events(stream)) for stream in ("interaction:x", "interaction:child")] == [2, 2]
    assert journal.verify().sound


def test_read_only_reads_and_never_writes(path: Path) -> None:
    with Journal.open(path, create=True) as journal:
        tell(journal, "interaction:x", OPENED)
        with Journal.open_read_only(path) as reading:
            assert reading.read_only
            assert len(reading.events("interaction:x")) == 1
            tell(journal, "interaction:x", HELD)
            assert len(reading.events("interaction:x")) == 2
            attempts: list[Callable[[], None]] = [
                partial(tell, reading, "interaction:x", HELD),
                reading.rebuild,
                partial(reading.erase, ["r"], 0),
                partial(reading.drafts.save, "x", "note", "words"),
                partial(reading.runs.beat, "run", 0),
            ]
            for attempt in attempts:
                with pytest.raises(JournalReadOnly):
                    attempt()
            assert not reading.space_low


def test_every_thread_writes_and_all_is_kept(journal: Journal) -> None:
    failed: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for seq in range(1, 41):
                while True:
                    try:
                        journal.append([event(f"interaction:{number}", seq, OPENED if seq == 1 else HELD)], {})
                    except JournalBusy:
                        continue
                    break
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert journal.verify().events == 8 * 40
    assert journal.verify().sound
    gc.collect()
    assert len(journal._connections._all) <= 2  # those of the threads that ended are closed


def test_the_clock_tells_both_times() -> None:
    clock = SystemClock()
    first, second = clock(), clock()
    assert first.elapsed <= second.elapsed < 60_000
    assert first.at > 1_700_000_000_000
