"""What goes wrong ends in a line or two, an exit code, and never in a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from agent_tui.desk import Desk
from agent_tui.journal import Journal
from agent_tui.journal.errors import UnknownEvent
from agent_tui.places import Places
from tests.cli.conftest import Run
from tests.cli.contacts import Centre

READING = [("log", "list"), ("log", "show", "last"), ("export", "--format", "jsonl"), ("staff", "list"), ("verify",)]


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_missing_journal_says_what_to_do(run: Run, centre: Centre, words: tuple[str, ...]) -> None:
    result = run(centre, *words)
    assert (result.exit_code, result.stdout) == (4, "")
    assert f"There is no journal at {centre.places.journal}." in result.stderr
    assert "agent-tui staff add" in result.stderr
    assert not centre.places.data.exists()


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_file_that_is_no_journal(run: Run, centre: Centre, words: tuple[str, ...]) -> None:
    centre.places.data.mkdir()
    centre.places.journal.write_text("something else")
    result = run(centre, *words)
    assert result.exit_code == 4
    assert str(centre.places.journal) in result.stderr
    assert centre.places.journal.read_text() == "something else"


def test_a_data_folder_that_cannot_be_written(run: Run, copied: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))
    assert run(copied, "log", "list").exit_code == 0
    assert run(copied, "verify").exit_code == 0
    result = run(copied, "staff", "add", "Huda", "--role", "agent")
    assert result.exit_code == 4
    assert "cannot be written. Ask for write permission" in result.stderr


def test_a_data_folder_that_is_a_file(run: Run, centre: Centre) -> None:
    centre.places.data.write_text("")
    result = run(centre, "staff", "add", "Huda", "--role", "agent")
    assert result.exit_code == 4
    assert str(centre.places.data) in result.stderr


def test_scripts_with_errors_are_told_with_their_place(run: Run, centre: Centre, tmp_path: Path) -> None:
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    (scripts / "library.yaml").write_text("name: {en: X}\nnonsense: 1\n")
    result = run(Centre(Places(centre.places.data, scripts)), "staff", "add", "Huda", "--role", "agent")
    assert result.exit_code == 4
    assert "The scripts cannot be used:\nlibrary.yaml:" in result.stderr


def test_what_a_newer_version_wrote(run: Run, day: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_self: Journal, _stream: str) -> None:
        raise UnknownEvent("later", event="e1", kind="teleported")

    monkeypatch.setattr(Journal, "events", unknown)
    result = run(day, "log", "show", "last")
    assert result.exit_code == 4
    assert "(teleported). Install that version." in result.stderr


def test_a_fault_leaves_a_report_and_no_traceback(run: Run, copied: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    told = " ".join(("what", "Huda", "said"))

    def fault(_self: Desk, _person: str) -> str:
        raise ZeroDivisionError(told)

    monkeypatch.setattr(Desk, "name_of", fault)
    result = run(copied, "log", "list")
    (report,) = copied.places.data.glob("crash-*.txt")
    assert result.exit_code == 70
    assert str(report) in result.stderr
    assert "Traceback" not in result.stderr
    assert "ZeroDivisionError" in report.read_text("utf-8")
    assert told not in report.read_text("utf-8") + result.stderr


def test_interrupted(run: Run, day: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_self: Desk, _person: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "name_of", interrupt)
    result = run(day, "log", "list")
    assert result.exit_code == 130
    assert "Interrupted." in result.stderr
    assert "Traceback" not in result.stderr


def test_it_speaks_arabic(run: Run, centre: Centre, in_arabic: None) -> None:
    assert f"لا يوجد سجل في {centre.places.journal}." in run(centre, "log", "list").stderr
