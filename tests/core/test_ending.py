"""Thank, the silent caller, outcomes and the close."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.interaction import Interaction
from agent_tui.core.rules import Rule
from agent_tui.core.vocabulary import Mood, Outcome, ReadBackResult, Stage, Thanks, Verified
from tests.core.world import ENQUIRY, Desk


def solved(desk: Desk) -> Interaction:
    call = desk.at_solve()
    call.offer("guidance")
    call.accept("guidance")
    return call


def test_thank_waits_for_a_thanks(desk: Desk) -> None:
    call = solved(desk)
    call.advance()
    with desk.waits_for("thanks"):
        call.advance()
    desk.say(call, "thank")
    assert call.advance() is Stage.WRAP_UP
    with desk.waits_for("outcome"):
        call.advance()
    call.close_matter(cause="slow-post")
    call.close()
    ended = desk.facts(facts.MatterClosed)[-1]
    assert (ended.outcome, ended.cause, ended.department) == (Outcome.SOLVED, "slow-post", "permits")
    assert desk.facts(facts.Closed)[-1].thanks is Thanks.SAID


def test_thanks_that_would_not_be_fitting_are_left_and_the_record_says_so(desk: Desk) -> None:
    call = solved(desk)
    with desk.waits_for():
        call.skip_thanks()
    call.advance()
    call.skip_thanks()
    assert (call.state.stage, call.state.passed[Stage.THANK]) == (Stage.WRAP_UP, "not_fitting")
    call.back()
    with desk.waits_for("thanks"):
        call.advance()
    call.skip_thanks()
    call.close_matter()
    call.close()
    assert desk.facts(facts.Closed)[-1].thanks is Thanks.NOT_FITTING


def test_thanks_said_early_count(desk: Desk) -> None:
    call = solved(desk)
    desk.say(call, "thank")
    call.advance()
    assert call.advance() is Stage.WRAP_UP


def test_the_customer_rates_from_one_to_five_or_would_rather_not(desk: Desk) -> None:
    call = solved(desk)
    for score in (0, 6):
        with desk.forbids(Rule.BAD_SCORE):
            call.rate(score)
    call.rate(None)
    assert (call.state.satisfaction_asked, call.state.satisfaction) == (True, None)
    call.rate(4)
    assert call.state.satisfaction == 4


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome.SOLVED,
        Outcome.PROMISED,
        Outcome.REFUSED,
        Outcome.ESCALATED,
        Outcome.TRANSFERRED,
        Outcome.REDIRECTED,
        Outcome.UNREACHED,
        Outcome.EMERGENCY,
    ],
)
def test_no_outcome_without_its_events(desk: Desk, outcome: Outcome) -> None:
    call = desk.at_solve()
    with desk.forbids(Rule.OUTCOME_UNFOUNDED, outcome=outcome):
        call.close_matter(outcome)
    with desk.forbids(Rule.UNKNOWN_MATTER):
        call.close_matter(matter="m7")


def test_a_customer_who_withdraws_may_go_at_once(desk: Desk) -> None:
    call = desk.open()
    with desk.waits_for("outcome"):
        call.close()
    call.close_matter()
    call.close()
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.WITHDRAWN
    assert desk.facts(facts.Closed)[-1].thanks is Thanks.NOT_FITTING


def test_a_solved_matter_does_not_end_before_thank(desk: Desk) -> None:
    call = solved(desk)
    call.close_matter()
    with desk.waits_for():
        call.close()


def test_a_silent_caller_gets_two_prompts_a_timed_close_and_a_callback(desk: Desk) -> None:
    call = desk.open()
    call.identify(phone="0501234567")
    desk.say(call, "greet", "hello")
    with desk.forbids(Rule.NOT_SILENT):
        call.close_silent()
    desk.say(call, "still")
    with desk.forbids(Rule.TOO_SOON, seconds=20):
        call.close_silent()
    desk.clock.advance(12.5)
    with desk.forbids(Rule.TOO_SOON, seconds=8):
        call.close_silent()
    desk.clock.advance(8)
    call.close_silent()
    closed = desk.facts(facts.Closed)[-1]
    assert (closed.silent, closed.thanks) == (True, Thanks.NOT_DUE)
    assert closed.callback_due == desk.events[-1].at + 5 * 60_000
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.UNREACHED
    desk.checked(call)


def test_without_a_number_there_is_nobody_to_ring_back(desk: Desk) -> None:
    call = desk.open()
    desk.say(call, "hello", "still")
    call = desk.restart()
    call.close_silent()
    assert desk.facts(facts.Closed)[-1].callback_due is None


def test_the_time_is_waited_for_also_by_the_plain_close(desk: Desk) -> None:
    call = desk.open()
    desk.say(call, "hello", "still")
    call.close_matter(Outcome.UNREACHED)
    with desk.forbids(Rule.TOO_SOON):
        call.close()
    desk.clock.advance(21)
    call.close()
    assert desk.facts(facts.Closed)[-1].silent


def test_a_silent_close_that_fails_on_disk_left_no_half_of_it(desk: Desk) -> None:
    call = desk.open()
    call.add_matter(ENQUIRY)
    desk.say(call, "hello", "still")
    desk.clock.advance(21)
    before, desk.disk_full = call.state, True
    with pytest.raises(OSError, match="space"):
        call.close_silent()
    assert call.state is before
    desk.disk_full = False
    call.close_silent()
    assert desk.kinds()[-3:] == ["matter_closed", "matter_closed", "closed"]


def test_an_urgent_silent_call_still_owes_its_reason(desk: Desk) -> None:
    call = desk.open()
    call.urgent()
    desk.say(call, "hello", "still")
    desk.clock.advance(21)
    with desk.waits_for("urgent_reason"):
        call.close_silent()
    assert call.state.current.outcome is None


def accepted_at_once(call: Interaction) -> None:
    call.urgent()
    call.offer("guidance")
    call.accept("guidance")


HEARD: dict[str, Callable[[Desk, Interaction], object]] = {
    "an answer": lambda desk, call: call.capture("mobile", "0501234567"),
    "the end": lambda desk, call: call.finish_listening(),
    "a read-back": lambda desk, call: call.read_back(ReadBackResult.CONFIRMED),
    "a mood": lambda desk, call: call.note_mood(Mood.ANGRY),
    "a belief": lambda desk, call: call.note_fault(call.state.fault, believes_ours=True),
    "abuse": lambda desk, call: call.flag_abuse(),
    "a rating": lambda desk, call: call.rate(3),
    "an acceptance": lambda desk, call: accepted_at_once(call),
}


@pytest.mark.parametrize("heard", HEARD)
def test_whoever_was_heard_was_not_silent(desk: Desk, heard: str) -> None:
    call = desk.open()
    desk.say(call, "hello", "still")
    HEARD[heard](desk, call)
    desk.clock.advance(60)
    with desk.forbids(Rule.NOT_SILENT):
        call.close_silent()
    with desk.forbids(Rule.OUTCOME_UNFOUNDED):
        call.close_matter(Outcome.UNREACHED)


@pytest.mark.parametrize("heard", [name for name in HEARD if name != "an acceptance"])
def test_a_matter_given_up_as_unreached_is_open_again_once_the_caller_speaks(desk: Desk, heard: str) -> None:
    call = desk.open()
    desk.say(call, "hello", "still")
    call.close_matter(Outcome.UNREACHED)
    HEARD[heard](desk, call)
    assert desk.checked(call).current.outcome is None


def test_a_verified_caller_stays_verified_through_a_dropped_line(desk: Desk) -> None:
    call = desk.at_solve()
    call.identify(name="Huda", verified=Verified.YES)
    call.drop()
    assert call.state.caller.verified is Verified.YES
