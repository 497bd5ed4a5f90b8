"""The working calendar, by cases worked out by hand, and when promises fall due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

import pytest

from agent_tui.core import promise as ledger
from agent_tui.core.calendar import Hours, WorkingCalendar
from agent_tui.core.promise import PromiseStatus
from agent_tui.core.script import PromiseTerms
from agent_tui.core.vocabulary import Channel
from tests.core.world import RIYADH, SUNDAY_TO_THURSDAY, WORKDAY

FLAGS = frozenset({date(2026, 9, 23), date(2026, 11, 23), date(2026, 11, 24)})
RAMADAN = (date(2026, 2, 18), date(2026, 3, 19))


def in_ramadan(day: date) -> bool:
    return RAMADAN[0] <= day <= RAMADAN[1]


PLAIN = WorkingCalendar(RIYADH, SUNDAY_TO_THURSDAY)
HOLIDAYS = WorkingCalendar(RIYADH, SUNDAY_TO_THURSDAY, holidays=FLAGS)
FASTING = WorkingCalendar(RIYADH, SUNDAY_TO_THURSDAY, ramadan=Hours(time(10), time(14)), is_ramadan=in_ramadan)
SATURDAYS = WorkingCalendar(RIYADH, {**SUNDAY_TO_THURSDAY, 5: Hours(time(9), time(11))})
CLOSED = WorkingCalendar(RIYADH, {})


class Summer(tzinfo):
    """Two hours east of Greenwich, and three from 24 April 2026 00:00 to 30 October 2026 00:00 (as in Cairo)."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        return timedelta(hours=2) + self.dst(moment)

    def dst(self, moment: datetime | None) -> timedelta:
        assert moment is not None
        summer = datetime(2026, 4, 24) <= moment.replace(tzinfo=None) < datetime(2026, 10, 30)  # noqa: DTZ001
        return timedelta(hours=1 if summer else 0)

    def tzname(self, moment: datetime | None) -> str:
        return "Summer"


CAIRO = WorkingCalendar(Summer(), SUNDAY_TO_THURSDAY)


def stamp(text: str, zone: tzinfo = RIYADH) -> int:
    """UTC milliseconds of a local time such as "2026-11-19 15:00"."""
    return round(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp() * 1000)


def shown(calendar: WorkingCalendar, at: int) -> str:
    return calendar.local(at).strftime("%Y-%m-%d %H:%M")


# 2026-11-15 is a Sunday, 2026-11-19 a Thursday.
DAYS = [
    (PLAIN, "2026-11-19 15:00", 2, "2026-11-23 15:00"),  # Thursday at close: Sunday, Monday
    (PLAIN, "2026-11-19 09:00", 2, "2026-11-23 15:00"),  # the hour of the day does not matter
    (PLAIN, "2026-11-19 23:59", 1, "2026-11-22 15:00"),
    (PLAIN, "2026-11-20 12:00", 1, "2026-11-22 15:00"),  # made on a Friday: Sunday
    (PLAIN, "2026-11-21 00:00", 1, "2026-11-22 15:00"),
    (PLAIN, "2026-11-15 08:00", 1, "2026-11-16 15:00"),
    (PLAIN, "2026-11-15 08:00", 5, "2026-11-22 15:00"),  # a working week is a week
    (PLAIN, "2026-11-15 08:00", 10, "2026-11-29 15:00"),
    (PLAIN, "2026-12-31 10:00", 1, "2027-01-03 15:00"),
    (PLAIN, "2028-02-28 10:00", 1, "2028-02-29 15:00"),
    (PLAIN, "2026-11-19 14:59", 0, "2026-11-19 15:00"),
    (PLAIN, "2026-11-19 15:00", 0, "2026-11-22 15:00"),  # already closed: the next working day
    (PLAIN, "2026-11-20 10:00", 0, "2026-11-22 15:00"),
    (HOLIDAYS, "2026-11-19 15:00", 2, "2026-11-25 15:00"),  # Sunday, then two days off, Wednesday
    (HOLIDAYS, "2026-11-23 10:00", 1, "2026-11-25 15:00"),
    (HOLIDAYS, "2026-11-23 10:00", 0, "2026-11-25 15:00"),
    (SATURDAYS, "2026-11-19 15:00", 1, "2026-11-21 11:00"),  # a short Saturday is a working day
    (FASTING, "2026-02-17 12:00", 1, "2026-02-18 14:00"),  # the first day of Ramadan
    (FASTING, "2026-03-19 12:00", 1, "2026-03-22 15:00"),  # the last, and usual hours after it
    (CAIRO, "2026-10-29 15:00", 1, "2026-11-01 15:00"),  # over the end of summer time
]


@pytest.mark.parametrize(("calendar", "at", "days", "due"), DAYS)
def test_working_days_end_at_the_close_of_the_last(calendar: WorkingCalendar, at: str, days: int, due: str) -> None:
    assert shown(calendar, calendar.add_working_days(stamp(at, calendar.zone), days)) == due


TIMES = [
    (PLAIN, "2026-11-15 09:00", 120, "2026-11-15 11:00"),
    (PLAIN, "2026-11-15 07:00", 60, "2026-11-15 09:00"),  # before opening
    (PLAIN, "2026-11-15 14:00", 60, "2026-11-15 15:00"),  # to the minute of closing
    (PLAIN, "2026-11-15 14:00", 61, "2026-11-16 08:01"),
    (PLAIN, "2026-11-15 15:00", 30, "2026-11-16 08:30"),  # at closing the day is over
    (PLAIN, "2026-11-15 22:00", 30, "2026-11-16 08:30"),
    (PLAIN, "2026-11-19 14:30", 60, "2026-11-22 08:30"),  # over the weekend
    (PLAIN, "2026-11-20 11:00", 7 * 60, "2026-11-22 15:00"),  # a whole day
    (PLAIN, "2026-11-15 08:00", 14 * 60 + 1, "2026-11-17 08:01"),
    (HOLIDAYS, "2026-11-22 14:59", 2, "2026-11-25 08:01"),
    (SATURDAYS, "2026-11-19 14:30", 120, "2026-11-21 10:30"),
    (FASTING, "2026-02-18 08:30", 60, "2026-02-18 11:00"),  # opens at ten
    (FASTING, "2026-02-18 13:30", 60, "2026-02-19 10:30"),
    (FASTING, "2026-02-17 14:30", 60, "2026-02-18 10:30"),  # from usual hours into Ramadan's
    (FASTING, "2026-03-19 13:30", 60, "2026-03-22 08:30"),
    (CAIRO, "2026-04-23 14:00", 120, "2026-04-26 09:00"),  # into summer time
]


@pytest.mark.parametrize(("calendar", "at", "minutes", "due"), TIMES)
def test_working_time_runs_while_the_organisation_works(
    calendar: WorkingCalendar, at: str, minutes: int, due: str
) -> None:
    assert shown(calendar, calendar.add_working_time(stamp(at, calendar.zone), timedelta(minutes=minutes))) == due


def test_calendar_days_end_with_the_day() -> None:
    assert shown(PLAIN, PLAIN.add_days(stamp("2026-11-19 15:00"), 1)) == "2026-11-20 23:59"
    assert shown(PLAIN, PLAIN.add_days(stamp("2026-12-30 00:00"), 2)) == "2027-01-01 23:59"
    assert shown(CAIRO, CAIRO.add_days(stamp("2026-10-29 10:00", Summer()), 1)) == "2026-10-30 23:59"


def test_the_day_is_the_organisations_own_wherever_the_computer_stands() -> None:
    thursday_in_london = stamp("2026-11-18 22:30", UTC)  # half past one on Thursday in Riyadh
    assert shown(PLAIN, PLAIN.add_working_days(thursday_in_london, 1)) == "2026-11-22 15:00"
    assert PLAIN.local(thursday_in_london).date() == date(2026, 11, 19)


def test_summer_time_moves_the_close_in_greenwich_and_not_on_the_wall() -> None:
    winter, summer = (
        CAIRO.add_working_days(stamp(day, Summer()), 1) for day in ("2026-03-01 09:00", "2026-05-03 09:00")
    )
    assert [datetime.fromtimestamp(at / 1000, UTC).hour for at in (winter, summer)] == [13, 12]


def test_hours_of_a_day() -> None:
    assert WORKDAY.length == timedelta(hours=7)
    assert PLAIN.hours(date(2026, 11, 20)) is None
    assert HOLIDAYS.hours(date(2026, 9, 23)) is None
    assert FASTING.hours(date(2026, 2, 18)) == Hours(time(10), time(14))
    assert FASTING.hours(date(2026, 2, 20)) is None  # a Friday stays a Friday
    for closes in (time(8), time(7)):
        with pytest.raises(ValueError, match="close after they open"):
            Hours(time(8), closes)


def test_an_organisation_that_never_works_promises_no_working_day() -> None:
    at = stamp("2026-11-19 15:00")
    with pytest.raises(ValueError, match="no working day"):
        CLOSED.add_working_days(at, 1)
    with pytest.raises(ValueError, match="no working day"):
        CLOSED.add_working_time(at, timedelta(hours=1))
    assert shown(CLOSED, CLOSED.add_days(at, 1)) == "2026-11-20 23:59"


def terms(**length: int | bool) -> PromiseTerms:
    return PromiseTerms("agent", Channel.PHONE, **length)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("length", "due"),
    [
        ({"days": 2}, "2026-11-23 15:00"),
        ({"days": 2, "working": False}, "2026-11-21 23:59"),
        ({"hours": 3}, "2026-11-22 11:00"),
        ({"hours": 3, "working": False}, "2026-11-19 18:00"),
        ({"minutes": 45}, "2026-11-22 08:45"),
        ({"minutes": 45, "working": False}, "2026-11-19 15:45"),
        ({"minutes": 15, "working": False}, "2026-11-19 15:15"),
    ],
)
def test_a_promise_made_on_thursday_at_closing_is_due(length: dict[str, int | bool], due: str) -> None:
    assert shown(PLAIN, ledger.due(terms(**length), PLAIN, stamp("2026-11-19 15:00"))) == due


@pytest.mark.parametrize("length", [{}, {"days": 0}, {"hours": -1}, {"days": 1, "hours": 1}, {"minutes": 1, "days": 1}])
def test_a_promise_has_one_length_of_time_above_nothing(length: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="one of days, hours or minutes"):
        ledger.due(terms(**length), PLAIN, 0)


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ("2026-11-22 23:59", PromiseStatus.OPEN),
        ("2026-11-23 00:00", PromiseStatus.DUE),
        ("2026-11-23 15:00", PromiseStatus.DUE),
        ("2026-11-23 15:01", PromiseStatus.OVERDUE),
        ("2026-11-24 08:00", PromiseStatus.OVERDUE),
    ],
)
def test_an_open_promise_is_due_on_its_day_and_overdue_after_its_moment(now: str, status: PromiseStatus) -> None:
    assert ledger.seen_from(stamp("2026-11-23 15:00"), stamp(now), PLAIN) is status
