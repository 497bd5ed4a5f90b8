"""Facts as plain JSON values and back, driven by the facts' own annotations."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, TypeAlias, Union, get_args, get_origin, get_type_hints

from agent_tui.core.events import content, interaction, promise, review, staff  # noqa: F401  they fill FACTS
from agent_tui.core.events.fact import FACTS, Fact, Personal, StreamType

Json: TypeAlias = Any
"""A value as json.loads gives it."""


class UnknownFactError(Exception):
    """An event of a kind this version does not know, or with data it cannot read."""


def encode(fact: Fact, personal: Callable[[Personal], Json]) -> dict[str, Json]:
    """A fact's data as JSON values; `personal` turns a personal value into its reference."""

    def plain(value: object) -> Json:
        match value:
            case Personal():
                return personal(value)
            case StrEnum():
                return value.value
            case tuple():
                return [plain(item) for item in value]
            case Mapping():
                return {str(key): plain(item) for key, item in value.items()}
        return value

    data = {}
    for name, default in _shape(fact.stream_type, fact.kind).defaults.items():
        value = getattr(fact, name)
        if value != default:
            data[name] = plain(value)
    return data


def decode(
    stream_type: StreamType, kind: str, data: Mapping[str, Json], personal: Callable[[Mapping[str, Json]], Personal]
) -> Fact:
    """The fact that `encode` wrote; `personal` finds a value by its reference. UnknownFactError where it cannot."""
    cls = FACTS.get((stream_type, kind))
    if cls is None:
        raise UnknownFactError(f"{stream_type} has no kind {kind!r}")
    hints = _shape(stream_type, kind).hints
    try:
        return cls(**{name: _typed(value, hints[name], personal) for name, value in data.items()})
    except (KeyError, TypeError, ValueError) as error:
        raise UnknownFactError(f"{stream_type} {kind}: {error}") from error


def personal_values(fact: Fact) -> tuple[Personal, ...]:
    """Every personal value a fact holds."""
    found: list[Personal] = []
    for item in fields(fact):  # type: ignore[arg-type]  # every fact is a dataclass
        value = getattr(fact, item.name)
        if isinstance(value, Personal):
            found.append(value)
        elif isinstance(value, Mapping):
            found.extend(slot for slot in value.values() if isinstance(slot, Personal))
    return tuple(found)


class _Shape(NamedTuple):
    hints: dict[str, Any]
    defaults: dict[str, object]


@cache
def _shape(stream_type: StreamType, kind: str) -> _Shape:
    cls = FACTS[stream_type, kind]
    defaults: dict[str, object] = {}
    for item in fields(cls):  # type: ignore[arg-type]  # every fact is a dataclass
        defaults[item.name] = item.default if item.default_factory is MISSING else item.default_factory()
    return _Shape(get_type_hints(cls), defaults)


def _typed(value: Json, hint: Any, personal: Callable[[Mapping[str, Json]], Personal]) -> Any:
    """A JSON value as its annotation wants it; a placeholder may be called `ref`, so only the annotation decides."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        if value is None and types.NoneType in inner:
            return None
        wanted = [one for one in inner if one is not types.NoneType and (one is Personal) is isinstance(value, Mapping)]
        hint = wanted[0] if wanted else inner[0]
        origin, inner = get_origin(hint), get_args(hint)
    if hint is Personal:
        return personal(_of(value, Mapping))
    if origin is tuple:
        return tuple(_typed(item, inner[0], personal) for item in _of(value, list))
    if origin is not None:
        return {key: _typed(item, inner[1], personal) for key, item in _of(value, Mapping).items()}
    if issubclass(hint, StrEnum):
        return hint(value)
    if isinstance(value, bool) is not (hint is bool):
        raise TypeError(f"{value!r} is no {hint.__name__}")
    return _of(value, hint)


def _of(value: Json, kind: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value
