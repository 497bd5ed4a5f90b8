"""Options: known authority, money somebody may give, one term of promise, the refusal last."""

from __future__ import annotations

from agent_tui.core.money import Money
from agent_tui.core.organisation import Organisation
from agent_tui.core.vocabulary import Home
from agent_tui.library.checks.conditions import check_condition
from agent_tui.library.checks.fields import check_unique
from agent_tui.library.checks.names import Scene
from agent_tui.library.checks.phrases import check_said
from agent_tui.library.source import Spot

TERMS = ("days", "hours", "minutes")


def check_options(options: Spot, scene: Scene) -> None:
    """Report what is wrong with the ladder of options."""
    check_unique((option["id"] for option in options.each()), "option")
    refused = False
    for option in options.each():
        if option["refusal"].is_set:
            refused = True
        elif refused:
            option.report("refusal_not_last", id=option["id"].text)
        _check_option(option, scene)
        check_said(option["say"], scene, Home.SOLVE, promise=isinstance(option["promise"].value, dict))


def _check_option(option: Spot, scene: Scene) -> None:
    house = scene.names.organisation
    check_condition(option["when"], scene.fields)
    if option["may_cite"] and not option["refusal"].is_set:
        option["may_cite"].report("only_refusals_cite", key=True)
    _check_promise(option["promise"], house)
    if house is None:
        return
    check_known(option["authority"], "grade", [grade.id for grade in house.grades])
    for policy in option["may_cite"].each():
        check_known(policy, "policy", [policy.id for policy in house.policies])
    limit = money(option["limit"])
    if limit is not None:
        _check_limit(option, limit, house)


def check_known(spot: Spot, what: str, known: list[str]) -> None:
    """Report a name that library.yaml does not have."""
    if spot.text and spot.text not in known:
        spot.report("unknown_name", near=known, what=what, name=spot.text)


def money(spot: Spot) -> Money | None:
    """The sum that stands here, where it is a sum."""
    amount, currency = spot["amount"].text, spot["currency"].text
    if not amount or not currency:
        return None
    try:
        return Money.parse(amount, currency)
    except ValueError:
        return None


def _check_promise(promise: Spot, house: Organisation | None) -> None:
    if not isinstance(promise.value, dict):
        return
    terms = [term for term in TERMS if term in promise.value]
    if len(terms) != 1:
        promise.report("one_term", found=", ".join(terms) or "—")
    if promise["owner"].text.startswith("department:") and house is not None:
        check_known(promise["owner"], "department", [f"department:{department.id}" for department in house.departments])


def _check_limit(option: Spot, limit: Money, house: Organisation) -> None:
    start = max(house.rank(option["authority"].text), 0)
    ceilings = [grade.ceiling for grade in house.grades[start:] if grade.ceiling is not None]
    if not ceilings:
        option["limit"].report("nobody_may_give")
    elif any(ceiling.currency != limit.currency for ceiling in ceilings):
        option["limit"]["currency"].report("other_currency", found=limit.currency, currency=ceilings[0].currency)
    elif not any(limit.within(ceiling) for ceiling in ceilings):
        highest = max(ceilings, key=lambda ceiling: ceiling.amount)
        option["limit"]["amount"].report("limit_above_ceilings", found=str(limit), highest=str(highest))
