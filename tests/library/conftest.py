"""A good scripts folder of its own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.shelf import BANK, HOUSE, LIBRARY, SCRIPT, SERVICE, SHARED, Scripts


@pytest.fixture
def scripts(tmp_path: Path) -> Scripts:
    folder = Scripts(tmp_path / "scripts")
    folder.write(LIBRARY, HOUSE)
    folder.write(SHARED, BANK)
    folder.write(SERVICE, SCRIPT)
    return folder
