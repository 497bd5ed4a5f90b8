"""The one definition of every file: JSON Schema (draft 2020-12), for the checks here and for editors alike."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Shape(StrEnum):
    """The kinds of file a library is made of."""

    SCRIPT = "script"
    BANK = "bank"
    LIBRARY = "library"
    APPROVALS = "approvals"


def schema(shape: Shape | None = None) -> dict[str, Any]:
    """The JSON Schema of one kind of file, or one that tells the kind by the keys it finds.

    For editors: `# yaml-language-server: $schema=library.schema.json` as the first line of a file.
    """
    head = {"$schema": DIALECT, "title": "agent-tui" if shape is None else f"agent-tui: {shape}"}
    definitions = _definitions()
    if shape is not None:
        return {**head, "$ref": f"#/$defs/{shape}", "$defs": definitions}
    told_apart: dict[str, Any] = {"$ref": f"#/$defs/{Shape.SCRIPT}"}
    for other, key in ((Shape.APPROVALS, "approvals"), (Shape.BANK, "phrases"), (Shape.LIBRARY, "customer_word")):
        told_apart = {"if": {"required": [key]}, "then": {"$ref": f"#/$defs/{other}"}, "else": told_apart}
    return {**head, **told_apart, "$defs": definitions}


@cache
def _definitions() -> dict[str, Any]:
    from agent_tui.library.shapes import house, phrase, pieces, walk

    return {
        **pieces.PIECES,
        **phrase.PHRASES,
        "languages": house.LANGUAGES,
        Shape.SCRIPT.value: walk.SCRIPT,
        Shape.BANK.value: phrase.BANK,
        Shape.LIBRARY.value: house.LIBRARY,
        Shape.APPROVALS.value: house.APPROVALS,
    }


@cache
def validator(shape: Shape) -> Draft202012Validator:
    """The compiled form of one kind of file's schema."""
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(schema(shape), offline=True)
