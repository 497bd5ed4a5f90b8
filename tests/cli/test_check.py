"""What is wrong with the scripts, for people and for programs, quick enough to run on every save."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.library.linting.shelf import BANK, HOUSE, LIBRARY, SCRIPT, SERVICE, SHARED, Content

LINE = re.compile(r"^(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): \[(?P<code>\w+)\] (?P<rest>.+)$", re.MULTILINE)


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    """A clean scripts folder in the folder commands are typed in."""
    folder = Content(tmp_path / "scripts")
    for path, held in ((LIBRARY, HOUSE), (SHARED, BANK), (SERVICE, SCRIPT)):
        folder.write(path, held.replace('"2027-01-31"', '"2999-01-31"'))
    monkeypatch.chdir(tmp_path)
    return folder


def codes(stdout: str) -> list[str]:
    return [found["code"] for found in LINE.finditer(stdout)]


def test_the_scripts_in_use_are_clean(run: Run) -> None:
    result = run(None, "check", "--strict")
    assert (result.exit_code, result.stdout) == (0, "Nothing to correct.\n")


def test_errors_stand_apart_from_warnings_and_both_are_counted(run: Run, content: Content) -> None:
    content.replace(SERVICE, '"ما رقم المعاملة؟"', '"آسف، ما رقم المعاملة?"')
    content.replace(SERVICE, '"هذه حال المعاملة."', '"عزيزي العميل، هذه حال المعاملة."')
    result = run(None, "check", "scripts")
    assert result.exit_code == 1
    errors, _heading, warnings = result.stdout.partition("\nWarnings\n")
    assert errors.startswith("Errors\n")
    assert codes(errors) == ["gendered_speaker", "empty_address"]
    assert codes(warnings) == ["not_approved", "not_approved", "not_approved", "latin_mark"]
    assert result.stdout.endswith("\n2 errors, 4 warnings.\n")


def test_a_place_is_one_an_editor_finds(run: Run, content: Content) -> None:
    line, column = content.replace(SERVICE, '"ما رقم المعاملة؟"', '"ما رقم المعاملة¦?"')
    result = run(None, "check", "scripts/services/delayed.yaml")
    wanted = f"scripts/services/delayed.yaml:{line}:{column}: [latin_mark] listen.say[1].text.ar: A Latin mark (?) "
    assert wanted in result.stdout
    assert Path(wanted.partition(":")[0]).is_file()


def test_one_file_is_told_of_alone(run: Run, content: Content) -> None:
    content.replace(SHARED, '"Thank you for telling us."', '"Thank you  for telling us."')
    content.replace(SERVICE, '"هذه حال المعاملة."', '"هذه  حال المعاملة."')
    assert "double_space" in codes(run(None, "check", "scripts/phrases/shared.yaml").stdout)
    assert all(
        "shared.yaml" in found["path"] for found in LINE.finditer(run(None, "check", f"scripts/{SHARED}").stdout)
    )
    assert codes(run(None, "check", "scripts").stdout).count("double_space") == 2


@pytest.mark.parametrize(
    ("old", "new", "strict", "expected"),
    [
        ("version: 3", "version: 4", (), 0),
        ("version: 3", "version: 4", ("--strict",), 1),  # nothing was approved
        ('"هذه حال المعاملة."', '"سنتصل بكم."', (), 1),
        ("version: 3", "version: three", (), 4),
        ("version: 3", "version: [", (), 4),
    ],
)
def test_the_exit_code_says_how_bad_it_is(
    run: Run, content: Content, old: str, new: str, strict: tuple[str, ...], expected: int
) -> None:
    content.replace(SERVICE, old, new)
    assert run(None, "check", "scripts", *strict).exit_code == expected


def test_an_unusable_library_is_told_with_all_the_rest(run: Run, content: Content) -> None:
    content.replace(LIBRARY, "timezone: Asia/Riyadh", "timezone: Asia/Nowhere")
    content.replace(SERVICE, "version: 3", "version: three")
    content.replace(SERVICE, '"هذه حال المعاملة."', '"هذه  حال المعاملة."')
    result = run(None, "check", "scripts")
    assert result.exit_code == 4
    assert sorted(codes(result.stdout)) == ["double_space", "unknown_zone", "wrong_type"]


def test_json_says_it_in_both_languages(run: Run, content: Content) -> None:
    line, column = content.replace(SERVICE, '"هذه حال المعاملة."', '"¦سنتصل بكم."')
    result = run(None, "check", "scripts/services/delayed.yaml", "--json")
    told = {one["code"]: one for one in json.loads(result.stdout)}
    promise = told["hidden_promise"]
    assert set(promise) == {"path", "line", "column", "where", "code", "level", "message_ar", "message_en"}
    assert (promise["path"], promise["line"], promise["column"]) == ("scripts/services/delayed.yaml", line, column)
    assert (promise["where"], promise["level"]) == ("solve.say[0].text.ar", "error")
    assert promise["message_en"].startswith("“سنتصل” binds us")
    assert promise["message_ar"].startswith("«سنتصل» يُلزمنا")


def test_json_of_clean_content_is_an_empty_list(run: Run) -> None:
    assert json.loads(run(None, "check", "--json").stdout) == []


@pytest.mark.parametrize(("path", "expected"), [("nowhere", 3), ("elsewhere/x.yaml", 2)])
def test_a_path_that_is_none_of_scripts(run: Run, content: Content, path: str, expected: int) -> None:
    (content.root.parent / "elsewhere").mkdir()
    (content.root.parent / "elsewhere" / "x.yaml").write_text("x: 1")
    result = run(None, "check", path)
    assert (result.exit_code, result.stdout) == (expected, "")
    assert path in result.stderr


def test_a_folder_without_a_library(run: Run, tmp_path: Path) -> None:
    result = run(None, "check", str(tmp_path))
    assert result.exit_code == 4
    assert codes(result.stdout) == ["file_missing"]


def test_it_speaks_arabic(run: Run, content: Content, in_arabic: None) -> None:
    content.replace(SERVICE, '"هذه حال المعاملة."', '"سنتصل بكم."')
    result = run(None, "check", "scripts")
    assert result.stdout.startswith("أخطاء\n")
    assert "[hidden_promise] solve.say[0].text.ar: «سنتصل» يُلزمنا بشيء" in result.stdout
    assert result.stdout.endswith("خطأ واحد، 3 تنبيهات.\n")
    assert run(None, "check").stdout == "لا شيء يحتاج إلى تصحيح.\n"
