"""The program's own command: without another it opens the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, cast

import click

from agent_tui.cli.command import LANGUAGE_CODES, Context, Group, OneOf, Option
from agent_tui.cli.exits import MEANINGS, Exit
from agent_tui.cli.page import Page, draw_as
from agent_tui.cli.trouble import Trouble, answered, reader_may_go
from agent_tui.core.language import Language
from agent_tui.locale import N_, _, current, use
from agent_tui.places import Places, Preferences

if TYPE_CHECKING:
    from agent_tui.arabic.terminal import Setting

COMMANDS = ("log", "export", "staff", "approve", "withdraw", "init", "schema", "check", "verify")
BIDI = ("auto", "app", "lrm", "word")
LANGUAGE_VARIABLE, PERSON_VARIABLE, BIDI_VARIABLE = "AGENT_TUI_LANG", "AGENT_TUI_AS", "AGENT_TUI_BIDI"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Program(Group):
    """All commands; each is loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", import_module(f"agent_tui.cli.{cmd_name}").command)

    def main(  # type: ignore[override]  # it always ends the process, as click's own does
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run what was typed and end the process with its exit code."""
        words = list(sys.argv[1:] if args is None else args)
        typed = self._glance(words)
        places = Places.find(typed.get("data"), typed.get("scripts"))
        use(_language(typed.get("language"), places))
        draw_as(_bidi(typed.get("bidi")))
        _write_utf8()
        extra["standalone_mode"] = False
        run = super().main
        sys.exit(answered(lambda: run(args=words, prog_name=prog_name or "agent-tui", **extra), places.data))

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read what was typed."""
        with reader_may_go():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run what was typed."""
        with reader_may_go():
            return super().invoke(ctx)

    def _glance(self, words: list[str]) -> dict[str, Any]:
        """What the options say as far as they can be read: even a wrong one is told of in the right language."""
        ctx = Context(self, info_name="agent-tui", resilient_parsing=True, ignore_unknown_options=True)
        options, _rest, _order = self.make_parser(ctx).parse_args(list(words))
        return {name: value for name, value in options.items() if isinstance(value, str)}


def _language(typed: str | None, places: Places) -> Language:
    for wanted in (typed, os.environ.get(LANGUAGE_VARIABLE), Preferences.read(places.preferences).language):
        if wanted and wanted.lower() in LANGUAGE_CODES:
            return Language(wanted.lower())
    spoken = next((os.environ[name] for name in LOCALE_VARIABLES if os.environ.get(name)), "")
    return Language.ARABIC if spoken.lower().startswith("ar") else Language.ENGLISH


def _bidi(typed: str | None) -> Setting:
    wanted = (typed or os.environ.get(BIDI_VARIABLE) or "").lower()
    return cast("Setting", wanted) if wanted in BIDI else "auto"


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if (stream.encoding or "").lower().replace("-", "") != "utf8":
            # A terminal keeps its own encoding and gets question marks; a pipe or a file is always UTF-8.
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")  # type: ignore[union-attr]


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from agent_tui import __version__

        click.echo(f"agent-tui {__version__}")
        ctx.exit()


@click.group(
    "agent-tui",
    cls=Program,
    invoke_without_command=True,
    help=N_(
        "Walks you through a contact with a customer: listen, apologise, solve, thank.\n\n"
        "Without a command it opens the program. The commands read and take out what was recorded, without a screen."
    ),
    examples=(
        ("agent-tui", N_("open the program")),
        ("agent-tui --as Salma", N_("open it as Salma")),
        ("agent-tui --lang ar log list", N_("the latest interactions, in Arabic")),
        ("agent-tui log show last", N_("the latest interaction, word for word")),
    ),
    lists={N_("Exit codes"): tuple((str(code.value), meaning) for code, meaning in MEANINGS.items())},
)
@click.option("--data", cls=Option, metavar="DIR", help=N_("The data folder (or AGENT_TUI_DATA)."))
@click.option("--scripts", cls=Option, metavar="DIR", help=N_("The scripts folder (or AGENT_TUI_SCRIPTS)."))
@click.option(
    "--lang",
    "language",
    cls=Option,
    type=OneOf(LANGUAGE_CODES),
    envvar=LANGUAGE_VARIABLE,
    help=N_("The interface's language (or AGENT_TUI_LANG)."),
)
@click.option(
    "--as", "person", cls=Option, metavar="NAME", envvar=PERSON_VARIABLE, help=N_("Who you are (or AGENT_TUI_AS).")
)
@click.option(
    "--bidi",
    cls=Option,
    type=OneOf(BIDI),
    envvar=BIDI_VARIABLE,
    help=N_(
        "How Arabic is sent to the terminal (or AGENT_TUI_BIDI): auto finds out; app is ready drawn; "
        "lrm and word are for terminals that reorder."
    ),
)
@click.option(
    "--version",
    cls=Option,
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_version,
    help=N_("Show the version and leave."),
)
@click.pass_context
def program(
    ctx: click.Context,
    *,
    data: str | None,
    scripts: str | None,
    language: str | None,
    person: str | None,
    bidi: str | None,
) -> None:
    """Open the program where no command was named."""
    if ctx.invoked_subcommand is not None:
        return
    if "TEXTUAL_DRIVER" not in os.environ and not (sys.stdin.isatty() and Page.err().on_terminal):
        raise Trouble(Exit.USAGE, _("The program needs a terminal. Without one use its commands: agent-tui --help"))
    from agent_tui.tui.app import run

    places = Places.find(data, scripts)
    ctx.exit(run(places, person=person, language=current(), bidi=_bidi(bidi)))
