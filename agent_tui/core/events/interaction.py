"""What can happen in an interaction with a customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from agent_tui.core.events.fact import Fact, Personal, Slot, StreamType, fact
from agent_tui.core.events.remedy import (
    Escalated as Escalated,
    EscalationAnswered as EscalationAnswered,
    MatterClosed as MatterClosed,
    OptionAccepted as OptionAccepted,
    OptionDeclined as OptionDeclined,
    OptionOffered as OptionOffered,
    PolicyCited as PolicyCited,
    PromiseMade as PromiseMade,
    Redirected as Redirected,
    Refused as Refused,
    TransferAccepted as TransferAccepted,
    Transferred as Transferred,
)
from agent_tui.core.language import Gender, Language
from agent_tui.core.vocabulary import (
    Channel,
    Comeback,
    Emergency,
    Fault,
    Home,
    Mode,
    Mood,
    Passage,
    ReadBackResult,
    Relation,
    Stage,
    Thanks,
    Verified,
)

_interaction = fact(StreamType.INTERACTION)


@_interaction
@dataclass(frozen=True)
class Opened(Fact):
    """An agent took a contact; `grade` is the authority the agent had then.

    `returns` is the interaction whose callback this contact is.
    """

    mode: Mode
    channel: Channel
    language: Language
    grade: str
    outbound: bool = False
    returns: str | None = None


@_interaction
@dataclass(frozen=True)
class Resumed(Fact):
    """An interaction that had stopped was taken up again where it stood; `grade` is the authority of who took it."""

    how: Comeback
    grade: str | None = None


@_interaction
@dataclass(frozen=True)
class LanguageChanged(Fact):
    """The contact goes on in another language; `spoken` names one we do not have (BCP 47)."""

    language: Language
    spoken: str | None = None
    interpreter: bool = False


@_interaction
@dataclass(frozen=True)
class CallerIdentified(Fact):
    """Who is on the line, in whose name, and whether that was checked."""

    name: Personal | None = None
    phone: Personal | None = None
    gender: Gender = Gender.NEUTRAL
    relation: Relation = Relation.SELF
    beneficiary: Personal | None = None
    authority: Personal | None = None
    verified: Verified = Verified.NOT_NEEDED


@_interaction
@dataclass(frozen=True)
class MatterOpened(Fact):
    """A matter was begun with the script that fits it, pinned to its version and hash."""

    matter: str
    script: str
    version: int
    script_hash: str
    enquiry: bool
    required: tuple[str, ...] = ()


@_interaction
@dataclass(frozen=True)
class FieldCaptured(Fact):
    """The customer's answer to a question, as we keep it."""

    matter: str
    field: str
    value: Slot


@_interaction
@dataclass(frozen=True)
class MoodNoted(Fact):
    """How the customer feels from now on."""

    mood: Mood


@_interaction
@dataclass(frozen=True)
class FaultNoted(Fact):
    """Whose fault it is as far as we know, and whether the customer believes it is ours."""

    fault: Fault
    believes_ours: bool = False


@_interaction
@dataclass(frozen=True)
class CustomerFinished(Fact):
    """The customer has told the whole of it."""

    matter: str


@_interaction
@dataclass(frozen=True)
class ReadBack(Fact):
    """The matter was read back, and what the customer said to it."""

    matter: str
    result: ReadBackResult
    reason: str | None = None


@_interaction
@dataclass(frozen=True)
class StageEntered(Fact):
    """The walk moved; `passed` are stages gone by without stopping, with the reason."""

    stage: Stage
    matter: str
    how: Passage
    passed: Mapping[str, str] = field(default_factory=dict)


@_interaction
@dataclass(frozen=True)
class Said(Fact):
    """An approved phrase was said, kept by its hash and what filled its placeholders."""

    matter: str
    phrase: str
    phrase_hash: str
    language: Language
    form: Gender
    home: Home
    slots: Mapping[str, Slot] = field(default_factory=dict)
    option: str | None = None
    promises: bool = False
    late: bool = False


@_interaction
@dataclass(frozen=True)
class Noted(Fact):
    """The agent's own words about the contact; `topic` is `note`, or what the note explains."""

    text: Personal
    topic: str = "note"
    matter: str | None = None


@_interaction
@dataclass(frozen=True)
class FactShown(Fact):
    """A fact card was told to the customer, by its place in the script."""

    matter: str
    card: int


@_interaction
@dataclass(frozen=True)
class Held(Fact):
    """The customer was put on hold."""


@_interaction
@dataclass(frozen=True)
class Unheld(Fact):
    """The customer was taken off hold."""


@_interaction
@dataclass(frozen=True)
class UrgentTaken(Fact):
    """The walk went straight to Solve; the reason follows as a note."""

    matter: str


@_interaction
@dataclass(frozen=True)
class EmergencyRaised(Fact):
    """A danger came up: the supervisor is alerted and the agent stays on the line."""

    danger: Emergency


@_interaction
@dataclass(frozen=True)
class Dropped(Fact):
    """The line broke; we ring back by `callback_due` (UTC milliseconds)."""

    callback_due: int


@_interaction
@dataclass(frozen=True)
class SatisfactionAnswered(Fact):
    """The customer's own rating from 1 to 5; none where they would rather not say."""

    score: int | None


@_interaction
@dataclass(frozen=True)
class HeardFirstFromCustomer(Fact):
    """The customer knew of something of ours before the agent was told."""

    subject: Personal


@_interaction
@dataclass(frozen=True)
class AbuseFlagged(Fact):
    """The agent was insulted or threatened."""

    text: Personal | None = None


@_interaction
@dataclass(frozen=True)
class Closed(Fact):
    """The interaction ended; wrap-up lies between the stage of that name and this."""

    thanks: Thanks
    silent: bool = False
    callback_due: int | None = None


@_interaction
@dataclass(frozen=True)
class AbandonedBySystem(Fact):
    """Nobody came back to an interaction that a stopped program had left open."""

    idle_hours: int
