"""A program on a pseudo-terminal whose other end answers as a terminal does."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from agent_tui.arabic.terminal import QUERY
from agent_tui.tui.text import SpeaksArabic

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")

OFF, ON = b"\x1b[8l", b"\x1b[8h"
ALTERNATE, MAIN = b"\x1b[?1049h", b"\x1b[?1049l"
VTE = b"\x1bP>|VTE(7003)\x1b\\" + b"\x1b[>65;7003;1c" + b"\x1b[8;1$y" + b"\x1b[?65;1;9c"
XTERM = b"\x1bP>|XTerm(379)\x1b\\" + b"\x1b[>41;379;0c" + b"\x1b[8;0$y" + b"\x1b[?64;1;2c"

PROGRAM = """
import os, sys
from agent_tui.tui.text import SpeaksArabic, Words

class Program(SpeaksArabic):
    BINDINGS = [("q", "quit"), ("x", "crash"), ("w", "die_in_worker"), ("s", "shell"), ("f", "form")]

    def compose(self):
        yield Words("PAINTED")

    def on_mount(self):
        if "CRASH_EARLY" in os.environ:
            self.action_crash()

    def action_crash(self):
        raise RuntimeError("crashed")

    def action_die_in_worker(self):
        self.run_worker(self.action_crash, thread=True)

    def action_form(self):
        self.query_one(Words).update(f"FORM={self.terminal.form}")

    def action_shell(self):
        with self.suspend():
            os.write(1, b"IN THE SHELL")
        self.query_one(Words).update("BACK AGAIN")

program = Program()
program.run()
sys.exit(program.return_code)
"""


@dataclass
class Terminal:
    """The other end of a program's terminal: answers what it is asked, and keeps what it is sent."""

    fd: int
    process: subprocess.Popen[bytes]
    answer: bytes
    sent: bytes = b""
    asked: int = field(default=0)

    def until(self, text: bytes, times: int = 1) -> None:
        deadline = time.monotonic() + 20
        while self.sent.count(text) < times:
            assert self._read(deadline), f"{text!r} never came: {self.sent[-2000:]!r}"

    def ended(self) -> int:
        deadline = time.monotonic() + 20
        while self._read(deadline):
            pass
        return self.process.wait(20)

    def press(self, key: str) -> None:
        os.write(self.fd, key.encode())

    def _read(self, deadline: float) -> bool:
        if not select.select([self.fd], [], [], max(0, deadline - time.monotonic()))[0]:
            return False
        try:
            part = os.read(self.fd, 65536)
        except OSError:  # how Linux tells that the other end is closed
            return False
        self.sent += part
        if (asked := self.sent.count(QUERY)) > self.asked:
            self.asked = asked
            os.write(self.fd, self.answer)
        return bool(part)

    @property
    def after_painting(self) -> bytes:
        return self.sent.partition(b"PAINTED")[2]


@pytest.fixture
def program(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    """The program, painted, on the terminal whose answers the test names, in an environment that gives no hint."""
    answer, extra = request.param if isinstance(request.param, tuple) else (request.param, {})
    hints = ("TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM", "AGENT_TUI_BIDI")
    env = {name: value for name, value in os.environ.items() if name not in hints and not name.startswith("TEXTUAL")}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=env | {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"} | extra,
        preexec_fn=_own_the_terminal,
    )
    os.close(theirs)
    terminal = Terminal(ours, process, answer)
    try:
        if "CRASH_EARLY" not in extra:
            terminal.until(b"PAINTED")
        yield terminal
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _own_the_terminal() -> None:
    import fcntl
    import termios

    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.mark.parametrize("program", [VTE], indirect=True)
def test_reordering_is_off_on_the_alternate_screen_before_the_first_paint(program: Terminal) -> None:
    before = program.sent.partition(b"PAINTED")[0]
    assert before.count(OFF) == 1
    assert before.rindex(ALTERNATE) < before.index(OFF)
    # The question itself was put on an alternate screen that is gone.
    assert before.index(ALTERNATE) < before.index(QUERY) < before.index(MAIN) < before.rindex(ALTERNATE)
    program.press("q")
    program.ended()


@pytest.mark.parametrize("program", [VTE], indirect=True)
@pytest.mark.parametrize(("leave", "code"), [("q", 0), ("x", 1), ("w", 1), (signal.SIGTERM, 143)])
def test_it_is_on_again_however_the_program_ends(program: Terminal, leave: str | signal.Signals, code: int) -> None:
    if isinstance(leave, str):
        program.press(leave)
    else:
        program.process.send_signal(leave)
    assert program.ended() == code
    after = program.after_painting
    assert after.count(ON) == 1
    assert after.index(ON) < after.index(MAIN)


@pytest.mark.parametrize("program", [(VTE, {"CRASH_EARLY": "1"})], indirect=True)
def test_it_is_on_again_when_the_program_crashes_before_it_paints(program: Terminal) -> None:
    assert program.ended() == 1
    assert program.sent.count(OFF) == program.sent.count(ON) == 1
    assert program.sent.index(OFF) < program.sent.index(ON) < program.sent.rindex(MAIN)


@pytest.mark.parametrize("program", [VTE], indirect=True)
def test_it_is_on_while_the_program_is_suspended(program: Terminal) -> None:
    program.press("s")
    program.until(b"BACK AGAIN")
    out, _, back = program.after_painting.partition(b"IN THE SHELL")
    assert out.count(ON) == 1
    assert back.partition(b"BACK AGAIN")[0].count(OFF) == 1
    assert program.asked == 1
    program.press("q")
    program.ended()
    assert program.sent.count(ON) == program.sent.count(OFF) == 2


@pytest.mark.parametrize("program", [VTE], indirect=True)
def test_it_is_on_while_the_program_is_stopped(program: Terminal) -> None:
    program.process.send_signal(signal.SIGTSTP)
    _, status = os.waitpid(program.process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    program.process.send_signal(signal.SIGCONT)
    program.until(OFF, times=2)
    program.press("q")
    assert program.ended() == 0
    assert program.sent.count(ON) == program.sent.count(OFF) == 2


@pytest.mark.parametrize("program", [XTERM], indirect=True)
@pytest.mark.parametrize("leave", ["q", "x"])
def test_a_terminal_that_reorders_nothing_is_told_nothing(program: Terminal, leave: str) -> None:
    program.press(leave)
    program.ended()
    assert program.asked == 1
    assert OFF not in program.sent
    assert ON not in program.sent


@pytest.mark.parametrize("program", [(XTERM, {"AGENT_TUI_BIDI": "lrm"})], indirect=True)
def test_a_form_chosen_in_the_environment_is_not_asked_for(program: Terminal) -> None:
    program.press("f")
    program.until(b"FORM=lrm")
    program.press("q")
    program.ended()
    assert program.asked == 0


async def test_a_program_under_test_asks_no_terminal() -> None:
    app = SpeaksArabic()
    async with app.run_test():
        assert app.terminal is None


def test_a_driver_named_in_the_environment_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    from textual import constants

    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.web_driver:WebDriver")
    assert SpeaksArabic().driver_class.__name__ == "WebDriver"


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from agent_tui.tui.driver import known_terminal

    monkeypatch.setenv("AGENT_TUI_BIDI", "sideways")
    with pytest.raises(ValueError, match="AGENT_TUI_BIDI is 'sideways': choose one of auto, app, lrm, word"):
        known_terminal(-1)
