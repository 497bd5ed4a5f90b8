"""Whatever stands in a file, the linter answers: every value of the good content is spoilt in turn."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from agent_tui.core.language import Language
from tests.library.linting.shelf import BANK, HOUSE, LIBRARY, SCRIPT, SERVICE, SHARED, Content

ODD: tuple[Any, ...] = (
    None,
    7,
    True,
    "",
    " ",
    "ـ",
    "x/ة {a",
    [],
    [None, 3],
    {},
    {"ar": 1},
    {"ar": {"neutral": ["؟"]}, "en": {}},
)
FILES = {LIBRARY: HOUSE, SHARED: BANK, SERVICE: SCRIPT}


def ways(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value."""
    if way:
        yield way
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, held in children:
        yield from ways(held, (*way, key))


def spoilt(data: Any, way: tuple[Any, ...], value: Any) -> Any:
    changed = deepcopy(data)
    at = changed
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = value
    return changed


@pytest.mark.parametrize("path", FILES)
def test_every_value_may_be_anything(content: Content, path: str) -> None:
    data = yaml.safe_load(FILES[path])
    for number, way in enumerate(ways(data)):
        content.write(path, yaml.safe_dump(spoilt(data, way, ODD[number % len(ODD)]), allow_unicode=True))
        for remark in content.remarks():
            assert remark.line >= 1
            assert remark.message(Language.ARABIC)
            assert remark.message(Language.ENGLISH)


@pytest.mark.parametrize("path", FILES)
def test_a_file_may_end_anywhere(content: Content, path: str) -> None:
    for end in range(0, len(FILES[path]), 97):
        content.write(path, FILES[path][:end])
        assert content.remarks()
