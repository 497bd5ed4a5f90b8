"""Identifiers that sort by the time they were made."""

from __future__ import annotations

import os
import time
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ulid import ULIDGenerator


class _Source:
    """One generator for the process, whose clock never goes back even where the computer's does."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._latest = 0
        self._generator: ULIDGenerator | None = None

    def _clock(self) -> int:
        self._latest = max(self._latest, time.time_ns() // 1_000_000)
        return self._latest

    def new(self) -> str:
        with self._lock:
            if self._generator is None:
                from ulid import ULIDGenerator

                self._generator = ULIDGenerator(self._clock)
            return str(self._generator.generate())


_source = _Source()


def new_id() -> str:
    """A new ULID, greater than every one made before by this process."""
    return _source.new()


def _start_again() -> None:
    # A forked child would go on counting where its parent does, and make the same ids.
    global _source  # noqa: PLW0603
    _source = _Source()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_again)
