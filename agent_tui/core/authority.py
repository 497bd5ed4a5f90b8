"""Who may decide on an option: the agent's grade, its ceiling in money, and what a supervisor granted."""

from __future__ import annotations

from agent_tui.core.figures import ascii_digits, decimal, plain
from agent_tui.core.money import Money
from agent_tui.core.organisation import Grade, Organisation
from agent_tui.core.rules import Rule, RuleError
from agent_tui.core.script import Option


def limit(option: Option, grade: Grade) -> Money | None:
    """The most a grade may give under an option; an option's limit can only lower the grade's ceiling.

    A ceiling in another currency gives nothing.
    """
    if option.limit is None or grade.ceiling is None or option.limit.currency != grade.ceiling.currency:
        return None
    return option.limit.lower(grade.ceiling)


def most_of(option: Option, organisation: Organisation, grade_id: str) -> Money | None:
    """The most a grade may give under an option, or the option's own limit where the grade may give nothing."""
    grade = organisation.grade(grade_id)
    return (limit(option, grade) if grade is not None else None) or option.limit


def may_decide(option: Option, organisation: Organisation, grade_id: str, amount: Money | None = None) -> bool:
    """Whether this grade may give the option now, for this amount where it costs money."""
    grade = organisation.grade(grade_id)
    if grade is None:
        return False
    if option.authority is not None:
        asked = organisation.rank(option.authority)
        if asked < 0 or organisation.rank(grade_id) < asked:  # a grade the organisation no longer has decides nothing
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
        money = Money.parse(plain(decimal(ascii_digits(amount.strip()))), option.limit.currency)
    except ValueError:
        raise RuleError(Rule.BAD_AMOUNT, amount=amount) from None
    if not money.amount:  # to offer nothing is no alternative
        raise RuleError(Rule.BAD_AMOUNT, amount=amount)
    if not money.within(option.limit):
        raise RuleError(Rule.OVER_LIMIT, amount=str(money), limit=str(option.limit))
    return money
