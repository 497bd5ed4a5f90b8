"""Time as the domain sees it: a wall clock for people and a steady one for durations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant: UTC milliseconds since 1970, and milliseconds since this run of the program began."""

    at: int
    elapsed: int


Clock: TypeAlias = Callable[[], Moment]
