"""Rows and events as plain records for other programs: one meaning for JSON and CSV, times in ISO 8601 UTC."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from agent_tui.core.events.codec import encode
from agent_tui.core.events.fact import Event
from agent_tui.journal import Filter, InteractionRow, Journal, Person, Place, PromiseRow

Record: TypeAlias = dict[str, Any]
NameOf: TypeAlias = Callable[[str], str]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CHUNK = 500
"""So many rows are held at a time."""


def iso(at: int | None) -> str | None:
    """UTC milliseconds as ISO 8601."""
    if at is None:
        return None
    moment = EPOCH + timedelta(milliseconds=at)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"


def event_record(event: Event) -> Record:
    """An event with its personal values in place, null for those that were erased."""
    return {
        "id": event.id,
        "stream": event.stream,
        "seq": event.seq,
        "at": iso(event.at),
        "elapsed": event.elapsed,
        "run": event.run,
        "by": event.by,
        "kind": event.kind,
        "data": encode(event.fact, lambda personal: personal.value),
    }


def interaction_record(row: InteractionRow, name_of: NameOf) -> Record:
    """An interaction, without what was said in it."""
    return {
        "id": row.id,
        "opened_at": iso(row.opened_at),
        "last_at": iso(row.last_at),
        "closed_at": iso(row.closed_at),
        "status": row.status.value,
        "mode": row.mode.value,
        "channel": row.channel.value,
        "language": row.language.value,
        "outbound": row.outbound,
        "agent": row.agent,
        "agent_name": name_of(row.agent),
        "grade": row.grade,
        "scripts": list(row.scripts),
        "stage": row.stage.value,
        "outcome": row.outcome,
        "mood": row.mood.value,
        "peak": row.peak.value,
        "urgent": row.urgent,
        "emergency": row.emergency,
        "dropped": row.dropped,
        "abuse": row.abuse,
        "silent": row.silent,
        "callback_due": iso(row.callback_due),
        "satisfaction": row.csat,
        "thanks": row.thanks,
        "customer": row.customer,
        "phone": row.phone,
    }


def promise_record(row: PromiseRow) -> Record:
    """A promise as it stands."""
    return {
        "id": row.id,
        "interaction": row.interaction,
        "matter": row.matter,
        "title": dict(row.title),
        "owner": row.owner,
        "due": iso(row.due),
        "channel": row.channel.value,
        "option": row.option,
        "status": row.status.value,
        "made_by": row.made_by,
        "made_at": iso(row.made_at),
        "settled_by": row.settled_by,
        "settled_at": iso(row.settled_at),
    }


def person_record(person: Person) -> Record:
    """A member of staff."""
    return {
        "id": person.id,
        "name": person.name,
        "language": person.language,
        "grade": person.grade,
        "roles": list(person.roles),
        "active": person.active,
    }


def interactions(journal: Journal, wanted: Filter, limit: int = 0) -> Iterator[InteractionRow]:
    """The interactions that fit, newest first, a few at a time; all of them without a limit."""
    place: Place | None = None
    left = limit
    while not limit or left:
        page = journal.interactions(wanted, after=place, limit=min(left, CHUNK) if limit else CHUNK)
        if not page:
            return
        yield from page
        left -= len(page)
        place = Place.after(page[-1])


def as_json(record: object, *, indent: int | None = None) -> str:
    """A record as JSON, in the letters it was written in."""
    # Half a surrogate pair cannot be encoded; as an escape it can.
    text = json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def json_list(records: Iterator[Record]) -> Iterator[str]:
    """A JSON list, written as it comes."""
    begun = False
    for record in records:
        yield f",\n{as_json(record)}" if begun else f"[{as_json(record)}"
        begun = True
    yield "]\n" if begun else "[]\n"
