"""Connections to the journal's file: one for each thread, with the settings that make a commit durable."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

from agent_tui.journal.errors import JournalCorrupt, JournalMissing, JournalReadOnly, sqlite_errors

if TYPE_CHECKING:
    from sqlite3 import Connection

TRUSTED_SCHEMA_SINCE = (3, 51, 3)
"""Before it, switching trusted_schema off also forbids the functions in our own generated columns."""


def connect(path: Path, *, mode: str, busy_ms: int) -> Connection:
    """A connection in a mode of SQLite's URIs (`rw`, `rwc`, `ro`, `immutable`); errors are SQLite's own."""
    from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # the module sqlite-utils itself uses

    query = "immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        timeout=busy_ms / 1000,
        isolation_level=None,  # a transaction begins where we say so, and IMMEDIATE
        check_same_thread=False,  # only so that closing the journal can close every thread's connection
    )
    try:
        pragmas = ["synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON", "cell_size_check=ON"]
        pragmas.append("secure_delete=ON")
        if sqlite3.sqlite_version_info >= TRUSTED_SCHEMA_SINCE:
            pragmas.append("trusted_schema=OFF")
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class Held:
    """A thread's connection, closed when the thread has ended and let it go."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self.connection = connection
        self.process = os.getpid()
        self.file = file_id(path)

    def __del__(self) -> None:
        if self.process == os.getpid():  # after a fork it is the parent's
            self.connection.close()


def file_id(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Connections:
    """Gives every thread its own connection to one file, and turns SQLite's errors into the journal's."""

    def __init__(self, path: Path, *, mode: str, busy_ms: int) -> None:
        self.path = path
        self.read_only = mode != "rw"
        self._mode = mode
        self._busy_ms = busy_ms
        self._here = threading.local()
        self._all: WeakSet[Held] = WeakSet()
        self._stopped: JournalCorrupt | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """This thread's connection; fetch all rows at once, since an open cursor lets the log file grow."""
        with self._watching():
            yield self._held().connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """This thread's connection inside a transaction that is on disk when the block ends, or never was.

        JournalBusy where another program holds the file for longer than this journal waits. After damage was
        met, nothing is written any more.
        """
        if self._stopped is not None:
            raise self._stopped
        if self.read_only:
            raise JournalReadOnly(f"{self.path} was opened for reading only", path=str(self.path))
        with self._watching():
            held = self._held()
            connection = held.connection
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._check_in_place(held)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _watching(self) -> Iterator[None]:
        try:
            with sqlite_errors(self.path):
                yield
        except JournalCorrupt as error:
            self._stopped = error
            raise

    def close(self) -> None:
        """Close every thread's connection; the last one to go folds the log into the file."""
        for held in list(self._all):
            if held.process == os.getpid():
                held.connection.close()
        self._all.clear()
        self._here = threading.local()

    def _held(self) -> Held:
        held: Held | None = getattr(self._here, "held", None)
        if held is None or held.process != os.getpid():  # a connection must not cross a fork
            held = Held(connect(self.path, mode=self._mode, busy_ms=self._busy_ms), self.path)
            self._here.held = held
            self._all.add(held)
        return held

    def _check_in_place(self, held: Held) -> None:
        # A file that was deleted or replaced under us still takes writes, and nobody would ever find them.
        if file_id(self.path) != held.file:
            raise JournalMissing(
                f"{self.path} was moved, deleted or replaced while in use: bring it back, and start again",
                path=str(self.path),
                reason="moved",
            )
