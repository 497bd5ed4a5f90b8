"""What the exit code of a command says."""

from __future__ import annotations

from enum import IntEnum

from agent_tui.locale import N_


class Exit(IntEnum):
    """How a command ended; scripts rely on these, so none ever changes."""

    DONE = 0
    WRONG = 1
    USAGE = 2
    NOT_FOUND = 3
    UNUSABLE = 4
    REFUSED = 5
    FAULT = 70
    INTERRUPTED = 130
    READER_GONE = 141


MEANINGS: dict[Exit, str] = {
    Exit.DONE: N_("done"),
    Exit.WRONG: N_("something was found wrong (check, verify)"),
    Exit.USAGE: N_("the command was not typed rightly"),
    Exit.NOT_FOUND: N_("what was asked for is not there"),
    Exit.UNUSABLE: N_("the journal, the scripts or a file cannot be used"),
    Exit.REFUSED: N_("a rule forbids it"),
    Exit.FAULT: N_("a fault in the program itself; it wrote a report"),
    Exit.INTERRUPTED: N_("interrupted with Ctrl+C"),
    Exit.READER_GONE: N_("whoever read the output stopped reading"),
}
