"""A terminal and a data folder for every test, and the approved scripts for all of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent_tui.core.language import Language
from agent_tui.desk import Staff
from agent_tui.journal import Journal, Person, SystemClock, new_id
from agent_tui.library import load
from agent_tui.places import Places, Preferences
from tests.e2e.library import approved
from tests.e2e.terminal import Terminal, why_not

GATE = bool(os.environ.get("AGENT_TUI_GATE"))


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return approved(tmp_path_factory.mktemp("library"))


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


def employ(places: Places, name: str, language: Language, role: str = "agent") -> Person:
    """Somebody who works here already, and whom this computer knows."""
    places.data.mkdir(parents=True, exist_ok=True)
    with Journal.open(places.journal, create=not places.journal.exists()) as journal:
        staff = Staff(journal, load(places.scripts).organisation, SystemClock(), new_id())
        person = staff.add(name, role, language)
    Preferences(language=language.value, person=person.id).write(places.preferences)
    return person
