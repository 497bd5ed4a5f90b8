"""Apologise: when one is due, which sentence may be used, and that one is enough."""

from __future__ import annotations

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.interaction import Interaction
from agent_tui.core.rules import Rule, Warn
from agent_tui.core.vocabulary import Emergency, Fault, Mood, ReadBackResult, Stage
from tests.core.world import ENQUIRY, Desk, phrase


def heard(desk: Desk) -> Interaction:
    call = desk.open()
    call.capture("request_no", "4521")
    call.finish_listening()
    call.read_back(ReadBackResult.CONFIRMED)
    return call


@pytest.mark.parametrize("mood", [Mood.UPSET, Mood.ANGRY])
def test_the_peak_of_the_mood_decides_however_calm_the_customer_is_now(desk: Desk, mood: Mood) -> None:
    call = heard(desk)
    call.note_mood(mood)
    call.note_mood(Mood.CALM)
    call.note_mood(Mood.CALM)
    assert [fact.mood for fact in desk.facts(facts.MoodNoted)] == [mood, Mood.CALM]
    assert (call.state.peak, call.state.mood) == (mood, Mood.CALM)
    assert call.advance() is Stage.APOLOGISE
    with desk.waits_for("apology"):
        call.advance()
    desk.say(call, "sorry")
    assert call.advance() is Stage.SOLVE


def test_a_customer_who_believes_we_erred_is_apologised_to_even_where_we_did_not(desk: Desk) -> None:
    call = heard(desk)
    call.note_fault(Fault.NOT_OURS, believes_ours=True)
    assert call.advance() is Stage.APOLOGISE
    desk.say(call, "theirs")
    assert call.advance() is Stage.SOLVE


def test_a_calm_customer_passes_apologise_and_the_reason_is_kept(desk: Desk) -> None:
    call = heard(desk)
    assert call.advance() is Stage.SOLVE
    assert call.state.passed == {Stage.APOLOGISE: "not_needed"}


def test_an_apology_already_said_is_not_asked_for_again(desk: Desk) -> None:
    call = heard(desk)
    call.note_mood(Mood.UPSET)
    desk.say(call, "sorry")
    assert call.advance() is Stage.SOLVE
    assert call.state.passed == {Stage.APOLOGISE: "already_said"}
    call.add_matter(ENQUIRY)
    call.finish_listening()
    call.read_back(ReadBackResult.CONFIRMED)
    assert call.advance() is Stage.SOLVE


def test_a_second_apology_is_logged_and_warned_of(desk: Desk) -> None:
    call = heard(desk)
    sorry = desk.phrase(call, "sorry")
    assert call.say(sorry) == ()
    assert call.say(sorry) == (Warn.SECOND_APOLOGY,)
    assert call.state.times_said(sorry.home) == 2


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("fault", [Fault.UNKNOWN, Fault.NOT_OURS])
def test_nothing_is_admitted_that_is_not_known_to_be_ours(desk: Desk, fault: Fault, late: bool) -> None:
    call = heard(desk)
    call.note_fault(fault)
    with desk.forbids(Rule.FALSE_ADMISSION):
        desk.say(call, "ours", late=late)
    with desk.forbids(Rule.FALSE_ADMISSION):
        call.wording(desk.phrase(call, "ours"))
    call.note_fault(Fault.OURS)
    desk.say(call, "ours", late=late)
    with desk.forbids(Rule.NOT_FITTING):
        desk.say(call, "theirs")
    call.note_fault(fault)
    with desk.forbids(Rule.FALSE_ADMISSION):
        desk.say(call, "ours")


def test_a_sentence_whose_condition_does_not_hold_is_not_said(desk: Desk) -> None:
    call = heard(desk)
    for typed in (None, "no"):
        if typed:
            call.capture("paid", typed)
        with desk.forbids(Rule.NOT_FITTING):
            desk.say(call, "fee-paid")
    call.capture("paid", "نعم")
    desk.say(call, "fee-paid")


def test_a_phrase_of_no_script_is_never_said(desk: Desk) -> None:
    call = heard(desk)
    with desk.forbids(Rule.UNKNOWN_PHRASE):
        call.say(phrase("mine", desk.phrase(call, "sorry").home, "Whatever I like."))
    call.add_matter(ENQUIRY)
    with desk.forbids(Rule.UNKNOWN_PHRASE):
        call.say(next(one for one in desk.scripts[0].phrases() if one.id == "ours"))


def test_what_was_said_before_the_agent_could_log_it_is_logged_late_and_counts(desk: Desk) -> None:
    call = heard(desk)
    call.note_mood(Mood.ANGRY)
    desk.say(call, "sorry", late=True)
    assert desk.checked(call).said[-1].late
    assert call.advance() is Stage.SOLVE


def test_the_words_of_a_said_phrase_go_to_disk_with_it(desk: Desk) -> None:
    call = heard(desk)
    sorry = desk.phrase(call, "sorry")
    call.say(sorry)
    (said,) = desk.facts(facts.Said)
    assert said.phrase_hash == sorry.hashes[call.state.language]
    assert desk.contents[said.phrase_hash] == sorry.canonical[call.state.language]


def test_in_an_emergency_no_apology_is_demanded(desk: Desk) -> None:
    call = heard(desk)
    call.note_mood(Mood.ANGRY)
    call.advance()
    call.emergency(Emergency.SELF_HARM)
    assert call.advance() is Stage.SOLVE
