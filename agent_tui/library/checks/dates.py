"""Dates: every one of them is in the calendar."""

from __future__ import annotations

import re
from datetime import date

from agent_tui.library.source import Spot

WRITTEN = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
KEYS = frozenset({"review_by", "date"})


def check_dates(spot: Spot) -> None:
    """Report dates such as 30 February."""
    for key, held in spot.entries():
        if key in KEYS and WRITTEN.fullmatch(held.text):
            try:
                date.fromisoformat(held.text)
            except ValueError:
                held.report("no_such_date", found=held.text)
        else:
            check_dates(held)
    for member in spot.each():
        check_dates(member)
