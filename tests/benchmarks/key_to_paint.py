"""From a key on the Call screen to the frame that shows what it did, beside a key in an empty app."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from agent_tui.core.interaction import Interaction
from agent_tui.core.language import Language
from agent_tui.core.repertoire import repertoire
from agent_tui.core.rules import RuleError
from agent_tui.core.script import Phrase
from agent_tui.core.vocabulary import Channel, Mood
from agent_tui.desk import Desk
from agent_tui.journal import Journal, SystemClock
from agent_tui.library import load
from agent_tui.locale import _, use
from agent_tui.locale.labels import label
from tests.benchmarks.first_paint import NAMES, drawn, home_marks
from tests.benchmarks.measure import Row, Size, alone, interleaved, quantile, spread, told
from tests.benchmarks.past import SCRIPTS, fill, filled, seat
from tests.benchmarks.terminal import EMPTY, PROGRAM, Terminal, environment

ENTER = "\r"
SETTLED = 0.08
"""Seconds without a frame after which the next key is pressed, as a person would not press it sooner."""
SAYS, MOODS, OFFERS = 6, 12, 6

Times = dict[str, list[float]]


class Mirror:
    """The same contact in this process: it tells what a digit will put on the screen of the other."""

    def __init__(self, interaction: Interaction) -> None:
        self._interaction = interaction

    def say_first(self) -> str | None:
        """Say the first phrase on offer; how its row in the log begins, or nothing where none is left."""
        for phrase in self._phrases():
            words = self._interaction.wording(phrase)
            self._interaction.say(phrase)
            return f"{label(phrase.home)} {words[:14]}"
        return None

    def _phrases(self) -> Iterator[Phrase]:
        interaction = self._interaction
        for phrase in repertoire(interaction.state, interaction.script, interaction.setting.organisation):
            try:
                interaction.wording(phrase)
            except RuleError:
                continue
            yield phrase


@contextmanager
def mirrored(language: Language) -> Iterator[Mirror]:
    """A contact as Home begins it, in a journal of its own."""
    with TemporaryDirectory(prefix="agent-tui-bench-") as folder:
        places = seat(Path(folder), language)
        fill(places.journal, 1)
        with Journal.open(places.journal, create=False) as journal:
            library = load(SCRIPTS)
            desk = Desk(library, journal, SystemClock())
            desk.sit_down(desk.staff.active()[0])
            script = next(iter(library.find_service("", language)))
            yield Mirror(desk.begin(script, Channel.PHONE, language))


def acts(data: Path, language: Language, found: Times, most: int) -> None:
    """One contact: begin, say what is offered, change the mood, offer and have declined; each so often at most."""
    use(language)
    name, (_painted, usable) = NAMES[language], home_marks(language)
    seat(data, language)
    with Terminal(PROGRAM, environment(data)) as terminal:
        terminal.frame_with(usable)
        terminal.rest(SETTLED)

        def timed(act: str, key: str, mark: str) -> None:
            pressed = terminal.press(key)
            found.setdefault(f"{act}, {name}", []).append(terminal.frame_with(mark) - pressed)
            terminal.rest(SETTLED)

        timed("begin a contact", ENTER, drawn(label(Mood.CALM), language))
        moods = [Mood.UPSET, Mood.ANGRY, Mood.CALM]
        if language is Language.ENGLISH:
            with mirrored(language) as mirror:
                for _number in range(min(SAYS, most)):
                    mark = mirror.say_first()
                    if mark is not None:
                        timed("say a phrase", "1", mark)
        for number in range(min(MOODS, most)):
            timed("note the mood", "m", drawn(label(moods[number % 3]), language))
        if language is Language.ENGLISH:
            terminal.press("u")
            terminal.rest(SETTLED * 3)
            for _number in range(min(OFFERS, most)):
                timed("offer an option", "1", _("offered{sum}: same digit accepts, x declines").format(sum="")[:20])
                timed("have it declined", "x", "not wanted")


def empty(found: Times, most: int) -> None:
    """As many keys in an empty app."""
    with Terminal(EMPTY, environment()) as terminal:
        terminal.frame_with("PAINTED")
        terminal.rest(SETTLED)
        for key in "abcdefghijklmnopqrstuvwxyz"[: min(MOODS * 2, most)]:
            pressed = terminal.press(key)
            found.setdefault("empty", []).append(terminal.frame_with(f"pressed {key}") - pressed)
            terminal.rest(SETTLED)


def rows(size: Size) -> Iterator[Row]:
    """Measure with many interactions on disk, one new contact in each run."""
    found: Times = {}

    def counted(run: Callable[[], None]) -> Callable[[], float]:
        def done() -> float:
            run()
            return 0.0

        return done

    with filled(size.interactions, size.past) as data:
        things = {"empty": counted(lambda: empty(found, size.repeats))}
        for language, name in NAMES.items():
            things[name] = counted(lambda language=language: acts(data, language, found, size.repeats))  # type: ignore[misc]
        interleaved(size.runs, things)
    beside = found.pop("empty")
    for act in sorted(found):
        ours = found[act]
        yield Row(
            f"key to paint: {act}",
            f"p50 {told(ours)}, p95 {quantile(ours, 0.95) * 1000:.3g} ms",
            f"p50 {told(beside)}, p95 {quantile(beside, 0.95) * 1000:.3g} ms",
            f"{spread(ours)[1] / spread(beside)[1]:.2f}",
            "" if act.startswith("begin") else "p95 < 50 ms",
            f"{len(ours)} / {len(beside)}",
        )


if __name__ == "__main__":
    alone(__doc__, rows)
