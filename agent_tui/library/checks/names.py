"""The names a file may use that stand in other files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from agent_tui.core.language import Language
from agent_tui.core.organisation import Organisation
from agent_tui.core.script import FieldType, Phrase


@dataclass(frozen=True, slots=True)
class Names:
    """What the rest of the library offers; without an organisation its names are not asked about.

    `broken` are phrases that are there and have errors of their own, `lost` banks that could not be read.
    """

    languages: tuple[Language, ...] = ()
    organisation: Organisation | None = None
    banks: Mapping[str, Phrase] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FieldNames:
    """What a condition may ask of a field: its type, and the ids of its choices."""

    type: FieldType
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What the sentences of one file may refer to."""

    names: Names
    languages: tuple[Language, ...]
    fields: Mapping[str, FieldNames] = field(default_factory=dict)
