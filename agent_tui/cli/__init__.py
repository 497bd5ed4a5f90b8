"""The command line: opening the program, reading the log, taking it out, and the few acts done without a screen."""

from __future__ import annotations

from typing import NoReturn


def main() -> NoReturn:
    """Run the command that was typed and leave with its exit code."""
    from agent_tui.cli.program import program

    program.main(prog_name="agent-tui")
