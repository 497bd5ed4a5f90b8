"""The promises, as the board shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_tui.core.events import promise as facts
from agent_tui.core.events.fact import Event
from agent_tui.core.events.interaction import PromiseMade
from agent_tui.journal.body import FORMAT, stream_id

if TYPE_CHECKING:
    from sqlite3 import Connection


def make(connection: Connection, n: int, event: Event, made: PromiseMade) -> None:
    """Enter a promise in the ledger."""
    connection.execute(
        "INSERT INTO promise(n, id, interaction, matter, owner, due, title, channel, option, status, made_by, made_at,"
        " seq, attempts, informed, extended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, 0, 0, 0, 0)"
        " ON CONFLICT(id) DO NOTHING",
        (
            n,
            made.promise,
            stream_id(event.stream),
            made.matter,
            made.owner,
            made.due,
            FORMAT.encode(dict(made.title)),
            made.channel.value,
            made.option,
            event.by,
            event.at,
        ),
    )


def project(connection: Connection, event: Event) -> None:
    """Bring a promise up with what became of it."""
    fact, promise = event.fact, stream_id(event.stream)
    connection.execute("UPDATE promise SET seq = ? WHERE id = ?", (event.seq, promise))
    match fact:
        case facts.Attempted():
            connection.execute("UPDATE promise SET attempts = attempts + 1 WHERE id = ?", (promise,))
        case facts.Informed():
            connection.execute("UPDATE promise SET informed = informed + 1 WHERE id = ?", (promise,))
        case facts.Reassigned(owner=owner):
            connection.execute("UPDATE promise SET owner = ? WHERE id = ?", (owner, promise))
        case facts.Extended(due=due):
            connection.execute("UPDATE promise SET due = ?, extended = extended + 1 WHERE id = ?", (due, promise))
        case facts.Kept() | facts.Broken() | facts.Released():
            connection.execute(
                "UPDATE promise SET status = ?, settled_by = ?, settled_at = ? WHERE id = ?",
                (event.kind, event.by, event.at, promise),
            )
