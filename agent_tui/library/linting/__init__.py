"""Linting: whether what the library says is right, kind and true, told by file, line and column."""

from agent_tui.library.linting.linter import lint
from agent_tui.library.linting.remark import Level, Remark

__all__ = ["Level", "Remark", "lint"]
