"""The computer's own clocks, as the domain wants time."""

from __future__ import annotations

import time

from agent_tui.core.clock import Moment


class SystemClock:
    """Tells the moment: UTC milliseconds, and steady milliseconds since this clock was made at the start of a run."""

    def __init__(self) -> None:
        self._began = time.monotonic_ns()

    def __call__(self) -> Moment:
        return Moment(time.time_ns() // 1_000_000, (time.monotonic_ns() - self._began) // 1_000_000)
