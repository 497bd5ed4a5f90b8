"""What went wrong, told in a line or two with what to do, and the exit code that goes with it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from agent_tui.cli.exits import Exit
from agent_tui.cli.page import Page, filled
from agent_tui.locale import N_, _, current

MOST_PROBLEMS = 8


class Trouble(Exception):  # noqa: N818  it names what a user has, not what a caller did
    """A command that ends here; the lines tell why and what to do."""

    def __init__(self, exit_code: Exit, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.exit_code, self.lines = exit_code, lines


class ReaderGone(Exception):  # noqa: N818  it says what is the case
    """Whoever read the output has stopped, as `head` does; click would make an ordinary failure of it."""


@contextmanager
def reader_may_go() -> Iterator[None]:
    """Keep a broken pipe out of click's hands."""
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGone from error


def answered(run: Callable[[], object], folder: Path | None) -> int:
    """Run a command to its end, tell what went wrong, and answer with the exit code; a fault leaves a report."""
    try:
        code = run()
        sys.stdout.flush()
    except click.UsageError as error:
        return _tell(Exit.USAGE, (usage_sentence(error), *_hint(error)))
    except (click.Abort, KeyboardInterrupt):
        return _tell(Exit.INTERRUPTED, (_("Interrupted."),))
    except (ReaderGone, BrokenPipeError):
        return _reader_gone()
    except Exception as error:
        trouble = told(error) or _fault(error, folder)
        return _tell(trouble.exit_code, trouble.lines)
    return code if isinstance(code, int) else Exit.DONE


def told(error: Exception) -> Trouble | None:
    """What a known error means to whoever typed the command."""
    if isinstance(error, Trouble):
        return error
    if isinstance(error, OSError):
        return _file_trouble(error)
    from agent_tui.core.fold import BrokenStreamError
    from agent_tui.desk import StaffError
    from agent_tui.desk.journal_sentences import journal_sentence
    from agent_tui.journal import JournalError, JournalMissing, UnknownEvent
    from agent_tui.library import LibraryError

    match error:
        case JournalMissing() if error.params.get("reason") == "absent":
            return _no_journal(str(error.params["path"]))
        case UnknownEvent():
            newer = _(
                "The journal holds what only a newer version of this program knows ({kind}). Install that version."
            )
            return Trouble(Exit.UNUSABLE, filled(newer, kind=error.params["kind"]))
        case JournalError():
            return Trouble(Exit.UNUSABLE, journal_sentence(error))
        case LibraryError():
            return library_trouble(error)
        case StaffError():
            return staff_trouble(error.code, error.params)
        case BrokenStreamError():
            return Trouble(
                Exit.UNUSABLE, _("This interaction's events do not follow one another; run: agent-tui verify")
            )
    return None


def library_trouble(error: object) -> Trouble:
    """What keeps the scripts from being used."""
    from agent_tui.library import LibraryError

    assert isinstance(error, LibraryError)
    problems = [f"{one.place}: {one.message(current())}" for one in error.problems]
    return Trouble(Exit.UNUSABLE, _("The scripts cannot be used:"), *problems[:MOST_PROBLEMS])


_STAFF: dict[str, tuple[Exit, str]] = {
    "unknown": (Exit.NOT_FOUND, N_("Nobody here is called “{name}”. See who is: agent-tui staff list")),
    "name": (Exit.USAGE, N_("A name is needed.")),
    "role": (Exit.USAGE, N_("There is no role “{role}”.")),
    "grade": (Exit.USAGE, N_("There is no grade “{grade}” in library.yaml.")),
    "taken": (Exit.REFUSED, N_("Somebody called “{name}” works here already. Add what tells the two apart.")),
    "left": (Exit.REFUSED, N_("{name} has left already.")),
    "last": (Exit.REFUSED, N_("{name} is the only one here. Add somebody else first.")),
}


def staff_trouble(code: str, params: dict[str, str]) -> Trouble:
    """What cannot be done with staff."""
    exit_code, sentence = _STAFF[code]
    return Trouble(exit_code, filled(_(sentence), **params))


def usage_sentence(error: click.UsageError) -> str:
    """What was not typed rightly."""
    match error:
        case click.NoSuchOption():
            return filled(_("There is no option {option} here."), option=error.option_name)
        case click.MissingParameter():
            return filled(_("{what} is missing."), what=_name(error))
        case click.BadParameter():
            return f"{_name(error)}: {error.message}"
        case click.BadOptionUsage():
            return filled(
                _("{option} was not used rightly: one that takes a value needs one, any other takes none."),
                option=error.option_name,
            )
    return error.message


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name if parameter is not None else ""


def _hint(error: click.UsageError) -> Sequence[str]:
    if error.ctx is None:
        return ()
    return (filled(_("Help: {command}"), command=f"{error.ctx.command_path} --help"),)


def _no_journal(path: str) -> Trouble:
    return Trouble(
        Exit.UNUSABLE,
        filled(_("There is no journal at {path}."), path=path),
        _("On a new installation open agent-tui once, or enter the first person: agent-tui staff add NAME --role ROLE"),
        _("If there was one, bring it back from a copy, or name its folder with --data."),
    )


def _file_trouble(error: OSError) -> Trouble:
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return Trouble(Exit.UNUSABLE, filled(_("The output cannot be written: {reason}"), reason=reason))
    path = os.fsdecode(error.filename)
    return Trouble(Exit.UNUSABLE, filled(_("{path} cannot be used: {reason}"), path=path, reason=reason))


def _fault(error: Exception, folder: Path | None) -> Trouble:
    from agent_tui.crash import write_report

    lines = [_("The program stopped because of a fault of its own. Every saved step is safe; start it again.")]
    places = [folder] if folder is not None else []
    for place in (*places, Path(tempfile.gettempdir())):
        report = write_report(place, error)
        if report is not None:
            lines.append(filled(_("For your support, a report without personal data: {path}"), path=report))
            break
    return Trouble(Exit.FAULT, *lines)


def _tell(exit_code: int, lines: Sequence[str]) -> int:
    try:
        page = Page.err()
        for line in lines:
            page.line(line)
    except OSError:
        return exit_code  # nobody reads errors either; the code says what there is to say
    return exit_code


def _reader_gone() -> int:
    # What is left in the buffer would make the interpreter complain at its end.
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
    except (OSError, ValueError):
        return Exit.READER_GONE
    return Exit.READER_GONE
