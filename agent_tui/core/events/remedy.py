"""What can happen on the way to a remedy: options, refusals, escalations, transfers, promises, outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agent_tui.core.events.fact import Fact, StreamType, fact
from agent_tui.core.vocabulary import Answer, Channel, Outcome

_interaction = fact(StreamType.INTERACTION)


@_interaction
@dataclass(frozen=True)
class OptionOffered(Fact):
    """A remedy within the agent's authority was offered."""

    matter: str
    option: str
    amount: str | None = None
    currency: str | None = None


@_interaction
@dataclass(frozen=True)
class OptionAccepted(Fact):
    """The customer accepted an offered remedy."""

    matter: str
    option: str


@_interaction
@dataclass(frozen=True)
class OptionDeclined(Fact):
    """The customer did not want an offered remedy."""

    matter: str
    option: str


@_interaction
@dataclass(frozen=True)
class PolicyCited(Fact):
    """A rule was cited to the customer as the ground of a refusal."""

    matter: str
    policy: str


@_interaction
@dataclass(frozen=True)
class Refused(Fact):
    """The matter was refused, with its grounds: alternatives declined before it, or policies cited."""

    matter: str
    option: str
    declined: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


@_interaction
@dataclass(frozen=True)
class Escalated(Fact):
    """Somebody with more authority was asked about an option, or about the whole matter."""

    matter: str
    to: str
    option: str | None = None


@_interaction
@dataclass(frozen=True)
class EscalationAnswered(Fact):
    """The receiver answered an escalation; `answered_by` is a staff id or a name."""

    matter: str
    answer: Answer
    answered_by: str
    option: str | None = None


@_interaction
@dataclass(frozen=True)
class Transferred(Fact):
    """The contact was handed to a receiver who has not accepted yet."""

    to: str


@_interaction
@dataclass(frozen=True)
class TransferAccepted(Fact):
    """The receiver accepted and sees everything known."""

    receiver: str


@_interaction
@dataclass(frozen=True)
class Redirected(Fact):
    """The customer was merely told to turn elsewhere with a matter."""

    to: str
    matter: str | None = None


@_interaction
@dataclass(frozen=True)
class PromiseMade(Fact):
    """We bound ourselves: what, who keeps it, by when (UTC milliseconds), and how the customer will hear."""

    matter: str
    promise: str
    title: Mapping[str, str]
    owner: str
    due: int
    channel: Channel
    option: str | None = None
    days: int | None = None
    hours: int | None = None
    minutes: int | None = None
    working: bool = True


@_interaction
@dataclass(frozen=True)
class MatterClosed(Fact):
    """A matter ended, with its outcome, its cause and the department it concerns."""

    matter: str
    outcome: Outcome
    cause: str | None = None
    department: str | None = None
