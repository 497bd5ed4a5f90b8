"""After damage: the old file is kept as it is, and a new journal takes its place."""

from __future__ import annotations

from pathlib import Path

from agent_tui.journal.creation import create
from agent_tui.journal.errors import DiskFailing, JournalMissing
from agent_tui.journal.ids import new_id


def set_aside(path: Path, busy_ms: int) -> Path:
    """Move a journal away with what belongs to it, and make a new one that names it; returns where the old one is.

    No program may have it open. JournalMissing where there is none.
    """
    if not path.exists():
        raise JournalMissing(f"there is no journal at {path} to set aside", path=str(path), reason="absent")
    old = path.with_name(f"{path.name}.damaged-{new_id()}")
    try:
        # The log first: without its file it harms nobody, while a new file beside an old log would.
        for end in ("-wal", "-shm", ""):
            part = path.with_name(path.name + end)
            if part.exists():
                part.rename(old.with_name(old.name + end))
    except OSError as error:
        raise DiskFailing(f"{path} cannot be set aside: {error}", path=str(path), detail=str(error)) from error
    create(path, busy_ms, predecessor=old.name)
    return old
