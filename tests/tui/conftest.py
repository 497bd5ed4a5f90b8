"""The approved scripts, and data folders in which somebody works already."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent_tui.core.language import Language
from agent_tui.locale import use
from agent_tui.places import Places
from tests.e2e.library import approved

if TYPE_CHECKING:
    from agent_tui.library import Library


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return approved(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def library(scripts: Path) -> Library:
    from agent_tui.library import load

    return load(scripts)


@pytest.fixture(scope="session")
def seats(tmp_path_factory: pytest.TempPathFactory, scripts: Path, library: Library) -> dict[Language, Places]:
    """For each language, a data folder of somebody who speaks it."""
    from tests.tui.at_work import employ

    found = {}
    for language in Language:
        places = Places(tmp_path_factory.mktemp(f"seat-{language}") / "data", scripts)
        employ(places, library, language)
        found[language] = places
    return found


@pytest.fixture
def english() -> Iterator[None]:
    """The interface in English, before and after."""
    use(Language.ENGLISH)
    yield
    use(Language.ENGLISH)


@pytest.fixture
def nobody(tmp_path: Path, scripts: Path, library: Library, english: None, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A computer where nobody has worked yet; the library is read once for all tests."""
    monkeypatch.setattr("agent_tui.tui.opening.load_library", lambda _root: library)
    return Places(tmp_path / "data", scripts)


@pytest.fixture
def places(nobody: Places, seats: dict[Language, Places]) -> Places:
    """Salma's computer, in English."""
    shutil.copytree(seats[Language.ENGLISH].data, nobody.data)
    return nobody


@pytest.fixture
def arabic_places(nobody: Places, seats: dict[Language, Places]) -> Places:
    """Salma's computer, in Arabic."""
    shutil.copytree(seats[Language.ARABIC].data, nobody.data)
    return nobody
