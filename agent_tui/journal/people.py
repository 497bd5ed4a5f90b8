"""The people who work here, as the journal knows them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent_tui.core.language import Language
from agent_tui.journal.rows import Person

if TYPE_CHECKING:
    from sqlite3 import Connection

SELECT = (
    "SELECT s.id, name.value, s.language, s.grade, s.roles, s.active, s.shift_since, s.seq"
    " FROM staff s LEFT JOIN personal name ON name.ref = s.name_ref"
)


def everybody(connection: Connection) -> tuple[Person, ...]:
    """All members of staff by id, those who left included."""
    return tuple(_person(*row) for row in connection.execute(f"{SELECT} ORDER BY s.id").fetchall())


def one(connection: Connection, person: str) -> Person | None:
    """The member of staff with this id."""
    row = connection.execute(f"{SELECT} WHERE s.id = ?", (person,)).fetchone()
    return _person(*row) if row else None


def notices_read(connection: Connection, person: str) -> dict[str, str]:
    """The notices somebody has acknowledged: notice -> its hash when last read."""
    rows = connection.execute(
        "SELECT notice, notice_hash FROM notice_read WHERE staff = ? ORDER BY at, notice_hash", (person,)
    )
    return dict(rows.fetchall())


def certificates(connection: Connection, person: str) -> dict[str, str]:
    """What somebody may use live: script -> last day (ISO 8601 date)."""
    return dict(connection.execute("SELECT script, until FROM certificate WHERE staff = ?", (person,)).fetchall())


def _person(*held: Any) -> Person:
    person, name, language, grade, roles, active, shift_since, seq = held
    return Person(
        id=person,
        name=name,
        language=None if language is None else Language(language),
        grade=grade,
        roles=tuple(json.loads(roles)),
        active=bool(active),
        shift_since=shift_since,
        seq=seq,
    )
