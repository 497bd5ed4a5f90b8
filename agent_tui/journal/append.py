"""Appending: events, what they name, and the read models, all in one transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from agent_tui.core.events.fact import Event
from agent_tui.journal.body import body_of
from agent_tui.journal.chain import link, tip
from agent_tui.journal.errors import ContentMismatch, EventConflict, WrongSequence
from agent_tui.journal.personal import Vault
from agent_tui.journal.projection import project

if TYPE_CHECKING:
    from sqlite3 import Connection


def append(connection: Connection, events: Sequence[Event], contents: Mapping[str, str]) -> None:
    """Write events at the journal's end, inside a transaction that somebody else begins and ends.

    What is written already is passed over, so that a batch can be sent again. WrongSequence, EventConflict,
    PersonalConflict, ContentMismatch and NotWritable mean that nothing of the batch may stay.
    """
    for name, canonical in contents.items():
        _keep(connection, name, canonical)
    vault = Vault(connection)
    end = tip(connection)
    n, head = end.n, end.hash
    for event in events:
        if _written(connection, event):
            continue
        _check_sequence(connection, event)
        body = body_of(event, vault.file)
        n, head = n + 1, link(head, body)
        connection.execute("INSERT INTO journal(n, body, hash) VALUES (?, ?, ?)", (n, body, head))
        project(connection, n, event)


def _written(connection: Connection, event: Event) -> bool:
    row = connection.execute("SELECT body FROM journal WHERE event = ?", (event.id,)).fetchone()
    if row is None:
        return False
    held = json.loads(row[0])
    same = {"stream": event.stream, "seq": event.seq, "at": event.at, "by": event.by, "kind": event.kind}
    if any(held[name] != value for name, value in same.items()):
        raise EventConflict(
            f"event {event.id} is already written as {held['stream']} {held['seq']} {held['kind']}",
            event=event.id,
            stream=event.stream,
        )
    return True


def _check_sequence(connection: Connection, event: Event) -> None:
    (last,) = connection.execute("SELECT max(seq) FROM journal WHERE stream = ?", (event.stream,)).fetchone()
    expected = (last or 0) + 1
    if event.seq != expected:
        raise WrongSequence(
            f"{event.stream} is at event {expected - 1}, so {event.seq} cannot follow",
            stream=event.stream,
            expected=expected,
            found=event.seq,
        )


def _keep(connection: Connection, name: str, canonical: str) -> None:
    found = hashlib.sha256(canonical.encode())
    if found.hexdigest() != name:
        raise ContentMismatch(f"a text filed as {name} has the hash {found.hexdigest()}", hash=name)
    connection.execute(
        "INSERT INTO content(hash, canonical) VALUES (?, ?) ON CONFLICT(hash) DO NOTHING", (found.digest(), canonical)
    )
