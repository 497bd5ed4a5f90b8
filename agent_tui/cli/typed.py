"""What may be typed on the command line beside plain words: days, counts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypeAlias

import click

from agent_tui.cli.page import filled
from agent_tui.core.calendar import WorkingCalendar
from agent_tui.core.fields import FieldError, parse
from agent_tui.core.figures import ascii_digits
from agent_tui.core.script import Field, FieldType
from agent_tui.locale import _

Day: TypeAlias = date | timedelta
"""A day, or how long ago it was: what is today depends on where the organisation is."""

WORDS = {"today": 0, "yesterday": 1, "اليوم": 0, "أمس": 1}


class DayType(click.ParamType[Day]):
    """A day: 2026-11-03, 3/11/2026, today or yesterday."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Day:
        """The day that was typed."""
        typed = str(value)
        if typed.strip().casefold() in WORDS:
            return timedelta(days=WORDS[typed.strip().casefold()])
        try:
            return date.fromisoformat(parse(Field("day", {}, FieldType.DATE), typed))
        except FieldError:
            self.fail(
                filled(_("“{typed}” is not a day. Type 2026-11-03, 3/11/2026 or today."), typed=typed), param, ctx
            )


class CountType(click.ParamType[int]):
    """How many, from 0."""

    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that was typed."""
        typed = ascii_digits(str(value)).strip()
        if not (typed.isascii() and typed.isdecimal() and len(typed) < 10):
            self.fail(filled(_("“{typed}” is not a number. Type figures only, such as 50."), typed=value), param, ctx)
        return int(typed)


def begins(day: Day, calendar: WorkingCalendar, now: int, *, after: bool = False) -> int:
    """When a day begins where the organisation is, or the day after it (UTC milliseconds)."""
    meant = calendar.local(now).date() - day if isinstance(day, timedelta) else day
    try:
        midnight = datetime.combine(meant + timedelta(days=int(after)), time.min, calendar.zone)
        return round(midnight.timestamp() * 1000)
    except (OverflowError, ValueError) as error:
        raise click.UsageError(filled(_("“{typed}” is too far off."), typed=meant)) from error
