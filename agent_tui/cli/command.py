"""Commands that speak the language of the moment: help, options and examples are translated when they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any, NoReturn

import click

from agent_tui.cli.exits import Exit
from agent_tui.cli.help_page import HelpPage
from agent_tui.cli.page import filled
from agent_tui.core.language import Language
from agent_tui.locale import N_, _

LANGUAGE_CODES = tuple(language.value for language in Language)

Examples = Sequence[tuple[str, str]]
"""What is typed, and what it does (an English message for the catalogue)."""


class Context(click.Context):
    """A command's run, whose help is a page of ours."""

    def make_formatter(self) -> click.HelpFormatter:
        """The page that help is written on."""
        return HelpPage()


class Option(click.Option):
    """An option whose help is a message for the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option as it is typed, with what it does."""
        spoken = copy(self)
        spoken.help = _(self.help) if self.help else None
        return super(Option, spoken).get_help_record(ctx)


class OneOf(click.Choice[str]):
    """One of a few words, with an error of ours."""

    name = "word"

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__(choices, case_sensitive=False)

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """What is wrong with another word."""
        known = _(", ").join(map(str, self.choices))
        return filled(_("“{typed}” is not known. Type one of: {known}."), typed=value, known=known)


def _show_help(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def help_option() -> Option:
    """`--help`, which every command has."""
    return Option(
        ["-h", "--help"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_show_help,
        help=N_("Show this help and leave."),
    )


class Spoken(click.Command):
    """What our commands and groups share; the first line of `help` says it all in a list of commands."""

    context_class = Context

    def __init__(
        self,
        name: str | None,
        *,
        examples: Examples = (),
        lists: Mapping[str, Examples] | None = None,
        **traits: Any,
    ) -> None:
        super().__init__(name, add_help_option=False, **traits)
        self.params.append(help_option())
        self.lists: Mapping[str, Examples] = {N_("Examples"): examples, **(lists or {})}

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the command does, in a line."""
        return self._said().partition("\n")[0]

    def _said(self) -> str:
        return _(self.help) if self.help else ""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self._said())

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, and what else there is to list."""
        for heading, entries in self.lists.items():
            if entries:
                with formatter.section(heading):
                    formatter.write_dl([(typed, _(meaning)) for typed, meaning in entries])


class Command(Spoken):
    """A command."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed; words that nothing asked for are an error."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise click.UsageError(filled(_("Nothing was asked for here: {words}"), words=" ".join(rest)), ctx)
        return rest


class Group(Spoken, click.Group):
    """A command made of commands."""

    command_class = Command

    def __init__(self, name: str | None = None, **traits: Any) -> None:
        super().__init__(name, no_args_is_help=False, **traits)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed; where a command must follow and none does, the help is shown."""
        if not (args or self.invoke_without_command or ctx.resilient_parsing):
            click.echo(ctx.get_help(), err=True)
            ctx.exit(Exit.USAGE)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named; click.UsageError for one there is not."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            self._fail_unknown(ctx, args[0])
        return super().resolve_command(ctx, args)

    def _fail_unknown(self, ctx: click.Context, name: str) -> NoReturn:
        known = _(", ").join(self.list_commands(ctx))
        raise click.UsageError(
            filled(_("There is no command “{name}”. Type one of: {known}."), name=name, known=known), ctx
        )
