"""A new journal: built beside its place and put there in one step, so that no half-made file is ever seen."""

from __future__ import annotations

import errno
import os
from contextlib import closing
from pathlib import Path

from agent_tui.journal.connection import connect
from agent_tui.journal.errors import DiskFailing, DiskFull, JournalMissing, JournalReadOnly, sqlite_errors
from agent_tui.journal.ids import new_id
from agent_tui.journal.migrations import climb

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def create(path: Path, busy_ms: int, predecessor: str | None = None) -> None:
    """Make an empty journal unless somebody else is quicker; `predecessor` is the file it follows.

    JournalMissing where the write-ahead log of a lost journal lies there: SQLite would mix it into the new one.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        raise JournalMissing(
            f"{path} is gone, but its log {log.name} is there: bring the journal back, or move the log away",
            path=str(path),
            reason="log_left",
        )
    draft = path.with_name(f".{path.name}.{new_id()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(path.parent, os.W_OK):
            raise JournalReadOnly(f"{path.parent} cannot be written", path=str(path))
        with sqlite_errors(path), closing(connect(draft, mode="rwc", busy_ms=busy_ms)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            climb(connection, path)
            connection.execute("UPDATE meta SET predecessor = ?", (predecessor,))
        if _put(draft, path):
            _sync(path.parent)
    except PermissionError as error:
        raise JournalReadOnly(f"{path} cannot be made: {error}", path=str(path)) from error
    except OSError as error:
        cause = DiskFull if error.errno in NO_ROOM else DiskFailing
        raise cause(f"{path} cannot be made: {error}", path=str(path), detail=str(error)) from error
    finally:
        for end in ("", "-wal", "-shm"):
            draft.with_name(draft.name + end).unlink(missing_ok=True)


def _put(draft: Path, path: Path) -> bool:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return False
    except OSError:
        # A file system without hard links; the moment between the question and the answer is short.
        if path.exists():
            return False
        draft.rename(path)
    return True


def _sync(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
