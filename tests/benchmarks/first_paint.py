"""From the start of the process to the first whole frame, and on to where Home can be used, beside an empty app."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from agent_tui.core.language import Language
from agent_tui.library import load
from agent_tui.locale import _, use
from agent_tui.tui.text import one_line
from tests.benchmarks.measure import Row, Size, alone, interleaved, ratio, told
from tests.benchmarks.past import SCRIPTS, fill, seat
from tests.benchmarks.terminal import EMPTY, PROGRAM, Terminal, environment

NAMES = {Language.ARABIC: "Arabic", Language.ENGLISH: "English"}


def drawn(text: str, language: Language) -> str:
    """A text as the screen shows it."""
    return one_line(text, base="rtl" if language.rtl else "ltr").plain


def home_marks(language: Language) -> tuple[str, str]:
    """What stands on the first whole frame of Home, and what only once it can be used."""
    use(language)
    first = next(iter(load(SCRIPTS).find_service("", language)))
    return drawn(_("Waiting for you"), language), drawn(first.title[language], language)


def until_painted(data: Path | None, mark: str) -> float:
    """Seconds to the frame with this mark."""
    command = EMPTY if data is None else PROGRAM
    with Terminal(command, environment(data)) as terminal:
        return terminal.frame_with(mark)


def rows(size: Size) -> Iterator[Row]:
    """Measure Home in both languages, with a small journal."""
    things = {"empty": partial(until_painted, None, "PAINTED")}
    with ExitStack() as stack:
        for language, name in NAMES.items():
            data = Path(stack.enter_context(TemporaryDirectory(prefix="agent-tui-bench-")))
            fill(seat(data, language).journal, min(20, size.interactions))
            painted, usable = home_marks(language)
            things[f"painted {name}"] = partial(until_painted, data, painted)
            things[f"usable {name}"] = partial(until_painted, data, usable)
        if size.runs > 1:
            interleaved(1, things)  # compiles what was changed, and brings the files into the cache
        found = interleaved(size.runs, things)
    for name in NAMES.values():
        for what, target in (("painted", "1.5"), ("usable", "")):
            ours = found[f"{what} {name}"]
            label = f"start to Home {what}, {name}"
            yield Row(label, told(ours), told(found["empty"]), ratio(ours, found["empty"]), target, str(size.runs))


if __name__ == "__main__":
    alone(__doc__, rows)
