"""What the journal hands out: plain frozen rows, with names resolved and None where a value was erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from agent_tui.core.events.fact import Event, StreamType, stream_name
from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Channel, Emergency, Mode, Mood, Outcome, Stage, Thanks


class InteractionStatus(StrEnum):
    """Whether an interaction is being held, waits for the line to come back, or is over."""

    OPEN = "open"
    DROPPED = "dropped"
    CLOSED = "closed"
    ABANDONED = "abandoned"


class PromiseStatus(StrEnum):
    """What became of a promise; one that is due or overdue is an open one."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with its place in the journal."""

    n: int
    event: Event


@dataclass(frozen=True, slots=True)
class InteractionRow:
    """An interaction in a list; times are UTC milliseconds, `run` is the run that wrote to it last."""

    n: int
    id: str
    agent: str
    grade: str
    mode: Mode
    channel: Channel
    language: Language
    outbound: bool
    opened_at: int
    last_at: int
    closed_at: int | None
    seq: int
    run: str
    status: InteractionStatus
    stage: Stage
    matter: str | None
    scripts: tuple[str, ...]
    outcome: Outcome | None
    mood: Mood
    peak: Mood
    urgent: bool
    emergency: Emergency | None
    dropped: bool
    held: bool
    abuse: bool
    silent: bool
    callback_due: int | None
    csat: int | None
    thanks: Thanks | None
    customer: str | None
    phone: str | None

    @property
    def stream(self) -> str:
        """The stream its events stand in."""
        return stream_name(StreamType.INTERACTION, self.id)


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise on the board; `seq` is that of the last event in its own stream, 0 before the first."""

    n: int
    id: str
    interaction: str
    matter: str
    owner: str
    due: int
    title: Mapping[str, str]
    channel: Channel
    option: str | None
    status: PromiseStatus
    made_by: str
    made_at: int
    seq: int
    attempts: int
    informed: int
    extended: int
    settled_by: str | None
    settled_at: int | None
    customer: str | None
    phone: str | None

    def overdue(self, now: int) -> bool:
        """Whether it is still open past its time."""
        return self.status is PromiseStatus.OPEN and self.due < now


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier interaction of the same customer, with what was promised then and is still open."""

    interaction: InteractionRow
    promises: tuple[PromiseRow, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff; `seq` is that of the last event in their stream."""

    id: str
    name: str | None
    language: Language | None
    grade: str | None
    roles: tuple[str, ...]
    active: bool
    shift_since: int | None
    seq: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run of the program."""

    id: str
    by: str
    host: str
    pid: int
    started_at: int
    beat_at: int
    ended_at: int | None
