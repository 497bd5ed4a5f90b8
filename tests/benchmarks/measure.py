"""Measuring one thing beside another: interleaved runs, medians and their spread, one row of a Markdown table each."""

from __future__ import annotations

import argparse
import random
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

HEAD = ("what", "ours", "beside", "ratio", "target", "n")


@dataclass(frozen=True)
class Size:
    """How much a benchmark does: runs of each, repetitions inside one, and interactions on disk."""

    runs: int
    repeats: int
    interactions: int
    past: Path | None = None
    """A data folder that is kept from one call to the next; without it the past is written and thrown away."""


FULL = Size(runs=15, repeats=200, interactions=100_000)
TINY = Size(runs=1, repeats=3, interactions=5)


@dataclass(frozen=True)
class Row:
    """What was measured, and beside what."""

    what: str
    ours: str
    beside: str = ""
    ratio: str = ""
    target: str = ""
    n: str = ""

    def __str__(self) -> str:
        return f"| {self.what} | {self.ours} | {self.beside} | {self.ratio} | {self.target} | {self.n} |"


class Benchmark(Protocol):
    """What every module here offers."""

    def rows(self, size: Size) -> Iterable[Row]:
        """Measure."""


def interleaved(runs: int, things: Mapping[str, Callable[[], float]], *, seed: int = 0) -> dict[str, list[float]]:
    """Run each thing so often, all of them in every round in an order drawn anew, so that a busy spell meets all."""
    draw, found = random.Random(seed), {name: list[float]() for name in things}
    for _ in range(runs):
        for name in draw.sample(sorted(things), len(things)):
            found[name].append(things[name]())
    return found


def quantile(values: Sequence[float], share: float) -> float:
    """The value that this share of all stays under."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Median, and the quartiles around it."""
    return quantile(values, 0.25), statistics.median(values), quantile(values, 0.75)


def told(values: Sequence[float], unit: str = "ms", scale: float = 1000) -> str:
    """A median with its quartiles."""
    low, middle, high = (value * scale for value in spread(values))
    return f"{middle:.3g} {unit} ({low:.3g} to {high:.3g})"


def ratio(ours: Sequence[float], beside: Sequence[float]) -> str:
    """The median of the ratios within each round, with its quartiles."""
    low, middle, high = spread([one / other for one, other in zip(ours, beside, strict=True)])
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


def table(rows: Iterable[Row]) -> str:
    """A Markdown table."""
    return "\n".join([str(Row(*HEAD)), "|" + " --- |" * len(HEAD), *map(str, rows)])


def asked(about: str | None) -> Size:
    """The size that the command line asks for."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--runs", type=int, default=FULL.runs, help="runs of each")
    parser.add_argument("--repeats", type=int, default=FULL.repeats, help="repetitions inside a run")
    parser.add_argument("--interactions", type=int, default=FULL.interactions, help="interactions on disk")
    parser.add_argument("--past", type=Path, help="a data folder to fill once and use again")
    return Size(**vars(parser.parse_args()))


def alone(about: str | None, rows: Callable[[Size], Iterable[Row]]) -> None:
    """Run one benchmark by itself."""
    print(table(rows(asked(about))))
