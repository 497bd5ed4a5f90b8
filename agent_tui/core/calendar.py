"""The working calendar: when the organisation works, and when "within two working days" ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

HORIZON = timedelta(days=366)


def _never(_day: date) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of one working day, opening included and closing not."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        """ValueError for hours that do not close after they open."""
        if self.closes <= self.opens:
            raise ValueError(f"hours must close after they open, not {self.opens} to {self.closes}")

    @property
    def length(self) -> timedelta:
        """From opening to closing."""
        return _on(date.min, self.closes) - _on(date.min, self.opens)


def _on(day: date, at: time) -> datetime:
    return datetime.combine(day, at)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """A working week by weekday (Monday is 0), holidays, and other hours in Ramadan.

    `is_ramadan` tells of a date whether it falls in Ramadan (Umm al-Qura); it is asked only where
    `ramadan` hours are set.
    """

    zone: tzinfo
    week: Mapping[int, Hours]
    holidays: frozenset[date] = frozenset()
    ramadan: Hours | None = None
    is_ramadan: Callable[[date], bool] = field(default=_never, compare=False)

    def hours(self, day: date) -> Hours | None:
        """The day's working hours; none on weekends and holidays."""
        usual = self.week.get(day.weekday())
        if usual is None or day in self.holidays:
            return None
        if self.ramadan is not None and self.is_ramadan(day):
            return self.ramadan
        return usual

    def local(self, at: int) -> datetime:
        """UTC milliseconds as the organisation's own date and time."""
        return datetime.fromtimestamp(at / 1000, self.zone)

    def add_working_days(self, at: int, days: int) -> int:
        """The close of the n-th working day after the day of a moment (UTC milliseconds).

        The day itself is not counted, as people count; 0 is the close of the same day, or of the next
        working day where that has passed.
        """
        if days == 0:
            day = self._working_start(self.local(at)).date()
        else:
            day = self.local(at).date()
            for _ in range(days):
                day = self._next_working_day(day)
        return self._stamp(day, self._hours_on(day).closes)

    def add_days(self, at: int, days: int) -> int:
        """The last minute of the n-th calendar day after the day of a moment (UTC milliseconds)."""
        return self._stamp(self.local(at).date() + timedelta(days=days), time(23, 59))

    def add_working_time(self, at: int, length: timedelta) -> int:
        """The moment at which so much working time has passed (UTC milliseconds)."""
        start = self._working_start(self.local(at))
        day, left, begin = start.date(), length, start.time()
        while True:
            hours = self._hours_on(day)
            rest = _on(day, hours.closes) - _on(day, begin)
            if left <= rest:
                end = _on(day, begin) + left
                return self._stamp(day, end.time())
            left -= rest
            day = self._next_working_day(day)
            begin = self._hours_on(day).opens

    def _working_start(self, moment: datetime) -> datetime:
        day = moment.date()
        hours = self.hours(day)
        if hours is not None and moment.time() < hours.closes:
            begin = max(moment.time(), hours.opens)
            return _on(day, begin)
        day = self._next_working_day(day)
        return _on(day, self._hours_on(day).opens)

    def _next_working_day(self, day: date) -> date:
        limit = day + HORIZON
        while day < limit:
            day += timedelta(days=1)
            if self.hours(day) is not None:
                return day
        raise ValueError("the working calendar has no working day within a year")

    def _hours_on(self, day: date) -> Hours:
        hours = self.hours(day)
        if hours is None:
            raise ValueError(f"{day} is not a working day")
        return hours

    def _stamp(self, day: date, at: time) -> int:
        return round(datetime.combine(day, at, self.zone).timestamp() * 1000)
