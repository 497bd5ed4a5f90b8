"""The library: a folder of plain YAML, read strictly, becomes the scripts agents walk."""

from agent_tui.library.approvals import Approval, read_approvals, record_approvals, revising
from agent_tui.library.library import Library
from agent_tui.library.loading import load, load_script
from agent_tui.library.problem import LibraryError, Problem
from agent_tui.library.restoring import restore
from agent_tui.library.shapes import Shape, schema

__all__ = [
    "Approval",
    "Library",
    "LibraryError",
    "Problem",
    "Shape",
    "load",
    "load_script",
    "read_approvals",
    "record_approvals",
    "restore",
    "revising",
    "schema",
]
