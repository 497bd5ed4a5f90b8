"""Solve: options offered and answered, who may decide, how much, and what is promised with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from agent_tui.core.authority import decider, may_decide
from agent_tui.core.events import interaction as facts
from agent_tui.core.money import Money
from agent_tui.core.organisation import Grade
from agent_tui.core.rules import Rule
from agent_tui.core.script import PromiseTerms, Solve
from agent_tui.core.vocabulary import Answer, Channel, OptionStatus, Outcome, Stage
from tests.core.world import COMPLAINT, ENQUIRY, ORGANISATION, THURSDAY_15, Desk, option, text

DAY = 24 * 3600 * 1000
MONDAY_CLOSE = THURSDAY_15 + 4 * DAY
CALL_BACK = PromiseTerms("agent", Channel.PHONE, hours=1, working=False)


def test_an_option_is_offered_in_its_own_words_and_accepted(desk: Desk) -> None:
    call = desk.at_solve()
    with desk.waits_for("remedy"):
        call.advance()
    call.offer("guidance")
    assert desk.said() == ["say-guidance"]
    with desk.waits_for("remedy"):
        call.advance()
    call.accept("guidance")
    assert call.advance() is Stage.THANK
    desk.checked(call)


def test_only_what_was_offered_is_accepted_or_declined_and_only_once(desk: Desk) -> None:
    call = desk.at_solve()
    for answer in (call.accept, call.decline):
        with desk.forbids(Rule.NOT_OFFERED):
            answer("guidance")
        with desk.forbids(Rule.UNKNOWN_OPTION):
            answer("gold")
    call.offer("guidance")
    call.decline("guidance")
    for answer in (call.accept, call.decline):
        with desk.forbids(Rule.NOT_OFFERED):
            answer("guidance")
    call.offer("guidance")
    call.accept("guidance")
    for act in (call.offer, call.accept, call.decline):
        with desk.forbids(Rule.ALREADY_ACCEPTED):
            act("guidance")


def test_options_are_for_solve_and_for_what_was_captured(desk: Desk) -> None:
    call = desk.open()
    with desk.forbids(Rule.NOT_AT_SOLVE):
        call.offer("guidance")
    desk.to_solve(call, paid=False)
    assert "refund" not in [one.id for one in call.options()]
    assert [one.id for one in call.options()][-2:] == ["archive", "decline"]
    with desk.forbids(Rule.UNKNOWN_OPTION):
        call.offer("refund", "50")
    with desk.forbids(Rule.NOT_FITTING):
        desk.say(call, "say-refund")
    call.capture("paid", "yes")
    call.offer("refund", "50")
    call.capture("paid", "no")
    with desk.forbids(Rule.UNKNOWN_OPTION):
        call.accept("refund")


def test_options_stay_with_their_matter(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("guidance")
    call.add_matter(COMPLAINT)
    desk.to_solve(call)
    with desk.forbids(Rule.NOT_OFFERED):
        call.accept("guidance")
    call.add_matter(ENQUIRY)
    desk.to_solve(call)
    with desk.forbids(Rule.UNKNOWN_OPTION):
        call.offer("guidance")


def test_money_is_asked_for_read_in_any_digits_and_kept_as_a_decimal(desk: Desk) -> None:
    call = desk.at_solve()
    with desk.forbids(Rule.AMOUNT_NEEDED):
        call.offer("refund")
    with desk.forbids(Rule.AMOUNT_NOT_ASKED):
        call.offer("guidance", "10")
    for typed in ("ten", "", "-5", "1e2", "nan", "1,5", "1_0", "0", "٠", "0.00"):
        with desk.forbids(Rule.BAD_AMOUNT):
            call.offer("refund", typed)
    for typed, kept in (("٤٩٫٥", "49.5"), (" 100 ", "100"), ("0.50", "0.50")):
        call.offer("refund", typed)
        (offered,) = desk.facts(facts.OptionOffered)[-1:]
        assert (offered.amount, offered.currency) == (kept, "SAR")


@pytest.mark.parametrize(
    ("grade", "amount", "rule", "whom"),
    [
        ("trainee", "1", Rule.AUTHORITY_NEEDED, "clerk"),
        ("clerk", "100", None, None),
        ("clerk", "100.01", Rule.AUTHORITY_NEEDED, "senior"),
        ("senior", "200", None, None),
        ("senior", "200.01", Rule.OVER_LIMIT, None),
        ("supervisor", "201", Rule.OVER_LIMIT, None),
    ],
)
def test_a_ceiling_holds_and_the_options_limit_holds_for_everybody(
    desk: Desk, grade: str, amount: str, rule: Rule | None, whom: str | None
) -> None:
    call = desk.at_solve(grade=grade)
    if rule is None:
        call.offer("refund", amount)
    elif rule is Rule.OVER_LIMIT:
        with desk.forbids(rule, limit="200 SAR"):
            call.offer("refund", amount)
    else:
        with desk.forbids(rule, grade=whom):
            call.offer("refund", amount)


def test_the_words_of_an_option_are_as_far_from_a_clerk_as_the_option(desk: Desk) -> None:
    call = desk.at_solve()
    for late in (False, True):
        with desk.forbids(Rule.AUTHORITY_NEEDED, grade="senior"):
            desk.say(call, "say-waive", late=late)
    assert call.wording(desk.phrase(call, "say-waive"))


def test_a_granted_escalation_opens_the_option_in_this_matter_alone(desk: Desk) -> None:
    call = desk.at_solve()
    call.hold()
    call.escalate("shift-lead", "refund")
    call.answer_escalation(Answer.GRANTED, "nora", "refund")
    call.unhold()
    with desk.forbids(Rule.AUTHORITY_NEEDED):
        call.offer("waive")
    with desk.forbids(Rule.OVER_LIMIT):
        call.offer("refund", "201")
    call.offer("refund", "150")
    call.add_matter(COMPLAINT)
    desk.to_solve(call)
    with desk.forbids(Rule.AUTHORITY_NEEDED):
        call.offer("refund", "150")
    desk.checked(call)


def test_a_denied_escalation_opens_nothing_and_asking_again_takes_a_grant_back(desk: Desk) -> None:
    call = desk.at_solve()
    call.escalate("nora", "waive")
    call.answer_escalation(Answer.DENIED, "nora", "waive")
    with desk.forbids(Rule.NOT_ESCALATED):
        call.answer_escalation(Answer.GRANTED, "nora", "waive")
    with desk.forbids(Rule.AUTHORITY_NEEDED):
        call.offer("waive")
    with desk.waits_for("remedy"):
        call.advance()
    call.escalate("nora", "waive")
    call.answer_escalation(Answer.GRANTED, "nora", "waive")
    call.offer("waive")
    call.escalate("nora", "waive")
    with desk.forbids(Rule.AUTHORITY_NEEDED):
        call.offer("waive")


def test_an_answer_needs_its_question(desk: Desk) -> None:
    call = desk.at_solve()
    for option_id in (None, "waive"):
        with desk.forbids(Rule.NOT_ESCALATED):
            call.answer_escalation(Answer.TAKEN, "nora", option_id)
    with desk.forbids(Rule.UNKNOWN_OPTION):
        call.escalate("nora", "gold")
    call.escalate("nora")
    for nothing in (None, ""):
        with desk.forbids(Rule.UNKNOWN_OPTION):
            call.answer_escalation(Answer.GRANTED, "nora", nothing)
    with desk.forbids(Rule.NOT_ESCALATED):
        call.answer_escalation(Answer.GRANTED, "nora", "waive")


@pytest.mark.parametrize("option_id", [None, "waive"])
def test_what_a_supervisor_takes_over_is_settled(desk: Desk, option_id: str | None) -> None:
    call = desk.at_solve()
    call.escalate("nora", option_id)
    with desk.waits_for("remedy"):
        call.advance()
    call.answer_escalation(Answer.TAKEN, "nora", option_id)
    assert call.advance() is Stage.THANK
    desk.finish(call)
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.ESCALATED


def test_a_matter_that_has_ended_takes_no_more_remedies(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("guidance")
    call.escalate("nora")
    call.close_matter(Outcome.WITHDRAWN)
    acts: tuple[Callable[[], object], ...] = (
        lambda: call.offer("visit"),
        lambda: call.accept("guidance"),
        lambda: call.decline("guidance"),
        lambda: call.escalate("nora"),
        lambda: call.answer_escalation(Answer.TAKEN, "nora"),
        lambda: call.cite("fee-regulation-7", "decline"),
        lambda: call.refuse("decline"),
    )
    for act in acts:
        with desk.forbids(Rule.MATTER_ENDED):
            act()


def test_an_accepted_promise_enters_the_ledger_with_its_due_time(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("expedite")
    call.accept("expedite")
    (made,) = desk.facts(facts.PromiseMade)
    assert desk.kinds()[-2:] == ["option_accepted", "promise_made"]
    assert (made.option, made.owner, made.channel, made.days) == ("expedite", "department:permits", Channel.PHONE, 2)
    assert made.due == MONDAY_CLOSE
    assert made.title == {"en": "expedite", "ar": "«expedite»"}
    assert call.advance() is Stage.THANK
    desk.finish(call)
    assert desk.facts(facts.MatterClosed)[-1].outcome is Outcome.PROMISED


def test_a_promise_of_the_agents_own_is_owed_by_the_agent_from_the_moment_it_was_made(desk: Desk) -> None:
    call = desk.at_solve()
    promise = call.promise(text("We call you"), CALL_BACK)
    event = desk.events[-1]
    assert call.state.promises[promise].owner == "staff:salma"
    assert call.state.promises[promise].due == event.at + 3600_000
    for terms in (replace(CALL_BACK, hours=None), replace(CALL_BACK, days=1), replace(CALL_BACK, hours=0)):
        with desk.forbids(Rule.BAD_TERMS):
            call.promise(text("We call you"), terms)
    with desk.forbids(Rule.BAD_TERMS):
        call.promise(text("One day"), replace(CALL_BACK, hours=None, days=10**8))


def test_a_sentence_that_promises_needs_a_ledger_entry(desk: Desk) -> None:
    call = desk.at_solve()
    desk.say(call, "will-call")
    call.offer("guidance")
    call.accept("guidance")
    with desk.waits_for("promise"):
        call.advance()
    call.close_matter()
    with desk.waits_for("promise"):
        call.close()
    call.promise(text("We call you"), CALL_BACK)
    desk.say(call, "will-call")
    assert call.advance() is Stage.THANK


def test_a_promise_made_while_thanking_is_owed_before_the_customer_leaves(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("guidance")
    call.accept("guidance")
    call.advance()
    desk.say(call, "thank", "will-call")
    with desk.waits_for("promise"):
        call.advance()
    with desk.waits_for("promise"):
        call.skip_thanks()
    call.promise(text("We call you"), CALL_BACK)
    assert call.advance() is Stage.WRAP_UP


def test_a_promising_offer_that_was_declined_is_not_owed(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("expedite")
    call.decline("expedite")
    call.offer("guidance")
    call.accept("guidance")
    assert call.advance() is Stage.THANK


def test_one_promise_does_not_stand_for_another_option(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("visit")
    call.accept("visit")
    desk.say(call, "say-expedite")
    with desk.waits_for("promise"):
        call.advance()
    call.offer("expedite")
    call.accept("expedite")
    assert call.advance() is Stage.THANK
    assert [fact.option for fact in desk.facts(facts.PromiseMade)] == ["visit", "expedite"]


def test_an_option_is_offered_in_no_other_options_words_and_in_no_unapproved_ones(desk: Desk) -> None:
    call = desk.at_solve()
    with desk.forbids(Rule.UNKNOWN_PHRASE):
        call.offer("guidance", phrase=desk.phrase(call, "say-visit"))
    raw = option("raw")
    raw = replace(raw, say=(replace(raw.say[0], approved=frozenset()),))
    bare = replace(raw, id="bare", say=())
    desk.scripts = (replace(COMPLAINT, solve=Solve(options=(raw, bare))),)
    call = desk.at_solve(script=desk.scripts[0])
    with desk.forbids(Rule.NOT_APPROVED):
        call.offer("raw")
    call.offer("bare")
    assert call.state.current.with_status(OptionStatus.OFFERED) == ("bare",)


def test_authority_fails_safe() -> None:
    lost = option("lost", authority="abolished")
    dirhams = option("dirhams", limit=Money.parse("10", "AED"))
    for one in (lost, dirhams):
        assert decider(one, ORGANISATION) is None
    assert not may_decide(option("any"), ORGANISATION, "abolished")
    assert may_decide(option("any"), ORGANISATION, "trainee")
    rich = replace(ORGANISATION, grades=(*ORGANISATION.grades, Grade("envoy", text("Envoy"), Money.parse("99", "AED"))))
    assert may_decide(dirhams, rich, "envoy", Money.parse("10", "AED"))
    assert not may_decide(dirhams, rich, "envoy", Money.parse("10", "SAR"))
