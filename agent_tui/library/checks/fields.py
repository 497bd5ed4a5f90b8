"""Fields: each has what its type needs and nothing else, and a pattern that can be run."""

from __future__ import annotations

from collections.abc import Iterable

from agent_tui.core.script import FieldType
from agent_tui.core.wording import PROMISE_PLACEHOLDERS
from agent_tui.library.checks.names import FieldNames
from agent_tui.library.checks.patterns import check_pattern
from agent_tui.library.checks.texts import ALWAYS
from agent_tui.library.source import Spot

TYPES = frozenset(kind.value for kind in FieldType)


def check_unique(ids: Iterable[Spot], what: str) -> None:
    """Report ids that stand more than once."""
    seen: dict[str, Spot] = {}
    for spot in ids:
        if not spot.text:
            continue
        if spot.text in seen:
            spot.report("duplicate_id", id=spot.text, what=what, line=seen[spot.text].line)
        else:
            seen[spot.text] = spot


def check_fields(fields: Spot) -> dict[str, FieldNames]:
    """Report what is wrong with the fields, and answer what conditions may ask of them."""
    check_unique((field["id"] for field in fields.each()), "field")
    known: dict[str, FieldNames] = {}
    for field in fields.each():
        kind = field["type"].text
        if field["id"].text in PROMISE_PLACEHOLDERS.union(ALWAYS):
            field["id"].report("reserved_id", id=field["id"].text)
        _check_type(field, kind)
        if field["pattern"].text:
            check_pattern(field["pattern"])
        if kind in TYPES and field["id"].text:
            choices = tuple(choice["id"].text for choice in field["choices"].each())
            known.setdefault(field["id"].text, FieldNames(FieldType(kind), choices))
    return known


def _check_type(field: Spot, kind: str) -> None:
    check_unique((choice["id"] for choice in field["choices"].each()), "choice")
    if kind not in TYPES:
        return
    if kind == FieldType.CHOICE and "choices" not in field.value:
        field.report("choices_missing")
    for key, kinds in (
        ("choices", {FieldType.CHOICE}),
        ("currency", {FieldType.MONEY}),
        ("pattern", {FieldType.TEXT, FieldType.NUMBER, FieldType.PHONE}),
    ):
        if key in field.value and kind not in kinds:
            field[key].report("not_for_type", key=True, name=key, type=kind, types=", ".join(sorted(kinds)))
