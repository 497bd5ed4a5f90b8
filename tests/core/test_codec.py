"""Every kind of fact goes to JSON and comes back as it was; what cannot be read is said to be unreadable."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.codec import Json, UnknownFactError, decode, encode, personal_values
from agent_tui.core.events.fact import FACTS, Fact, Personal, StreamType
from agent_tui.core.language import Gender, Language
from agent_tui.core.vocabulary import Home, Mood
from tests.core.world import Desk

NAMES = st.sampled_from(["ref", "customer", "request_no", ""]) | st.text(max_size=6)
REFERENCES = st.integers(1, 10**9).map(str)
PERSONAL = st.builds(Personal, REFERENCES, st.none() | st.text(max_size=8))
st.register_type_strategy(Personal, PERSONAL)


def through_json(fact: Fact) -> Fact:
    kept: dict[str, Personal] = {}

    def aside(value: Personal) -> Json:
        key = str(len(kept))
        kept[key] = value
        return {"ref": key}

    data = json.loads(json.dumps(encode(fact, aside)))
    return decode(fact.stream_type, fact.kind, data, lambda reference: kept[reference["ref"]])


def unread(reference: object) -> Personal:
    raise AssertionError(reference)


@pytest.mark.parametrize(("stream", "kind"), FACTS, ids=lambda one: str(one))
def test_every_fact_comes_back_as_it_was(stream: StreamType, kind: str) -> None:
    @given(st.builds(FACTS[stream, kind]))
    def comes_back(fact: Fact) -> None:
        assert through_json(fact) == fact
        assert (type(fact).stream_type, type(fact).kind) == (stream, kind)

    comes_back()


@given(st.dictionaries(NAMES, PERSONAL | NAMES, max_size=3))
def test_a_placeholder_may_have_any_name(slots: dict[str, Personal | str]) -> None:
    said = facts.Said("m1", "p", "h", Language.ARABIC, Gender.FEMALE, Home.SOLVE, slots)
    assert through_json(said) == said
    assert personal_values(said) == tuple(slot for slot in slots.values() if isinstance(slot, Personal))


def test_what_is_as_usual_is_left_out_of_the_json() -> None:
    assert encode(facts.MoodNoted(Mood.ANGRY), unread) == {"mood": "angry"}
    assert encode(facts.Redirected("x"), unread) == {"to": "x"}
    assert encode(facts.SatisfactionAnswered(None), unread) == {"score": None}


def test_a_whole_contact_comes_back(desk: Desk) -> None:
    call = desk.at_solve()
    call.identify(name="Huda", phone="0501234567")
    call.offer("expedite")
    call.accept("expedite")
    desk.finish(call)
    assert [through_json(event.fact) for event in desk.events] == [event.fact for event in desk.events]


UNREADABLE: list[tuple[str, dict[str, Any]]] = [
    ("mood_noted", {}),
    ("mood_noted", {"mood": "furious"}),
    ("mood_noted", {"mood": None}),
    ("mood_noted", {"mood": "calm", "colour": "red"}),
    ("held", {"since": 1}),
    ("matter_opened", {"matter": 1, "script": "s", "version": 1, "script_hash": "h", "enquiry": True}),
    ("matter_opened", {"matter": "m", "script": "s", "version": "1", "script_hash": "h", "enquiry": True}),
    ("matter_opened", {"matter": "m", "script": "s", "version": True, "script_hash": "h", "enquiry": True}),
    ("matter_opened", {"matter": "m", "script": "s", "version": 1, "script_hash": "h", "enquiry": "yes"}),
    (
        "matter_opened",
        {"matter": "m", "script": "s", "version": 1, "script_hash": "h", "enquiry": True, "required": "a"},
    ),
    ("stage_entered", {"stage": "solve", "matter": "m", "how": "next", "passed": ["thank"]}),
    ("stage_entered", {"stage": "solve", "matter": "m", "how": "next", "passed": {"thank": 1}}),
    ("field_captured", {"matter": "m", "field": "f", "value": ["x"]}),
    ("field_captured", {"matter": "m", "field": "f", "value": None}),
    ("noted", {"text": "bare words"}),
    ("satisfaction_answered", {"score": "5"}),
    ("satisfaction_answered", {"score": 4.5}),
]


@pytest.mark.parametrize(("kind", "data"), UNREADABLE)
def test_what_cannot_be_read_is_not_guessed(kind: str, data: dict[str, Any]) -> None:
    with pytest.raises(UnknownFactError):
        decode(StreamType.INTERACTION, kind, data, unread)


@pytest.mark.parametrize("kind", ["", "telepathy", "kept"])
def test_an_unknown_kind_is_said_to_be_unknown(kind: str) -> None:
    with pytest.raises(UnknownFactError):
        decode(StreamType.INTERACTION, kind, {}, unread)


def test_the_same_name_in_two_streams_is_two_kinds() -> None:
    assert FACTS[StreamType.INTERACTION, "closed"] is not FACTS[StreamType.REVIEW, "closed"]
