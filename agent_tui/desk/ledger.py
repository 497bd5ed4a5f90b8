"""The promise ledger: what becomes of each promise, recorded with its proof or its reason."""

from __future__ import annotations

from agent_tui.core.clock import Clock
from agent_tui.core.events import promise as facts
from agent_tui.core.events.fact import Event, Fact, Personal, StreamType, stream_name
from agent_tui.core.rules import Rule, RuleError
from agent_tui.journal import Journal, PromiseRow, PromiseStatus, new_id


class Ledger:
    """Records what becomes of promises, in the name of `by`; RuleError where a proof or a reason is lacking."""

    def __init__(self, journal: Journal, clock: Clock, run: str, by: str) -> None:
        self._journal, self._clock, self._run, self._by = journal, clock, run, by

    def mine(self) -> tuple[PromiseRow, ...]:
        """My open promises, the earliest due first: those I keep, and those I made in somebody's name."""
        kept_by_me = self._journal.promises(owner=f"staff:{self._by}")
        made_by_me = self._journal.promises(made_by=self._by)
        mine = {promise.id: promise for promise in (*kept_by_me, *made_by_me)}
        return tuple(sorted(mine.values(), key=lambda promise: (promise.due, promise.id)))

    def keep(self, promise: PromiseRow, proof: str) -> None:
        """Record a promise as kept, with what shows it."""
        self._settle(promise, facts.Kept(_personal(proof)))

    def break_off(self, promise: PromiseRow, reason: str) -> None:
        """Record a promise as broken, with the reason."""
        self._settle(promise, facts.Broken(_personal(reason)))

    def release(self, promise: PromiseRow, note: str = "") -> None:
        """Record that the customer let us off."""
        self._settle(promise, facts.Released(_personal(note) if note.strip() else None))

    def attempt(self, promise: PromiseRow, note: str = "") -> None:
        """Record that the customer was tried and not reached."""
        self._settle(promise, facts.Attempted(_personal(note) if note.strip() else None))

    def inform(self, promise: PromiseRow, note: str = "") -> None:
        """Record that the customer was told how it stands."""
        self._settle(promise, facts.Informed(_personal(note) if note.strip() else None))

    def _settle(self, promise: PromiseRow, fact: Fact) -> None:
        fresh = self._journal.promise(promise.id)
        if fresh is None or fresh.status is not PromiseStatus.OPEN:
            raise RuleError(Rule.CLOSED)
        now = self._clock()
        stream = stream_name(StreamType.PROMISE, promise.id)
        event = Event(new_id(), stream, fresh.seq + 1, now.at, now.elapsed, self._run, self._by, fact)
        self._journal.append([event], {})


def _personal(text: str) -> Personal:
    words = text.strip()
    if not words:
        raise RuleError(Rule.EMPTY)
    return Personal(new_id(), words)
