"""Conditions (`when:`): they ask about fields there are, and about values these can have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from agent_tui.core.script import Condition, FieldType
from agent_tui.library.checks.names import FieldNames
from agent_tui.library.source import Spot
from agent_tui.library.values import as_kept

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TRUTHS = ("true", "false")


def condition(data: Mapping[str, object]) -> Condition:
    """A `when:` as the domain keeps it, values sorted so that their order changes no hash."""
    return {
        name: tuple(sorted({as_kept(one) for one in (value if isinstance(value, list) else [value])}))
        for name, value in data.items()
    }


def joined(one: Condition, other: Condition) -> Condition:
    """Both conditions together; a field both ask about keeps the values both allow."""
    together = dict(one)
    for name, values in other.items():
        held = together.get(name)
        together[name] = values if held is None else tuple(value for value in held if value in values)
    return together


def check_condition(when: Spot, fields: Mapping[str, FieldNames]) -> None:
    """Report fields there are not, and values a field cannot have."""
    for name, spot in when.entries():
        known = fields.get(name)
        if known is None:
            spot.report("unknown_field", key=True, near=fields, name=name)
            continue
        for one in list(spot.each()) or [spot]:
            if isinstance(one.value, str | bool | int | float):
                _check_value(one, as_kept(one.value), name, known)


def _check_value(spot: Spot, value: str, name: str, field: FieldNames) -> None:
    if not can_be(value, field):
        allowed = field.choices if field.type is FieldType.CHOICE else TRUTHS if field.type is FieldType.BOOL else ()
        spot.report(
            "never_such_value",
            field=name,
            type=field.type.value,
            found=value,
            near=allowed,
        )


def can_be(value: str, field: FieldNames) -> bool:
    """Whether a field can ever hold a value."""
    match field.type:
        case FieldType.CHOICE:
            return value in field.choices
        case FieldType.BOOL:
            return value in TRUTHS
        case FieldType.NUMBER | FieldType.MONEY:
            try:
                return Decimal(value).is_finite()
            except InvalidOperation:
                return False
        case FieldType.DATE:
            return ISO_DATE.fullmatch(value) is not None
        case _:
            return bool(value)
