"""Any acts in any order, lawful or not: no sequence gets round a rule, and the state is what its events say."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from agent_tui.core.events.codec import Json, decode, encode
from agent_tui.core.events.fact import Event, Personal
from agent_tui.core.fields import FieldError
from agent_tui.core.fold import advance_state, replay
from agent_tui.core.language import Gender, Language
from agent_tui.core.next_step import Step, next_step
from agent_tui.core.rules import RuleError
from agent_tui.core.script import PromiseTerms
from agent_tui.core.state import State
from agent_tui.core.vocabulary import (
    Answer,
    Channel,
    Comeback,
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
    Verified,
)
from tests.core.oracle import Oracle
from tests.core.world import COMPLAINT, ENQUIRY, ORGANISATION, SCRIPTS, Desk, phrase, text

LONG = bool(os.environ.get("AGENT_TUI_GATE"))
EXAMPLES = 5000 if LONG else 400

GOOD_OPTIONS = [option.id for script in SCRIPTS for option in script.solve.options]
OPTIONS = [*GOOD_OPTIONS, "gold", ""]
SHARED = (*ORGANISATION.emergency, *ORGANISATION.silence, *ORGANISATION.hold)
WORDS = (*(one for script in SCRIPTS for one in script.phrases()), *SHARED, phrase("mine", Home.SOLVE, "My own words."))
BY_NAME: dict[object, object] = {  # so that a failing sequence can be read
    **{f"words {one.id}": one for one in WORDS},
    **{f"script {one.id}": one for one in SCRIPTS},
}
PHRASES = [name for name in BY_NAME if str(name).startswith("words")]
NAMED_SCRIPTS = [name for name in BY_NAME if str(name).startswith("script")]
TERMS = [
    PromiseTerms("agent", Channel.PHONE, days=2),
    PromiseTerms("agent", Channel.PHONE, days=1, working=False),
    PromiseTerms("department:permits", Channel.CHAT, hours=30),
    PromiseTerms("staff:nora", Channel.EMAIL, minutes=50),
    PromiseTerms("agent", Channel.PHONE, hours=26, working=False),
    PromiseTerms("agent", Channel.PHONE),
    PromiseTerms("agent", Channel.PHONE, days=1, hours=1),
]
MATTERS = ["m1", "m2", "m3", None]
TYPED = ["4521", "٤٥٢٢", "45", "yes", "no", "north", "0501234567", ""]
FIELDS = ["request_no", "paid", "branch", "mobile", "shoe_size"]
AMOUNTS = [None, "50", "150", "٢٠٠", "201", "0", "ten"]
Pick: TypeAlias = st.SearchStrategy[Any]


def pick(values: Any) -> Pick:
    return st.sampled_from(list(values))


def call(act: str, /, *arguments: Pick, **named: Pick) -> Pick:
    return st.tuples(st.just(act), st.tuples(*arguments), st.fixed_dictionaries(named))


ANY = pick([None, *Outcome])
FORWARD = call("forward", st.integers(0, 7))
TALK = [
    call("capture", pick(FIELDS), pick(TYPED), pick(MATTERS)),
    call("identify", name=pick([None, "Huda", " "]), gender=pick(Gender), verified=pick(Verified)),
    call("identify", phone=pick([None, "050"]), relation=pick(Relation), beneficiary=pick([None, "Omar"])),
    call("note_mood", pick(Mood)),
    call("note_fault", pick(Fault), believes_ours=pick([None, True, False])),
    call("change_language", pick(Language), spoken=pick([None, "ur"]), interpreter=st.booleans()),
    call("finish_listening"),
    call("read_back", pick(ReadBackResult)),
    call("say", pick(["words fee-paid", "words ours", "words balance", "words draft"]), late=st.booleans()),
    call("read_back", pick(ReadBackResult), phrase=pick([None, *PHRASES])),
    call("add_note", pick(["x", " "]), topic=pick(["note", "urgent"])),
    call("advance"),
    call("back"),
    call("urgent"),
    call("give_urgent_reason", pick(["flood", ""])),
    call("unhold"),
    call("wait", pick([1, 25, 400, 30_000, 400_000])),
]
LADDER = [
    call("say", pick(PHRASES), late=st.booleans()),
    call("say", pick(PHRASES), late=st.booleans()),
    call("say", pick(["words hello", "words still"])),
    call("offer", pick(OPTIONS), pick(AMOUNTS), pick([None, None, *PHRASES])),
    call("offer", pick(GOOD_OPTIONS)),
    call("accept", pick(OPTIONS)),
    call("decline", pick(OPTIONS)),
    call("turn_down", pick(GOOD_OPTIONS)),
    call("turn_all_down", st.integers(1, 3)),
    call("insist", pick(["guidance", "visit", "inform"]), pick(["offer", "decline", "refuse"])),
    call("cite_and_refuse", st.integers(0, 3), st.booleans()),
    call("cite", pick(["fee-regulation-7", "archive-rule-2", "other-3", "x"]), pick(OPTIONS)),
    call("refuse", pick(["decline", "archive", "no-visit", "visit", "x"]), pick([None, None, *PHRASES])),
    call("escalate", pick(["nora"]), pick([None, *OPTIONS])),
    call("ask", pick(Answer), pick([None, *GOOD_OPTIONS])),
    call("answer_escalation", pick(Answer), pick(["nora"]), pick([None, *OPTIONS])),
    call("promise", pick([text("We ring you")]), pick(TERMS)),
    call("add_matter", pick(NAMED_SCRIPTS)),
    call("switch_matter", pick(["m1", "m2", "m9"])),
]
DETOURS = [
    call("show_fact", pick([0, 1, -1])),
    call("heard_first", pick(["x", ""])),
    call("flag_abuse", pick([None, "x"])),
    call("hand_over", pick(["omar"])),
    call("emergency", pick(Emergency)),
    call("hold"),
    call("drop"),
    call("come_back", pick(Comeback), grade=pick([None, "senior", "director"])),
    call("transfer", pick(["permits"])),
    call("accept_transfer", pick(["omar"])),
    call("redirect", pick(["elsewhere"])),
    call("skip_thanks"),
    call("rate", pick([None, 0, 3, 6])),
    call("close_matter", ANY, matter=pick(MATTERS)),
    call("close_matter"),
    call("close"),
    call("close_silent"),
    call("hear_nothing", pick([0, 15, 25]), st.booleans()),
    call(
        "restart", pick(Comeback), by=pick(["salma", "salma", "omar"]), grade=pick([None, "trainee", "clerk", "senior"])
    ),
]
SOMETIMES = pick([False] * 11 + [True])
GROUPS = [*[FORWARD] * 7, *[st.one_of(LADDER)] * 7, *[st.one_of(TALK)] * 4, *[st.one_of(DETOURS)] * 2]
CALL = st.tuples(st.integers(0, 19).flatmap(lambda n: GROUPS[n]), SOMETIMES)
CALLS = st.one_of(st.lists(CALL, max_size=60), st.lists(CALL, min_size=40, max_size=60))
OPENINGS = st.fixed_dictionaries(
    {
        "script": pick(NAMED_SCRIPTS),
        "grade": pick(["trainee", "clerk", "senior", "supervisor"]),
        "mode": pick([Mode.LIVE, Mode.LIVE, Mode.PRACTICE]),
        "language": pick(Language),
        "begun": pick(["", "solving", "prompted"]),
    }
)


SEVERAL = (
    "forward",
    "turn_down",
    "turn_all_down",
    "cite_and_refuse",
    "insist",
    "hear_nothing",
    "ask",
    "hand_over",
)  # acts in one


class Play:
    """One contact, and after every act the judgement on it."""

    def __init__(self, opening: dict[str, Any]) -> None:
        self.desk = Desk()
        begin: dict[str, Any] = {name: resolved(value) for name, value in opening.items()}
        begun = begin.pop("begun", "")
        self.call = self.desk.open(**begin)
        if begun == "solving":
            self.desk.to_solve(self.call)
        elif begun == "prompted":
            self.desk.say(self.call, "hello", "still")
        self.oracle = Oracle(ORGANISATION, SCRIPTS)
        self.state: State | None = None
        self.seen = 0
        self.judge()

    def act(self, name: str, arguments: tuple[Any, ...], named: dict[str, Any], fails: bool) -> None:
        before, written = self.call.state, len(self.desk.events)
        self.desk.disk_full = fails
        act: Callable[..., object] = getattr(self, f"do_{name}", None) or getattr(self.call, name)
        try:
            act(*map(resolved, arguments), **{key: resolved(value) for key, value in named.items()})
        except (RuleError, FieldError, OSError):
            if name not in SEVERAL:
                assert self.call.state is before
                assert len(self.desk.events) == written
        self.judge()

    def judge(self) -> None:
        for event in self.desk.events[self.seen :]:
            self.state = advance_state(self.state, event)
            assert through_json(event) == event.fact
            self.oracle.see(event)
        self.seen = len(self.desk.events)
        assert self.call.state == self.state
        assert self.oracle.broken == []

    def do_wait(self, seconds: int) -> None:
        self.desk.clock.advance(seconds)

    def do_restart(self, how: Comeback, *, by: str, grade: str | None) -> None:
        self.call = self.desk.restart(how, by=by, grade=grade)

    def do_turn_down(self, option_id: str) -> None:
        self.call.offer(option_id)
        self.call.decline(option_id)

    def do_turn_all_down(self, most: int) -> None:
        """As many alternatives as that, whichever the agent may give."""
        for option in self.call.options():
            if most and not option.refusal and option.authority != "senior" and not option.identity:
                self.call.offer(option.id, "50" if option.limit else None)
                self.call.decline(option.id)
                most -= 1

    def do_cite_and_refuse(self, which: int, by_words: bool) -> None:
        refusals = [option for option in self.call.options() if option.refusal]
        option = refusals[which % len(refusals)]
        if which < 2:
            self.call.cite(option.may_cite[0], option.id)
        if by_words:
            self.call.say(option.say[0], late=which == 0)
        else:
            self.call.refuse(option.id)

    def do_insist(self, option_id: str, then: str) -> None:
        """Agreed, and yet not left at that."""
        self.call.offer(option_id)
        self.call.accept(option_id)
        getattr(self.call, then)("decline" if then == "refuse" else option_id)

    def do_hear_nothing(self, seconds: int, plainly: bool) -> None:
        for prompt in ORGANISATION.silence:
            self.call.say(prompt)
        self.desk.clock.advance(seconds)
        if plainly:
            self.call.close_matter(Outcome.UNREACHED)
            self.call.close()
        else:
            self.call.close_silent()

    def do_ask(self, answer: Answer, option_id: str | None) -> None:
        self.call.escalate("nora", option_id)
        self.call.answer_escalation(answer, "nora", option_id)

    def do_hand_over(self, receiver: str) -> None:
        self.call.transfer("permits")
        self.call.accept_transfer(receiver)

    def do_forward(self, choice: int) -> None:
        """The next lawful thing to do; `choice` decides where there are several."""
        call, step = self.call, next_step(self.call.state, self.call.script)
        state = call.state
        match step.step:
            case Step.COME_BACK:
                call.come_back(Comeback.WE_RANG)
            case Step.UNHOLD:
                call.unhold()
            case Step.ASK_FIELD:
                call.capture(str(step.about), "4521")
            case Step.FINISH:
                call.finish_listening()
            case Step.READ_BACK:
                call.read_back(ReadBackResult.CONFIRMED)
            case Step.SAY:
                words = call.script.thank.say if state.stage is Stage.THANK else call.script.apologise.say
                call.say(words[choice % len(words)])
            case Step.OFFER:
                options = call.options()
                option = options[choice % len(options)]
                if option.refusal:
                    call.refuse(option.id)
                else:
                    call.offer(option.id, "50" if option.limit else None)
            case Step.ANSWER_OFFER:
                offered = state.current.with_status(OptionStatus.OFFERED)[0]
                (call.accept if choice > 5 else call.decline)(offered)
            case Step.PROMISE:
                if step.about:
                    call.switch_matter(step.about)
                call.promise(text("We ring you"), TERMS[0])
            case Step.ADVANCE:
                call.advance()
            case Step.ASK_SATISFACTION:
                call.rate(choice % 5 + 1)
            case Step.GIVE_URGENT_REASON:
                call.give_urgent_reason("flood")
            case Step.CLOSE_MATTER:
                call.close_matter(matter=step.about)
            case Step.CLOSE:
                call.close()


def resolved(value: object) -> object:
    return BY_NAME.get(value, value) if isinstance(value, str) else value


def through_json(event: Event) -> object:
    kept: dict[str, Personal] = {}

    def aside(value: Personal) -> Json:
        kept[value.ref] = value
        return {"ref": value.ref}

    data = encode(event.fact, aside)
    return decode(event.fact.stream_type, event.kind, data, lambda reference: kept[reference["ref"]])


def play(opening: dict[str, Any], calls: list[tuple[tuple[str, tuple[Any, ...], dict[str, Any]], bool]]) -> Play:
    game = Play(opening)
    for (name, arguments, named), fails in calls:
        game.act(name, arguments, named, fails)
    assert replay(game.desk.events) == game.call.state
    return game


def test_no_sequence_of_acts_breaks_a_rule() -> None:
    reached: set[str] = set()
    ended = 0

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )
    @given(OPENINGS, CALLS)
    def judged(opening: dict[str, Any], calls: list[Any]) -> None:
        nonlocal ended
        game = play(opening, calls)
        reached.update(event.kind for event in game.desk.events)
        ended += game.call.state.ended

    judged()
    assert {"refused", "promise_made", "closed", "escalation_answered", "transfer_accepted", "dropped"} <= reached
    assert ended >= 5


def test_the_next_step_always_leads_to_the_end() -> None:
    """Whoever only ever does the next thing closes the contact, whichever options are taken."""
    for script in (COMPLAINT, ENQUIRY):
        for choice in range(8):
            game = Play({"script": script, "grade": "clerk"})
            game.call.note_mood(Mood.UPSET)
            game.call.note_fault(Fault.OURS, believes_ours=True)
            for turn in range(80):
                game.act("forward", ((choice + turn) % 8,), {}, fails=False)
            assert game.call.state.closed, next_step(game.call.state, game.call.script)


@pytest.mark.gate
def test_very_long_sequences_break_no_rule_either() -> None:
    @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
    @given(OPENINGS, st.lists(CALLS, min_size=4, max_size=8))
    def judged(opening: dict[str, Any], parts: list[list[Any]]) -> None:
        play(opening, [one for part in parts for one in part])

    judged()
