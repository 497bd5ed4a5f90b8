"""Earlier interactions of the same customer, so that nothing is asked twice and no promise is forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from agent_tui.journal import interactions, promises
from agent_tui.journal.projection.customer import keys
from agent_tui.journal.rows import Earlier, PromiseRow

if TYPE_CHECKING:
    from sqlite3 import Connection


def history(connection: Connection, values: Iterable[str], exclude: str | None, limit: int) -> tuple[Earlier, ...]:
    """Interactions in which one of these telephone numbers, references or names was given, newest first."""
    wanted = sorted({key for value in values for key in keys(value)})
    if not wanted:
        return ()
    marks = ", ".join("?" for _ in wanted)
    ids = [
        row[0]
        for row in connection.execute(
            "SELECT i.id FROM (SELECT DISTINCT interaction FROM customer_key"  # noqa: S608  only marks are put in
            f" WHERE key IN ({marks})) k JOIN interaction i ON i.id = k.interaction"
            " WHERE i.id IS NOT ? ORDER BY i.opened_at DESC, i.n DESC LIMIT ?",
            (*wanted, exclude, limit),
        ).fetchall()
    ]
    if not ids:
        return ()
    still_open: dict[str, list[PromiseRow]] = {}
    for promise in promises.of_interactions(connection, ids, open_only=True):
        still_open.setdefault(promise.interaction, []).append(promise)
    return tuple(Earlier(row, tuple(still_open.get(row.id, ()))) for row in interactions.some(connection, ids))
