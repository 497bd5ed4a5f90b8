"""A desk of its own for every test."""

from __future__ import annotations

import pytest

from tests.core.world import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()
