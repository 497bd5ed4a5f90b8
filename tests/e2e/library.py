"""The scripts the program comes with, every phrase of them approved."""

from __future__ import annotations

import shutil
from pathlib import Path

from agent_tui.library import load, record_approvals

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
APPROVED_AT = 1_772_000_000_000


def approved(folder: Path) -> Path:
    """A copy of scripts/ in a folder, wholly approved whatever stands approved today."""
    root = folder / "scripts"
    shutil.copytree(SCRIPTS, root)
    library = load(root)
    if any(set(phrase.hashes) - set(phrase.approved) for phrase in library.phrases()):
        (root / "approvals.yaml").unlink(missing_ok=True)
        record_approvals(root, load(root), author="Nora", approver="Sami", at=APPROVED_AT)
    return root
