"""The second opinion can tell right from wrong: lawful contacts pass, and every planted breach is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Fact
from agent_tui.core.language import Gender
from agent_tui.core.vocabulary import (
    Answer,
    Comeback,
    Emergency,
    Fault,
    Mode,
    Mood,
    Outcome,
    Passage,
    ReadBackResult,
    Stage,
    Thanks,
    Verified,
)
from tests.core.oracle import Oracle
from tests.core.world import AR, COMPLAINT, EN, ENQUIRY, ORGANISATION, SCRIPTS, Desk

Story = Callable[[Desk], None]


def verdict(events: list[Event]) -> list[str]:
    return Oracle(ORGANISATION, SCRIPTS).read(events)


def numbered(events: list[Event]) -> list[Event]:
    return [replace(event, seq=seq) for seq, event in enumerate(events, 1)]


def refused(desk: Desk) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance", "visit")
    call.refuse("decline")
    desk.finish(call)


def cited(desk: Desk) -> None:
    call = desk.at_solve()
    call.cite("fee-regulation-7", "decline")
    call.refuse("decline")
    desk.finish(call)


def angry(desk: Desk) -> None:
    call = desk.open()
    call.note_mood(Mood.ANGRY)
    call.note_fault(Fault.OURS, believes_ours=True)
    call.capture("request_no", "4521")
    call.capture("paid", "yes")
    call.finish_listening()
    call.read_back(ReadBackResult.CONFIRMED)
    call.advance()
    desk.say(call, "ours")
    call.advance()
    call.offer("refund", "80")
    call.decline("refund")
    call.offer("expedite")
    call.accept("expedite")
    desk.finish(call)


def two_matters(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("guidance")
    call.accept("guidance")
    call.add_matter(ENQUIRY)
    call.finish_listening()
    call.advance()
    call.offer("inform")
    call.accept("inform")
    desk.finish(call)


def granted(desk: Desk) -> None:
    call = desk.at_solve()
    call.escalate("nora", "waive")
    call.answer_escalation(Answer.GRANTED, "nora", "waive")
    call.offer("waive")
    call.accept("waive")
    desk.finish(call)


def verified(desk: Desk) -> None:
    call = desk.at_solve()
    call.identify(verified=Verified.YES)
    call.offer("send-file")
    call.accept("send-file")
    desk.finish(call)


def interrupted(desk: Desk) -> None:
    call = desk.at_solve()
    call.hold()
    call.unhold()
    call.drop()
    call.come_back(Comeback.WE_RANG)
    call.offer("guidance")
    call.accept("guidance")
    desk.finish(call)


def silent(desk: Desk) -> None:
    call = desk.open()
    desk.say(call, "hello", "still")
    desk.clock.advance(21)
    call.close_silent()


def given_up(desk: Desk) -> None:
    call = desk.at_solve()
    call.drop()
    call.close_matter()
    call.close()


def hurried(desk: Desk) -> None:
    call = desk.open()
    call.urgent()
    call.give_urgent_reason("flood")
    call.emergency(Emergency.DANGER)
    call.close_matter()
    call.close()


def handed_over(desk: Desk) -> None:
    call = desk.at_solve()
    call.transfer("permits")
    call.accept_transfer("omar")
    call = desk.restart(Comeback.RECEIVED, by="omar", grade="senior")
    call.offer("waive")
    call.accept("waive")
    desk.finish(call)


STORIES: list[Story] = [
    refused,
    cited,
    angry,
    two_matters,
    granted,
    verified,
    interrupted,
    silent,
    given_up,
    hurried,
    handed_over,
]


def told(story: Story) -> list[Event]:
    desk = Desk()
    story(desk)
    return desk.events


@pytest.mark.parametrize("story", STORIES)
def test_a_lawful_contact_is_found_lawful(story: Story) -> None:
    assert verdict(told(story)) == []


Spoil = Callable[[list[Event]], list[Event]]


def is_it(event: Event, kind: str, traits: dict[str, Any]) -> bool:
    return event.kind == kind and all(getattr(event.fact, name) == value for name, value in traits.items())


def without(kind: str, **traits: Any) -> Spoil:
    """Leave the events of this kind out."""
    return lambda events: [event for event in events if not is_it(event, kind, traits)]


def changed(kind: str, where: dict[str, Any] | None = None, **to: Any) -> Spoil:
    """The events of this kind, told otherwise."""

    def spoil(events: list[Event]) -> list[Event]:
        hit = [is_it(event, kind, where or {}) for event in events]
        assert any(hit)
        return [otherwise(event, to) if yes else event for event, yes in zip(events, hit, strict=True)]

    return spoil


def otherwise(event: Event, to: dict[str, Any]) -> Event:
    fact: Any = event.fact
    told: Fact = replace(fact, **to)
    return replace(event, fact=told)


def before(kind: str, *planted: Fact, **traits: Any) -> Spoil:
    """More facts, just before the first event of a kind."""

    def spoil(events: list[Event]) -> list[Event]:
        place = next(place for place, event in enumerate(events) if is_it(event, kind, traits))
        return [*events[:place], *(replace(events[place], fact=fact) for fact in planted), *events[place:]]

    return spoil


def after(kind: str, *planted: Fact, **traits: Any) -> Spoil:
    """More facts, just after the last event of a kind."""

    def spoil(events: list[Event]) -> list[Event]:
        place = max(place for place, event in enumerate(events) if is_it(event, kind, traits))
        return [*events[: place + 1], *(replace(events[place], fact=fact) for fact in planted), *events[place + 1 :]]

    return spoil


def by(kind: str, who: str) -> Spoil:
    return lambda events: [replace(one, by=who) if one.kind == kind else one for one in events]


def said(phrase_id: str, script: Any = COMPLAINT, matter: str = "m1", **traits: Any) -> facts.Said:
    shared = (*ORGANISATION.silence, *ORGANISATION.hold)
    phrase = next(one for one in (*script.phrases(), *shared) if one.id == phrase_id)
    plain = facts.Said(matter, phrase.id, phrase.hashes[EN], EN, Gender.NEUTRAL, phrase.home, option=phrase.option)
    return replace(plain, **{"promises": phrase.promises, **traits})


SOLVE = {"stage": Stage.SOLVE}
BREACHES: list[tuple[str, Story, Spoil]] = [
    ("refusal without grounds", refused, without("option_declined", option="visit")),
    ("refusal without grounds", refused, before("refused", facts.OptionOffered("m1", "visit"))),
    ("refusal without grounds", cited, without("policy_cited")),
    ("refusal without grounds", cited, changed("policy_cited", policy="archive-rule-2")),
    ("refusal without grounds", cited, changed("policy_cited", matter="m1", policy="other-3")),
    ("grounds misstated", refused, changed("refused", declined=("guidance",))),
    ("grounds misstated", refused, changed("refused", cited=("fee-regulation-7",))),
    ("answered without an offer", refused, without("option_offered", option="visit")),
    (
        "answered without an offer",
        refused,
        after("option_declined", facts.OptionDeclined("m1", "visit"), option="visit"),
    ),
    ("answered without an offer", angry, without("option_offered", option="expedite")),
    ("offered after acceptance", angry, after("promise_made", facts.OptionOffered("m1", "expedite"))),
    (
        "refusal after acceptance",
        refused,
        before("refused", facts.OptionOffered("m1", "expedite"), facts.OptionAccepted("m1", "expedite")),
    ),
    ("no real offer", refused, before("refused", facts.OptionOffered("m1", "decline"))),
    ("refusal said", refused, before("refused", said("say-decline", late=True))),
    ("refusal said", angry, after("promise_made", said("say-decline"))),
    ("refusal said", two_matters, after("option_accepted", said("say-no-visit", ENQUIRY, "m2"))),
    ("false admission", angry, without("fault_noted")),
    ("false admission", angry, changed("fault_noted", fault=Fault.NOT_OURS)),
    ("false admission", refused, before("refused", said("ours", late=True))),
    ("words not fitting", angry, before("said", said("theirs"), phrase="ours")),
    ("words not fitting", angry, after("field_captured", facts.FieldCaptured("m1", "paid", "no"), field="paid")),
    ("words not fitting", interrupted, before("held", facts.FieldCaptured("m1", "paid", "no"), said("fee-paid"))),
    ("unapproved words", angry, before("said", said("draft"), phrase="ours")),
    ("unknown words", angry, changed("said", {"phrase": "ours"}, phrase_hash="0" * 64)),
    ("unknown words", angry, changed("said", {"phrase": "ours"}, language=AR)),
    ("unknown words", two_matters, changed("said", {"phrase": "say-inform"}, matter="m1")),
    ("listen not over", refused, without("customer_finished")),
    ("listen not over", refused, without("field_captured", field="request_no")),
    ("listen not over", refused, without("read_back")),
    ("listen not over", two_matters, without("customer_finished", matter="m2")),
    ("read-back waived", angry, changed("read_back", result=ReadBackResult.WAIVED)),
    ("read-back waived", two_matters, before("matter_opened", facts.MoodNoted(Mood.UPSET), matter="m2")),
    ("apology owed", angry, without("said", phrase="ours")),
    ("apology owed", interrupted, before("stage_entered", facts.MoodNoted(Mood.UPSET), stage=Stage.SOLVE)),
    ("no remedy", granted, without("option_accepted")),
    ("no remedy", two_matters, without("option_accepted", option="guidance")),
    ("thanks owed", granted, without("said", phrase="thank")),
    ("stage skipped", granted, without("stage_entered", stage=Stage.THANK)),
    ("switched into a stage", hurried, changed("stage_entered", SOLVE, how=Passage.SWITCHED)),
    ("back goes forward", hurried, changed("stage_entered", SOLVE, how=Passage.BACK)),
    ("no authority", angry, changed("option_offered", {"option": "refund"}, amount="100.01")),
    ("no authority", angry, changed("opened", grade="trainee")),
    ("no authority", granted, changed("escalation_answered", answer=Answer.DENIED)),
    ("no authority", granted, without("escalation_answered")),
    ("no authority", granted, changed("escalation_answered", option="visit")),
    ("no authority", refused, before("refused", said("say-waive"))),
    ("no authority", handed_over, changed("resumed", grade="clerk")),
    ("no real offer", angry, changed("option_offered", {"option": "refund"}, amount=None)),
    ("no real offer", angry, changed("option_offered", {"option": "refund"}, amount="0")),
    ("answer without a question", granted, without("escalated")),
    ("identity not checked", verified, without("caller_identified")),
    ("identity not checked", verified, changed("caller_identified", verified=Verified.NO)),
    ("identity not checked", refused, before("refused", said("balance"))),
    ("not at the ladder", angry, before("customer_finished", facts.OptionOffered("m1", "guidance"))),
    ("not at the ladder", angry, after("matter_closed", facts.OptionOffered("m1", "guidance"))),
    ("not at the ladder", two_matters, changed("option_offered", {"option": "inform"}, matter="m1", option="visit")),
    ("promise not in the ledger", angry, without("promise_made")),
    (
        "promise owed",
        angry,
        after("promise_made", said("say-visit", promises=True)),
    ),
    ("promise owed", granted, after("option_accepted", said("will-call"))),
    ("due at a wrong time", angry, changed("promise_made", due=1)),
    ("due at a wrong time", angry, changed("promise_made", days=3)),
    ("other terms than the option's", angry, changed("promise_made", owner="staff:salma")),
    ("other terms than the option's", angry, changed("promise_made", days=1, due=1)),
    ("after the close", silent, after("closed", facts.MoodNoted(Mood.CALM))),
    ("another agent", angry, by("mood_noted", "omar")),
    ("another agent", handed_over, without("resumed")),
    ("borrowed authority", handed_over, changed("resumed", grade=None)),
    ("borrowed authority", handed_over, changed("resumed", how=Comeback.RESTART)),
    ("received without a transfer", handed_over, without("transferred")),
    ("answer without a question", handed_over, without("transferred")),
    ("customer not there", interrupted, without("resumed")),
    ("customer not there", interrupted, after("held", said("when", late=True))),
    ("customer not there", interrupted, after("dropped", facts.StageEntered(Stage.THANK, "m1", Passage.NEXT))),
    ("callback at a wrong time", interrupted, changed("dropped", callback_due=0)),
    ("callback lost", given_up, changed("closed", callback_due=None)),
    ("outcome without grounds", given_up, without("dropped")),
    ("outcome without grounds", silent, before("matter_closed", facts.MoodNoted(Mood.ANGRY))),
    ("outcome without grounds", refused, changed("matter_closed", outcome=Outcome.WITHDRAWN)),
    ("outcome without grounds", refused, changed("matter_closed", outcome=Outcome.SOLVED)),
    ("outcome without grounds", handed_over, changed("matter_closed", outcome=Outcome.TRANSFERRED)),
    ("outcome without grounds", hurried, without("emergency_raised")),
    ("no outcome", two_matters, without("matter_closed", matter="m2")),
    ("closed too early", silent, lambda events: [replace(event, elapsed=0) for event in events]),
    ("closed too early", granted, without("stage_entered", stage=Stage.WRAP_UP)),
    ("thanks misstated", granted, changed("closed", thanks=Thanks.NOT_FITTING)),
    ("thanks misstated", silent, changed("closed", thanks=Thanks.SAID)),
]


@pytest.mark.parametrize(("rule", "story", "spoil"), BREACHES, ids=lambda one: getattr(one, "__name__", str(one)))
def test_a_planted_breach_is_found(rule: str, story: Story, spoil: Spoil) -> None:
    events = told(story)
    spoilt = numbered(spoil(events))
    assert spoilt != events
    assert rule in {line.partition(":")[0] for line in verdict(spoilt)}, verdict(spoilt)


def test_urgent_without_a_reason_is_found() -> None:
    events = told(hurried)
    spoilt = [event for event in events if event.kind not in ("noted", "emergency_raised")]
    assert any(line.startswith("urgent without a reason") for line in verdict(numbered(spoilt)))


def test_practice_may_use_what_is_not_approved() -> None:
    spoilt = changed("opened", mode=Mode.PRACTICE)(before("said", said("draft"), phrase="ours")(told(angry)))
    assert verdict(numbered(spoilt)) == []


def test_every_rule_the_oracle_knows_was_planted() -> None:
    import ast
    from pathlib import Path

    tree = ast.parse(Path(Oracle.__init__.__code__.co_filename).read_text("utf-8"))
    named = {
        node.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "blame"
        for node in ast.walk(call.args[0])
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert named - {rule for rule, _, _ in BREACHES} - {"urgent without a reason"} <= {"ours"}
