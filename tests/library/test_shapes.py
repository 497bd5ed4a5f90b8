"""The exported schema is the one the loader uses: valid, described, and agreeing with good files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
import yaml

from agent_tui.core.script import Field, Option, PromiseTerms, Script
from agent_tui.library import Shape, schema
from agent_tui.library.shapes.formats import FORMATS
from tests.library.shelf import BANK, HOUSE, SCRIPT

EMPTY: dict[str, list[Any]] = {"approvals": []}
FILES: dict[Shape, Any] = {
    Shape.LIBRARY: yaml.load(HOUSE, yaml.BaseLoader),
    Shape.BANK: yaml.load(BANK, yaml.BaseLoader),
    Shape.SCRIPT: yaml.load(SCRIPT, yaml.BaseLoader),
    Shape.APPROVALS: EMPTY,
}


def typed(value: Any) -> Any:
    """A value of the base loader with its numbers and truths."""
    if isinstance(value, dict):
        return {key: int(held) if key in NUMBERS else typed(held) for key, held in value.items()}
    if isinstance(value, list):
        return [typed(one) for one in value]
    return {"true": True, "false": False}.get(value, value)


NUMBERS = {"version", "days", "callback_minutes"}


def nodes(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for held in part.values():
            yield from nodes(held)
    if isinstance(part, list):
        for held in part:
            yield from nodes(held)


@pytest.mark.parametrize("shape", [None, *Shape])
def test_the_schema_is_draft_2020_12(shape: Shape | None) -> None:
    jsonschema_rs.meta.validate(schema(shape))
    assert schema(shape)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    json.dumps(schema(shape))


@pytest.mark.parametrize("shape", Shape)
def test_good_files_are_accepted_by_their_schema_and_by_the_common_one(shape: Shape) -> None:
    for one in (schema(shape), schema()):
        jsonschema_rs.Draft202012Validator(one).validate(typed(FILES[shape]))


@pytest.mark.parametrize("shape", Shape)
def test_the_common_schema_tells_files_apart(shape: Shape) -> None:
    spoiled = {**typed(FILES[shape]), "nonsense": 1}
    errors = list(jsonschema_rs.Draft202012Validator(schema()).iter_errors(spoiled))
    assert [error.kind.name for error in errors] == ["additionalProperties"]


def test_every_key_of_the_domain_can_be_written() -> None:
    definitions = schema()["$defs"]
    script = definitions["script"]["properties"]
    assert set(Script.__slots__) - {"hash", "canonical"} == set(script)
    assert set(Field.__slots__) == set(script["fields"]["items"]["properties"])
    option = script["solve"]["properties"]["options"]["items"]["properties"]
    assert set(Option.__slots__) == set(option)
    assert set(PromiseTerms.__slots__) == set(option["promise"]["properties"])


def test_nothing_is_open_by_oversight() -> None:
    for node in nodes(schema()):
        if isinstance(node.get("properties"), dict) and "type" in node:
            assert node["additionalProperties"] is False


def test_keys_are_described_in_both_languages() -> None:
    told = [node["description"] for node in nodes(schema()["$defs"]) if isinstance(node.get("description"), str)]
    assert len(told) > 60
    assert sum(bool(re.search("[\u0600-\u06ff]", one)) for one in told) >= len(told) - 3


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("id", ["a", "fee-7", "7-eleven", "a_b"], ["", "A", "-a", "a b", "é", "a.b"]),
        ("field_id", ["a", "request_no"], ["_a", "7a", "a-b", "A"]),
        ("phrase_ref", ["a.b", "greetings.by-name"], ["a", "a.b.c", ".a", "a.", "a. b"]),
        ("date", ["2026-01-31"], ["2026-1-31", "2026-13-01", "2026-01-32", "٢٠٢٦-٠١-٠١", "2026-01-01\n"]),
        ("hours", ["00:00-23:59"], ["8:00-16:00", "08:00-24:00", "08:00 - 16:00"]),
        ("amount", ["0", "200", "49.95", "999999999999.9999"], ["-1", "01", "1.", ".5", "1e3", "1,000", "200\n"]),
        ("currency", ["SAR"], ["sar", "RIYAL", "SR"]),
        ("owner", ["agent", "department:permits", "staff:a.b@c"], ["clerk", "department:", "staff:a b"]),
        ("timezone", ["Asia/Riyadh", "UTC", "America/Argentina/Ushuaia", "Etc/GMT-3"], ["../x", "/etc", "asia"]),
        ("moment", ["2026-01-31T08:30:00Z"], ["2026-01-31", "2026-01-31T08:30:00+03:00"]),
    ],
)
def test_written_forms(name: str, good: list[str], bad: list[str]) -> None:
    form = FORMATS[name]
    editor = jsonschema_rs.Draft202012Validator(form.schema())
    for written in good:
        assert editor.is_valid(written)
        assert not form.misses(written)
    for written in bad:
        assert not editor.is_valid(written)
        assert form.misses(written)
