"""Where an interaction stands: a frozen fold of its events, and all a screen needs to draw it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from agent_tui.core.events.fact import Personal, Slot
from agent_tui.core.language import Gender, Language
from agent_tui.core.vocabulary import (
    Answer,
    Channel,
    Emergency,
    Fault,
    Home,
    Mode,
    Mood,
    OptionStatus,
    Outcome,
    ReadBackResult,
    Relation,
    Stage,
    Thanks,
    Verified,
)


def plain(slot: Slot | None) -> str | None:
    """A slot's value; None where there is none or it was erased."""
    return slot.value if isinstance(slot, Personal) else slot


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is on the line, as far as we know."""

    name: Personal | None = None
    phone: Personal | None = None
    gender: Gender = Gender.NEUTRAL
    relation: Relation = Relation.SELF
    beneficiary: Personal | None = None
    authority: Personal | None = None
    verified: Verified = Verified.NOT_NEEDED


@dataclass(frozen=True, slots=True)
class SaidPhrase:
    """A phrase that was said, with what is needed to print its exact words."""

    event: str
    at: int
    elapsed: int
    run: str
    stage: Stage
    matter: str
    phrase: str
    phrase_hash: str
    language: Language
    form: Gender
    home: Home
    slots: Mapping[str, Slot]
    option: str | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the agent, or the reason for something."""

    event: str
    at: int
    text: Personal
    topic: str = "note"


@dataclass(frozen=True, slots=True)
class Offer:
    """What became of an option."""

    status: OptionStatus
    amount: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise as it was made, with its due time in UTC milliseconds."""

    id: str
    matter: str
    title: Mapping[str, str]
    owner: str
    due: int
    channel: Channel
    option: str | None = None
    days: int | None = None
    hours: int | None = None
    minutes: int | None = None
    working: bool = True


@dataclass(frozen=True, slots=True)
class Matter:
    """One of the things the customer came with: its own Listen and its own Solve.

    `promised` are the options of the sentences that promised something, None for a sentence of no option;
    `pledged` are the options of the promises in the ledger, alike.
    """

    id: str
    script: str
    version: int
    script_hash: str
    enquiry: bool = False
    required: tuple[str, ...] = ()
    stage: Stage = Stage.LISTEN
    values: Mapping[str, Slot] = field(default_factory=dict)
    finished: bool = False
    read_back: ReadBackResult | None = None
    offers: Mapping[str, Offer] = field(default_factory=dict)
    escalations: Mapping[str, Answer | None] = field(default_factory=dict)
    cited: tuple[str, ...] = ()
    refused: str | None = None
    promises: tuple[str, ...] = ()
    pledged: tuple[str | None, ...] = ()
    promised: tuple[str | None, ...] = ()
    transferred: bool = False
    redirected: bool = False
    outcome: Outcome | None = None
    cause: str | None = None
    department: str | None = None

    @property
    def owes_promise(self) -> bool:
        """Whether a sentence promised something that no ledger entry stands behind."""
        return any(self._owed(option) for option in self.promised)

    def _owed(self, option: str | None) -> bool:
        if option is None:
            return not self.pledged
        offer = self.offers.get(option)
        waiting = offer is not None and offer.status is OptionStatus.OFFERED  # it binds us once it is accepted
        return not waiting and option not in self.pledged and None not in self.pledged

    def plain_values(self) -> dict[str, str]:
        """Field id -> value, without what was erased."""
        found = {name: plain(value) for name, value in self.values.items()}
        return {name: value for name, value in found.items() if value is not None}

    def with_status(self, status: OptionStatus) -> tuple[str, ...]:
        """The options that stand at this status, in the order they were offered."""
        return tuple(option for option, offer in self.offers.items() if offer.status is status)


@dataclass(frozen=True, slots=True)
class State:
    """An interaction as its events left it.

    `spent` is milliseconds per stage, added up within runs of the program and never across them;
    `elapsed` is the last event's place in its run.
    """

    id: str
    seq: int
    run: str
    agent: str
    opened_at: int
    mode: Mode
    channel: Channel
    language: Language
    grade: str
    outbound: bool = False
    stage: Stage = Stage.LISTEN
    matter: str = ""
    matters: Mapping[str, Matter] = field(default_factory=dict)
    caller: Caller = Caller()
    moods: tuple[tuple[Mood, int], ...] = ()
    fault: Fault = Fault.UNKNOWN
    believes_ours: bool = False
    said: tuple[SaidPhrase, ...] = ()
    notes: tuple[Note, ...] = ()
    shown_facts: tuple[tuple[str, int], ...] = ()
    promises: Mapping[str, Pledge] = field(default_factory=dict)
    passed: Mapping[Stage, str] = field(default_factory=dict)
    held_since: int | None = None
    dropped: bool = False
    callback_due: int | None = None
    urgent: bool = False
    urgent_reason: bool = False
    emergency: Emergency | None = None
    transferred_to: str | None = None
    transfer_accepted: str | None = None
    redirected: bool = False
    spoken: str | None = None
    interpreter: bool = False
    satisfaction_asked: bool = False
    satisfaction: int | None = None
    abuse: bool = False
    heard: bool = False
    thanks: Thanks | None = None
    closed: bool = False
    abandoned: bool = False
    spent: Mapping[Stage, int] = field(default_factory=dict)
    elapsed: int = 0

    @property
    def current(self) -> Matter:
        """The matter being dealt with."""
        return self.matters[self.matter]

    @property
    def mood(self) -> Mood:
        """The mood noted last; calm until something else is noted."""
        return self.moods[-1][0] if self.moods else Mood.CALM

    @property
    def peak(self) -> Mood:
        """The hottest mood noted so far."""
        return max((mood for mood, _ in self.moods), key=lambda mood: mood.heat, default=Mood.CALM)

    @property
    def ended(self) -> bool:
        """Whether nothing more can be recorded."""
        return self.closed or self.abandoned

    @property
    def calm(self) -> bool:
        """Whether the customer was calm all along and does not believe that we erred."""
        return self.peak is Mood.CALM and not self.believes_ours

    def spent_until(self, stage: Stage, run: str, elapsed: int) -> int:
        """Milliseconds spent in a stage by now, `elapsed` milliseconds into a run."""
        running = stage is self.stage and run == self.run and not self.dropped and not self.ended
        return self.spent.get(stage, 0) + (max(elapsed - self.elapsed, 0) if running else 0)

    def times_said(self, home: Home) -> int:
        """How often phrases of one kind were said."""
        return sum(1 for said in self.said if said.home is home)
