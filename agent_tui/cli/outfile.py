"""A file a command writes: complete under its name, or not there at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from agent_tui.cli.exits import Exit
from agent_tui.cli.page import filled
from agent_tui.cli.trouble import Trouble
from agent_tui.locale import _


@contextmanager
def output(path: Path | None, *, force: bool) -> Iterator[BinaryIO]:
    """Somewhere to write bytes: a file that appears when all is written, or standard output.

    Only its owner can read the file: what customers said stands in it. A file that is there is replaced only with
    `force`.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if path.is_dir():
        raise Trouble(Exit.USAGE, filled(_("{path} is a folder. Name a file in it."), path=path))
    if not force and os.path.lexists(path):
        raise _there_already(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        if force:
            draft.replace(path)
        else:
            _put(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _put(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise _there_already(path) from None
    except OSError:
        # A file system without hard links; the moment between the question and the answer is short.
        if os.path.lexists(path):
            raise _there_already(path) from None
        draft.rename(path)


def _there_already(path: Path) -> Trouble:
    return Trouble(
        Exit.REFUSED, filled(_("{path} is there already. Choose another name, or replace it with --force."), path=path)
    )
