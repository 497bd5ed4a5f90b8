"""The organisation from the values of library.yaml."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

from agent_tui.core.calendar import Hours, WorkingCalendar
from agent_tui.core.language import Language
from agent_tui.core.organisation import Department, Digits, Grade, Organisation, Policy, Standards
from agent_tui.core.vocabulary import Home
from agent_tui.library.building.basics import Data, money, text
from agent_tui.library.building.phrase import Phrasebook, said
from agent_tui.library.checks.house import HOUSE
from agent_tui.library.shapes.house import WEEK

RAMADAN = 9
USUAL_DIGITS = {Language.ARABIC: Digits.ARABIC, Language.ENGLISH: Digits.LATIN}


def is_ramadan(day: date) -> bool:
    """Whether a date falls in Ramadan by the Umm al-Qura calendar; never outside the years that calendar covers."""
    from hijridate import Gregorian

    try:
        return bool(Gregorian.fromdate(day).to_hijri().month == RAMADAN)
    except OverflowError:
        return False


def organisation(data: Data, book: Phrasebook) -> Organisation:
    """The organisation every script belongs to."""
    digits = data.get("digits", {})
    shared = {home: said(data.get(home), HOUSE, home, book) for home in (Home.EMERGENCY, Home.SILENCE, Home.HOLD)}
    return Organisation(
        name=text(data["name"]),
        customer_word=text(data["customer_word"]),
        languages=tuple(Language(language) for language in data["languages"]),
        calendar=_calendar(data),
        grades=tuple(
            Grade(one["id"], text(one["title"]), money(one.get("ceiling")), one.get("supervises", False))
            for one in data["grades"]
        ),
        departments=tuple(Department(one["id"], text(one["title"])) for one in data.get("departments", ())),
        policies=tuple(Policy(one["id"], text(one["title"]), text(one["text"])) for one in data.get("policies", ())),
        standards=Standards(**data.get("standards", {})),
        digits={language: Digits(digits.get(language, USUAL_DIGITS[language])) for language in Language},
        currency=data.get("currency", "SAR"),
        emergency=shared[Home.EMERGENCY],
        silence=shared[Home.SILENCE],
        hold=shared[Home.HOLD],
    )


def _calendar(data: Data) -> WorkingCalendar:
    return WorkingCalendar(
        zone=ZoneInfo(data["timezone"]),
        week={WEEK.index(name): _hours(hours) for name, hours in data["week"].items()},
        holidays=frozenset(date.fromisoformat(one["date"]) for one in data.get("holidays", ())),
        ramadan=_hours(data["ramadan"]) if "ramadan" in data else None,
        is_ramadan=is_ramadan,
    )


def _hours(written: str) -> Hours:
    opens, _, closes = written.partition("-")
    return Hours(time.fromisoformat(opens), time.fromisoformat(closes))
