"""A terminal and a data folder for every test, and the approved scripts for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent_tui.core.language import Language
from agent_tui.library import Library, load
from agent_tui.locale import use
from agent_tui.places import Places
from tests.e2e.library import approved
from tests.e2e.terminal import Terminal, why_not
from tests.tui.at_work import employ


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return approved(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def library(scripts: Path) -> Library:
    return load(scripts)


@pytest.fixture
def places(tmp_path: Path, scripts: Path) -> Places:
    """The folders of a computer where nobody has worked yet."""
    return Places(tmp_path / "data", scripts)


@pytest.fixture
def terminal(places: Places) -> Iterator[Terminal]:
    """A terminal of 80 columns and 24 rows; the test starts the program in it."""
    if why_not:
        pytest.skip(why_not)
    found = Terminal({"AGENT_TUI_DATA": str(places.data), "AGENT_TUI_SCRIPTS": str(places.scripts)})
    yield found
    found.close()


@pytest.fixture
def seated(places: Places, library: Library) -> Iterator[Places]:
    """Salma's computer, in English."""
    use(Language.ENGLISH)
    employ(places, library, Language.ENGLISH)
    yield places
    use(Language.ENGLISH)
