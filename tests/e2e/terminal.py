"""The program in a terminal of its own: keys by name in, what stands on the screen out."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from agent_tui.arabic.layout import line
from agent_tui.core.language import Language
from agent_tui.core.next_step import NextStep, Step
from agent_tui.core.script import Script
from agent_tui.locale import current, use
from agent_tui.locale.catalogue import in_words
from agent_tui.locale.next_sentences import next_sentence

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
"""Seconds until a test gives up waiting; a slow computer only waits longer."""
BETWEEN_KEYS, A_LOOK = 0.12, 0.8
"""Nobody types faster; a terminal, too, tells Escape from the beginning of another key by the time behind it."""
PROGRAM = [sys.executable, "-m", "agent_tui"]
HINTS = ("TMUX", "TMUX_PANE", "STY", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM", "NO_COLOR")

tmux = shutil.which("tmux")
why_not = "" if tmux else "tmux is not installed here"


def drawn(text: str) -> str:
    """A text as it stands in a row of the screen: joined letters, in visual order."""
    return line(text, base="rtl" if any("\u0600" <= char <= "\u06ff" for char in text) else "ltr")


def in_arabic(message: str, **values: object) -> str:
    """One of the interface's messages in Arabic, logical order."""
    return in_words(message, Language.ARABIC).format(**values)


def foot(step: Step, language: Language = Language.ENGLISH, outcome: str = "") -> str:
    """What the Call screen's foot says of a next step."""
    before, no_script = current(), cast("Script", SimpleNamespace(field=lambda _name: None))
    use(language)
    try:
        return next_sentence(NextStep(step), no_script, outcome)
    finally:
        use(before)


class Terminal:
    """A program in tmux, on a server of its own that ends with the test."""

    def __init__(self, environment: Mapping[str, str], size: tuple[int, int] = (80, 24)) -> None:
        self._socket = f"agent-tui-test-{uuid.uuid4().hex}"
        inherited = {
            name: value
            for name, value in os.environ.items()
            if name not in HINTS and not name.startswith(("TEXTUAL", "AGENT_TUI"))
        }
        self._environment = inherited | {"LC_ALL": "C.UTF-8", "AGENT_TUI_BIDI": "app", **environment}
        self._size = size
        self.keys = 0

    def start(self, *arguments: str) -> None:
        """Start the program, in a new window where one is there already."""
        width, height = map(str, self._size)
        environment = [part for item in self._environment.items() for part in ("-e", "=".join(item))]
        if self._is_up():
            self._tmux("respawn-window", "-k", *environment, "-t", "main", *PROGRAM, *arguments)
            return
        begin = ["new-session", "-d", "-s", "main", "-x", width, "-y", height, "-c", str(ROOT)]
        self._tmux(*begin, *environment, *PROGRAM, *arguments)
        self._tmux("set-option", "-g", "remain-on-exit", "on")

    def press(self, *keys: str) -> None:
        """Press keys by their names (`Enter`, `Escape`, `F2`, `Up`, `m`), one after another, as fast as people do."""
        for key in keys:
            before = self._picture()
            self._tmux("send-keys", "-t", "main", key)
            self.keys += 1
            self._let_it_settle(before)

    def write(self, text: str) -> None:
        """Type a text as it is."""
        before = self._picture()
        self._tmux("send-keys", "-t", "main", "-l", text)
        self._let_it_settle(before)

    def _picture(self) -> str:
        where = self._tmux("display-message", "-p", "-t", "main", "#{cursor_x} #{cursor_y}")
        return where + self._tmux("capture-pane", "-p", "-e", "-t", "main")

    def _let_it_settle(self, before: str) -> None:
        """Wait for something to come of a key, as people do; where nothing shows, as long as they look."""
        deadline = time.monotonic() + A_LOOK
        while (after := self._picture()) == before and time.monotonic() < deadline:
            time.sleep(0.03)
        while after != before:
            time.sleep(BETWEEN_KEYS)
            before, after = after, self._picture()

    def rows(self) -> list[str]:
        """What stands on the screen, row by row."""
        return self._tmux("capture-pane", "-p", "-t", "main").splitlines()

    def shows(self, *texts: str) -> bool:
        """Whether all of these texts stand on the screen, each within one row."""
        rows = self.rows()
        return all(any(drawn(text) in row for row in rows) for text in texts)

    def wait_for(self, *texts: str) -> None:
        """Wait until all of these texts stand on the screen."""
        self.wait_until(lambda: self.shows(*texts), f"{texts} (drawn: {tuple(map(drawn, texts))})")

    def wait_until_gone(self, text: str) -> None:
        """Wait until a text stands on the screen no longer."""
        self.wait_until(lambda: not self.shows(text), f"the end of {text}")

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for something; what the screen shows is in the failure."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > deadline:
                raise AssertionError(f"never came: {what}\n" + "\n".join(self.rows()))
            time.sleep(0.05)

    def run(self, *arguments: str) -> str:
        """One of the program's commands, beside the screen and in English: what it says."""
        command = [*PROGRAM, "--lang", "en", *arguments]
        environment = {**self._environment, "AGENT_TUI_BIDI": "auto"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def kill(self) -> None:
        """End the program as a power cut would."""
        os.kill(int(self._tmux("display-message", "-p", "-t", "main", "#{pane_pid}")), signal.SIGKILL)
        self.wait_until_over()

    def wait_until_over(self) -> None:
        """Wait until the program has ended."""
        self.wait_until(lambda: self._tmux("display-message", "-p", "-t", "main", "#{pane_dead}") == "1", "the end")

    def close(self) -> None:
        """End the server and all in it."""
        subprocess.run([str(tmux), "-L", self._socket, "kill-server"], capture_output=True, check=False)

    def _is_up(self) -> bool:
        asked = subprocess.run([str(tmux), "-L", self._socket, "has-session"], capture_output=True, check=False)
        return asked.returncode == 0

    def _tmux(self, *words: str) -> str:
        command = [str(tmux), "-u", "-L", self._socket, "-f", os.devnull, *words]
        done = subprocess.run(command, capture_output=True, text=True, env=self._environment, check=False)
        assert done.returncode == 0, f"tmux {words}: {done.stderr}"
        return done.stdout.strip("\n")
