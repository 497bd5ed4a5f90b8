"""Hundreds of keys at random: nothing crashes, no refusal is unlawful, and the journal tells all of it."""

from __future__ import annotations

import os
import random

import pytest
from textual.events import Key

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event
from agent_tui.core.fold import replay
from agent_tui.core.language import Language
from agent_tui.journal import Journal
from agent_tui.library import Library
from agent_tui.locale import use
from agent_tui.places import Places
from agent_tui.tui.screens.choose import Choose
from agent_tui.tui.screens.help import HelpDialog
from agent_tui.tui.screens.home import HomeScreen
from agent_tui.tui.screens.page import Page
from agent_tui.tui.widgets.text_field import TextField
from tests.tui.at_work import LARGE, SMALL, AtWork, at_work, employ

GATE = bool(os.environ.get("AGENT_TUI_GATE"))
SEED = int(os.environ.get("AGENT_TUI_SEED", "2026"))
SEEDS = range(10) if GATE else range(3)
KEYS = 600 if GATE else 250

ANYTHING = [
    *"123456789١٢٣xevpowbmfcnhulsaثءؤ",
    *["f1", "f2", "f3", "f4", "f6", "f7", "f8", "f9", "f10", "plus", "enter", "escape", "tab", "shift+tab"],
    *[
        "up",
        "down",
        "left",
        "right",
        "backspace",
        "space",
        "home",
        "end",
        "delete",
        "question_mark",
        "left_square_bracket",
    ],
]
CHARACTERS = {"plus": "+", "space": " ", "question_mark": "?", "left_square_bracket": "["}
TYPED = [
    "4521",
    "٤٥٢٢",
    "1",
    "2",
    "نعم",
    "no",
    "3/11/2026",
    "0501234567",
    "late",
    "متأخر",
    "refund",
    "50",
    "۳",
    "x[/b]",
]


def a_handful(work: AtWork, draw: random.Random) -> list[str]:
    """A few keys: whatever comes, or what somebody might press who sees the screen and means no good."""
    if draw.random() < 0.2:
        return draw.choices(ANYTHING, k=draw.randrange(1, 6))
    if isinstance(work.screen, HelpDialog | Page):
        return ["escape"]
    if isinstance(work.screen, HomeScreen):
        return draw.choice(
            [["end", "ctrl+u", *draw.choice(["", "", "late", "متأخر"]), "enter"], ["shift+tab", "enter"]]
        )
    if isinstance(work.app.focused, TextField):
        return [*draw.choice(TYPED), "enter"] if draw.random() < 0.6 else ["escape"]
    if isinstance(work.screen, Choose):
        return [draw.choice(["enter", "escape", "down", *"1123"])]
    return draw.choice([["enter"]] * 7 + [[one] for one in "1122334455"] + [[one] for one in "xxxxxvevefmmopwbhus"])


def lawful(events: tuple[Event, ...], library: Library) -> None:
    """Every refusal stands on two alternatives that were declined, or on a rule that was cited."""
    scripts = {script.hash: script for script in library.scripts.values()}
    for place, event in enumerate(events):
        if not isinstance(event.fact, facts.Refused):
            continue
        matter = replay(events[:place]).matters[event.fact.matter]
        option = scripts[matter.script_hash].option(event.fact.option)
        assert option is not None
        declined = [name for name, offer in matter.offers.items() if offer.status == "declined"]
        cited = [policy for policy in matter.cited if policy in option.may_cite]
        assert len(declined) >= 2 or cited
        assert set(event.fact.declined) == set(declined)


def check(journal: Journal, library: Library) -> int:
    """The journal holds, and every contact in it can be told again; answers how many events there are."""
    assert journal.verify().sound
    for row in journal.interactions(limit=1_000):
        events = journal.events(row.stream)
        state = replay(events)
        assert (state.stage, state.ended) == (row.stage, row.closed_at is not None)
        lawful(events, library)
    return journal.verify().events


async def mash(work: AtWork, draw: random.Random, pressed: list[str]) -> None:
    """Press keys in handfuls, faster than the screen follows."""
    while len(pressed) < KEYS:
        keys = a_handful(work, draw)
        pressed += keys
        for key in keys:
            work.app.post_message(Key(key, key if len(key) == 1 else CHARACTERS.get(key)))
        if draw.random() < 0.6:
            await work.pilot.pause()
    await work.pilot.pause()
    assert not any("Traceback" in row for row in work.rows())


@pytest.mark.parametrize("seed", SEEDS)
async def test_any_keys_at_all(seed: int, places: Places, library: Library) -> None:
    draw = random.Random(f"{SEED}.{seed}")
    language = draw.choice(list(Language))
    use(language)
    employ(places, library, language, role=draw.choice(["agent", "supervisor"]))
    employ(places, library, language, name="Omar عمر")
    pressed: list[str] = []
    try:
        async with at_work(places, size=draw.choice([SMALL, LARGE])) as work:
            await work.begin("")
            await mash(work, draw, pressed)
    except BaseException:
        print("seed", f"{SEED}.{seed}", "keys", pressed[-60:])
        raise
    finally:
        use(Language.ENGLISH)
    assert not list(places.data.glob("crash-*.txt"))
    with Journal.open_read_only(places.journal) as journal:
        events = check(journal, library)
    assert events > 20
    if places.practice.exists():
        with Journal.open_read_only(places.practice) as journal:
            check(journal, library)
