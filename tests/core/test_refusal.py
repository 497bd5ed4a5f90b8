"""The refusal: two alternatives offered and declined, or a policy cited, and no way round it."""

from __future__ import annotations

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.rules import Rule
from agent_tui.core.script import PromiseTerms
from agent_tui.core.vocabulary import Answer, Channel, Emergency, Outcome, Stage
from tests.core.world import AR, COMPLAINT, ENQUIRY, Desk, text


def test_a_refusal_opens_after_two_alternatives_and_keeps_its_grounds(desk: Desk) -> None:
    call = desk.at_solve()
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.refuse("decline")
    desk.turn_down(call, "guidance")
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.refuse("decline")
    desk.turn_down(call, "visit")
    call.refuse("decline")
    (refused,) = desk.facts(facts.Refused)
    assert (refused.declined, refused.cited) == (("guidance", "visit"), ())
    assert desk.kinds()[-2:] == ["refused", "said"]
    assert call.advance() is Stage.THANK
    desk.finish(call)
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.REFUSED


def test_the_same_alternative_twice_is_one(desk: Desk) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance", "guidance", "guidance")
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.refuse("decline")


def test_one_option_for_two_sums_is_one_alternative(desk: Desk) -> None:
    call = desk.at_solve()
    for amount in ("10", "20"):
        call.offer("refund", amount)
        call.decline("refund")
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.refuse("decline")


def test_an_alternative_that_was_offered_again_waits_for_its_answer(desk: Desk) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance", "visit")
    call.offer("visit")
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.refuse("decline")
    call.decline("visit")
    call.refuse("decline")


def test_alternatives_and_policies_count_in_their_own_matter_only(desk: Desk) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance")
    call.add_matter(COMPLAINT)
    desk.to_solve(call)
    desk.turn_down(call, "visit")
    call.cite("fee-regulation-7", "decline")
    call.switch_matter("m1")
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.refuse("decline")
    call.switch_matter("m2")
    call.refuse("decline")
    desk.checked(call)


def test_a_cited_policy_opens_the_refusals_that_may_cite_it_and_no_other(desk: Desk) -> None:
    call = desk.at_solve(grade="senior")
    with desk.forbids(Rule.UNKNOWN_POLICY):
        call.cite("other-3", "decline")
    with desk.forbids(Rule.UNKNOWN_POLICY):
        call.cite("archive-rule-2", "decline")
    with desk.forbids(Rule.NOT_A_REFUSAL):
        call.cite("fee-regulation-7", "guidance")
    call.cite("fee-regulation-7", "decline")
    call.cite("fee-regulation-7", "decline")
    assert len(desk.facts(facts.PolicyCited)) == 1
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.refuse("archive")
    with desk.forbids(Rule.REFUSAL_LOCKED):
        desk.say(call, "say-archive")
    call.refuse("decline")
    (refused,) = desk.facts(facts.Refused)
    assert (refused.declined, refused.cited) == ((), ("fee-regulation-7",))


def test_a_refusal_is_neither_offered_accepted_nor_declined(desk: Desk) -> None:
    call = desk.at_solve()
    for act in (call.offer, call.accept, call.decline):
        with desk.forbids(Rule.IS_A_REFUSAL):
            act("decline")
    with desk.forbids(Rule.NOT_A_REFUSAL):
        call.refuse("guidance")


def test_a_refusal_above_the_agents_grade_is_for_somebody_else_to_say(desk: Desk) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance", "visit")
    with desk.forbids(Rule.AUTHORITY_NEEDED, grade="senior"):
        call.refuse("archive")
    with desk.forbids(Rule.AUTHORITY_NEEDED, grade="senior"):
        desk.say(call, "say-archive")
    call.escalate("nora", "archive")
    call.answer_escalation(Answer.GRANTED, "nora", "archive")
    call.refuse("archive")


def test_a_grant_does_not_open_a_refusal(desk: Desk) -> None:
    call = desk.at_solve()
    call.escalate("nora", "decline")
    call.answer_escalation(Answer.GRANTED, "nora", "decline")
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.refuse("decline")


@pytest.mark.parametrize("late", [False, True])
def test_the_words_of_a_refusal_are_locked_with_it_by_every_way(desk: Desk, late: bool) -> None:
    call = desk.at_solve()
    words = desk.phrase(call, "say-decline")

    def locked(rule: Rule = Rule.REFUSAL_LOCKED) -> None:
        with desk.forbids(rule):
            call.say(words, late=late)

    locked()
    call.change_language(AR)
    locked()
    call.back()
    locked(Rule.NOT_AT_SOLVE)
    call.urgent()
    locked()
    call.transfer("permits")
    call.accept_transfer("omar")
    locked()
    call.emergency(Emergency.THREAT)
    locked()
    with desk.forbids(Rule.UNKNOWN_PHRASE):
        call.offer("guidance", phrase=words)
    assert not desk.said()


@pytest.mark.parametrize("late", [False, True])
def test_to_say_the_words_of_an_open_refusal_is_to_refuse(desk: Desk, late: bool) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance", "visit")
    desk.say(call, "say-decline", late=late)
    assert desk.kinds()[-2:] == ["refused", "said"]
    assert desk.facts(facts.Said)[-1].late is late
    call.offer("visit")
    desk.say(call, "say-decline")
    assert len(desk.facts(facts.Refused)) == 1
    with desk.forbids(Rule.OUTCOME_UNFOUNDED):
        call.close_matter(Outcome.WITHDRAWN)


def test_the_words_of_an_open_refusal_are_not_smuggled_in_with_another_act(desk: Desk) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance", "visit")
    words = desk.phrase(call, "say-decline")
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.hold(words)
    call.hold()
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.unhold(words)


def test_what_the_customer_accepted_is_not_refused_afterwards(desk: Desk) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance", "visit")
    call.offer("expedite")
    call.accept("expedite")
    with desk.forbids(Rule.ALREADY_ACCEPTED):
        call.refuse("decline")
    with desk.forbids(Rule.ALREADY_ACCEPTED):
        desk.say(call, "say-decline", late=True)


def test_a_refusal_may_be_taken_back_by_a_remedy_and_is_then_not_repeated(desk: Desk) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance", "visit")
    call.refuse("decline")
    call.offer("expedite")
    call.accept("expedite")
    with desk.forbids(Rule.ALREADY_ACCEPTED):
        desk.say(call, "say-decline")
    call.close_matter()
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.PROMISED


@pytest.mark.parametrize("milder", [Outcome.WITHDRAWN, Outcome.PROMISED, Outcome.REDIRECTED, Outcome.UNREACHED])
def test_a_refusal_is_closed_as_nothing_milder(desk: Desk, milder: Outcome) -> None:
    call = desk.at_solve()
    call.cite("fee-regulation-7", "decline")
    call.refuse("decline")
    call.promise(text("We call you"), PromiseTerms("agent", Channel.PHONE, days=1))
    call.redirect("the ministry")
    call.drop()
    with desk.forbids(Rule.OUTCOME_UNFOUNDED, outcome=milder):
        call.close_matter(milder)
    call.close_matter()
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.REFUSED


def test_a_refusal_of_another_script_is_no_refusal_of_this_matter(desk: Desk) -> None:
    call = desk.at_solve()
    desk.turn_down(call, "guidance", "visit")
    call.add_matter(ENQUIRY)
    desk.to_solve(call)
    with desk.forbids(Rule.UNKNOWN_OPTION):
        call.refuse("decline")
    with desk.forbids(Rule.REFUSAL_LOCKED):
        call.refuse("no-visit")
