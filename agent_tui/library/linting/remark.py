"""What is said about a file: a fault to mend or a point to consider, with its place and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from agent_tui.core.language import Language
from agent_tui.library.problem import Problem, printable, shown
from agent_tui.library.source import Spot


class Level(StrEnum):
    """How much it weighs: an error must not reach a customer, a warning is somebody's to weigh."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Remark:
    """One point; `path` is relative to the scripts folder, line and column count from 1, `code` never changes.

    A remark without a rule comes from loading: then the file, or a part of it, cannot be used at all.
    """

    path: Path
    line: int
    column: int
    where: str
    code: str
    level: Level
    rule: bool = True
    params: Mapping[str, object] = field(default_factory=dict, hash=False)

    def message(self, language: Language) -> str:
        """What is wrong and what to do."""
        if not self.rule:
            from agent_tui.library.messages import message

            return message(self.code, self.params, language)
        from agent_tui.library.linting.words import sentence

        return sentence(self.code, self.params, language)


def about(spot: Spot, code: str, /, at: int | None = None, params: Mapping[str, object] | None = None) -> Remark:
    """A remark about a value, or about a character inside its text."""
    from agent_tui.library.linting.words import WORDS

    line, column = spot.source.place(spot.steps, at)
    told = {name: printable(value) if isinstance(value, str) else value for name, value in (params or {}).items()}
    return Remark(spot.source.path, line, column, shown(spot.steps), code, WORDS[code].level, params=told)


def from_problem(problem: Problem, level: Level) -> Remark:
    """What loading found, as a remark."""
    return Remark(problem.path, problem.line, problem.column, problem.where, problem.code, level, False, problem.params)


def in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Remarks by file and by place in the file, each once."""
    return tuple(
        dict.fromkeys(sorted(remarks, key=lambda one: (one.path.as_posix(), one.line, one.column, one.where, one.code)))
    )
