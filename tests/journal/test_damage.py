"""What the journal does when its file is damaged, forged, or not its own."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.journal import (
    Flaw,
    Journal,
    JournalCorrupt,
    JournalMissing,
)
from tests.journal.history import CONTENTS, Past
from tests.journal.writing import HELD, OPENED, caller, forge, openings, raw, tell


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
