"""What happens to a member of staff."""

from __future__ import annotations

from dataclasses import dataclass

from agent_tui.core.events.fact import Fact, Personal, StreamType, fact
from agent_tui.core.language import Language

_staff = fact(StreamType.STAFF)


@_staff
@dataclass(frozen=True)
class Joined(Fact):
    """Somebody began to work here; the name is how colleagues and customers know them."""

    name: Personal
    language: Language


@_staff
@dataclass(frozen=True)
class RoleGiven(Fact):
    """The member of staff may act as this from now on."""

    role: str


@_staff
@dataclass(frozen=True)
class RoleTaken(Fact):
    """The member of staff no longer acts as this."""

    role: str


@_staff
@dataclass(frozen=True)
class Graded(Fact):
    """The member of staff has this grade of library.yaml from now on."""

    grade: str


@_staff
@dataclass(frozen=True)
class Deactivated(Fact):
    """The member of staff has left; what they did stays under their name."""


@_staff
@dataclass(frozen=True)
class ShiftStarted(Fact):
    """The member of staff came on shift."""


@_staff
@dataclass(frozen=True)
class ShiftEnded(Fact):
    """The member of staff went off shift."""


@_staff
@dataclass(frozen=True)
class NoticeAcknowledged(Fact):
    """The member of staff has read a notice."""

    notice: str
    notice_hash: str


@_staff
@dataclass(frozen=True)
class Certified(Fact):
    """The member of staff may use a script live until a day (ISO 8601 date)."""

    script: str
    until: str
