"""The journal: events in one SQLite file, append-only and chained, with what is asked of them kept ready."""

from agent_tui.journal.clock import SystemClock
from agent_tui.journal.errors import (
    ContentMismatch,
    DiskFailing,
    DiskFull,
    EventConflict,
    JournalBusy,
    JournalCorrupt,
    JournalError,
    JournalForeign,
    JournalMissing,
    JournalNewer,
    JournalOlder,
    JournalReadOnly,
    NotWritable,
    PersonalConflict,
    UnknownEvent,
    WrongSequence,
)
from agent_tui.journal.ids import new_id
from agent_tui.journal.interactions import Filter, Place
from agent_tui.journal.journal import Journal
from agent_tui.journal.rows import (
    Earlier,
    InteractionRow,
    InteractionStatus,
    Person,
    PromiseRow,
    PromiseStatus,
    Recorded,
    RunRow,
)
from agent_tui.journal.verify import Finding, Flaw, Verdict

__all__ = [
    "ContentMismatch",
    "DiskFailing",
    "DiskFull",
    "Earlier",
    "EventConflict",
    "Filter",
    "Finding",
    "Flaw",
    "InteractionRow",
    "InteractionStatus",
    "Journal",
    "JournalBusy",
    "JournalCorrupt",
    "JournalError",
    "JournalForeign",
    "JournalMissing",
    "JournalNewer",
    "JournalOlder",
    "JournalReadOnly",
    "NotWritable",
    "Person",
    "PersonalConflict",
    "Place",
    "PromiseRow",
    "PromiseStatus",
    "Recorded",
    "RunRow",
    "SystemClock",
    "UnknownEvent",
    "Verdict",
    "WrongSequence",
    "new_id",
]
