"""What is wrong with a file of the library: where it stands, what was expected and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from agent_tui.core.language import Language

Steps: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a file: keys and places in lists, from the outside in."""


UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, line separators, and the marks that turn a line round under the reader's eyes."""
LONGEST_SHOWN = 80


def printable(text: str) -> str:
    """A text of somebody's making, on one short line and harmless to a terminal."""
    line = UNPRINTABLE.sub("\ufffd", " ".join(text.split()))
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"


def shown(steps: Steps) -> str:
    """The way as people write it: `apologise.say[0].text.ar`."""
    way = ""
    for step in steps:
        if isinstance(step, int):
            way += f"[{step}]"
        else:
            way += f".{printable(step)}" if way else printable(step)
    return way


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
        return f"{UNPRINTABLE.sub(chr(0xFFFD), self.path.as_posix())}:{self.line}:{self.column}"

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
