"""The promise board: what we bound ourselves to, by owner, by who made it, by how it stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from agent_tui.core.vocabulary import Channel
from agent_tui.journal.rows import PromiseRow, PromiseStatus

if TYPE_CHECKING:
    from sqlite3 import Connection

SELECT = (
    "SELECT p.n, p.id, p.interaction, p.matter, p.owner, p.due, p.title, p.channel, p.option, p.status, p.made_by,"
    " p.made_at, p.seq, p.attempts, p.informed, p.extended, p.settled_by, p.settled_at, name.value, phone.value"
    " FROM promise p LEFT JOIN interaction i ON i.id = p.interaction"
    " LEFT JOIN personal name ON name.ref = i.name_ref LEFT JOIN personal phone ON phone.ref = i.phone_ref"
)


def board(
    connection: Connection,
    *,
    owner: str | None,
    made_by: str | None,
    status: PromiseStatus | None,
    due_before: int | None,
    limit: int,
) -> tuple[PromiseRow, ...]:
    """The promises that fit, the earliest due first."""
    asked: list[tuple[str, str | int | None]] = [
        ("p.owner = ?", owner),
        ("p.made_by = ?", made_by),
        ("p.status = ?", status),
        ("p.due < ?", due_before),
    ]
    given = [(sql, value) for sql, value in asked if value is not None]
    where = f" WHERE {' AND '.join(sql for sql, _ in given)}" if given else ""
    return _rows(connection, f"{SELECT}{where} ORDER BY p.due, p.n LIMIT ?", [*(value for _, value in given), limit])


def one(connection: Connection, promise: str) -> PromiseRow | None:
    """The promise with this id."""
    return next(iter(_rows(connection, f"{SELECT} WHERE p.id = ?", [promise])), None)


def of_interactions(connection: Connection, ids: Sequence[str], *, open_only: bool) -> tuple[PromiseRow, ...]:
    """What was promised in these interactions, the earliest due first."""
    marks = ", ".join("?" for _ in ids)
    status = " AND p.status = 'open'" if open_only else ""
    return _rows(connection, f"{SELECT} WHERE p.interaction IN ({marks}){status} ORDER BY p.due, p.n", list(ids))


def _rows(connection: Connection, sql: str, values: Sequence[str | int]) -> tuple[PromiseRow, ...]:
    return tuple(_row(*row) for row in connection.execute(sql, values).fetchall())


def _row(*held: Any) -> PromiseRow:
    row = dict(zip(PromiseRow.__slots__, held, strict=True))
    row["title"] = json.loads(row["title"])
    row["channel"] = Channel(row["channel"])
    row["status"] = PromiseStatus(row["status"])
    return PromiseRow(**row)
