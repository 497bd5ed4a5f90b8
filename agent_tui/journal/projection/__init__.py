"""The read models: what is asked often, kept up with every event and rebuildable from the journal alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_tui.core.events.fact import Event, StreamType
from agent_tui.journal.body import event_of, stream_type
from agent_tui.journal.chain import rows
from agent_tui.journal.personal import Vault
from agent_tui.journal.projection import customer, interaction, promise, staff
from agent_tui.journal.schema import READ_MODEL_TABLES

if TYPE_CHECKING:
    from sqlite3 import Connection


def project(connection: Connection, n: int, event: Event) -> None:
    """Bring the read models up with one event, which stands in the journal as row n."""
    customer.mention(connection, event)
    match stream_type(event.stream):
        case StreamType.INTERACTION:
            interaction.project(connection, n, event)
            customer.project(connection, event)
        case StreamType.PROMISE:
            promise.project(connection, event)
        case StreamType.STAFF:
            staff.project(connection, event)


def rebuild(connection: Connection) -> None:
    """Empty the read models and fill them from the journal, inside a transaction somebody else begins and ends."""
    for table in READ_MODEL_TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  the names are our own
    vault = Vault(connection)
    for n, body, _ in rows(connection):
        project(connection, n, event_of(body, vault.find))
