"""A file of the library as it was read: its values, where each stands, and what is wrong with them."""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent_tui.library.guard import FILE_BYTES, UnreadableError
from agent_tui.library.problem import Problem, Steps, printable, shown
from agent_tui.library.syntax import composed, decoded
from agent_tui.library.values import plain

if TYPE_CHECKING:
    import yaml

MOST_TOLD = 200
MOST_OFFERED = 30


@dataclass(eq=False)
class Source:
    """One file; `problems` grows while it is checked."""

    path: Path
    node: yaml.Node | None = None
    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    faulty: set[Steps] = field(default_factory=set)

    @property
    def root(self) -> Spot:
        """The file's outermost value."""
        return Spot(self, (), self.data)

    def report(
        self, steps: Steps, code: str, *, key: bool = False, near: Collection[str] = (), **params: object
    ) -> None:
        """Note a problem at a value, or at its key; out of `near`, the name that was probably meant is offered."""
        if self._is_told(steps):
            problem = self._problem(self._find(steps, key), steps, code, params)
            if near:
                meant = _offer(str(problem.params.get("name", problem.params.get("found"))), near)
                problem = replace(problem, params={**problem.params, **meant})
            self.problems.append(problem)

    def report_at(self, node: yaml.Node, steps: Steps, code: str, **params: object) -> None:
        """Note a problem at a node that is known already."""
        if self._is_told(steps):
            self.problems.append(self._problem(node, steps, code, params))

    def warn(self, steps: Steps, code: str, **params: object) -> None:
        """Note something that does not stop the file from being used."""
        self.warnings.append(self._problem(self._find(steps), steps, code, params))

    def _is_told(self, steps: Steps) -> bool:
        """Note where a problem is, and whether it is still told: nobody reads the thousandth, and each costs time."""
        self.faulty.add(steps)
        if len(self.problems) == MOST_TOLD:
            self.problems.append(self._problem(self._find(steps), steps, "many_more", {"limit": MOST_TOLD}))
        return len(self.problems) < MOST_TOLD

    def spoiled(self, depth: int) -> frozenset[Steps]:
        """The values at a depth that have a problem, or something inside them has."""
        return frozenset(steps[:depth] for steps in self.faulty)

    def refuse(self, refused: UnreadableError) -> None:
        """Note why the file is not read any further."""
        self.problems.append(
            Problem(self.path, refused.line + 1, refused.column + 1, "", refused.code, dict(refused.params))
        )

    def line(self, steps: Steps) -> int:
        """The line a value stands on."""
        found = self._find(steps)
        return found.start_mark.line + 1 if found is not None else 1

    def place(self, steps: Steps, offset: int | None = None) -> tuple[int, int]:
        """Line and column, from 1, of a value; or of a character of its text where the file has it letter by letter."""
        node = self._find(steps)
        if node is None:
            return 1, 1
        start, end, written = node.start_mark, node.end_mark, node.value
        line, column = start.line + 1, start.column + 1
        if offset is None or not isinstance(written, str) or start.line != end.line:
            return line, column
        quotes = 2 if getattr(node, "style", None) in ("'", '"') else 0
        if end.column - start.column != len(written) + quotes or not unicodedata.is_normalized("NFC", written):
            return line, column
        return line, column + quotes // 2 + len(written) - len(written.lstrip()) + offset

    def _problem(self, node: yaml.Node | None, steps: Steps, code: str, params: dict[str, object]) -> Problem:
        line, column = (node.start_mark.line, node.start_mark.column) if node is not None else (0, 0)
        told = {name: printable(value) if isinstance(value, str) else value for name, value in params.items()}
        return Problem(self.path, line + 1, column + 1, shown(steps), code, told)

    def _find(self, steps: Steps, key: bool = False) -> yaml.Node | None:
        """The node at the end of the way, or the last one on it that is there."""
        import yaml

        node = self.node
        for place, step in enumerate(steps):
            last = place == len(steps) - 1
            if isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == step), None)
                if pair is None:
                    return node
                # A value left out has no place of its own; its key has.
                hidden = last and pair[1].value == "" and pair[1].start_mark.index == pair[1].end_mark.index
                node = pair[0] if (key and last) or hidden else pair[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                return node
        return node


@dataclass(frozen=True, slots=True)
class Spot:
    """One value in a file, asked about without trusting its type: what is not there is empty, never an error."""

    source: Source
    steps: Steps
    value: Any

    def __getitem__(self, key: str) -> Spot:
        held = self.value.get(key) if isinstance(self.value, dict) else None
        return Spot(self.source, (*self.steps, key), held)

    def __bool__(self) -> bool:
        return self.value is not None

    def each(self) -> Iterator[Spot]:
        """The members of a list."""
        if isinstance(self.value, list):
            for place, member in enumerate(self.value):
                yield Spot(self.source, (*self.steps, place), member)

    def entries(self) -> Iterator[tuple[str, Spot]]:
        """The keys and values of a mapping."""
        if isinstance(self.value, dict):
            for key in self.value:
                yield key, self[key]

    @property
    def text(self) -> str:
        """The text that stands here; empty for anything else."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def is_set(self) -> bool:
        """Whether `true` stands here."""
        return self.value is True

    @property
    def line(self) -> int:
        """The line it stands on."""
        return self.source.line(self.steps)

    def report(self, code: str, *, key: bool = False, near: Collection[str] = (), **params: object) -> None:
        """Note a problem here."""
        self.source.report(self.steps, code, key=key, near=near, **params)

    def warn(self, code: str, **params: object) -> None:
        """Note a warning here."""
        self.source.warn(self.steps, code, **params)


def _offer(name: str, known: Collection[str]) -> dict[str, object]:
    from difflib import get_close_matches

    found = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return {"hint": found[0]} if found else {"known": ", ".join(list(known)[:MOST_OFFERED])}


def read(file: Path, path: Path) -> Source:
    """Read one file, calling it `path`; whatever it holds, an answer comes, with at most its first refusal."""
    source = Source(path)
    try:
        source.node = composed(decoded(_bytes(file)))
    except UnreadableError as refused:
        source.refuse(refused)
    else:
        source.data = plain(source.node, source)
    return source


def _bytes(file: Path) -> bytes:
    try:
        kind = file.stat().st_mode
        if stat.S_ISDIR(kind):
            raise UnreadableError("folder_for_file")
        # Opening a pipe or a device would wait for ever.
        if not stat.S_ISREG(kind):
            raise UnreadableError("not_a_file")
        with file.open("rb") as opened:
            return opened.read(FILE_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableError("file_missing", params={"name": file.name}) from None
    except OSError as error:
        raise UnreadableError("unreadable", params={"reason": error.strerror or ""}) from None
