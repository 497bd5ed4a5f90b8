"""Whether a file has the form the schema defines; the schema's errors become problems at their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent_tui.library.problem import Steps
from agent_tui.library.shapes import Shape, schema, validator
from agent_tui.library.shapes.formats import BY_PATTERN
from agent_tui.library.source import Source
from agent_tui.library.values import as_kept

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

KINDS: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "text"),
    (list, "list"),
    (dict, "mapping"),
)


def kind_of(value: object) -> str:
    """The kind of a value, as messages name it."""
    return next((name for kind, name in KINDS if isinstance(value, kind)), "nothing")


def check_form(source: Source, shape: Shape) -> None:
    """Report everything in which a file differs from its schema."""
    # Where the reader could not tell what was meant, nothing more is said about it.
    unread = frozenset(source.faulty)
    for error in validator(shape).iter_errors(source.data):
        steps: Steps = tuple(error.instance_path)
        if steps in unread:
            continue
        if error.kind.name == "additionalProperties":
            _report_unknown(source, steps, list(_parent(shape, error)["properties"]), error)
        else:
            code, params = _told(shape, error)
            source.report(steps, code, **params)


def _report_unknown(source: Source, steps: Steps, known: list[str], error: ValidationError) -> None:
    for key in error.kind.as_dict()["unexpected"]:
        source.report((*steps, key), "unknown_key", key=True, near=known, name=key)


def _told(shape: Shape, error: ValidationError) -> tuple[str, dict[str, Any]]:
    """An error of the schema as a problem's code and parameters."""
    value, name, told = error.instance, error.kind.name, error.kind.as_dict()
    match name:
        case "required":
            return "missing_key", {"name": told["property"]}
        case "type" if "string" in told["types"] and isinstance(value, bool | int | float):
            return "quote_it", {"found": as_kept(value), "found_kind": kind_of(value)}
        case "type":
            return "wrong_type", {"expected": _expected(told["types"]), "found_kind": kind_of(value)}
        case "enum":
            options = [str(option) for option in told["options"]]
            return "not_in_list", {"found": str(value), "near": options}
        case "pattern":
            return "bad_format", {"format": BY_PATTERN[told["pattern"]], "found": str(value)}
        case "minLength" | "minItems" | "minProperties":
            return "blank", {}
        case "maxLength" | "maxItems":
            return "too_long", {"limit": told["limit"]}
        case "minimum" | "maximum":
            parent = _parent(shape, error)
            return "out_of_range", {"found": value, "least": parent["minimum"], "most": parent["maximum"]}
        case "uniqueItems":
            return "repeated", {}
    return "wrong_form", {"keyword": name}


def _expected(types: list[str]) -> str:
    for name, kind in (("string", "text"), ("array", "list"), ("object", "mapping")):
        if name in types:
            return "text_or_forms" if kind == "text" and "object" in types else kind
    return types[0]


def _parent(shape: Shape, error: ValidationError) -> dict[str, Any]:
    at: Any = schema(shape)
    for step in error.schema_path[:-1]:
        at = at[step]
    return dict(at)
