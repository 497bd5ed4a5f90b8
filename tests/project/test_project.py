"""The project's own papers agree with each other: versions, pins, changelog, README, and what a wheel carries."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import agent_tui

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT: dict[str, Any] = PYPROJECT["project"]
UNPINNED = {"pip"}  # sqlite-utils names it, and every environment brings its own


def pins(text: str) -> tuple[dict[str, str], list[str]]:
    """Read a constraints file: the version of each package, and the lines that pin nothing exactly."""
    exact = re.compile(r"([A-Za-z0-9._-]+)==([0-9][A-Za-z0-9.!+_-]*)(?:; [a-z_]+ == '\w+')?")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    matches = {line: exact.fullmatch(line) for line in lines}
    versions = {str(canonicalize_name(match[1])): str(match[2]) for match in matches.values() if match}
    return versions, [line for line, match in matches.items() if not match]


PINS, LOOSE = pins((ROOT / ".ci/constraints.txt").read_text("utf-8"))
DIRECT = [
    Requirement(line)
    for line in [
        *PYPROJECT["build-system"]["requires"],
        *PROJECT["dependencies"],
        *(line for extra in PROJECT["optional-dependencies"].values() for line in extra),
    ]
]


def reached(start: list[Requirement]) -> set[str]:
    """Name every package that these ask for on this machine, through any number of steps."""
    names: set[str] = set()
    waiting = [(need, "") for need in start]
    while waiting:
        need, extra = waiting.pop()
        name = canonicalize_name(need.name)
        if (need.marker and not need.marker.evaluate({"extra": extra})) or name in names:
            continue
        names.add(name)
        try:
            onward = requires(name) or []
        except PackageNotFoundError:
            continue
        for wanted in need.extras or {""}:
            waiting += [(Requirement(line), wanted) for line in onward]
    return names


def test_one_version() -> None:
    assert PROJECT["version"] == agent_tui.__version__


def test_every_pin_is_exact_and_names_no_address() -> None:
    assert LOOSE == []


def test_a_loose_pin_is_found() -> None:
    loose = ["click>=8", "rich @ https://example.org/rich.whl", "--index-url https://example.org", "-e .", "ruff"]
    assert pins("\n".join(["# why", "click==8.5.1", "pysqlite3==0.6.1; sys_platform == 'linux'", *loose])) == (
        {"click": "8.5.1", "pysqlite3": "0.6.1"},
        loose,
    )


@pytest.mark.parametrize("need", DIRECT, ids=lambda need: need.name)
def test_a_pin_is_within_what_the_project_asks_for(need: Requirement) -> None:
    name = canonicalize_name(need.name)
    assert name in PINS, f"pyproject.toml: {need} has no pin in .ci/constraints.txt; run make pins"
    assert need.specifier.contains(PINS[name]), f"{need}, but .ci/constraints.txt has {PINS[name]}; run make pins"


def test_what_the_dependencies_ask_for_is_pinned_too() -> None:
    missing = reached(DIRECT) - PINS.keys() - UNPINNED
    assert not missing, f"no pin in .ci/constraints.txt: {', '.join(sorted(missing))}; run make pins"


def test_the_changelog_tells_of_this_version() -> None:
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert {"Unreleased", PROJECT["version"]} & set(headings)


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_readme_names_its_two_commands(command: str) -> None:
    assert command in (ROOT / "README.md").read_text("utf-8")


def test_a_wheel_carries_all_the_program_reads(tmp_path: Path) -> None:
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed here; make test brings it")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    carried = set(zipfile.ZipFile(wheel).namelist())

    def files(folder: str, becomes: str) -> set[str]:
        found = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        return {f"{becomes}/{path.relative_to(ROOT / folder).as_posix()}" for path in found}

    missing = (files("agent_tui", "agent_tui") | files("scripts", "agent_tui/starter")) - carried
    assert not missing, f"left out of the wheel: {', '.join(sorted(missing))}"
    assert "agent_tui/py.typed" in carried
