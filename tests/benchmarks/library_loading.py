"""Loading a scripts folder with all its checks, beside reading the same files with PyYAML's C loader alone."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from agent_tui.library import load
from tests.benchmarks.measure import Row, Size, alone, interleaved, ratio, told
from tests.benchmarks.past import SCRIPTS

MANY = 40


def multiplied(folder: Path, count: int) -> Path:
    """A scripts folder with so many services: those there are, and copies of them under other ids."""
    shutil.copytree(SCRIPTS, folder)
    services = sorted((folder / "services").glob("*.yaml"))
    for number in range(len(services), count):
        source = services[number % len(services)]
        name = f"{source.stem}-{number}"
        text = source.read_text("utf-8")
        head = f"id: {source.stem}\n"
        assert text.count(head) == 1, source
        (folder / "services" / f"{name}.yaml").write_text(text.replace(head, f"id: {name}\n"), "utf-8")
    return folder


def timed(act: Callable[[], object]) -> Callable[[], float]:
    """An act that tells its seconds."""

    def done() -> float:
        began = time.perf_counter()
        act()
        return time.perf_counter() - began

    return done


def parse(files: list[Path]) -> None:
    """Read every file as YAML and nothing more."""
    for file in files:
        with file.open("rb") as stream:
            yaml.load(stream, yaml.CSafeLoader)


def rows(size: Size) -> Iterator[Row]:
    """Measure with the starter services and with many."""
    starters = len(list((SCRIPTS / "services").glob("*.yaml")))
    for count in (starters, max(MANY, starters) if size.runs > 1 else starters + 1):
        with TemporaryDirectory(prefix="agent-tui-bench-") as folder:
            root = multiplied(Path(folder) / "scripts", count)
            assert len(load(root).scripts) == count
            files = sorted(root.rglob("*.yaml"))
            things = {"load": timed(lambda root=root: load(root)), "parse": timed(lambda files=files: parse(files))}  # type: ignore[misc]
            found = interleaved(size.runs, things)
        ours, beside = found["load"], found["parse"]
        what = f"load the library, {count} services"
        yield Row(what, told(ours), told(beside), ratio(ours, beside), n=str(size.runs))


if __name__ == "__main__":
    alone(__doc__, rows)
