"""On a terminal Arabic is drawn, and nothing a customer said steers it; a pipe gets the words as they are kept."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from agent_tui.arabic.piped import for_terminal
from agent_tui.arabic.widths import cells
from agent_tui.cli.help_page import HelpPage
from agent_tui.cli.page import Column, Page, draw_as, filled
from agent_tui.core.language import Language
from agent_tui.journal import Filter, Journal
from agent_tui.locale import use
from tests.cli.contacts import ROOT, Centre

WORDS = "نعتذر عن تأخّر معاملتكِ رقم 4521."


class Screen(io.StringIO):
    """A terminal that keeps what it is sent."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    for name in ("VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    return Screen()


def test_a_pipe_gets_logical_text_without_marks() -> None:
    stream = io.StringIO()
    Page(stream).line(filled("In {folder}: “{words}”", folder="/a/b", words="سلام"))
    assert stream.getvalue() == "In /a/b: “سلام”\n"


def test_a_terminal_gets_it_drawn_on_its_side(screen: Screen) -> None:
    use(Language.ARABIC)
    Page(screen).line("سلام")
    assert screen.getvalue() == for_terminal("سلام", 40, base="rtl") + "\n"
    assert screen.getvalue().startswith(" " * 36)


@pytest.mark.parametrize("way", ["lrm", "word"])
def test_a_terminal_that_reorders_gets_logical_text(screen: Screen, way: str) -> None:
    draw_as(way)  # type: ignore[arg-type]
    Page(screen).line("سلام")
    assert screen.getvalue() == "سلام\n"


def test_a_terminal_known_to_reorder_is_found_out(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VTE_VERSION", "7000")
    assert not Page(screen).drawn
    draw_as("app")
    assert Page(screen).drawn


def test_paths_options_and_numbers_stay_whole_within_arabic(screen: Screen) -> None:
    use(Language.ARABIC)
    Page(screen).line(filled("في {path} بالخيار --data ثم {phone}", path="/srv/x.db", phone="+966501"))
    for whole in ("/srv/x.db", "--data", "+966501"):
        assert whole in screen.getvalue()


def test_nothing_that_was_typed_steers_the_terminal(screen: Screen) -> None:
    page = Page(screen)
    page.line("a\x1b[31mb\x9b2Jc\x07\nd")
    page.entry("10:00", "e\x1b]0;t\x07", column=8)
    page.table_row((Column("x", 10),), ("f\x1bg\nh",))
    assert not [one for one in screen.getvalue() if one != "\n" and (one < " " or "\x7f" <= one < "\xa0")]


def test_a_table_begins_on_the_right_in_arabic_and_cuts_what_is_too_long(screen: Screen) -> None:
    use(Language.ARABIC)
    columns = (Column("الوقت", 5), Column("الاسم", 8))
    Page(screen).table_row(columns, ("09:00", "هدى السالم الطويلة"))
    row = screen.getvalue().rstrip("\n")
    assert row.endswith("  09:00")
    assert "…" in row
    assert cells(row) == 40


def test_help_is_mirrored_in_arabic(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    use(Language.ARABIC)
    monkeypatch.setattr(sys, "stdout", screen)
    page = HelpPage()
    page.write_usage("agent-tui log", "[OPTIONS]")
    with page.section("Options"):
        page.write_dl([("--limit N", "أقصى عدد من التفاعلات في هذه القائمة"), ("--a-very-long-option-name X", "س")])
    rows = page.getvalue().splitlines()
    assert "agent-tui log [OPTIONS] :" in rows[0]
    assert next(row for row in rows if "--limit N" in row).endswith(" --limit N")
    assert all(cells(row) <= 40 for row in rows)


@pytest.mark.skipif(os.name != "posix", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("terminal", [True, False])
def test_the_exact_words_on_a_real_terminal_and_in_a_pipe(day: Centre, terminal: bool) -> None:
    env = {"PATH": os.environ.get("PATH", ""), "TERM": "xterm", "COLUMNS": "80", "PYTHONUTF8": "1"}
    places = ("--data", str(day.places.data), "--scripts", str(day.places.scripts))
    wanted = arabic_one(day)
    command = [sys.executable, "-m", "agent_tui", *places, "log", "show", wanted]
    out = (
        on_terminal(command, env)
        if terminal
        else subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True).stdout.decode()
    )
    drawn = for_terminal(WORDS).split()[0]
    assert (drawn in out) is terminal
    assert (WORDS in out) is not terminal
    assert "Interaction " in out


def arabic_one(day: Centre) -> str:
    """The id of a contact in Arabic."""
    with Journal.open_read_only(day.places.journal) as journal:
        return next(row.id for row in journal.interactions(Filter()) if row.language is Language.ARABIC)


def on_terminal(command: list[str], env: dict[str, str]) -> str:
    """What a command writes on a pseudo-terminal."""
    ours, theirs = os.openpty()
    with subprocess.Popen(command, cwd=ROOT, env=env, stdin=theirs, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:
                break  # Linux tells the end of a terminal this way
            if not part:
                break
            seen += part
    os.close(ours)
    assert running.returncode == 0, seen.decode()
    return seen.decode()
