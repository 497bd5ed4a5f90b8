"""The report of a fault in the program itself: written to a file, so that no traceback reaches a user."""

from __future__ import annotations

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from agent_tui import __version__


def write_report(folder: Path, error: BaseException) -> Path | None:
    """Write what happened, without any value that was typed; None where even that cannot be written."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    lines = [f"agent-tui {__version__}, Python {platform.python_version()}, {platform.system()}", ""]
    for one in traceback.extract_tb(error.__traceback__):
        lines.append(f"{Path(one.filename).name}:{one.lineno} {one.name}: {one.line or ''}")
    lines.append(type(error).__name__)
    path = folder / f"crash-{stamp}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*lines, ""]), "utf-8")
    except OSError:
        return None
    return path
