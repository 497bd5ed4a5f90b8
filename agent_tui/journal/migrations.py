"""The ladder of schema versions, which every program climbs when it opens a journal; steps are only ever added."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from agent_tui.journal import schema
from agent_tui.journal.errors import JournalForeign, JournalNewer, JournalOlder
from agent_tui.journal.ids import new_id

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database, Migrations

Step: TypeAlias = "Callable[[Database], None]"


def m001_truth(db: Database) -> None:
    """The journal itself, personal values and texts, each with what keeps it from being changed."""
    _run(db, schema.TRUTH)
    _run(db, [f"PRAGMA application_id = {schema.APPLICATION_ID}"])
    db.conn.execute(
        "INSERT INTO meta(one, journal_id, genesis, created_at) VALUES (1, ?, ?, ?)",
        (new_id(), os.urandom(32), time.time_ns() // 1_000_000),
    )


def m002_working(db: Database) -> None:
    """What running programs keep for themselves: drafts and heartbeats."""
    _run(db, schema.WORKING)


def m003_read_models(db: Database) -> None:
    """What is asked of the journal often, kept ready."""
    _run(db, schema.READ_MODELS)


STEPS: tuple[Step, ...] = (m001_truth, m002_working, m003_read_models)
REPROJECTED = frozenset({"m003_read_models"})
"""The steps after which the read models are filled again from the journal."""


@cache
def ladder() -> Migrations:
    """Every step there is, in order."""
    from sqlite_utils import Migrations

    ladder = Migrations("journal")
    for step in STEPS:
        ladder()(step)
    return ladder


def climb(connection: Connection, path: Path) -> None:
    """Bring a journal up to date; safe where many programs start at once."""
    from agent_tui.journal.projection import rebuild

    if not pending(connection, path):
        return
    # sqlite-utils' own transactions begin DEFERRED, and fail where several programs climb together.
    connection.execute("BEGIN IMMEDIATE")
    try:
        names = pending(connection, path)
        ladder().apply(_database(connection))
        if REPROJECTED.intersection(names):
            rebuild(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def check_current(connection: Connection, path: Path) -> None:
    """Make sure that a journal can be read without changing it; JournalOlder where it would have to be."""
    if pending(connection, path):
        raise JournalOlder(f"{path} is of an older version: open it once where it can be written", path=str(path))


def pending(connection: Connection, path: Path) -> list[str]:
    """The steps still to climb; JournalForeign and JournalNewer where it is not for us to climb them."""
    (marked,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and marked != schema.APPLICATION_ID:
        raise JournalForeign(f"{path} is a database of another program; choose another file", path=str(path))
    db = _database(connection)
    ahead = {step.name for step in ladder().applied(db)} - {step.__name__ for step in STEPS}
    if ahead:
        raise JournalNewer(
            f"{path} was written by a newer version ({min(ahead)}): update this program",
            path=str(path),
            step=min(ahead),
        )
    return [step.name for step in ladder().pending(db)]


def _database(connection: Connection) -> Database:
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False)


def _run(db: Database, statements: Iterable[str]) -> None:
    # Not executescript, which commits what is open before it begins.
    for statement in statements:
        db.conn.execute(statement)
