"""The runs of the program: each beats while it lives, so that others can tell what a dead one left."""

from __future__ import annotations

import os
import socket

from agent_tui.journal.connection import Connections
from agent_tui.journal.rows import RunRow


class Runs:
    """Runs of the program on this file; times are UTC milliseconds."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def begin(self, run: str, by: str, at: int, *, host: str | None = None, pid: int | None = None) -> None:
        """Enter a run, of this process on this computer unless told otherwise; a second call begins it anew."""
        with self._connections.writing() as connection:
            connection.execute(
                "INSERT INTO run(id, by, host, pid, started_at, beat_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)"
                " ON CONFLICT(id) DO UPDATE SET by = excluded.by, beat_at = excluded.beat_at, ended_at = NULL",
                (run, by, host or socket.gethostname(), os.getpid() if pid is None else pid, at),
            )

    def beat(self, run: str, at: int) -> None:
        """Say that the run is alive."""
        with self._connections.writing() as connection:
            connection.execute("UPDATE run SET beat_at = ? WHERE id = ?", (at, run))

    def end(self, run: str, at: int) -> None:
        """Say that the run is over."""
        with self._connections.writing() as connection:
            connection.execute("UPDATE run SET ended_at = ? WHERE id = ?", (at, run))

    def all(self) -> tuple[RunRow, ...]:
        """Every run, in the order they began."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                "SELECT id, by, host, pid, started_at, beat_at, ended_at FROM run ORDER BY started_at, id"
            ).fetchall()
        return tuple(RunRow(*row) for row in rows)
