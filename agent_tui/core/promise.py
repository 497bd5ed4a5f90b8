"""When a promise falls due, and how it stands."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent_tui.core.calendar import WorkingCalendar
    from agent_tui.core.script import PromiseTerms


class PromiseStatus(StrEnum):
    """How a promise stands; due and overdue are open ones seen from the clock."""

    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    KEPT = "kept"
    BROKEN = "broken"
    RELEASED = "released"


def due(terms: PromiseTerms, calendar: WorkingCalendar, at: int) -> int:
    """The moment by which a promise made at `at` must be kept (both UTC milliseconds).

    ValueError unless exactly one length of time is given and is above zero.
    """
    given = [length for length in (terms.days, terms.hours, terms.minutes) if length is not None]
    if len(given) != 1 or given[0] <= 0:
        raise ValueError("a promise needs one of days, hours or minutes, above zero")
    if terms.days is not None:
        return calendar.add_working_days(at, terms.days) if terms.working else calendar.add_days(at, terms.days)
    length = timedelta(hours=terms.hours or 0, minutes=terms.minutes or 0)
    if terms.working:
        return calendar.add_working_time(at, length)
    return at + round(length.total_seconds() * 1000)


def seen_from(due_at: int, now: int, calendar: WorkingCalendar) -> PromiseStatus:
    """How an open promise stands now: due on its day, overdue after its moment."""
    if now > due_at:
        return PromiseStatus.OVERDUE
    if calendar.local(now).date() == calendar.local(due_at).date():
        return PromiseStatus.DUE
    return PromiseStatus.OPEN
