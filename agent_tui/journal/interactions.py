"""Lists of interactions: filtered a page at a time, left unfinished, waiting for a callback."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Channel, Emergency, Mode, Mood, Outcome, Stage, Thanks
from agent_tui.journal.rows import InteractionRow, InteractionStatus

if TYPE_CHECKING:
    from sqlite3 import Connection

COLUMNS = (
    "i.n, i.id, i.agent, i.grade, i.mode, i.channel, i.language, i.outbound, i.opened_at, i.last_at, i.closed_at,"
    " i.seq, i.run, i.status, i.stage, i.matter, i.scripts, i.outcome, i.mood, i.peak, i.urgent, i.emergency,"
    " i.dropped, i.held, i.abuse, i.silent, i.callback_due, i.csat, i.thanks, name.value, phone.value"
)
SELECT = (
    f"SELECT {COLUMNS} FROM interaction i"  # noqa: S608  our own column names
    " LEFT JOIN personal name ON name.ref = i.name_ref LEFT JOIN personal phone ON phone.ref = i.phone_ref"
)
NEVER = 2**63 - 1
BEATS = 3
"""So many missed heartbeats, and a run counts as dead."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What interactions to list; None leaves a thing open. Times are UTC milliseconds, `until` not included."""

    agent: str | None = None
    mode: Mode | None = None
    channel: Channel | None = None
    language: Language | None = None
    script: str | None = None
    outcome: Outcome | None = None
    status: InteractionStatus | None = None
    peak: Mood | None = None
    urgent: bool | None = None
    dropped: bool | None = None
    emergency: bool | None = None
    opened_from: int | None = None
    opened_until: int | None = None

    def conditions(self) -> list[tuple[str, str | int]]:
        """SQL and its value for each thing asked."""
        script = "EXISTS(SELECT 1 FROM matter m WHERE m.interaction = i.id AND m.script = ?)"
        outcome = "EXISTS(SELECT 1 FROM matter m WHERE m.interaction = i.id AND m.outcome = ?)"
        asked: list[tuple[str, str | int | None]] = [
            ("i.agent = ?", self.agent),
            ("i.mode = ?", self.mode),
            ("i.channel = ?", self.channel),
            ("i.language = ?", self.language),
            (script, self.script),
            (outcome, self.outcome),
            ("i.status = ?", self.status),
            ("i.peak = ?", self.peak),
            ("i.urgent = ?", self.urgent),
            ("i.dropped = ?", self.dropped),
            ("(i.emergency IS NOT NULL) = ?", self.emergency),
            ("i.opened_at >= ?", self.opened_from),
            ("i.opened_at < ?", self.opened_until),
        ]
        return [(sql, value) for sql, value in asked if value is not None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ended, to go on from."""

    opened_at: int
    n: int

    @classmethod
    def after(cls, row: InteractionRow) -> Place:
        """The place just behind a row."""
        return cls(row.opened_at, row.n)


def page(connection: Connection, wanted: Filter, after: Place | None, limit: int) -> tuple[InteractionRow, ...]:
    """The newest interactions that fit, or those that follow a place."""
    conditions: list[str] = []
    values: list[Any] = []
    for sql, value in wanted.conditions():
        conditions.append(sql)
        values.append(value)
    if after is not None:
        conditions.append("(i.opened_at, i.n) < (?, ?)")
        values += [after.opened_at, after.n]
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return _rows(connection, f"{SELECT}{where} ORDER BY i.opened_at DESC, i.n DESC LIMIT ?", (*values, limit))


def one(connection: Connection, interaction: str) -> InteractionRow | None:
    """The interaction with this id."""
    return next(iter(_rows(connection, f"{SELECT} WHERE i.id = ?", (interaction,))), None)


def some(connection: Connection, ids: Sequence[str]) -> tuple[InteractionRow, ...]:
    """The interactions with these ids, newest first."""
    marks = ", ".join("?" for _ in ids)
    return _rows(connection, f"{SELECT} WHERE i.id IN ({marks}) ORDER BY i.opened_at DESC, i.n DESC", ids)


def callbacks(
    connection: Connection, mode: Mode, due_before: int | None, limit: int | None
) -> tuple[InteractionRow, ...]:
    """The interactions whose customer waits for us to ring back, the earliest due first."""
    return _rows(
        connection,
        f"{SELECT} WHERE i.callback_due IS NOT NULL AND i.callback_due < ? AND i.mode = ?"
        " ORDER BY i.callback_due, i.n LIMIT ?",
        (NEVER if due_before is None else due_before, mode.value, -1 if limit is None else limit),
    )


def unfinished(
    connection: Connection,
    mode: Mode,
    now: int,
    *,
    run: str,
    heartbeat_ms: int,
    alive: Callable[[int], bool],
    limit: int | None,
) -> tuple[InteractionRow, ...]:
    """The interactions nobody holds any more, newest first: dropped lines, and what dead runs left open.

    A run is dead when it ended, has missed three beats, or ran on this computer under a process that is gone.
    """
    living = [run, *_living(connection, now, heartbeat_ms, alive)]
    marks = ", ".join("?" for _ in living)
    return _rows(
        connection,
        f"{SELECT} WHERE i.status IN ('open', 'dropped') AND (i.status = 'dropped' OR i.run NOT IN ({marks}))"
        " AND i.mode = ? ORDER BY i.opened_at DESC, i.n DESC LIMIT ?",
        (*living, mode.value, -1 if limit is None else limit),
    )


def process_alive(pid: int) -> bool:
    """Whether another process on this computer has this number; our own is not another."""
    if pid == os.getpid():
        return False
    if os.name != "posix":
        return True  # there, os.kill would end it: the heartbeat alone decides
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _living(connection: Connection, now: int, heartbeat_ms: int, alive: Callable[[int], bool]) -> list[str]:
    silence = BEATS * heartbeat_ms
    runs = connection.execute(
        "SELECT id, host, pid FROM run WHERE ended_at IS NULL AND beat_at BETWEEN ? AND ?",
        (now - silence, now + silence),
    ).fetchall()
    here = socket.gethostname()
    return [run for run, host, pid in runs if host != here or alive(pid)]


def _rows(connection: Connection, sql: str, values: Sequence[str | int]) -> tuple[InteractionRow, ...]:
    return tuple(_row(*row) for row in connection.execute(sql, values).fetchall())


def _row(*held: Any) -> InteractionRow:
    return InteractionRow(
        *(value if make is None or value is None else make(value) for make, value in zip(MAKE, held, strict=True))
    )


def _scripts(held: str) -> tuple[str, ...]:
    return tuple(json.loads(held))


MAKERS: dict[str, Callable[[Any], Any]] = {
    "mode": Mode,
    "channel": Channel,
    "language": Language,
    "status": InteractionStatus,
    "stage": Stage,
    "outcome": Outcome,
    "mood": Mood,
    "peak": Mood,
    "emergency": Emergency,
    "thanks": Thanks,
    "scripts": _scripts,
    **dict.fromkeys(("outbound", "urgent", "dropped", "held", "abuse", "silent"), bool),
}
MAKE = tuple(MAKERS.get(item.name) for item in fields(InteractionRow))
"""What makes each column's value, in the order of the columns."""
