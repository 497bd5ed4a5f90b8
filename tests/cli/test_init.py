"""The starter scripts copied, and what is somebody's own left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent_tui.cli import init
from agent_tui.library import load
from agent_tui.places import Places
from tests.cli.conftest import Run
from tests.cli.contacts import Centre


@pytest.fixture
def starter(approved: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(init, "starter_scripts", lambda: approved)
    return approved


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_copy_is_complete_and_used_from_then_on(run: Run, starter: Path, tmp_path: Path) -> None:
    result = run(None, "init", "--data", str(tmp_path / "centre"))
    assert result.exit_code == 0, result.stderr
    copy = tmp_path / "centre" / "scripts"
    assert files(copy) == files(starter)
    assert f"{len(files(starter))} files copied to {copy}" in result.stdout
    assert Places.find(tmp_path / "centre").scripts == copy
    assert load(copy).scripts


def test_an_empty_folder_is_filled(run: Run, starter: Path, centre: Centre) -> None:
    (centre.places.data / "scripts").mkdir(parents=True)
    assert run(centre, "init").exit_code == 0
    assert files(centre.places.data / "scripts") == files(starter)


def test_what_is_there_is_refused(run: Run, starter: Path, centre: Centre) -> None:
    run(centre, "init")
    mine = centre.places.data / "scripts" / "library.yaml"
    mine.write_text("mine")
    result = run(centre, "init")
    assert (result.exit_code, result.stdout) == (5, "")
    assert "agent-tui init --force" in result.stderr
    assert mine.read_text() == "mine"


def test_force_adds_what_is_missing_and_names_what_differs(run: Run, starter: Path, centre: Centre) -> None:
    run(centre, "init")
    scripts = centre.places.data / "scripts"
    (scripts / "library.yaml").write_text("mine")
    (scripts / "services" / "own.yaml").write_text("mine too")
    (scripts / "phrases" / "hold.yaml").unlink()
    result = run(centre, "init", "--force")
    assert result.exit_code == 0
    assert "differs from the starter, left as it is: library.yaml" in result.stdout
    assert "1 file copied" in result.stdout
    assert files(scripts) == {
        **files(starter),
        "library.yaml": b"mine",
        "services/own.yaml": b"mine too",
    }


def test_a_broken_copy_leaves_nothing(run: Run, starter: Path, centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_source: Path, _target: Path) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(init, "_copy", fails)
    result = run(centre, "init")
    assert result.exit_code == 4
    assert not (centre.places.data / "scripts").exists()


def test_it_counts_in_arabic(run: Run, starter: Path, centre: Centre, in_arabic: None) -> None:
    run(centre, "init")
    (centre.places.data / "scripts" / "phrases" / "hold.yaml").unlink()
    assert "نُسخ ملف واحد إلى" in run(centre, "init", "--force").stdout
    assert "لم يُنسخ أي ملف إلى" in run(centre, "init", "--force").stdout
    assert "وقد تُرك كما هو." in run(centre, "init").stderr
