"""The driver that keeps a terminal from reordering what this program has already put in visual order."""

from __future__ import annotations

import os
import signal
from functools import cache
from typing import TYPE_CHECKING, cast, get_args

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from agent_tui.arabic.terminal import Setting, Terminal

SETTING = "AGENT_TUI_BIDI"
"""The environment's word on the form for a terminal: auto (the default), app, lrm or word."""

_ALTERNATE_SCREEN = b"\x1b[?1049h"
_MAIN_SCREEN = b"\x1b[?1049l"
_TERMINATED = 128 + signal.SIGTERM


class VisualOrderDriver(LinuxDriver):
    """Switches the terminal's own reordering off before the first paint, and on again whenever the screen is left.

    On SIGTERM, too, the program leaves in order: Textual alone would leave the terminal as it is.
    """

    terminal: Terminal

    def start_application_mode(self) -> None:
        self.terminal = known_terminal(self.fileno, getattr(self._app, "bidi", "auto"))
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is None:
            return  # stopped in the background; it starts again in the foreground
        self.write(self.terminal.enter)
        self._loop.add_signal_handler(signal.SIGTERM, lambda: self._app.exit(return_code=_TERMINATED))

    def stop_application_mode(self) -> None:
        self._loop.remove_signal_handler(signal.SIGTERM)
        self.write(self.terminal.leave)
        super().stop_application_mode()


@cache
def known_terminal(fd: int, setting: Setting = "auto") -> Terminal:
    """What the terminal at this descriptor wants, asked once in the life of the program."""
    from agent_tui.arabic.terminal import Setting, detect

    if setting == "auto":
        setting = cast("Setting", os.environ.get(SETTING) or "auto")
        if setting not in get_args(Setting):
            raise ValueError(f"{SETTING} is {setting!r}: choose one of {', '.join(get_args(Setting))}")
    if not os.isatty(fd):
        return detect(fd, setting)
    # A terminal that does not know a question may print it: with the alternate screen that is gone again.
    os.write(fd, _ALTERNATE_SCREEN)
    try:
        return detect(fd, setting)
    finally:
        os.write(fd, _MAIN_SCREEN)
