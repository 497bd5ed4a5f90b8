"""Opening a journal: everything is looked at before anything may be written."""

from __future__ import annotations

import os
from pathlib import Path

from agent_tui.journal.chain import end_holds
from agent_tui.journal.connection import Connections
from agent_tui.journal.creation import create as create_journal
from agent_tui.journal.errors import WHAT_TO_DO, JournalBusy, JournalCorrupt, JournalMissing, JournalReadOnly
from agent_tui.journal.migrations import check_current, climb, pending


def open_for_writing(path: Path, *, create: bool, busy_ms: int) -> Connections:
    """Connections to a journal that is there, sound at its end, writable and up to date."""
    if not path.exists() and create:
        create_journal(path, busy_ms)
    _check_there(path)
    connections = Connections(path, mode="rw", busy_ms=busy_ms)
    try:
        with connections.reading() as connection:
            pending(connection, path)
            _probe(connections)
            connection.execute("PRAGMA journal_mode=WAL").fetchall()  # a copy made by VACUUM INTO has lost it
            climb(connection, path)
        _check_end(connections)
    except BaseException:
        connections.close()
        raise
    return connections


def open_for_reading(path: Path, *, busy_ms: int) -> Connections:
    """Connections that never write, also where the folder is read-only; JournalOlder before a migration."""
    _check_there(path)
    # Without its log the file is complete, and a folder that cannot be written has no room for the log's index.
    alone = not path.with_name(f"{path.name}-wal").exists() and not os.access(path.parent, os.W_OK)
    connections = Connections(path, mode="immutable" if alone else "ro", busy_ms=busy_ms)
    try:
        with connections.reading() as connection:
            check_current(connection, path)
        _check_end(connections)
    except BaseException:
        connections.close()
        raise
    return connections


def _check_there(path: Path) -> None:
    if not path.exists():
        raise JournalMissing(
            f"there is no journal at {path}: name the right file, or make a new one", path=str(path), reason="absent"
        )
    if path.is_file() and path.stat().st_size == 0:
        raise JournalMissing(
            f"{path} is empty: the journal that was here is lost; bring back a copy, or move the empty file away",
            path=str(path),
            reason="empty",
        )


def _probe(connections: Connections) -> None:
    # SQLite opens a file it may not write without a word; the first write tells.
    if not os.access(connections.path, os.W_OK):
        raise JournalReadOnly(f"{connections.path} cannot be written", path=str(connections.path))
    try:
        with connections.writing():
            pass
    except JournalBusy:
        return  # whoever holds it shows that it can be written


def _check_end(connections: Connections) -> None:
    with connections.reading() as connection:
        if not end_holds(connection):
            raise JournalCorrupt(
                f"the last event in {connections.path} is not as it was written: {WHAT_TO_DO}",
                path=str(connections.path),
                detail="chain",
            )
