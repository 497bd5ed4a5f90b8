"""Closing what a stopped program left open and nobody came back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event
from agent_tui.journal import InteractionStatus, WrongSequence, new_id

if TYPE_CHECKING:
    from agent_tui.desk.desk import Desk

HOUR_MS = 3_600_000


def close_abandoned(desk: Desk) -> int:
    """Record as abandoned what stood still for the hours set in library.yaml; returns how many there were.

    A dropped line is no abandoned interaction: it waits for its callback.
    """
    now, hours, closed = desk.clock(), desk.library.organisation.standards.abandon_hours, 0
    for row in desk.journal.unfinished(desk.mode, now.at, run=desk.run):
        if row.status is not InteractionStatus.OPEN or now.at - row.last_at < hours * HOUR_MS:
            continue
        fact = facts.AbandonedBySystem(hours)
        event = Event(new_id(), row.stream, row.seq + 1, now.at, now.elapsed, desk.run, desk.me.id, fact)
        try:
            desk.journal.append([event], {})
        except WrongSequence:  # somebody came back to it a moment ago
            continue
        closed += 1
    return closed
