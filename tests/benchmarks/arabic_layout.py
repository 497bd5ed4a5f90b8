"""Laying Arabic out into drawn rows, new and from the cache, beside Textual's own wrapping of the same texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from textual.content import Content

from agent_tui.arabic.layout import layout
from agent_tui.core.language import Language
from agent_tui.library import load
from tests.benchmarks.first_paint import NAMES
from tests.benchmarks.measure import Row, Size, alone, interleaved, ratio, spread, told
from tests.benchmarks.past import SCRIPTS

WIDTH = 46
"""About the width of SAY on a screen of 80 columns."""


def texts(language: Language) -> list[str]:
    """What agents say in a language, as the library has it."""
    phrases = load(SCRIPTS).phrases()
    return [phrase.text[language].neutral for phrase in phrases if language in phrase.text]


def per_line(lines: int, act: Callable[[str], object], said: Sequence[str]) -> Callable[[], float]:
    """Do it for every text; seconds for a row that is drawn."""

    def done() -> float:
        began = time.perf_counter()
        for text in said:
            act(text)
        return (time.perf_counter() - began) / lines

    return done


def rows(size: Size) -> Iterator[Row]:
    """Measure with all phrases of the library."""
    for language, name in NAMES.items():
        said = texts(language)
        lines = sum(len(layout(text, WIDTH)) for text in said)
        few = [text for text in said if len(text) > WIDTH][:100]
        found = interleaved(
            size.runs,
            {
                "new": per_line(lines, lambda text: layout.__wrapped__(text, WIDTH), said),
                "cached": per_line(
                    sum(len(layout(text, WIDTH)) for text in few), lambda text: layout(text, WIDTH), few
                ),
                "wrap": per_line(lines, lambda text: Content(text).wrap(WIDTH), said),
            },
        )
        beside = found["wrap"]
        for what in ("new", "cached"):
            ours = found[what]
            speed = f"{1 / spread(ours)[1]:,.0f} lines/s" if spread(ours)[1] else ""
            yield Row(
                f"lay out a line, {what}, {name}",
                f"{told(ours, 'µs', 1e6)}, {speed}",
                told(beside, "µs", 1e6),
                ratio(ours, beside),
                n=f"{size.runs} × {lines} lines",
            )


if __name__ == "__main__":
    alone(__doc__, rows)
