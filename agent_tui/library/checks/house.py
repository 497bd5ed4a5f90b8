"""library.yaml and the banks: hours, holidays, ranks, and the sentences every script shares."""

from __future__ import annotations

from collections.abc import Iterable

from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Home
from agent_tui.core.wording import placeholders
from agent_tui.library.checks.dates import check_dates
from agent_tui.library.checks.fields import check_unique
from agent_tui.library.checks.names import Names, Scene
from agent_tui.library.checks.options import money
from agent_tui.library.checks.phrases import check_said
from agent_tui.library.checks.script import declared
from agent_tui.library.checks.texts import check_placeholders, check_texts, leaves
from agent_tui.library.source import Source, Spot

HOUSE = "library"
"""The name in front of the ids of phrases written in library.yaml itself."""


def check_house(source: Source, names: Names) -> None:
    """Report everything in library.yaml that would not work."""
    house = source.root
    languages = declared(house["languages"])
    check_texts(house, languages)
    check_dates(house)
    for key in ("grades", "departments", "policies"):
        check_unique((one["id"] for one in house[key].each()), key[:-1] if key != "policies" else "policy")
    check_unique((one["date"] for one in house["holidays"].each()), "holiday")
    _check_zone(house["timezone"])
    for _, hours in house["week"].entries():
        _check_hours(hours)
    _check_hours(house["ramadan"])
    _check_ceilings(house["grades"])
    if not any(grade["supervises"].is_set for grade in house["grades"].each()):
        house["grades"].warn("nobody_supervises")
    scene = Scene(names, languages)
    for home in (Home.EMERGENCY, Home.SILENCE, Home.HOLD):
        check_said(house[home.value], scene, home)
    check_unique(
        (item["id"] for home in (Home.EMERGENCY, Home.SILENCE, Home.HOLD) for item in house[home.value].each()),
        "phrase",
    )


def _check_zone(zone: Spot) -> None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if not zone.text or zone.steps in zone.source.faulty:
        return
    try:
        ZoneInfo(zone.text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone.report("unknown_zone", found=zone.text)


def _check_hours(hours: Spot) -> None:
    if not hours.text or hours.steps in hours.source.faulty:
        return
    opens, _, closes = hours.text.partition("-")
    if opens >= closes:
        hours.report("hours_reversed", found=hours.text)


def _check_ceilings(grades: Spot) -> None:
    highest = None
    for grade in grades.each():
        ceiling = money(grade["ceiling"])
        if ceiling is None:
            continue
        if highest is not None and ceiling.currency != highest.currency:
            grade["ceiling"]["currency"].report("other_currency", found=ceiling.currency, currency=highest.currency)
        elif highest is not None and ceiling.amount < highest.amount:
            grade["ceiling"].report("ceiling_falls", found=str(ceiling), before=str(highest))
        else:
            highest = ceiling


def check_bank(source: Source, languages: Iterable[Language], fields: frozenset[str] | None) -> None:
    """Report what is wrong with a bank; `fields` are those of all scripts, where all could be read."""
    bank = source.root
    check_texts(bank, languages)
    check_dates(bank)
    check_unique((phrase["id"] for phrase in bank["phrases"].each()), "phrase")
    for phrase in bank["phrases"].each():
        for leaf in leaves(phrase["text"]):
            # Before every script was read nobody knows which fields there are.
            known = fields if fields is not None else placeholders(leaf.text)
            check_placeholders(leaf, known, promise=True)
        for name, spot in phrase["when"].entries():
            if fields is not None and name not in fields:
                spot.report("unknown_field", key=True, near=fields, name=name)
