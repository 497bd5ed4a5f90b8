"""An event as the text of a journal row, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from agent_tui.core.events.codec import Json, UnknownFactError, decode, encode
from agent_tui.core.events.fact import Event, Personal, StreamType
from agent_tui.journal.errors import NotWritable, UnknownEvent

FORMAT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
"""The canonical form (RFC 8785, as far as texts, whole numbers and our ASCII keys go)."""


def stream_type(stream: str) -> StreamType:
    """What a stream is about; ValueError where its name does not begin with a type."""
    return StreamType(stream.partition(":")[0])


def stream_id(stream: str) -> str:
    """The id within a stream's name."""
    return stream.partition(":")[2]


def body_of(event: Event, personal: Callable[[Personal], Json]) -> str:
    """The text of an event; `personal` files a value and gives what stands in its place. NotWritable on a misfit."""
    kind, _, of = event.stream.partition(":")
    if kind != event.fact.stream_type or not of or not event.id:
        raise NotWritable(f"event {event.id!r} of {event.stream!r} cannot be {event.kind}", event=event.id)
    return FORMAT.encode(
        {
            "at": event.at,
            "by": event.by,
            "data": encode(event.fact, personal),
            "elapsed": event.elapsed,
            "id": event.id,
            "kind": event.kind,
            "run": event.run,
            "seq": event.seq,
            "stream": event.stream,
        }
    )


def event_of(body: str, personal: Callable[[Mapping[str, Json]], Personal]) -> Event:
    """The event a row holds; UnknownEvent where a newer version wrote it."""
    held = json.loads(body)
    try:
        fact = decode(stream_type(held["stream"]), held["kind"], held["data"], personal)
    except (UnknownFactError, ValueError) as error:
        raise UnknownEvent(
            f"event {held['id']} ({held['stream']} {held['kind']}): {error}; update this program",
            event=held["id"],
            kind=held["kind"],
        ) from error
    return Event(
        id=held["id"],
        stream=held["stream"],
        seq=held["seq"],
        at=held["at"],
        elapsed=held["elapsed"],
        run=held["run"],
        by=held["by"],
        fact=fact,
    )
