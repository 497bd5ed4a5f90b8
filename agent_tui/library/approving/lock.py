"""One writer of a scripts folder's approvals at a time, on whichever computers and in whichever programs they sit."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FILE = ".approvals.lock"
PATIENCE = 10.0
"""Seconds: a writer holds the lock for one append to the journal and one file."""
PAUSE = 0.02


class ApprovalsBusy(Exception):  # noqa: N818  it says what is the case
    """Somebody else has been writing the approvals for too long; nothing was written."""


@contextmanager
def locked(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Be the only one who changes the approvals; ApprovalsBusy where others do not come to an end.

    The system lets go of the lock when its holder ends in any way, so a file that is left behind locks nobody out.
    """
    path, until = root / FILE, time.monotonic() + patience
    while (handle := _taken(path)) is None:
        if time.monotonic() >= until:
            raise ApprovalsBusy(str(path))
        time.sleep(PAUSE)
    try:
        yield
    finally:
        # Gone before it is let go: whoever waits for this file finds that it is no longer the one, and makes another.
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _taken(path: Path) -> int | None:
    """The lock, held; nothing where somebody else holds it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(handle)
        if os.path.samestat(os.fstat(handle), path.stat()):
            return handle
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass  # held by another, or just let go and taken away
    except OSError as error:
        os.close(handle)
        raise OSError(error.errno, error.strerror, str(path)) from error
    os.close(handle)
    return None


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
