"""The record taken out: what stands in it, that it flows, and that a file is whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from agent_tui.cli.export import lines
from agent_tui.cli.records import CHUNK, interactions
from agent_tui.cli.sheet import COLUMNS, cell
from agent_tui.core.events.fact import Event, Personal
from agent_tui.core.events.interaction import Noted
from agent_tui.journal import Filter, Journal, Recorded
from tests.cli.conftest import Run
from tests.cli.contacts import ROOT, Centre


def test_every_event_is_a_line(run: Run, day: Centre) -> None:
    result = run(day, "export", "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    records = [json.loads(line) for line in result.stdout.splitlines()]
    with Journal.open_read_only(day.places.journal) as journal:
        kept = list(journal.stream())
    assert [record["n"] for record in records] == [one.n for one in kept]
    assert [record["id"] for record in records] == [one.event.id for one in kept]
    assert {*records[0]} == {"n", "id", "stream", "seq", "at", "elapsed", "run", "by", "kind", "data"}
    assert records[0]["kind"] == "joined"
    assert records[0]["data"]["name"] == "Mona"
    assert any(record["data"].get("name") == "هدى السالم" for record in records)


def test_an_interaction_is_a_row(run: Run, day: Centre) -> None:
    result = run(day, "export", "--format", "csv")
    assert result.stdout_bytes.count(b"\r\n") == 4
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["agent_name"] for row in rows] == ["Tariq", "Salma", "Salma"]
    assert [row["outcome"] for row in rows] == ["", "promised", "promised"]
    assert rows[1]["customer"] == "هدى السالم"
    assert rows[1]["phone"] == "'+966501234567"


def test_practice_is_taken_out_alone(run: Run, day: Centre) -> None:
    out = run(day, "export", "--format", "csv", "--practice").stdout
    assert "A simulated customer" in out
    assert ",Salma," in out
    assert "Huda" not in out


def test_excel_gets_its_mark(run: Run, day: Centre) -> None:
    assert run(day, "export", "--format", "csv", "--bom").stdout_bytes.startswith(b"\xef\xbb\xbfid,")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (-3, "'-3"),
        (["a", "b"], "a b"),
        ("Huda", "Huda"),
        ("=1+1", "'=1+1"),
        ("+966", "'+966"),
        ("@sum", "'@sum"),
        ("-1", "'-1"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("a\0b", "ab"),
    ],
)
def test_no_cell_is_a_formula(value: object, shown: str) -> None:
    assert cell(value) == shown


def synthetic(count: int, made: list[int] | None = None) -> Iterator[Recorded]:
    for n in range(count):
        if made is not None:
            made.append(n)
        yield Recorded(
            n, Event(f"e{n}", "interaction:i", n, n, n, "run", "huda", Noted(Personal(f"r{n}", "note " * 20)))
        )


def test_lines_are_made_as_they_are_asked_for() -> None:
    made: list[int] = []
    flowing = lines(synthetic(100, made))
    assert made == []
    next(flowing)
    assert made == [0]


def test_memory_stays_flat(run: Run, day: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def peak(count: int) -> int:
        monkeypatch.setattr(Journal, "stream", lambda _self: synthetic(count))
        tracemalloc.start()
        result = run(day, "export", "--format", "jsonl", "--output", str(tmp_path / f"{count}.jsonl"))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert result.exit_code == 0
        return most

    peak(10)
    few, many = peak(200), peak(6_000)
    assert (tmp_path / "6000.jsonl").stat().st_size > 30 * (tmp_path / "200.jsonl").stat().st_size * 0.9
    tracemalloc.start()
    held = list(synthetic(6_000))
    whole = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(held) == 6_000
    flat = 3 * few + 200_000
    assert many < flat < whole  # what an export that held everything would need is far above the bound


def test_interactions_are_read_a_page_at_a_time() -> None:
    asked: list[int] = []

    def page(_wanted: Filter, *, after: Any, limit: int) -> list[Any]:
        asked.append(limit)
        begin = 0 if after is None else after.n + 1
        return [SimpleNamespace(opened_at=n, n=n) for n in range(begin, min(begin + limit, CHUNK * 3))]

    journal: Any = SimpleNamespace(interactions=page)
    rows = interactions(journal, Filter())
    next(rows)
    assert asked == [CHUNK]
    assert sum(1 for _row in rows) == CHUNK * 3 - 1
    assert len(list(interactions(journal, Filter(), CHUNK + 7))) == CHUNK + 7
    assert asked[-2:] == [CHUNK, 7]


# Files


def test_a_file_is_for_its_owner_alone(run: Run, day: Centre, tmp_path: Path) -> None:
    file = tmp_path / "log.jsonl"
    result = run(day, "export", "--format", "jsonl", "--output", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_bytes() == run(day, "export", "--format", "jsonl").stdout_bytes
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.glob(".*.part")) == []


def test_a_file_that_is_there_stays(run: Run, day: Centre, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text("mine")
    result = run(day, "export", "--format", "csv", "--output", str(file))
    assert result.exit_code == 5
    assert "--force" in result.stderr
    assert file.read_text() == "mine"
    assert run(day, "export", "--format", "csv", "--output", str(file), "--force").exit_code == 0
    assert file.read_text("utf-8").startswith("id,")


def test_a_broken_export_leaves_nothing(run: Run, day: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_self: Journal) -> Iterator[Recorded]:
        yield from synthetic(5, [])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "stream", breaks)
    result = run(day, "export", "--format", "jsonl", "--output", str(tmp_path / "log.jsonl"))
    assert result.exit_code == 4
    assert "No space left on device" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written(run: Run, day: Centre, tmp_path: Path) -> None:
    result = run(day, "export", "--format", "jsonl", "--output", str(tmp_path / "no" / "log.jsonl"))
    assert result.exit_code == 4
    assert str(tmp_path / "no" / "log.jsonl") in result.stderr
    result = run(day, "export", "--format", "jsonl", "--output", str(tmp_path))
    assert result.exit_code == 2
    assert "is a folder" in result.stderr


@pytest.mark.parametrize("words", [("export", "--format", "jsonl"), ("export", "--format", "csv"), ("log", "list")])
@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise there")
def test_a_reader_that_stops_is_no_error(day: Centre, words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "agent_tui", "--data", str(day.places.data), *words]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")
