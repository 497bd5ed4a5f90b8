"""A clean scripts folder of its own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.linting.shelf import BANK, HOUSE, LIBRARY, SCRIPT, SERVICE, SHARED, Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    folder = Content(tmp_path / "scripts")
    folder.write(LIBRARY, HOUSE)
    folder.write(SHARED, BANK)
    folder.write(SERVICE, SCRIPT)
    return folder
