"""Who may decide on an option: the agent's grade, its ceiling in money, and what a supervisor granted."""

from __future__ import annotations

from agent_tui.core.money import Money
from agent_tui.core.organisation import Grade, Organisation
from agent_tui.core.rules import Rule, RuleError
from agent_tui.core.script import Option


def limit(option: Option, grade: Grade) -> Money | None:
    """The most a grade may give under an option; an option's limit can only lower the grade's ceiling."""
    if option.limit is None or grade.ceiling is None:
        return None
    return option.limit.lower(grade.ceiling)


def may_decide(option: Option, organisation: Organisation, grade_id: str, amount: Money | None = None) -> bool:
    """Whether this grade may give the option now, for this amount where it costs money."""
    grade = organisation.grade(grade_id)
    if grade is None:
        return False
    if option.authority is not None and organisation.rank(grade_id) < organisation.rank(option.authority):
        return False
    if option.limit is None:
        return True
    most = limit(option, grade)
    return most is not None and (amount is None or amount.within(most))


def decider(option: Option, organisation: Organisation, amount: Money | None = None) -> Grade | None:
    """The lowest grade that may give the option; none where nobody may."""
    return next((grade for grade in organisation.grades if may_decide(option, organisation, grade.id, amount)), None)


def sum_of(option: Option, amount: str | None) -> Money | None:
    """The sum an option would cost; RuleError where a sum is lacking, unreadable, not asked for or over the limit."""
    if option.limit is None:
        if amount is not None:
            raise RuleError(Rule.AMOUNT_NOT_ASKED, option=option.id)
        return None
    if amount is None:
        raise RuleError(Rule.AMOUNT_NEEDED, option=option.id)
    try:
        money = Money.parse(amount, option.limit.currency)
    except ValueError:
        raise RuleError(Rule.BAD_AMOUNT, amount=amount) from None
    if not money.within(option.limit):
        raise RuleError(Rule.OVER_LIMIT, amount=str(money), limit=str(option.limit))
    return money
