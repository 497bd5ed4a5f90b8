"""One event put on disk for good, beside the same bytes in a bare SQLite table with the same settings."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from agent_tui.core.events.fact import Personal
from agent_tui.journal import Journal
from agent_tui.journal.body import body_of
from agent_tui.journal.connection import connect
from tests.benchmarks.measure import Row, Size, alone, quantile, ratio, told
from tests.benchmarks.past import AnsweredPast, filled
from tests.journal.history import CONTENTS

RAW = "bare.db"


def stand_in(personal: Personal) -> dict[str, str]:
    """What a personal value leaves in the journal, in its length."""
    return {"ref": personal.ref, "sha256": "0" * 64}


def both(data: Path, count: int) -> tuple[list[float], list[float]]:
    """Seconds of so many events, each written here and there in turn."""
    ours, beside = list[float](), list[float]()
    raw = connect(data / RAW, mode="rwc", busy_ms=1_000)
    raw.execute("PRAGMA journal_mode=WAL").fetchall()
    raw.execute("CREATE TABLE IF NOT EXISTS event(n INTEGER PRIMARY KEY, body TEXT)")
    with Journal.open(data / "journal.db", create=False) as journal:
        newest = journal.interactions(limit=1)
        past = AnsweredPast(newest[0].n if newest else 1)
        for event in islice(chain.from_iterable(past.interactions(count)), count):
            body, began = body_of(event, stand_in), time.perf_counter()
            journal.append([event], CONTENTS)
            written = time.perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO event(body) VALUES (?)", (body,))
            raw.commit()
            beside.append(time.perf_counter() - written)
            ours.append(written - began)
    raw.close()
    return ours, beside


def rows(size: Size) -> Iterator[Row]:
    """Measure at the end of a long journal."""
    with filled(size.interactions, size.past) as data:
        both(data, size.repeats // 10)
        ours, beside = both(data, size.repeats * 10)
        (data / RAW).unlink()
    yield Row(
        "append one event",
        f"p50 {told(ours)}, p95 {quantile(ours, 0.95) * 1000:.3g} ms",
        f"p50 {told(beside)}, p95 {quantile(beside, 0.95) * 1000:.3g} ms",
        ratio(ours, beside),
        "p95 < 5 ms",
        str(len(ours)),
    )


if __name__ == "__main__":
    alone(__doc__, rows)
