"""Values about people: kept beside the journal under salted references, so that they alone can be erased."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from agent_tui.core.events.codec import Json
from agent_tui.core.events.fact import Personal
from agent_tui.journal.errors import PersonalConflict

if TYPE_CHECKING:
    from sqlite3 import Connection

SALT_BYTES = 16


def digest(salt: bytes, value: str) -> str:
    """What the journal keeps of a value: hex SHA-256(salt || UTF-8 of the value)."""
    return hashlib.sha256(salt + value.encode()).hexdigest()


class Vault:
    """Files personal values and finds them again, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def file(self, personal: Personal) -> dict[str, Json]:
        """Keep a value and give what stands for it in the journal; PersonalConflict for a reference used before.

        A reference that was erased stays erased, even where a program still has the value in memory.
        """
        ref, value = personal.ref, personal.value
        held = self._connection.execute("SELECT salt, value FROM personal WHERE ref = ?", (ref,)).fetchone()
        if held is not None:
            if value not in (None, held[1]):
                raise PersonalConflict(f"reference {ref} already stands for another value", ref=ref)
            return {"ref": ref, "sha256": digest(*held)}
        if value is None or self.erased(ref):
            return {"ref": ref}
        salt = os.urandom(SALT_BYTES)
        self._connection.execute("INSERT INTO personal(ref, salt, value) VALUES (?, ?, ?)", (ref, salt, value))
        return {"ref": ref, "sha256": digest(salt, value)}

    def value(self, ref: str) -> str | None:
        """The value under a reference; None once it was erased."""
        row = self._connection.execute("SELECT value FROM personal WHERE ref = ?", (ref,)).fetchone()
        return row[0] if row else None

    def erased(self, ref: str) -> bool:
        """Whether a reference was erased on purpose."""
        row = self._connection.execute("SELECT 1 FROM erasure WHERE ref = ?", (ref,)).fetchone()
        return row is not None

    def find(self, placeholder: Mapping[str, Json]) -> Personal:
        """The personal value that a row of the journal refers to."""
        ref = placeholder["ref"]
        return Personal(ref, self.value(ref))


def erase(connection: Connection, ref: str, at: int) -> None:
    """Forget a value everywhere: itself, what a customer is known again by, and drafts written beside it."""
    connection.execute(
        "DELETE FROM draft WHERE interaction IN"
        " (SELECT substr(stream, 13) FROM mention WHERE ref = ? AND stream LIKE 'interaction:%')",
        (ref,),
    )
    connection.execute("DELETE FROM customer_key WHERE ref = ?", (ref,))
    connection.execute("DELETE FROM personal WHERE ref = ?", (ref,))
    connection.execute("INSERT INTO erasure(ref, at) VALUES (?, ?) ON CONFLICT(ref) DO NOTHING", (ref, at))
