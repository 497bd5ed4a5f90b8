"""What an event tells: a fact of a known kind, and the envelope that says when, where in its stream and by whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Protocol, TypeAlias, TypeVar


class StreamType(StrEnum):
    """What a stream of events is about; a stream's name is `type:id`."""

    INTERACTION = "interaction"
    PROMISE = "promise"
    STAFF = "staff"
    CONTENT = "content"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Personal:
    """A value about a person, kept apart from the journal under `ref`; None once it was erased."""

    ref: str
    value: str | None


Slot: TypeAlias = Personal | str
"""What filled a placeholder: a personal value by reference, anything else in plain text."""


class Fact:
    """What happened; subclasses are frozen dataclasses named in the past tense."""

    stream_type: ClassVar[StreamType]
    kind: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Event:
    """A fact with its place and time.

    `at` is UTC milliseconds; `elapsed` is milliseconds since the run `run` of the program began, so that
    durations are taken within a run and never from a wall clock; `by` is the id of a member of staff.
    """

    id: str
    stream: str
    seq: int
    at: int
    elapsed: int
    run: str
    by: str
    fact: Fact

    @property
    def kind(self) -> str:
        """The fact's kind, e.g. `option_offered`."""
        return self.fact.kind


class Emit(Protocol):
    """Puts events on disk, all or none, before it returns; raises where it cannot.

    `contents` holds what the events name by hash: hash (hex SHA-256) -> canonical JSON.
    """

    def __call__(self, events: Sequence[Event], contents: Mapping[str, str]) -> None: ...


Known: TypeAlias = type[Fact]
FACTS: dict[tuple[StreamType, str], Known] = {}
"""Every kind there is, by stream type and kind."""

_T = TypeVar("_T", bound=Fact)


def fact(stream_type: StreamType) -> Callable[[type[_T]], type[_T]]:
    """Put a fact class on the closed list, under its name in snake case."""

    def register(cls: type[_T]) -> type[_T]:
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
        cls.stream_type, cls.kind = stream_type, kind
        FACTS[stream_type, kind] = cls
        return cls

    return register


def stream_name(stream_type: StreamType, stream_id: str) -> str:
    """The name under which a stream stands in the journal."""
    return f"{stream_type}:{stream_id}"
