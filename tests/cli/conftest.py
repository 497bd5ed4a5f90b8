"""A centre whose log is only read, one of one's own to change, and the command line as it is typed there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agent_tui.cli.page import draw_as
from agent_tui.cli.program import program
from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Mode
from agent_tui.locale import catalogue, use
from agent_tui.places import Places
from tests.cli.catalogue import merged_into
from tests.cli.contacts import AR, MORNING, Centre, scripts_into

Run = Callable[..., Result]
"""Types a command in a centre."""


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of this computer's user decides, and nothing of one test stays for the next."""
    names = ("DATA", "SCRIPTS", "LANG", "AS", "BIDI")
    for name in (*(f"AGENT_TUI_{one}" for one in names), "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    yield
    use(Language.ENGLISH)
    draw_as("auto")


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return merged_into(tmp_path_factory.mktemp("catalogues"))


@pytest.fixture
def in_arabic(catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The command line speaks Arabic."""
    catalogue._catalogue.cache_clear()
    monkeypatch.setattr(catalogue, "FOLDER", catalogues)
    monkeypatch.setenv("AGENT_TUI_LANG", "ar")
    yield
    catalogue._catalogue.cache_clear()


@pytest.fixture(scope="session")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts, approved as they stand."""
    return scripts_into(tmp_path_factory.mktemp("approved") / "scripts")


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory, approved: Path) -> Centre:
    """A centre with a day's contacts; it is read and never changed."""
    centre = Centre(Places(tmp_path_factory.mktemp("day") / "data", approved))
    centre.staff(Mona="supervisor", Salma="agent", Tariq="agent")
    with centre.desk("Salma") as desk:
        centre.angry(desk)
        centre.angry(desk, AR, name="هدى السالم")
    with centre.desk("Tariq", at=MORNING + 86_400_000) as desk:
        centre.opened(desk)
    with centre.desk("Salma", mode=Mode.PRACTICE) as desk:
        centre.angry(desk, name="A simulated customer")
    return centre


@pytest.fixture
def centre(tmp_path: Path, approved: Path) -> Centre:
    """A new centre, to be changed."""
    return Centre(Places(tmp_path / "data", approved))


@pytest.fixture
def copied(tmp_path: Path, day: Centre) -> Centre:
    """The day's centre, to be damaged."""
    shutil.copytree(day.places.data, tmp_path / "data")
    return Centre(Places(tmp_path / "data", day.places.scripts))


@pytest.fixture
def run() -> Run:
    def typed(centre: Centre | None, *words: str, columns: int = 100) -> Result:
        options = []
        if centre is not None:
            options = ["--data", str(centre.places.data), "--scripts", str(centre.places.scripts)]
        return CliRunner().invoke(program, [*options, *words], env={"COLUMNS": str(columns)})

    return typed
