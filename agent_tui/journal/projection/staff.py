"""The people who work here, with what they may do and have read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent_tui.core.events import staff as facts
from agent_tui.core.events.fact import Event
from agent_tui.journal.body import FORMAT, stream_id

if TYPE_CHECKING:
    from sqlite3 import Connection


def project(connection: Connection, event: Event) -> None:
    """Bring a member of staff up with one event."""
    person = stream_id(event.stream)
    connection.execute(
        "INSERT INTO staff(id, roles, active, seq) VALUES (?, '[]', 1, ?)"
        " ON CONFLICT(id) DO UPDATE SET seq = excluded.seq",
        (person, event.seq),
    )
    match event.fact:
        case facts.Joined(name=name, language=language):
            connection.execute(
                "UPDATE staff SET name_ref = ?, language = ?, active = 1 WHERE id = ?",
                (name.ref, language.value, person),
            )
        case facts.RoleGiven(role=role):
            _set_roles(connection, person, _roles(connection, person) | {role})
        case facts.RoleTaken(role=role):
            _set_roles(connection, person, _roles(connection, person) - {role})
        case facts.Graded(grade=grade):
            connection.execute("UPDATE staff SET grade = ? WHERE id = ?", (grade, person))
        case facts.Deactivated():
            connection.execute("UPDATE staff SET active = 0, shift_since = NULL WHERE id = ?", (person,))
        case facts.ShiftStarted():
            connection.execute("UPDATE staff SET shift_since = ? WHERE id = ?", (event.at, person))
        case facts.ShiftEnded():
            connection.execute("UPDATE staff SET shift_since = NULL WHERE id = ?", (person,))
        case facts.NoticeAcknowledged(notice=notice, notice_hash=notice_hash):
            connection.execute(
                "INSERT INTO notice_read(staff, notice, notice_hash, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (person, notice, notice_hash, event.at),
            )
        case facts.Certified(script=script, until=until):
            connection.execute(
                "INSERT INTO certificate(staff, script, until, at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT(staff, script) DO UPDATE SET until = excluded.until, at = excluded.at",
                (person, script, until, event.at),
            )


def _roles(connection: Connection, person: str) -> set[str]:
    (roles,) = connection.execute("SELECT roles FROM staff WHERE id = ?", (person,)).fetchone()
    return set(json.loads(roles))


def _set_roles(connection: Connection, person: str, roles: set[str]) -> None:
    connection.execute("UPDATE staff SET roles = ? WHERE id = ?", (FORMAT.encode(sorted(roles)), person))
