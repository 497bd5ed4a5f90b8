"""A small organisation with its scripts, built by hand, and a desk at which one contact after another is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from hashlib import sha256
from itertools import count
from typing import Any

import pytest

from agent_tui.core.calendar import Hours, WorkingCalendar
from agent_tui.core.clock import Moment
from agent_tui.core.events.fact import Event, Fact
from agent_tui.core.events.interaction import Said
from agent_tui.core.fold import replay
from agent_tui.core.interaction import Interaction, Setting
from agent_tui.core.language import Language, Text
from agent_tui.core.money import Money
from agent_tui.core.organisation import Department, Grade, Organisation, Policy
from agent_tui.core.rules import Rule, RuleError
from agent_tui.core.script import (
    Apologise,
    Choice,
    FactCard,
    Field,
    FieldType,
    Kind,
    Listen,
    Option,
    Phrase,
    PromiseTerms,
    Script,
    Solve,
    Thank,
    Wording,
)
from agent_tui.core.state import State
from agent_tui.core.vocabulary import Channel, Comeback, Fault, Home, Mode, Mood, ReadBackResult, Stage

AR, EN = Language.ARABIC, Language.ENGLISH
RIYADH = timezone(timedelta(hours=3))
WORKDAY = Hours(time(8), time(15))
SUNDAY_TO_THURSDAY = dict.fromkeys((6, 0, 1, 2, 3), WORKDAY)
THURSDAY_15 = round(datetime(2026, 11, 19, 15, 0, tzinfo=RIYADH).timestamp() * 1000)


def text(english: str) -> Text:
    return {EN: english, AR: f"«{english}»"}


def phrase(phrase_id: str, home: Home, english: str, **traits: Any) -> Phrase:
    """A phrase in both languages, approved in both unless told otherwise; one word of it may be in three forms."""
    words = {EN: Wording(english), AR: Wording(f"«{english}»", female=f"«{english}» ـة")}
    hashes = {language: sha256(f"{phrase_id}{wording}".encode()).hexdigest() for language, wording in words.items()}
    canonical = {language: wording.neutral for language, wording in words.items()}
    return Phrase(phrase_id, home, words, hashes, canonical, **{"approved": frozenset({AR, EN}), **traits})


def option(option_id: str, english: str | None = None, *, promises: bool = False, **traits: Any) -> Option:
    """An option with one phrase of its own."""
    words = phrase(
        f"say-{option_id}", Home.SOLVE, english or f"About {option_id}.", option=option_id, promises=promises
    )
    return Option(option_id, text(option_id), say=(words,), **traits)


def script(script_id: str, **parts: Any) -> Script:
    """A script of which only the named parts matter."""
    both = {"languages": (AR, EN), "channels": frozenset(Channel), "title": text(script_id)}
    return Script(script_id, 1, sha256(script_id.encode()).hexdigest(), f"canonical {script_id}", **{**both, **parts})


SAR = "SAR"
OURS = frozenset({Fault.OURS})
THANKS = phrase("thank", Home.THANK, "Thank you for telling us, {customer_word}.")
GREETING = phrase("greet", Home.GREETING, "Good morning, {agent} speaking.")
SORRY = phrase("sorry", Home.APOLOGISE, "I am sorry for the trouble.")

COMPLAINT = script(
    "delayed-request",
    kind=Kind.COMPLAINT,
    department="permits",
    facts=(FactCard(text("Published time is 5 working days")),),
    fields=(
        Field("request_no", text("Request number"), pattern="[0-9]{4,10}", required=True, personal=False),
        Field("mobile", text("Mobile"), FieldType.PHONE),
        Field("paid", text("Paid"), FieldType.BOOL, personal=False),
        Field(
            "branch",
            text("Branch"),
            FieldType.CHOICE,
            personal=False,
            choices=(Choice("north", text("North")), Choice("south", text("South"))),
        ),
    ),
    listen=Listen(
        say=(
            GREETING,
            phrase("when", Home.LISTEN, "When was that?"),
            phrase("draft", Home.LISTEN, "Not yet approved in English.", approved=frozenset({AR})),
        ),
        read_back=(phrase("read", Home.READ_BACK, "So request {request_no} is late; is that right?"),),
    ),
    apologise=Apologise(
        say=(
            SORRY,
            phrase("ours", Home.APOLOGISE, "The delay in {request_no} is ours.", fault=OURS),
            phrase("theirs", Home.APOLOGISE, "I see how it looks.", fault=frozenset({Fault.NOT_OURS})),
        )
    ),
    solve=Solve(
        say=(
            phrase("will-call", Home.SOLVE, "We will call you.", promises=True),
            phrase("balance", Home.SOLVE, "Your balance is known to us.", identity=True),
            phrase("fee-paid", Home.SOLVE, "Your fee has reached us.", when={"paid": ("true",)}),
            phrase("mobile-noted", Home.SOLVE, "I have {mobile}, {customer}."),
        ),
        options=(
            option("archive", may_cite=("archive-rule-2",), refusal=True, authority="senior"),
            option(
                "expedite",
                "It will be ready {promise_within}.",
                authority="clerk",
                promises=True,
                promise=PromiseTerms("department:permits", Channel.PHONE, days=2),
            ),
            option("refund", limit=Money.parse("200", SAR), when={"paid": ("true",)}, authority="clerk"),
            option("waive", authority="senior"),
            option("visit", promise=PromiseTerms("agent", Channel.COUNTER, hours=4)),
            option("send-file", identity=True),
            option("guidance"),
            option("decline", "I cannot, because; instead; to appeal.", refusal=True, may_cite=("fee-regulation-7",)),
        ),
    ),
    thank=Thank(say=(THANKS,), ask_satisfaction=True),
)
ENQUIRY = script(
    "opening-hours",
    kind=Kind.ENQUIRY,
    listen=Listen(say=(GREETING,)),
    apologise=Apologise(say=(SORRY,)),
    solve=Solve(
        options=(
            option("inform"),
            option("send-link"),
            option("no-visit", refusal=True, may_cite=("fee-regulation-7",)),
        )
    ),
    thank=Thank(say=(THANKS,)),
)
SCRIPTS = (COMPLAINT, ENQUIRY)

ORGANISATION = Organisation(
    name=text("The Authority"),
    customer_word=text("customer"),
    languages=(AR, EN),
    calendar=WorkingCalendar(RIYADH, SUNDAY_TO_THURSDAY, holidays=frozenset({date(2026, 11, 29)})),
    grades=(
        Grade("trainee", text("Trainee")),
        Grade("clerk", text("Clerk"), Money.parse("100", SAR)),
        Grade("senior", text("Senior"), Money.parse("500", SAR)),
        Grade("supervisor", text("Supervisor"), Money.parse("5000", SAR), supervises=True),
    ),
    departments=(Department("permits", text("Permits")),),
    policies=tuple(Policy(name, text(name), text(name)) for name in ("fee-regulation-7", "archive-rule-2", "other-3")),
    emergency=(phrase("stay", Home.EMERGENCY, "Stay with me, help is coming."),),
    silence=(
        phrase("hello", Home.SILENCE, "Can you hear me?"),
        phrase("still", Home.SILENCE, "I shall ring you back."),
    ),
    hold=(phrase("wait", Home.HOLD, "One minute, please."),),
)


def slots(state: State, script: Script, language: Language, option: Option | None, at: int) -> Mapping[str, str]:
    """What fills placeholders here: every value as it stands."""
    known = {"agent": "Salma", "customer_word": "customer", "promise_within": "within 2 working days"}
    if state.caller.name is not None and state.caller.name.value is not None:
        known["customer"] = f"Ms {state.caller.name.value}"
    return {**known, **state.current.plain_values()}


@dataclass
class FakeClock:
    """A clock that moves by a millisecond whenever it is read, so that no act can read it twice unseen."""

    at: int = THURSDAY_15
    elapsed: int = 0

    def __call__(self) -> Moment:
        self.advance(0.001)
        return Moment(self.at, self.elapsed)

    def advance(self, seconds: float) -> None:
        self.at += round(seconds * 1000)
        self.elapsed += round(seconds * 1000)


@dataclass
class Desk:
    """A journal in memory, a clock, and the acts every story begins with."""

    organisation: Organisation = ORGANISATION
    events: list[Event] = field(default_factory=list)
    contents: dict[str, str] = field(default_factory=dict)
    clock: FakeClock = field(default_factory=FakeClock)
    scripts: tuple[Script, ...] = SCRIPTS
    disk_full: bool = False
    runs: int = 1
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def emit(self, events: Sequence[Event], contents: Mapping[str, str]) -> None:
        if self.disk_full:
            raise OSError("no space left")
        self.events.extend(events)
        self.contents.update(contents)

    def new_id(self) -> str:
        return f"id{next(self._ids)}"

    def setting(self, by: str = "salma") -> Setting:
        by_hash = {one.hash: one for one in self.scripts}
        run = f"run{self.runs}"
        return Setting(self.organisation, by_hash.get, self.emit, self.clock, self.new_id, slots, run, by)

    def open(
        self,
        script: Script = COMPLAINT,
        *,
        mode: Mode = Mode.LIVE,
        channel: Channel = Channel.PHONE,
        language: Language = EN,
        grade: str = "clerk",
    ) -> Interaction:
        setting = self.setting()
        return Interaction.open(setting, script, mode=mode, channel=channel, language=language, grade=grade)

    def restart(self, how: Comeback = Comeback.RESTART, *, by: str = "salma", grade: str | None = None) -> Interaction:
        """Another run of the program takes the contact up from what is on disk."""
        self.runs += 1
        self.clock.elapsed = 0
        return Interaction.resume(self.setting(by), tuple(self.events), how, grade=grade)

    def at_solve(
        self, *, grade: str = "clerk", paid: bool = True, script: Script = COMPLAINT, mode: Mode = Mode.LIVE
    ) -> Interaction:
        """A calm customer has been heard and read back, and the options are open."""
        call = self.open(script, grade=grade, mode=mode)
        self.to_solve(call, paid=paid)
        return call

    def to_solve(self, call: Interaction, *, paid: bool = True) -> None:
        if call.script.id == COMPLAINT.id:
            call.capture("request_no", "4521")
            call.capture("paid", "yes" if paid else "no")
        call.finish_listening()
        if not call.state.current.enquiry:
            call.read_back(ReadBackResult.CONFIRMED)
        if call.state.peak is not Mood.CALM and not call.state.times_said(Home.APOLOGISE):
            call.say(self.phrase(call, "sorry"))
        while call.state.stage is not Stage.SOLVE:
            call.advance()

    def finish(self, call: Interaction) -> None:
        """Thank the customer, confirm the outcomes and close."""
        while call.state.stage is not Stage.THANK:
            call.advance()
        call.say(self.phrase(call, "thank"))
        call.advance()
        for matter in call.state.matters.values():
            if matter.outcome is None:
                call.close_matter(matter=matter.id)
        call.close()

    def turn_down(self, call: Interaction, *options: str) -> None:
        for option_id in options:
            call.offer(option_id)
            call.decline(option_id)

    def phrase(self, call: Interaction, phrase_id: str) -> Phrase:
        shared = (*self.organisation.emergency, *self.organisation.silence, *self.organisation.hold)
        return next(one for one in (*call.script.phrases(), *shared) if one.id == phrase_id)

    def say(self, call: Interaction, *phrase_ids: str, late: bool = False) -> None:
        for phrase_id in phrase_ids:
            call.say(self.phrase(call, phrase_id), late=late)

    def facts(self, *kinds: type[Fact]) -> list[Any]:
        """What was put on disk so far, of these kinds or of all."""
        return [event.fact for event in self.events if not kinds or isinstance(event.fact, kinds)]

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events]

    def said(self) -> list[str]:
        return [fact.phrase for fact in self.facts(Said)]

    def checked(self, call: Interaction) -> State:
        """The state, which is what its events say it is."""
        assert call.state == replay(self.events)
        return call.state

    @contextmanager
    def forbids(self, rule: Rule, **params: object) -> Iterator[None]:
        """The act breaks this rule, and nothing is put on disk for it."""
        before = len(self.events)
        with pytest.raises(RuleError) as caught:
            yield
        assert caught.value.rule is rule, caught.value
        assert params.items() <= dict(caught.value.params).items()
        assert len(self.events) == before

    @contextmanager
    def waits_for(self, *missing: str) -> Iterator[None]:
        """The gate is shut, and this is what it waits for."""
        with pytest.raises(RuleError) as caught:
            yield
        assert caught.value.rule is Rule.GATE_SHUT, caught.value
        assert [need.missing.value for need in caught.value.params["needs"]] == list(missing)  # type: ignore[attr-defined]


NewDesk = Callable[[], Desk]
