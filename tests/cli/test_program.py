"""The command without another, its options, its language, and its help."""

from __future__ import annotations

import json
import subprocess
import sys
import types
from pathlib import Path

import click
import pytest

from agent_tui import __version__
from agent_tui.cli.program import COMMANDS, program
from agent_tui.core.language import Language
from agent_tui.places import Places, Preferences
from tests.cli.conftest import Run
from tests.cli.contacts import ROOT, Centre


def every_command() -> list[tuple[str, ...]]:
    """The words of every command there is, groups included."""
    ctx = click.Context(program)
    found: list[tuple[str, ...]] = [()]
    for name in COMMANDS:
        command = program.get_command(ctx, name)
        found.append((name,))
        if isinstance(command, click.Group):
            found += [(name, inner) for inner in command.commands]
    return found


EVERY = every_command()


class Opened(list[tuple[Places, dict[str, object]]]):
    """What the screen was opened with."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Stand in for the screen; the test's own streams count as a terminal."""
    calls = Opened()
    app = types.ModuleType("agent_tui.tui.app")

    def run_app(places: Places, **wanted: object) -> int:
        calls.append((places, wanted))
        return 7

    app.run = run_app  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "agent_tui.tui.app", app)
    monkeypatch.setenv("TEXTUAL_DRIVER", "a test's")
    return calls


def test_without_a_command_the_screen_opens(run: Run, opened: Opened, tmp_path: Path) -> None:
    result = run(None, "--data", str(tmp_path), "--as", "Salma", "--bidi", "lrm", "--lang", "en")
    assert result.exit_code == 7
    ((places, wanted),) = opened
    assert places.data == tmp_path
    assert wanted == {"person": "Salma", "language": Language.ENGLISH, "bidi": "lrm"}


def test_without_a_terminal_it_says_so(run: Run) -> None:
    result = run(None)
    assert result.exit_code == 2
    assert "needs a terminal" in result.stderr


@pytest.mark.parametrize(
    ("env", "remembered", "words", "language"),
    [
        ({}, None, (), "en"),
        ({"LANG": "ar_SA.UTF-8"}, None, (), "ar"),
        ({"LANG": "ar_SA.UTF-8", "LC_ALL": "C.UTF-8"}, None, (), "en"),
        ({"LANG": "ar_SA.UTF-8"}, "en", (), "en"),
        ({"AGENT_TUI_LANG": "ar"}, "en", (), "ar"),
        ({"AGENT_TUI_LANG": "ar"}, "ar", ("--lang", "en"), "en"),
        ({}, None, ("--lang=AR",), "ar"),
    ],
)
def test_the_language_is_the_nearest_choice(
    run: Run,
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    env: dict[str, str],
    remembered: str | None,
    words: tuple[str, ...],
    language: str,
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    if remembered:
        Preferences(remembered).write(Places(tmp_path, tmp_path).preferences)
    run(None, "--data", str(tmp_path), *words)
    assert opened[0][1]["language"] == language


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_command_has_help_with_an_example(run: Run, words: tuple[str, ...]) -> None:
    result = run(None, *words, "--help")
    assert result.exit_code == 0
    assert f"Usage: {' '.join(('agent-tui', *words))}" in result.stdout
    if words not in (("log",), ("staff",)):
        assert "Examples:\n  agent-tui" in result.stdout


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_help_is_arabic_but_for_what_is_typed(run: Run, in_arabic: None, words: tuple[str, ...]) -> None:
    ctx = click.Context(program)
    result = run(None, *words, "--help")
    assert result.exit_code == 0
    assert "الاستعمال: agent-tui" in result.stdout
    assert "عرض هذه التعليمات والخروج." in result.stdout
    command = program if not words else program.get_command(ctx, words[0])
    if len(words) == 2:
        assert isinstance(command, click.Group)
        command = command.commands[words[1]]
    assert command is not None
    assert command.help is not None
    english = [command.help, *(option.help for option in command.params if isinstance(option, click.Option))]
    for message in english:
        assert message is not None
        assert message.split("\n")[0] not in result.stdout
    assert command.get_short_help_str() != command.help.split("\n")[0]


def test_even_the_help_of_a_wrong_command_is_in_its_language(run: Run, in_arabic: None) -> None:
    result = run(None, "lgo", "--help")
    assert result.exit_code == 2
    assert "لا يوجد أمر باسم «lgo»" in result.stderr


def test_the_exit_codes_are_told(run: Run) -> None:
    told = run(None, "--help").stdout.partition("Exit codes:")[2]
    assert [line.split()[0] for line in told.strip().splitlines()] == ["0", "1", "2", "3", "4", "5", "70", "130", "141"]


def test_version(run: Run) -> None:
    assert run(None, "--version").stdout == f"agent-tui {__version__}\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--lnag", "ar"), "There is no option --lnag here."),
        (("--lang", "fr"), "--lang: “fr” is not known. Type one of: ar, en."),
        (("--lang",), "--lang was not used rightly"),
        (("log", "list", "--json=yes"), "--json was not used rightly"),
        (("log", "list", "more"), "Nothing was asked for here: more"),
        (("log", "list", "--from", "soon"), "--from: “soon” is not a day."),
        (("log", "list", "--from", "31/2/2026"), "--from: “31/2/2026” is not a day."),
        (("log", "list", "--limit", "-1"), "--limit: “-1” is not a number."),
        (("log", "list", "--outcome", "won"), "--outcome: “won” is not known."),
        (("log", "show"), "ID is missing."),
        (("export",), "--format is missing."),
        (("export", "--format", "xlsx"), "--format: “xlsx” is not known. Type one of: jsonl, csv."),
        (("export", "--format", "jsonl", "--bom"), "--bom is for csv only."),
        (("staff", "add", "Huda", "--role", "chief"), "--role: “chief” is not known."),
        (("frobnicate",), "There is no command “frobnicate”."),
        (("log", "frobnicate"), "Type one of: list, show."),
    ],
)
def test_what_is_typed_wrongly_is_told_in_a_line(run: Run, day: Centre, words: tuple[str, ...], told: str) -> None:
    result = run(day, *words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert told in result.stderr.splitlines()[0]


def test_a_group_alone_shows_its_help(run: Run) -> None:
    result = run(None, "log")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Commands:\n  list" in result.stderr


def test_it_starts_as_a_module(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "agent_tui", "schema", "--shape", "bank"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["$ref"] == "#/$defs/bank"


@pytest.mark.parametrize(
    ("words", "ref"), [((), None), (("--shape", "service"), "script"), (("--shape", "library"), "library")]
)
def test_schema(run: Run, words: tuple[str, ...], ref: str | None) -> None:
    found = json.loads(run(None, "schema", *words).stdout)
    assert found["$schema"].startswith("https://json-schema.org/draft/2020-12")
    assert found.get("$ref") == (ref and f"#/$defs/{ref}")
