"""What becomes of a promise after it was made."""

from __future__ import annotations

from dataclasses import dataclass

from agent_tui.core.events.fact import Fact, Personal, StreamType, fact

_promise = fact(StreamType.PROMISE)


@_promise
@dataclass(frozen=True)
class Attempted(Fact):
    """The customer was tried and not reached."""

    note: Personal | None = None


@_promise
@dataclass(frozen=True)
class Informed(Fact):
    """The customer was told how the promise stands."""

    note: Personal | None = None


@_promise
@dataclass(frozen=True)
class Kept(Fact):
    """The promise was kept; the proof says how one can tell."""

    proof: Personal


@_promise
@dataclass(frozen=True)
class Broken(Fact):
    """The promise was not kept, for a reason that is written down."""

    reason: Personal


@_promise
@dataclass(frozen=True)
class Released(Fact):
    """The customer let us off the promise."""

    note: Personal | None = None


@_promise
@dataclass(frozen=True)
class Reassigned(Fact):
    """Somebody else keeps the promise from now on."""

    owner: str


@_promise
@dataclass(frozen=True)
class Extended(Fact):
    """The customer agreed to a later time (UTC milliseconds)."""

    due: int
    reason: Personal
