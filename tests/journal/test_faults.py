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
    Flaw,
    Journal,
    JournalBusy,
    JournalCorrupt,
    JournalMissing,
    JournalReadOnly,
    SystemClock,
    new_id,
)
from agent_tui.journal.ballast import Ballast
from tests.journal.history import CONTENTS, Past
from tests.journal.writing import HELD, OPENED, caller, event, forge, openings, raw, read_models, tell


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


def test_what_is_no_database_stays_untouched(path: Path) -> None:
    path.write_bytes(b"a letter to the customer" * 500)
    before = path.read_bytes()
    for opening in openings(path, create=True):
        with pytest.raises(JournalCorrupt) as caught:
            opening()
        assert "new journal" in str(caught.value)
    assert path.read_bytes() == before


def test_a_damaged_journal_is_not_opened(path: Path) -> None:
    with Journal.open(path, create=True) as journal:
        for events in Past(1).interactions(40):
            journal.append(events, CONTENTS)
    with path.open("r+b") as file:
        file.seek(8 * 4096)
        file.write(b"\xff" * 4096 * (path.stat().st_size // 4096 - 8))
    damaged = path.read_bytes()
    for create in (False, True):
        with pytest.raises(JournalCorrupt):
            Journal.open(path, create=create)
    assert path.read_bytes() == damaged


def test_damage_met_while_reading_stops_the_writing(path: Path) -> None:
    with Journal.open(path, create=True) as journal:
        for events in Past(1).interactions(40):
            journal.append(events, CONTENTS)
    with closing(raw(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'staff'").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with Journal.open(path, create=False) as journal:
        with pytest.raises(JournalCorrupt):
            journal.people()
        damaged = path.read_bytes()
        with pytest.raises(JournalCorrupt):
            tell(journal, "interaction:x", OPENED)
        with pytest.raises(JournalCorrupt):
            journal.rebuild()
    assert path.read_bytes() == damaged


def test_a_damaged_journal_is_set_aside_untouched_and_named_by_the_new_one(path: Path) -> None:
    path.write_bytes(b"a letter to the customer" * 500)
    path.with_name("journal.db-wal").write_bytes(b"its log")
    with Journal.start_anew(path) as journal:
        assert journal.predecessor is not None
        assert journal.predecessor.startswith("journal.db.damaged-")
        aside = path.with_name(journal.predecessor)
        assert aside.read_bytes() == b"a letter to the customer" * 500
        assert aside.with_name(aside.name + "-wal").read_bytes() == b"its log"
        tell(journal, "interaction:x", OPENED)
    with Journal.open(path, create=False) as journal:
        assert journal.verify().events == 1
    with pytest.raises(JournalMissing):
        Journal.start_anew(path.with_name("nothing.db"))


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


def test_the_first_changed_row_is_named(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED, HELD, facts.Redirected("the bank"), HELD)
    assert journal.verify().sound
    assert journal.verify().events == 4
    forge(journal.path, 3, "the bank", "the tank")
    verdict = journal.verify()
    assert (verdict.first_bad, verdict.events, verdict.sound) == (3, 2, False)


def test_a_row_taken_out_is_named(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED, HELD, HELD)
    with closing(raw(journal.path)) as connection:
        connection.execute("DROP TRIGGER journal_never_deleted")
        connection.execute("DELETE FROM journal WHERE n = 2")
    verdict = journal.verify()
    assert verdict.first_bad == 2
    assert verdict.findings[0].flaw is Flaw.GAP


def test_a_changed_last_row_is_seen_when_opening(path: Path) -> None:
    with Journal.open(path, create=True) as journal:
        tell(journal, "interaction:x", OPENED, facts.Redirected("the bank"))
    forge(path, 2, "the bank", "the tank")
    for opening in openings(path, create=False):
        with pytest.raises(JournalCorrupt):
            opening()


def test_changed_and_vanished_values_and_texts_are_named(journal: Journal) -> None:
    (events,) = Past(1).interactions(1)
    journal.append(events, CONTENTS)
    tell(journal, "interaction:x", OPENED, caller(1, "Huda", "0501234567"))
    assert journal.verify().sound
    with closing(raw(journal.path)) as connection:
        connection.execute("UPDATE personal SET value = 'Hind' WHERE ref = 'name1'")
        connection.execute("DELETE FROM personal WHERE ref = 'phone1'")
        connection.execute("DROP TRIGGER content_never_changed")
        connection.execute("UPDATE content SET canonical = canonical || ' '")
    found = {(one.flaw, one.about) for one in journal.verify().findings}
    assert (Flaw.PERSONAL_CHANGED, "name1") in found
    assert (Flaw.PERSONAL_MISSING, "phone1") in found
    assert Flaw.CONTENT_CHANGED in {flaw for flaw, _ in found}
    assert journal.verify().first_bad is None


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
