"""The table shape: from blank, from older versions, and what protects it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from agent_tui.core.vocabulary import Mode
from agent_tui.journal import Journal, JournalForeign, JournalNewer, JournalOlder
from agent_tui.journal.body import body_of
from agent_tui.journal.chain import link
from agent_tui.journal.connection import connect
from agent_tui.journal.migrations import STEPS, ladder
from agent_tui.journal.personal import Vault
from tests.journal.writing import HELD, OPENED, caller, event, openings, raw, read_models, tell


def shape(path: Path) -> list[Any]:
    with closing(raw(path)) as connection:
        return sorted(
            connection.execute(
                "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name"
            ).fetchall(),
            key=repr,
        )


def older(path: Path, stop_before: str) -> None:
    """A journal as an older version left it, with three events."""
    from sqlite_utils import Database

    with closing(connect(path, mode="rwc", busy_ms=1_000)) as connection:
        ladder().apply(Database(connection), stop_before=stop_before)
        (head,) = connection.execute("SELECT genesis FROM meta").fetchone()
        told = (OPENED, caller(1, "هدى", "0501234567"), HELD)
        for n, fact in enumerate(told, start=1):
            body = body_of(event("interaction:x", n, fact), Vault(connection).file)
            head = link(head, body)
            connection.execute("INSERT INTO journal(n, body, hash) VALUES (?, ?, ?)", (n, body, head))


@pytest.mark.parametrize("step", [step.__name__ for step in STEPS[1:]])
def test_an_older_journal_climbs_to_the_same_shape_and_is_filled(tmp_path: Path, step: str) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    older(old, step)
    Journal.open(new, create=True).close()
    with Journal.open(old, create=False) as journal:
        assert shape(old) == shape(new)
        assert journal.verify().sound
        row = journal.interaction("x")
        assert row is not None
        assert (row.customer, row.held, row.seq) == ("هدى", True, 3)
        tell(journal, "interaction:x", HELD)
        before = read_models(journal)
        journal.rebuild()
        assert read_models(journal) == before


def test_an_older_journal_is_not_read_as_if_it_were_new(path: Path) -> None:
    older(path, "m003_read_models")
    with pytest.raises(JournalOlder):
        Journal.open_read_only(path)


def test_a_newer_journal_stays_untouched(path: Path) -> None:
    Journal.open(path, create=True).close()
    with closing(raw(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES ('journal', 'm999_future', '')"
        )
    before = path.read_bytes()
    for opening in openings(path, create=True):
        with pytest.raises(JournalNewer) as caught:
            opening()
        assert caught.value.params["step"] == "m999_future"
    assert path.read_bytes() == before


def test_another_programs_database_stays_untouched(path: Path) -> None:
    with closing(connect(path, mode="rwc", busy_ms=1_000)) as connection:
        connection.execute("CREATE TABLE recipe(id INTEGER PRIMARY KEY)")
    before = path.read_bytes()
    with pytest.raises(JournalForeign):
        Journal.open(path, create=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE journal SET body = '{}' WHERE n = 1",
        "DELETE FROM journal WHERE n = 2",
        "DELETE FROM journal",
        "INSERT INTO journal(n, body, hash) VALUES (7, '{}', zeroblob(32))",
        "INSERT INTO journal(n, body, hash) VALUES (1, '{}', zeroblob(32))",
        "INSERT INTO journal(body, hash) VALUES ('{}', zeroblob(32))",
        "INSERT OR REPLACE INTO journal(n, body, hash) SELECT 1, body, hash FROM journal WHERE n = 2",
        "INSERT OR REPLACE INTO journal(n, body, hash) SELECT 3, body, hash FROM journal WHERE n = 2",
        "INSERT INTO journal(n, body, hash) SELECT 3, body, hash FROM journal WHERE n = 2",
        "INSERT INTO journal(n, body, hash) VALUES (3, 'no json', zeroblob(32))",
        'INSERT INTO journal(n, body, hash) VALUES (3, \'{"id":"a","stream":"s","seq":1}\', zeroblob(31))',
        "UPDATE content SET canonical = ''",
        "DELETE FROM content",
        "INSERT OR REPLACE INTO content(hash, canonical) SELECT hash, 'other' FROM content",
    ],
)
def test_honest_mistakes_are_stopped(journal: Journal, attempt: str) -> None:
    from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

    tell(journal, "interaction:x", OPENED, HELD)
    journal.append([], {"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a": "{}"})
    before = list(journal.bodies())
    with closing(raw(journal.path)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute(attempt)
    assert list(journal.bodies()) == before
    assert journal.verify().sound


def test_every_connection_is_durable_and_forgets_for_good(journal: Journal) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "cell_size_check": 1,
        "secure_delete": 1,
        "busy_timeout": 250,
    }
    with journal._connections.reading() as connection:
        for pragma, value in wanted.items():
            assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,), pragma


def test_a_copy_made_by_vacuum_into_is_a_journal(journal: Journal, tmp_path: Path) -> None:
    tell(journal, "interaction:x", OPENED)
    copy = tmp_path / "copy.db"
    with closing(raw(journal.path)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    with Journal.open(copy, create=False) as opened:
        tell(opened, "interaction:x", HELD)
        assert opened.verify().sound
        assert len(opened.unfinished(Mode.LIVE, now=0)) == 1
        with opened._connections.reading() as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_two_journals_never_share_their_beginning(tmp_path: Path) -> None:
    found = set()
    for name in ("a.db", "b.db"):
        Journal.open(tmp_path / name, create=True).close()
        with closing(raw(tmp_path / name)) as connection:
            found.add(connection.execute("SELECT journal_id, genesis FROM meta").fetchone())
    assert len({one[0] for one in found}) == len({one[1] for one in found}) == 2
