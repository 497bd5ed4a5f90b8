"""What is wrong with a file of the library: where it stands, what was expected and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from agent_tui.core.language import Language

Steps: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a file: keys and places in lists, from the outside in."""


def shown(steps: Steps) -> str:
    """The way as people write it: `apologise.say[0].text.ar`."""
    way = ""
    for step in steps:
        if isinstance(step, int):
            way += f"[{step}]"
        else:
            way += f".{step}" if way else step
    return way


def printable(name: str) -> str:
    """A file's name as text, whatever bytes it holds."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct; `path` is relative to the scripts folder, line and column count from 1."""

    path: Path
    line: int
    column: int
    where: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)

    def message(self, language: Language) -> str:
        """What is wrong, what was expected and what to do."""
        from agent_tui.library.messages import message

        return message(self.code, self.params, language)

    @property
    def place(self) -> str:
        """The place as editors and compilers write it: `services/x.yaml:12:7`."""
        return f"{printable(self.path.as_posix())}:{self.line}:{self.column}"

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        return f"{self.place}: {where}{self.message(Language.ENGLISH)}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file and by place in the file, each once."""
    return tuple(
        dict.fromkeys(
            sorted(problems, key=lambda one: (one.path.as_posix(), one.line, one.column, one.where, one.code))
        )
    )


class LibraryError(Exception):
    """The library cannot be used at all; `problems` say why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))
