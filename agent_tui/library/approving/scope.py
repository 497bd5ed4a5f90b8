"""Which phrases may be approved: those of files without errors, in the whole folder or in a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from agent_tui.core.script import Phrase
from agent_tui.library.checks.house import HOUSE
from agent_tui.library.folder import LIBRARY
from agent_tui.library.loading import Reading
from agent_tui.library.problem import Problem


def approvable(reading: Reading, part: Path = Path()) -> tuple[tuple[Phrase, ...], tuple[Problem, ...]]:
    """The phrases under a path of a scripts folder, none of them from a file with errors; and those errors."""
    problems = tuple(one for one in reading.problems if one.path.is_relative_to(part))
    if reading.library is None:
        return (), problems
    bad = {one.path for one in problems}
    owners = {owner for path, owner in _files(reading) if path.is_relative_to(part) and path not in bad}
    return tuple(one for one in reading.library.phrases() if one.id.partition(".")[0] in owners), problems


def _files(reading: Reading) -> Iterator[tuple[Path, str]]:
    """Every file that phrases stand in, and what their ids begin with."""
    yield LIBRARY, HOUSE
    for bank in reading.banks:
        yield bank.path, bank.path.stem
    for script in reading.scripts:
        yield script.path, script.root["id"].text
