"""Several programs on one file: all start, all write, and one killed at any moment loses nothing it confirmed."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from agent_tui.journal import Journal
from tests.journal.history import CONTENTS, Past
from tests.journal.test_schema import older, shape
from tests.journal.writing import HELD, OPENED, ROOT, read_models, tell

Child = subprocess.Popen[str]


def child(*arguments: str) -> Child:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.journal.child", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def line(process: Child) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def all_at_once(children: Sequence[Child]) -> None:
    """Wait until every child is ready, let them go together, and see each of them done."""
    for one in children:
        assert line(one) == "ready"
    for one in children:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    for one in children:
        said, complaint = one.communicate(timeout=60)
        assert (said.strip(), complaint, one.returncode) == ("done", "", 0)


@contextmanager
def running(*arguments: str) -> Iterator[Child]:
    process = child(*arguments)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_many_programs_starting_at_once_find_one_journal(tmp_path: Path) -> None:
    blank, old = tmp_path / "blank.db", tmp_path / "old.db"
    older(old, "m002_working")
    all_at_once([child("start", str(blank), str(old)) for _ in range(12)])
    assert shape(blank) == shape(old)
    for path, before in ((blank, 0), (old, 3)):
        with Journal.open(path, create=False) as journal:
            assert journal.verify().events == before + 12
            assert journal.verify().sound
    assert sorted(one.name for one in tmp_path.iterdir() if "ballast" not in one.name) == ["blank.db", "old.db"]


@pytest.mark.gate
def test_thirty_six_programs_starting_at_once_find_one_journal(tmp_path: Path) -> None:
    blank, old = tmp_path / "blank.db", tmp_path / "old.db"
    older(old, "m002_working")
    all_at_once([child("start", str(blank), str(old)) for _ in range(36)])
    for path, before in ((blank, 0), (old, 3)):
        with Journal.open(path, create=False) as journal:
            assert journal.verify().events == before + 36


def test_everything_several_programs_write_is_kept(journal: Journal) -> None:
    programs, each = 5, 40
    all_at_once([child("crowd", str(journal.path), str(each)) for _ in range(programs)])
    assert journal.verify().events == 2 * programs * each
    assert journal.verify().sound
    assert len(journal.events("staff:all")) == programs * each
    assert [row.seq for row in journal.interactions()] == [each] * programs
    before = read_models(journal)
    journal.rebuild()
    assert read_models(journal) == before


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_any_moment_nothing_confirmed_is_missing(journal: Journal, seed: int) -> None:
    draw = random.Random(seed)
    confirmed: list[str] = []
    with running("write", str(journal.path), str(seed)) as process:
        assert line(process) == "ready"
        for _ in range(draw.randrange(1, 150)):
            confirmed += line(process).split()
        process.send_signal(signal.SIGKILL)
        assert process.stdout is not None
        confirmed += process.stdout.read().split()  # not communicate(), which passes over what readline() holds
    with Journal.open(journal.path, create=False) as opened:
        written = [one.event.id for one in opened.stream()]
        assert opened.verify().sound
        assert written[: len(confirmed)] == confirmed
        # Of what was not confirmed, at most the batch under way; sending everything again is harmless.
        assert len(written) - len(confirmed) < 5
        again = [event for events in Past(seed).interactions(len(written)) for event in events][: len(written) + 3]
        opened.append(again, CONTENTS)
        assert [one.event.id for one in opened.stream()] == [one.id for one in again]
        before = read_models(opened)
        opened.rebuild()
        assert read_models(opened) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs file size limits")
def test_a_file_that_may_not_grow_is_a_full_disk(journal: Journal) -> None:
    with running("fill-up", str(journal.path), str(1024 * 1024)) as process:
        said, complaint = process.communicate(timeout=60)
    assert complaint == ""
    *confirmed, last = said.splitlines()
    assert last == "True True"  # worth a retry, and the reserve was given up
    assert len(confirmed) > 10
    written = [one.event.id for one in journal.stream()][1:]
    assert written == [name for batch in confirmed for name in batch.split()]
    assert journal.verify().sound
    tell(journal, "interaction:after", OPENED)


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that other users may look into, as the test's own is not."""
    folder = Path(tempfile.mkdtemp(prefix="agent-tui-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
@pytest.mark.parametrize("written_meanwhile", [False, True])
def test_who_may_only_read_gets_to_read(common: Path, written_meanwhile: bool) -> None:
    path = common / "journal.db"
    with Journal.open(path, create=True) as journal:
        tell(journal, "interaction:x", OPENED, HELD)
        if not written_meanwhile:
            journal.close()
        for one in common.iterdir():
            one.chmod(0o444)
        common.chmod(0o555)
        with running("without-rights", str(path)) as process:
            said, complaint = process.communicate(timeout=60)
    assert complaint == ""
    assert said.split() == ["read_only", "read_only", "2", "read_only"]
