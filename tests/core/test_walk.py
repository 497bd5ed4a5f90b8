"""The walk out of order: back, urgent, emergency, hold, dropped lines, transfer, other agents, a failing disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.fold import BrokenStreamError, advance_state, replay
from agent_tui.core.interaction import Interaction
from agent_tui.core.rules import Rule, Warn
from agent_tui.core.script import PromiseTerms
from agent_tui.core.vocabulary import Answer, Channel, Comeback, Emergency, Mood, Outcome, Passage, Stage
from tests.core.world import ENQUIRY, Desk, text


def test_going_back_is_always_possible_and_logged(desk: Desk) -> None:
    call = desk.open()
    with desk.forbids(Rule.NOTHING_BEHIND):
        call.back()
    call.note_mood(Mood.UPSET)
    desk.to_solve(call)
    call.offer("guidance")
    call.accept("guidance")
    call.advance()
    desk.say(call, "thank")
    call.advance()
    came = [call.back() for _ in range(4)]
    assert came == [Stage.THANK, Stage.SOLVE, Stage.APOLOGISE, Stage.LISTEN]
    assert [fact.how for fact in desk.facts(facts.StageEntered)[-4:]] == [Passage.BACK] * 4
    with desk.forbids(Rule.NOTHING_BEHIND):
        call.back()
    assert [call.advance() for _ in range(3)] == [Stage.SOLVE, Stage.THANK, Stage.WRAP_UP]


def test_back_from_solve_passes_an_apology_that_is_not_due(desk: Desk) -> None:
    call = desk.at_solve()
    assert call.back() is Stage.LISTEN


def test_urgent_goes_straight_to_solve_and_asks_the_reason_afterwards(desk: Desk) -> None:
    call = desk.open()
    call.note_mood(Mood.ANGRY)
    call.urgent()
    assert call.state.stage is Stage.SOLVE
    assert desk.facts(facts.StageEntered)[-1].how is Passage.URGENT
    call.offer("guidance")
    call.accept("guidance")
    call.advance()
    desk.say(call, "thank")
    call.advance()
    call.close_matter()
    with desk.waits_for("urgent_reason"):
        call.close()
    call.give_urgent_reason("the server room floods")
    call.close()
    assert desk.checked(call).notes[-1].topic == "urgent"


def test_urgent_is_per_matter_and_at_solve_there_is_nothing_to_pass_over(desk: Desk) -> None:
    call = desk.open()
    call.urgent()
    call.urgent()
    assert len(desk.facts(facts.UrgentTaken)) == 1
    call.add_matter(ENQUIRY)
    with desk.waits_for("finished"):
        call.advance()


def test_the_reason_of_one_urgent_matter_is_not_the_reason_of_the_next(desk: Desk) -> None:
    call = desk.open()
    call.urgent()
    call.give_urgent_reason("flood")
    call.add_matter(ENQUIRY)
    call.urgent()
    for matter in ("m1", "m2"):
        call.close_matter(Outcome.WITHDRAWN, matter=matter)
    with desk.waits_for("urgent_reason"):
        call.close()


def test_an_emergency_demands_no_apology_no_rating_no_thanks_and_no_reason(desk: Desk) -> None:
    call = desk.open()
    call.note_mood(Mood.ANGRY)
    call.urgent()
    call.emergency(Emergency.SELF_HARM)
    desk.say(call, "stay")
    with desk.waits_for("outcome"):
        call.close()
    call.close_matter()
    call.close()
    state = desk.checked(call)
    assert (state.emergency, state.closed) == (Emergency.SELF_HARM, True)
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.EMERGENCY
    assert desk.facts(facts.Closed)[-1].thanks.value == "not_due"


WITH_THE_CUSTOMER: list[Callable[[Desk, Interaction], object]] = [
    lambda desk, call: desk.say(call, "when"),
    lambda desk, call: desk.say(call, "when", late=True),
    lambda desk, call: call.finish_listening(),
    lambda desk, call: call.offer("guidance"),
    lambda desk, call: call.accept("visit"),
    lambda desk, call: call.decline("visit"),
    lambda desk, call: call.cite("fee-regulation-7", "decline"),
    lambda desk, call: call.refuse("decline"),
    lambda desk, call: call.advance(),
    lambda desk, call: call.add_matter(ENQUIRY),
    lambda desk, call: call.show_fact(0),
    lambda desk, call: call.rate(5),
    lambda desk, call: call.transfer("permits"),
    lambda desk, call: call.redirect("elsewhere"),
    lambda desk, call: call.urgent(),
    lambda desk, call: call.hold(),
]


@pytest.mark.parametrize("act", WITH_THE_CUSTOMER)
def test_nothing_is_said_or_agreed_while_the_customer_is_not_there(
    desk: Desk, act: Callable[[Desk, Interaction], object]
) -> None:
    call = desk.at_solve()
    call.offer("visit")
    call.hold()
    with desk.forbids(Rule.ON_HOLD):
        act(desk, call)
    call.drop()
    with desk.forbids(Rule.LINE_DROPPED):
        act(desk, call)


def test_hold_and_resume_are_events_with_times(desk: Desk) -> None:
    call = desk.open()
    with desk.forbids(Rule.NOT_ON_HOLD):
        call.unhold()
    desk.say(call, "wait")
    call.hold()
    assert desk.checked(call).held_since == desk.events[-1].at
    desk.clock.advance(90)
    call.add_note("asked the archive")
    call.unhold()
    assert desk.checked(call).held_since is None
    assert [kind for kind in desk.kinds() if "held" in kind] == ["held", "unheld"]


@pytest.mark.parametrize("how", [Comeback.THEY_RANG, Comeback.WE_RANG])
def test_a_dropped_line_owes_a_callback_and_goes_on_where_it_stood(desk: Desk, how: Comeback) -> None:
    call = desk.open()
    desk.say(call, "greet")
    call.note_mood(Mood.UPSET)
    desk.to_solve(call)
    call.hold()
    call.drop()
    assert desk.checked(call).callback_due == desk.events[-1].at + 5 * 60_000
    assert desk.checked(call).held_since is None
    with desk.forbids(Rule.LINE_DROPPED):
        call.drop()
    call = desk.restart(Comeback.RESTART)
    assert desk.checked(call).dropped
    call.come_back(how)
    back = desk.checked(call)
    assert (back.dropped, back.callback_due, back.stage) == (False, None, Stage.SOLVE)
    with desk.forbids(Rule.LINE_OPEN):
        call.come_back(how)
    assert call.say(desk.phrase(call, "greet")) == (Warn.SECOND_GREETING,)
    assert call.say(desk.phrase(call, "sorry")) == (Warn.SECOND_APOLOGY,)


def test_a_matter_given_up_as_unreached_is_open_again_when_they_ring(desk: Desk) -> None:
    call = desk.at_solve()
    call.drop()
    call.close_matter()
    assert desk.checked(call).current.outcome is Outcome.UNREACHED
    call.come_back(Comeback.THEY_RANG)
    assert desk.checked(call).current.outcome is None
    call.offer("guidance")
    call.accept("guidance")
    desk.finish(call)
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.SOLVED


def test_closing_a_dropped_call_early_keeps_its_callback(desk: Desk) -> None:
    call = desk.at_solve()
    call.drop()
    due = call.state.callback_due
    call.close_matter()
    call.close()
    assert (desk.checked(call).callback_due, call.state.dropped) == (due, False)


@pytest.mark.parametrize(("minutes", "outcome"), [(6, Outcome.UNREACHED), (0, Outcome.SOLVED)])
def test_a_callback_that_was_tried_or_is_needless_is_over_with_the_close(
    desk: Desk, minutes: int, outcome: Outcome
) -> None:
    call = desk.at_solve()
    call.offer("guidance")
    call.accept("guidance")
    call.drop()
    desk.clock.advance(minutes * 60)
    call.close_matter(outcome)
    call.close()
    assert call.state.callback_due is None


def test_a_transfer_waits_for_its_receiver(desk: Desk) -> None:
    call = desk.at_solve()
    with desk.forbids(Rule.NOT_TRANSFERRED):
        call.accept_transfer("omar")
    call.transfer("permits")
    with desk.waits_for("remedy"):
        call.advance()
    with desk.forbids(Rule.OUTCOME_UNFOUNDED):
        call.close_matter(Outcome.TRANSFERRED)
    call.accept_transfer("omar")
    with desk.forbids(Rule.NOT_TRANSFERRED):
        call.accept_transfer("omar")
    assert call.advance() is Stage.THANK
    desk.finish(call)
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.TRANSFERRED


def test_a_transfer_settles_nothing_that_came_up_after_it(desk: Desk) -> None:
    call = desk.at_solve()
    call.transfer("permits")
    call.accept_transfer("omar")
    call.add_matter(ENQUIRY)
    desk.to_solve(call)
    with desk.waits_for("remedy"):
        call.advance()
    with desk.forbids(Rule.OUTCOME_UNFOUNDED):
        call.close_matter(Outcome.TRANSFERRED)


def test_the_receiver_sees_all_and_answers_with_a_grade_of_their_own(desk: Desk) -> None:
    call = desk.at_solve(grade="senior")
    with desk.forbids(Rule.NOT_TRANSFERRED):
        desk.restart(Comeback.RECEIVED, by="omar", grade="clerk")
    call.transfer("permits")
    call.accept_transfer("omar")
    with desk.forbids(Rule.AUTHORITY_NEEDED):
        desk.restart(Comeback.RECEIVED, by="omar")
    taken = desk.restart(Comeback.RECEIVED, by="omar", grade="clerk")
    assert (taken.state.agent, taken.state.grade, taken.state.stage) == ("omar", "clerk", Stage.SOLVE)
    assert taken.state.current.plain_values()["request_no"] == "4521"
    with desk.forbids(Rule.AUTHORITY_NEEDED):
        taken.offer("waive")
    with desk.waits_for("remedy"):
        taken.advance()
    with desk.forbids(Rule.OUTCOME_UNFOUNDED):
        taken.close_matter(Outcome.TRANSFERRED)
    desk.checked(taken)


def test_a_colleague_rings_back_with_their_own_grade_but_restarts_nobody_elses_program(desk: Desk) -> None:
    call = desk.at_solve(grade="senior")
    with desk.forbids(Rule.NOT_YOURS, agent="salma"):
        desk.restart(Comeback.RESTART, by="omar", grade="senior")
    call.drop()
    back = desk.restart(Comeback.WE_RANG, by="omar", grade="clerk")
    with desk.forbids(Rule.AUTHORITY_NEEDED):
        back.offer("waive")
    again = Interaction(desk.setting("salma"), replay(desk.events))
    with desk.forbids(Rule.NOT_YOURS, agent="omar"):
        again.note_mood(Mood.ANGRY)


def test_ones_own_new_grade_counts_after_a_restart(desk: Desk) -> None:
    desk.at_solve(grade="clerk")
    desk.restart(grade="senior").offer("waive")
    with desk.forbids(Rule.AUTHORITY_NEEDED):
        desk.restart(grade="director")


def test_a_redirect_is_counted_and_founds_the_outcome_of_its_matter_alone(desk: Desk) -> None:
    call = desk.at_solve()
    call.redirect("the ministry")
    with desk.waits_for("remedy"):
        call.advance()
    call.add_matter(ENQUIRY)
    with desk.forbids(Rule.OUTCOME_UNFOUNDED):
        call.close_matter(Outcome.REDIRECTED)
    call.close_matter(matter="m1")
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.REDIRECTED
    assert call.state.redirected


ACTS: list[Callable[[Desk, Interaction], object]] = [
    *WITH_THE_CUSTOMER,
    lambda desk, call: call.identify(name="Huda"),
    lambda desk, call: call.capture("mobile", "0501234567"),
    lambda desk, call: call.note_mood(Mood.ANGRY),
    lambda desk, call: call.add_note("x"),
    lambda desk, call: call.back(),
    lambda desk, call: call.drop(),
    lambda desk, call: call.emergency(Emergency.DANGER),
    lambda desk, call: call.escalate("nora"),
    lambda desk, call: call.answer_escalation(Answer.TAKEN, "nora"),
    lambda desk, call: call.promise(text("x"), PromiseTerms("agent", Channel.PHONE, days=1)),
    lambda desk, call: call.come_back(Comeback.RESTART),
    lambda desk, call: call.close_matter(Outcome.WITHDRAWN),
]


@pytest.mark.parametrize("act", ACTS)
def test_where_the_disk_fails_the_state_has_not_moved_and_the_act_can_be_repeated(
    desk: Desk, act: Callable[[Desk, Interaction], object]
) -> None:
    def begin(at: Desk) -> Interaction:
        call = at.at_solve()
        at.turn_down(call, "guidance", "send-link" if call.state.current.enquiry else "expedite")
        call.offer("visit")
        if act is WITH_THE_CUSTOMER[8]:
            call.accept("visit")
        call.back() if act in (WITH_THE_CUSTOMER[14],) else call.escalate("nora")
        return call

    call = begin(desk)
    if act is WITH_THE_CUSTOMER[2]:
        call.add_matter(ENQUIRY)
    before = call.state
    desk.disk_full = True
    with pytest.raises(OSError, match="space"):
        act(desk, call)
    assert call.state is before
    assert call.state == replay(desk.events)
    desk.disk_full = False
    act(desk, call)
    assert desk.checked(call).seq > before.seq


def test_a_contact_that_cannot_be_written_is_not_opened(desk: Desk) -> None:
    desk.disk_full = True
    with pytest.raises(OSError, match="space"):
        desk.open()


@pytest.mark.parametrize("act", ACTS)
def test_what_is_closed_takes_nothing_more(desk: Desk, act: Callable[[Desk, Interaction], object]) -> None:
    call = desk.at_solve()
    call.escalate("nora")
    call.close_matter(Outcome.WITHDRAWN)
    call.close()
    before = len(desk.events)
    rules = {Rule.CLOSED, Rule.MATTER_ENDED} if act in ACTS[-5:] else {Rule.CLOSED}
    with pytest.raises(Exception, match=r"closed|ended") as caught:
        act(desk, call)
    assert getattr(caught.value, "rule", None) in rules
    assert len(desk.events) == before
    with desk.forbids(Rule.CLOSED):
        desk.restart()


def test_events_that_are_no_interaction_are_not_replayed(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("guidance")
    call.accept("guidance")
    with pytest.raises(BrokenStreamError):
        replay([])
    with pytest.raises(BrokenStreamError):
        replay(desk.events[1:])
    with pytest.raises(BrokenStreamError):
        replay([*desk.events[:4], *desk.events[5:]])
    with pytest.raises(BrokenStreamError):
        advance_state(call.state, desk.events[-1])
    unoffered = [event for event in desk.events if event.kind not in ("option_offered", "said")]
    numbered = [replace(event, seq=seq) for seq, event in enumerate(unoffered, 1)]
    with pytest.raises(BrokenStreamError, match="guidance"):
        replay(numbered)
