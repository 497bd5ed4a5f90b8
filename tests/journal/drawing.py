"""Facts at random, of every kind on the closed list, from the facts' own annotations."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from hashlib import sha256
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from agent_tui.core.events import codec  # noqa: F401  it fills FACTS
from agent_tui.core.events.fact import FACTS, Fact, Personal, StreamType

COMMON = ("m1", "m2", "p1", "p2", "x1", "agent", "0501234567", "+966 50 123 4567", "٤٥٢١", "هدى", "")
WORDS = st.sampled_from(COMMON) | st.text(max_size=12)
NUMBERS = st.integers(min_value=1 - 2**53, max_value=2**53 - 1)  # what RFC 8785 can write


def personal(value: str) -> Personal:
    """A value under a reference of its own, so that no reference stands for two."""
    return Personal("r" + sha256(value.encode()).hexdigest()[:12], value)


def values(hint: Any) -> st.SearchStrategy[Any]:
    """What a field so annotated may hold."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(*(values(one) for one in inner))
    if origin is tuple:
        return st.lists(values(inner[0]), max_size=3).map(tuple)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(values(inner[0]), values(inner[1]), max_size=3)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        Personal: WORDS.map(personal),
        str: WORDS,
        bool: st.booleans(),
        int: NUMBERS,
        types.NoneType: st.none(),
    }
    if hint in simple:
        return simple[hint]
    assert issubclass(hint, StrEnum), hint
    return st.sampled_from(list(hint))


def of_kind(cls: type[Fact]) -> st.SearchStrategy[Fact]:
    """Any fact of one kind."""
    hints = get_type_hints(cls)
    names = [item.name for item in fields(cls)]  # type: ignore[arg-type]  # every fact is a dataclass
    return st.fixed_dictionaries({name: values(hints[name]) for name in names}).map(lambda held: cls(**held))


def of_stream(stream_type: StreamType) -> st.SearchStrategy[Fact]:
    """Any fact of one type of stream."""
    return st.one_of(*(of_kind(cls) for (kind, _), cls in FACTS.items() if kind is stream_type))


def told() -> st.SearchStrategy[list[tuple[str, Fact]]]:
    """Facts in any order over a few streams of every type."""
    streams = [(kind, f"{kind}:{name}") for kind in StreamType for name in ("x1", "p1", "p2")]
    one = st.sampled_from(streams).flatmap(lambda s: of_stream(s[0]).map(lambda fact: (s[1], fact)))
    return st.lists(one, max_size=40)
