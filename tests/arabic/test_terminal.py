"""Which terminal gets which form: the table, and asking a real pseudo-terminal."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from agent_tui.arabic.terminal import (
    QUERY,
    Answers,
    Form,
    Setting,
    Terminal,
    ask,
    decide,
    detect,
    parse,
    reorders_itself,
)

VTE = ("\x1b[8l", "\x1b[8h")
KONSOLE = ("\x1b]50;BidiRenderingEnabled=false\x07", "\x1b]50;BidiRenderingEnabled=true\x07")
MLTERM = ("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07")
NONE = ("", "")


@pytest.mark.parametrize(
    ("answers", "env", "form", "switch"),
    [
        (Answers(), {}, "app", NONE),
        (Answers("XTerm(379)", "41;379;0", "0"), {"TERM": "xterm-256color"}, "app", NONE),
        (Answers("", "1;2302;0", "4"), {"TERM": "foot"}, "app", NONE),
        (Answers("VTE(7006)", "65;7006;1", "1"), {"VTE_VERSION": "7006"}, "app", VTE),
        (Answers("", "65;6003;1", "2"), {}, "app", VTE),
        (Answers("", "65;6003;1", "3"), {}, "app", VTE),
        (Answers("Konsole 22.12.3", "1;115;0"), {}, "app", KONSOLE),
        (Answers("", "0;115;0"), {"KONSOLE_VERSION": "200400"}, "app", KONSOLE),
        (Answers("XTerm(379)"), {"KONSOLE_VERSION": "221203"}, "app", NONE),
        (Answers("kitty(0.26.5)", "1;4000;26"), {}, "word", NONE),
        (Answers(), {"TERM": "xterm-kitty"}, "word", NONE),
        (Answers("", "24;279;0"), {}, "app", MLTERM),
        (Answers(), {"TERM": "mlterm"}, "app", MLTERM),
        (Answers(), {"MLTERM": "3.9.2"}, "app", MLTERM),
        (Answers("XTerm(379)"), {"MLTERM": "3.9.2"}, "app", NONE),
        (Answers("", "0;115;0"), {}, "word", NONE),
    ],
)
def test_a_terminal_of_its_own(answers: Answers, env: dict[str, str], form: Form, switch: tuple[str, str]) -> None:
    found = decide(answers, env)
    assert (found.form, (found.enter, found.leave)) == (form, switch)
    assert found.why


@pytest.mark.parametrize(
    ("answers", "env", "client", "form"),
    [
        (Answers(), {"TMUX": "/tmp/x,1,0"}, "VTE(7006)\txterm-256color", "lrm"),
        (Answers(), {"TMUX": "/tmp/x,1,0"}, "Konsole 22.12.3\txterm-256color", "lrm"),
        (Answers(), {"TMUX": "/tmp/x,1,0"}, "kitty(0.26.5)\txterm-kitty", "word"),
        (Answers(), {"TMUX": "/tmp/x,1,0"}, "\txterm-kitty", "word"),
        (Answers(), {"TMUX": "/tmp/x,1,0"}, "XTerm(379)\txterm", "app"),
        (Answers(), {"TMUX": "/tmp/x,1,0", "VTE_VERSION": "7006"}, "XTerm(379)\txterm", "app"),
        (Answers(), {"TMUX": "/tmp/x,1,0", "VTE_VERSION": "7006"}, "", "lrm"),
        (Answers(), {"TMUX": "/tmp/x,1,0", "VTE_VERSION": "5202"}, "", "app"),
        (Answers(), {"TMUX": "/tmp/x,1,0", "VTE_VERSION": "odd"}, "", "app"),
        (Answers(), {"STY": "1.pts", "KONSOLE_VERSION": "221203"}, "", "lrm"),
        (Answers(), {"TERM": "screen-256color", "KITTY_WINDOW_ID": "1"}, "", "word"),
        (Answers("tmux 3.3a"), {"VTE_VERSION": "7006"}, "", "lrm"),
        (Answers("", "84;0;0"), {"VTE_VERSION": "7006"}, "", "lrm"),
        (Answers("", "83;40900;0"), {}, "", "app"),
    ],
)
def test_inside_tmux_or_screen(answers: Answers, env: dict[str, str], client: str, form: Form) -> None:
    found = decide(answers, env, client=client)
    assert (found.form, found.enter, found.leave) == (form, "", "")


@pytest.mark.parametrize(
    ("setting", "expected"),
    [("auto", ("app", *VTE)), ("app", ("app", *VTE)), ("lrm", ("lrm", "", "")), ("word", ("word", "", ""))],
)
def test_the_user_may_choose(setting: Setting, expected: tuple[str, str, str]) -> None:
    found = decide(Answers(bidi_mode="1"), {}, setting)
    assert (found.form, found.enter, found.leave) == expected


@pytest.mark.parametrize(
    ("reply", "answers"),
    [
        (b"", Answers()),
        (b"\x1bP>|VTE(7006)\x1b\\\x1b[>65;7006;1c\x1b[8;1$y\x1b[?65;1;9c", Answers("VTE(7006)", "65;7006;1", "1")),
        (b"jk\x1b[A\x1b[>41;379;0c\x1b[8;0$y\x1b[?64c", Answers("", "41;379;0", "0")),
        (b"\x1bP>|Konsole 22.12.3\x07\x1b[?62;1;4c", Answers("Konsole 22.12.3")),
        (b"\x1bP>|cut off", Answers()),
        (b"\xff\xfe\x1b[8;y\x1b[>c\x1b[?c", Answers()),
    ],
)
def test_replies_are_parsed_among_anything(reply: bytes, answers: Answers) -> None:
    assert parse(reply) == answers


def test_plain_output_stays_logical_where_the_terminal_reorders() -> None:
    assert [reorders_itself(env) for env in ({"VTE_VERSION": "7006"}, {"KONSOLE_VERSION": "2"}, {"MLTERM": "3"})] == [
        True
    ] * 3
    assert not reorders_itself({"TERM": "xterm", "VTE_VERSION": "5202"})


def test_what_is_no_terminal_answers_nothing() -> None:
    reading, writing = os.pipe()
    try:
        assert ask(reading) == ask(writing) == ask(-1) == Answers()
        assert detect(reading, env={}) == Terminal("app", why="not known to reorder: no name")
    finally:
        os.close(reading)
        os.close(writing)


def test_a_dumb_terminal_is_not_asked() -> None:
    assert detect(-1, env={"TERM": "dumb"}).form == "app"


@pytest.fixture
def pseudo_terminal() -> Iterator[tuple[int, int]]:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    ours, theirs = pty.openpty()
    yield ours, theirs
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(
    "pieces", [[b"\x1bP>|VTE(7006)\x1b\\\x1b[>65;7006;1c\x1b[8;1$y\x1b[?65c"], [b"\x1b[8;", b"1$y\x1b[", b"?6", b"5c"]]
)
def test_a_pseudo_terminal_is_asked_and_left_as_it_was(
    pseudo_terminal: tuple[int, int], pieces: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    import termios

    ours, theirs = pseudo_terminal
    monkeypatch.setattr(os, "tcgetpgrp", lambda fd: os.getpgrp())
    before = termios.tcgetattr(theirs)
    asked: list[bytes] = []

    def answer() -> None:
        asked.append(os.read(ours, 100))
        for piece in pieces:
            os.write(ours, piece)

    terminal = threading.Thread(target=answer)
    terminal.start()
    found = ask(theirs, timeout=30)
    terminal.join()
    assert (asked, found.bidi_mode) == ([QUERY], "1")
    assert termios.tcgetattr(theirs) == before


def test_a_silent_terminal_is_waited_for_no_longer_than_told(
    pseudo_terminal: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "tcgetpgrp", lambda fd: os.getpgrp())
    assert ask(pseudo_terminal[1], timeout=0.01) == Answers()


def test_a_background_job_does_not_touch_its_terminal(pseudo_terminal: tuple[int, int]) -> None:
    ours, theirs = pseudo_terminal
    os.set_blocking(ours, False)
    assert ask(theirs, timeout=0.01) == Answers()
    with pytest.raises(BlockingIOError):
        os.read(ours, 100)


def test_without_termios_nothing_is_asked() -> None:
    script = (
        "import sys; sys.modules['termios'] = None; from agent_tui.arabic.terminal import Answers, ask;"
        "assert ask(0) == Answers(); assert 'subprocess' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
