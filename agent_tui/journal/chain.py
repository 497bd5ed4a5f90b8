"""The chain through the journal: every row's hash covers its words and the hash before it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

BATCH = 2_000


def link(previous: bytes, body: str) -> bytes:
    """The hash of a row after `previous`: SHA-256(0x00 || previous || UTF-8 of the body)."""
    return hashlib.sha256(b"\x00" + previous + body.encode()).digest()


@dataclass(frozen=True, slots=True)
class Tip:
    """Where the journal ends: its last n (0 when empty) and the hash there (the genesis when empty)."""

    n: int
    hash: bytes


def tip(connection: Connection) -> Tip:
    """The journal's end."""
    row = connection.execute("SELECT n, hash FROM journal WHERE n = (SELECT max(n) FROM journal)").fetchone()
    return Tip(*row) if row else Tip(0, genesis(connection))


def genesis(connection: Connection) -> bytes:
    """The hash the chain begins with, drawn at random for each journal."""
    found: bytes = connection.execute("SELECT genesis FROM meta").fetchone()[0]
    return found


def rows(connection: Connection, after: int = 0) -> Iterator[tuple[int, str, bytes]]:
    """Every row's n, body and hash in order, in batches, so that no long read holds the log file up."""
    while True:
        batch = connection.execute(
            "SELECT n, body, hash FROM journal WHERE n > ? ORDER BY n LIMIT ?", (after, BATCH)
        ).fetchall()
        if not batch:
            return
        yield from batch
        after = batch[-1][0]


def end_holds(connection: Connection) -> bool:
    """Whether the last row follows from the one before it: the quick look taken at every opening."""
    last = connection.execute("SELECT n, body, hash FROM journal ORDER BY n DESC LIMIT 2").fetchall()
    if not last:
        return True
    n, body, found = last[0]
    if len(last) == 1:
        return bool(n == 1 and link(genesis(connection), body) == found)
    return bool(last[1][0] == n - 1 and link(last[1][2], body) == found)
