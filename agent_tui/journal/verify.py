"""Whether the journal is as it was written: the chain, the values it refers to, and the texts it names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from agent_tui.journal.chain import genesis, link, rows
from agent_tui.journal.personal import digest

if TYPE_CHECKING:
    from sqlite3 import Connection


MARKS = ('"sha256":', '"script_hash":')
"""Without one of these in its words, a row refers to nothing, and need not be taken apart."""


class Flaw(StrEnum):
    """What is wrong at a place."""

    GAP = "gap"
    CHAIN = "chain"
    PERSONAL_CHANGED = "personal_changed"
    PERSONAL_MISSING = "personal_missing"
    CONTENT_CHANGED = "content_changed"
    CONTENT_MISSING = "content_missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written; `n` is the journal row, `about` a reference or a hash."""

    flaw: Flaw
    n: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a walk through the whole journal found; `events` and `head` are as far as the chain holds."""

    events: int
    head: bytes
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether everything is as it was written."""
        return not self.findings

    @property
    def first_bad(self) -> int | None:
        """The first row from which the chain no longer holds."""
        return next((one.n for one in self.findings if one.flaw in (Flaw.GAP, Flaw.CHAIN)), None)


def verify(connection: Connection) -> Verdict:
    """Walk the chain from the beginning; it stops at the first row that breaks it.

    A value that is gone without having been erased on purpose, and a text that is gone, are findings too.
    """
    head, last = genesis(connection), 0
    findings: list[Finding] = []
    texts = _Texts(connection)
    for n, body, found in rows(connection):
        if n != last + 1 or link(head, body) != found:
            findings.append(Finding(Flaw.CHAIN if n == last + 1 else Flaw.GAP, last + 1))
            break
        head, last = found, n
        if not any(mark in body for mark in MARKS):
            continue
        data = json.loads(body)["data"]
        findings += _personal(connection, n, data)
        findings += texts.findings(n, data)
    return Verdict(last, head, tuple(findings))


def _personal(connection: Connection, n: int, data: dict[str, Any]) -> Iterator[Finding]:
    for ref, sha256 in _references(data):
        held = connection.execute("SELECT salt, value FROM personal WHERE ref = ?", (ref,)).fetchone()
        if held is not None:
            if digest(*held) != sha256:
                yield Finding(Flaw.PERSONAL_CHANGED, n, ref)
        elif connection.execute("SELECT 1 FROM erasure WHERE ref = ?", (ref,)).fetchone() is None:
            yield Finding(Flaw.PERSONAL_MISSING, n, ref)


def _references(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for value in data.values():
        if isinstance(value, dict):
            if value.keys() == {"ref", "sha256"}:
                yield value["ref"], value["sha256"]
            else:
                yield from _references(value)


class _Texts:
    """The scripts that events pin by hash, each looked at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: dict[str, Flaw | None] = {}

    def findings(self, n: int, data: dict[str, Any]) -> Iterator[Finding]:
        name = data.get("script_hash")
        if name is None:
            return
        if name not in self._seen:
            self._seen[name] = self._flaw(name)
        flaw = self._seen[name]
        if flaw is not None:
            yield Finding(flaw, n, name)

    def _flaw(self, name: str) -> Flaw | None:
        try:
            key = bytes.fromhex(name)
        except ValueError:
            return Flaw.CONTENT_MISSING
        row = self._connection.execute("SELECT canonical FROM content WHERE hash = ?", (key,)).fetchone()
        if row is None:
            return Flaw.CONTENT_MISSING
        return None if hashlib.sha256(row[0].encode()).digest() == key else Flaw.CONTENT_CHANGED
