"""What the program holds in memory on Home and on the Call screen, beside an empty app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Mood
from agent_tui.locale.labels import label
from tests.benchmarks.first_paint import NAMES, drawn, home_marks
from tests.benchmarks.key_to_paint import ENTER, SETTLED
from tests.benchmarks.measure import Row, Size, alone, interleaved, ratio, told
from tests.benchmarks.past import filled, seat
from tests.benchmarks.terminal import EMPTY, PROGRAM, Terminal, environment

MOST_RUNS = 7


def rows(size: Size) -> Iterator[Row]:
    """Measure with a long journal."""
    with filled(size.interactions, size.past) as data:

        def empty() -> float:
            with Terminal(EMPTY, environment()) as terminal:
                terminal.frame_with("PAINTED")
                terminal.rest(SETTLED)
                return terminal.resident()

        def home(language: Language) -> float:
            return resident(data, language, on_call=False)

        def call(language: Language) -> float:
            return resident(data, language, on_call=True)

        things = {"empty": empty}
        for language, name in list(NAMES.items())[: size.runs]:
            things[f"Home, {name}"] = lambda language=language: home(language)  # type: ignore[misc]
            things[f"Call, {name}"] = lambda language=language: call(language)  # type: ignore[misc]
        found = interleaved(min(MOST_RUNS, size.runs), things)
    beside = found.pop("empty")
    for place, ours in found.items():
        row = told(ours, "MB", 1), told(beside, "MB", 1), ratio(ours, beside)
        yield Row(f"memory on {place}", *row, "< 100 MB", str(len(ours)))


def resident(data: Path, language: Language, *, on_call: bool) -> float:
    """MB held once a screen has settled."""
    _painted, usable = home_marks(language)
    seat(data, language)
    with Terminal(PROGRAM, environment(data)) as terminal:
        terminal.frame_with(usable)
        terminal.rest(SETTLED)
        if on_call:
            terminal.press(ENTER)
            terminal.frame_with(drawn(label(Mood.CALM), language))
            terminal.rest(SETTLED)
        return terminal.resident()


if __name__ == "__main__":
    alone(__doc__, rows)
