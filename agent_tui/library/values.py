"""From composed nodes to plain values: what YAML 1.1 would guess is asked about instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from agent_tui.library.problem import UNPRINTABLE, Steps

if TYPE_CHECKING:
    import yaml

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,9}")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WHOLE = frozenset({"version", "days", "hours", "minutes", "standards"})
DATED = frozenset({"review_by", "date", "at"})


class Report(Protocol):
    """Who is told what is wrong with a node."""

    def report_at(self, node: yaml.Node, steps: Steps, code: str, **params: object) -> None:
        """Note a problem at a node."""


class Wrong(Protocol):
    """Says what is wrong with the scalar at hand."""

    def __call__(self, code: str, /, **params: object) -> None: ...


def plain(node: yaml.Node, report: Report) -> Any:
    """The node as dictionaries, lists, text, numbers and truth values.

    Text is trimmed and in Unicode's composed form (NFC), so that two editors give one hash.
    """
    return _value(node, (), report)


def _value(node: yaml.Node, way: Steps, report: Report) -> Any:
    import yaml

    if isinstance(node, yaml.MappingNode):
        return _mapping(node, way, report)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*way, place), report) for place, child in enumerate(node.value)]
    return _scalar(node, way, report)


def _mapping(node: yaml.MappingNode, way: Steps, report: Report) -> dict[str, Any]:
    held: dict[str, Any] = {}
    for key, value in node.value:
        if key.tag != "tag:yaml.org,2002:str" or not key.value:
            found = key.value if isinstance(key.value, str) else ""
            report.report_at(key, way, "key_not_text", found=found)
        elif odd := UNPRINTABLE.search(key.value):
            report.report_at(key, way, "unprintable", character=f"U+{ord(odd[0]):04X}")
        elif key.value in held:
            report.report_at(key, (*way, key.value), "duplicate_key", key=key.value)
        else:
            held[key.value] = _value(value, (*way, key.value), report)
    return held


def _scalar(node: yaml.Node, way: Steps, report: Report) -> Any:
    def wrong(code: str, /, **params: object) -> None:
        report.report_at(node, way, code, **params)

    kind = node.tag.rpartition(":")[2]
    readers: dict[str, Callable[[str, Steps, Wrong], Any]] = {
        "bool": _truth,
        "int": _integer,
        "float": _decimal,
        "timestamp": _date,
        "null": lambda *_: None,
    }
    return readers.get(kind, _text)(node.value, way, wrong)


def _text(text: str, _way: Steps, wrong: Wrong) -> str:
    odd = UNPRINTABLE.search(text.strip())
    if odd is not None:
        wrong("unprintable", character=f"U+{ord(odd[0]):04X}")
        return ""
    return unicodedata.normalize("NFC", text.strip())


def _truth(text: str, _way: Steps, wrong: Wrong) -> bool:
    if text.lower() not in ("true", "false"):
        wrong("yaml_word", found=text)
    return text.lower() in ("true", "yes", "on")


def _integer(text: str, _way: Steps, wrong: Wrong) -> int:
    if INTEGER.fullmatch(text) is None:
        wrong("yaml_number", found=text)
        return 0
    return int(text)


def _decimal(text: str, way: Steps, wrong: Wrong) -> Any:
    if DECIMAL.fullmatch(text) is None:
        wrong("yaml_number", found=text)
        return 0
    # JSON Schema takes 1.0 for an integer, and no value here is a fraction except in `when:`.
    if not WHOLE.isdisjoint(way):
        wrong("wrong_type", expected="integer", found_kind="number")
    elif "when" not in way:
        wrong("number_unquoted", found=text)
    return float(text)


def _date(text: str, way: Steps, wrong: Wrong) -> str:
    named = next((step for step in reversed(way) if isinstance(step, str)), "")
    if DATE.fullmatch(text) is None or not (named in DATED or "when" in way):
        wrong("yaml_date", found=text)
    return text


def as_kept(value: object) -> str:
    """A YAML value in the form captured values are kept in."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
