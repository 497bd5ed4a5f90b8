"""Every benchmark runs, in a tiny size, and prints its row; no time is judged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measure import HEAD, TINY, interleaved, quantile, ratio, spread, table, told
from tests.benchmarks.past import filled
from tests.benchmarks.run import ALL
from tests.benchmarks.terminal import ROOT

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures what Linux tells of a process")


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("past")
    with filled(TINY.interactions, folder):
        return folder


@pytest.mark.parametrize("benchmark", ALL, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_benchmark_prints_its_rows(benchmark: object, past: Path) -> None:
    file = str(vars(benchmark)["__file__"])
    few = ["--runs", "1", "--repeats", "3", "--interactions", "5", "--past", str(past)]
    done = subprocess.run(
        [sys.executable, file, *few],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    head, _rule, *rows = done.stdout.splitlines()
    assert head == table([]).splitlines()[0]
    assert rows
    assert all(row.count("|") == len(HEAD) + 1 for row in rows)


def test_the_past_is_written_once(past: Path) -> None:
    before = (past / "journal.db").stat().st_ino
    with filled(TINY.interactions, past) as folder:
        assert (folder / "journal.db").stat().st_ino == before


def test_figures() -> None:
    assert spread([3.0, 1.0, 2.0]) == (1.0, 2.0, 3.0)
    assert quantile([float(n) for n in range(100)], 0.95) == 95
    assert told([0.001, 0.002, 0.004]) == "2 ms (1 to 4)"
    assert ratio([2.0, 6.0], [1.0, 2.0]) == "2.50 (2.00 to 3.00)"
    assert interleaved(3, {"a": lambda: 1.0, "b": lambda: 2.0}) == {"a": [1.0] * 3, "b": [2.0] * 3}
