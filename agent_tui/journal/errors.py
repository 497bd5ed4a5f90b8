"""What can go wrong with the journal, told by a code and parameters so that the interface makes the words."""

# ruff: noqa: N818  the names say what is the case: the journal is missing, busy, corrupt

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, TypeAlias

Parameter: TypeAlias = str | int


class JournalError(Exception):
    """Something is wrong with the journal; `code` and `params` are for the interface, the message for logs.

    `retry` says that the same call may succeed later without anybody doing anything.
    """

    code: ClassVar[str] = "journal"
    retry: ClassVar[bool] = False

    def __init__(self, message: str, **params: Parameter) -> None:
        super().__init__(message)
        self.params = params


class JournalMissing(JournalError):
    """There is no journal where one should be, or only an empty file."""

    code = "missing"


class JournalForeign(JournalError):
    """The file is a database of some other program, and stays untouched."""

    code = "foreign"


class JournalNewer(JournalError):
    """The journal was written by a newer version of this program."""

    code = "newer"


class JournalOlder(JournalError):
    """The journal must be brought up to date first, and was opened for reading only."""

    code = "older"


class JournalCorrupt(JournalError):
    """The file is damaged; nothing more is written to it."""

    code = "corrupt"


class JournalReadOnly(JournalError):
    """The file or its folder cannot be written."""

    code = "read_only"


class JournalBusy(JournalError):
    """Another program is writing; try again."""

    code = "busy"
    retry = True


class DiskFull(JournalError):
    """There is no room to write; nothing was written, and the same events can be appended again."""

    code = "disk_full"
    retry = True


class DiskFailing(JournalError):
    """The disk refused to read or write, by a fault, a quota or a limit; nothing was confirmed."""

    code = "disk"
    retry = True


class WrongSequence(JournalError):
    """Somebody else wrote to this stream in the meantime; replay it before going on."""

    code = "wrong_sequence"


class EventConflict(JournalError):
    """An event with this id is already written and says something else."""

    code = "event_conflict"


class PersonalConflict(JournalError):
    """A reference to a personal value is already used for another value."""

    code = "personal_conflict"


class ContentMismatch(JournalError):
    """A text does not have the hash it is filed under."""

    code = "content_mismatch"


class NotWritable(JournalError):
    """An event holds something no journal can keep, such as half a character or a number out of range."""

    code = "not_writable"


class UnknownEvent(JournalError):
    """The journal holds a kind of event this version does not know."""

    code = "unknown_event"


IO_WRITE = 778
"""A write cut short, as by a quota (https://sqlite.org/rescode.html); pysqlite3 tells no more than 10."""

WHAT_TO_DO = (
    "stop using it, keep the file and those beside it untouched, start a new journal, "
    "and let `agent-tui verify` name the damaged place"
)


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, whichever of the two SQLite modules raised them."""
    from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # the module sqlite-utils itself uses

    try:
        yield
    except sqlite3.Error as error:
        raise translated(error, path) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise NotWritable(f"{path}: {error}", path=str(path), detail=str(error)) from error


def translated(error: Exception, path: Path) -> JournalError:
    """Our error for one of SQLite's."""
    extended: int = getattr(error, "sqlite_errorcode", 0)
    detail, where = str(error), str(path)
    match extended & 0xFF:
        case 5 | 6:
            return JournalBusy(f"{where} is locked by another program: {detail}", path=where)
        case 8:
            return JournalReadOnly(f"{where} cannot be written: {detail}", path=where)
        case 13:
            return DiskFull(f"no room to write {where}: {detail}", path=where)
        case 10 if extended == IO_WRITE:
            return DiskFull(f"no room to write {where}: {detail}", path=where)
        case 10:
            return DiskFailing(f"{where}: {detail} (SQLite {extended})", path=where, detail=detail)
        case 11 | 26:
            return JournalCorrupt(f"{where} is damaged ({detail}): {WHAT_TO_DO}", path=where, detail=detail)
        case 14 if path.exists():
            return JournalReadOnly(f"{where} cannot be opened with the rights we have: {detail}", path=where)
        case 14:
            return JournalMissing(f"{where} cannot be opened: {detail}", path=where, detail=detail)
    return JournalError(f"{where}: {detail} (SQLite {extended})", path=where, detail=detail)
