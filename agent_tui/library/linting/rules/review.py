"""Review dates: what is told to customers is read again by its owner in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from agent_tui.library.linting.material import Material
from agent_tui.library.linting.remark import Remark, about
from agent_tui.library.source import Spot


def review(material: Material) -> Iterator[Remark]:
    """Report what should have been reviewed by now, and facts nobody will be asked about."""
    for said in material.said:
        yield from _overdue(said.spot["review_by"], material.today)
    for script in material.scripts:
        for fact in script["facts"].each():
            if fact["review_by"]:
                yield from _overdue(fact["review_by"], material.today)
            else:
                yield about(fact, "review_missing")


def _overdue(spot: Spot, today: date) -> Iterator[Remark]:
    try:
        due = date.fromisoformat(spot.text)
    except ValueError:  # loading tells of it
        return
    if due < today:
        yield about(spot, "review_overdue", params={"found": spot.text})
