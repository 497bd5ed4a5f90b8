"""The README's pictures, made by the program's own run; one that shows an older program fails.

AGENT_TUI_PICTURES=1 makes them anew.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from agent_tui.core.language import Language
from agent_tui.library import Library
from agent_tui.locale import use
from agent_tui.places import Places
from tests.tui.at_work import AtWork, StandingClock, at_work, employ

PICTURES = Path(__file__).parent / "pictures"
RENEW = bool(os.environ.get("AGENT_TUI_PICTURES"))
SIZE = (100, 30)
_TEXT = re.compile(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')
_RUN_ID = re.compile(r"terminal-\d+")


async def at_solve_in_arabic(work: AtWork, clock: StandingClock) -> None:
    await work.press("tab", "tab")
    await work.write("هدى السالم")
    await work.press("shift+tab", "shift+tab")
    await work.begin("معاملتي")
    clock.pass_by(7)
    await work.press("1", "m", "m", "f", "enter")
    clock.pass_by(94)
    await work.write("4521")
    await work.press("enter", "escape", "enter", "1")
    clock.pass_by(6)
    await work.press("enter", "enter")
    clock.pass_by(31)
    await work.press("1", "x", "2")


async def at_apologise_in_english(work: AtWork, clock: StandingClock) -> None:
    await work.press("f6", "tab", "tab")
    await work.write("Huda Alsalem")
    await work.press("shift+tab", "shift+tab")
    await work.begin("late")
    clock.pass_by(5)
    await work.press("1", "m", "f", "enter")
    clock.pass_by(72)
    await work.write("4521")
    await work.press("enter")
    await work.write("1")
    await work.press("enter", "escape", "enter", "1")
    clock.pass_by(4)


async def at_home_in_arabic(work: AtWork, clock: StandingClock) -> None:
    await at_solve_in_arabic(work, clock)
    await work.press("2", "p", "3", "f8", "escape")
    await work.write("رسوم")
    clock.pass_by(20)


SCENES: dict[str, tuple[Language, Callable[[AtWork, StandingClock], Awaitable[None]]]] = {
    "call-solve-ar": (Language.ARABIC, at_solve_in_arabic),
    "call-apologise-en-light": (Language.ENGLISH, at_apologise_in_english),
    "home-ar": (Language.ARABIC, at_home_in_arabic),
}


def text_rows(svg: str) -> list[str]:
    """What stands in a picture, row by row."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for x, y, text in _TEXT.findall(svg):
        rows.setdefault(float(y), []).append((float(x), html.unescape(text).replace("\xa0", " ")))
    return ["".join(text for _x, text in sorted(parts)).rstrip() for _y, parts in sorted(rows.items())]


@pytest.mark.parametrize("scene", SCENES)
async def test_the_picture_shows_the_program_as_it_is(scene: str, nobody: Places, library: Library) -> None:
    language, play = SCENES[scene]
    use(language)
    names = {Language.ARABIC: "سلمى العتيبي", Language.ENGLISH: "Salma Alotaibi"}
    employ(nobody, library, language, name=names[language])
    clock = StandingClock()
    async with at_work(nobody, size=SIZE, clock=clock) as work:
        await play(work, clock)
        await work.until(lambda: not work.toasts)
        for bar in work.screen.query("#stages, #contact, #head"):
            bar.refresh()
        tick = getattr(work.screen, "_tick", None) or getattr(work.screen, "action_refresh_agenda")  # noqa: B009
        work.screen.call_next(tick)
        await work.pilot.pause()
        fresh = _RUN_ID.sub("terminal", work.app.export_screenshot(title="agent-tui"))
    kept = PICTURES / f"{scene}.svg"
    if RENEW:
        PICTURES.mkdir(exist_ok=True)
        kept.write_text(fresh, "utf-8")
    assert kept.is_file(), "AGENT_TUI_PICTURES=1 makes it"
    rows = text_rows(fresh)
    assert len(rows) > 20
    assert text_rows(kept.read_text("utf-8")) == rows, "of an older program: AGENT_TUI_PICTURES=1 renews it"
