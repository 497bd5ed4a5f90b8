"""The other end of a pseudo-terminal: it answers as xterm does, and notes when a text arrived."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from agent_tui.arabic.terminal import QUERY
from agent_tui.places import DATA_VARIABLE

ROOT = Path(__file__).resolve().parents[2]
XTERM = b"\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[8;0$y\x1b[?64;1;2c"
ASKS_SYNC, HAS_SYNC = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
ANSWERS = {QUERY: XTERM, ASKS_SYNC: HAS_SYNC}
FRAME_END = b"\x1b[?2026l"
"""What ends a whole frame, to a terminal that said it paints frames at once."""
COLOURS = re.compile(rb"\x1b\[[\d;]*m")
HINTS = ("TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM", "PYTHONDONTWRITEBYTECODE")
OURS = ("TEXTUAL", "AGENT_TUI", "LC_", "LANG")
COLUMNS, LINES = 80, 24
PATIENCE = 20.0

PROGRAM = (sys.executable, "-m", "agent_tui")
EMPTY = (
    sys.executable,
    "-c",
    """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("PAINTED")

    def on_key(self, event):
        if event.character:
            self.query_one(Static).update(f"pressed {event.character} {event.time}")

Empty().run()
""",
)


def environment(data: Path | None = None) -> dict[str, str]:
    """An environment that tells a program nothing about the terminal, and lets it keep its compiled modules."""
    kept = {name: value for name, value in os.environ.items() if name not in HINTS and not name.startswith(OURS)}
    kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return kept | {DATA_VARIABLE: str(data)} if data is not None else kept


class Terminal:
    """A program in a terminal of its own; times are seconds since it was started."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self.sent = b""
        self._at = 0
        self._answered = dict.fromkeys(ANSWERS, 0)
        self._fd, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._began = self._since = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, preexec_fn=lambda: os.login_tty(theirs)
        )
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._fd)

    @property
    def now(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._began

    def frame_with(self, text: str) -> float:
        """When the frame that shows this text had arrived as a whole, of all that came since the last such call."""
        mark, self._since = text.encode(), time.perf_counter()
        while FRAME_END not in COLOURS.sub(b"", self.sent[self._at :]).partition(mark)[2]:
            self._read(text)
        self._at = len(self.sent)
        return self.now

    def press(self, key: str) -> float:
        """Press a key; what came before counts no more. When it was pressed."""
        self._at = len(self.sent)
        os.write(self._fd, key.encode())
        return self.now

    def rest(self, seconds: float) -> None:
        """Read on until nothing has come for so long."""
        while select.select([self._fd], [], [], seconds)[0]:
            self._read("")

    def resident(self) -> float:
        """What the program holds in memory, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    def _read(self, wanted: str) -> None:
        left = max(0.0, self._since + PATIENCE - time.perf_counter())
        if not select.select([self._fd], [], [], left)[0] or not left:
            raise TimeoutError(f"{wanted!r} was never painted; the end was {self.sent[-800:]!r}")
        try:
            self.sent += os.read(self._fd, 65536)
        except OSError as error:  # how Linux tells that the other end is closed
            raise EOFError(f"ended before {wanted!r} was painted: {self.sent[-2000:]!r}") from error
        for question, answer in ANSWERS.items():
            if (asked := self.sent.count(question)) > self._answered[question]:
                self._answered[question] = asked
                os.write(self._fd, answer)
