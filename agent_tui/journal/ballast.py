"""A file that only takes up room, given up when the disk is full so that the running contact can still be saved."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SIZE = 4 * 1024 * 1024
"""Bytes: some eight hundred interactions, at about 5 kB each."""


class Ballast:
    """The room kept in reserve beside a journal."""

    def __init__(self, journal: Path, size: int = SIZE) -> None:
        self.path = journal.with_name(f"{journal.name}.ballast")
        self._size = size

    @property
    def kept(self) -> bool:
        """Whether the reserve is there."""
        return self.path.exists()

    def keep(self) -> bool:
        """Take the reserve up again where there is room for it; False where there is not."""
        if self.kept:
            return True
        part = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            if shutil.disk_usage(self.path.parent).free < 3 * self._size:
                return False
            with part.open("wb") as file:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, self._size)
                else:  # a sparse file would hold no room
                    file.write(bytes(self._size))
            part.replace(self.path)
        except OSError:
            # The reserve is a convenience: a folder without room or rights for it still holds a working journal.
            part.unlink(missing_ok=True)
            return False
        return True

    def give_up(self) -> bool:
        """Free the reserve; False where there was none."""
        try:
            self.path.unlink()
        except OSError:
            return False
        return True
