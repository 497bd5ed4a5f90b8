"""`agent-tui withdraw`: a phrase that may not be used with customers any more, with the reason."""

from __future__ import annotations

import sys

import click

from agent_tui.cli.approvals import approval_record, approvals_of, scripts_at
from agent_tui.cli.command import LANGUAGE_CODES, Command, OneOf, Option
from agent_tui.cli.office import office_of
from agent_tui.cli.page import Page, filled
from agent_tui.cli.records import json_list
from agent_tui.cli.waiting import LANGUAGES
from agent_tui.core.language import Language
from agent_tui.locale import N_, _


@click.command(
    "withdraw",
    cls=Command,
    help=N_(
        "Withdraw the approval of a phrase, with the reason.\n\n"
        "From then on it serves in practice only, until it is approved again. The reason is kept for good: it names "
        "no customer."
    ),
    examples=(
        (
            'agent-tui withdraw refund.sorry --reason "The fee is not refunded any more" --as Mona',
            N_("in both languages"),
        ),
        ('agent-tui withdraw refund.sorry --lang en --reason "A wrong amount" --as Mona', N_("in English only")),
    ),
)
@click.argument("phrase", metavar="PHRASE")
@click.option("--reason", cls=Option, metavar="TEXT", required=True, help=N_("Why it may not be used any more."))
@click.option(
    "--as",
    "by",
    cls=Option,
    metavar="NAME",
    help=N_("Who withdraws it, a supervisor or a trainer; else the only supervisor, or whoever sat here last."),
)
@click.option("--lang", "language", cls=Option, type=OneOf(LANGUAGE_CODES), help=N_("Only in this language."))
@click.option("--json", "as_data", cls=Option, is_flag=True, help=N_("Print the withdrawn approvals as JSON."))
@click.pass_context
def command(
    ctx: click.Context, *, phrase: str, reason: str, by: str | None, language: str | None, as_data: bool
) -> None:
    """Withdraw an approval."""
    office = office_of(ctx)
    root, _part = scripts_at(None, office)
    with approvals_of(office, root) as desk:
        person = office.who(desk.staff, by)
        languages = [Language(language)] if language else list(Language)
        gone = desk.approvals.withdraw(phrase, reason, person, languages)
    if as_data:
        sys.stdout.writelines(json_list(map(approval_record, gone)))
        return
    page = Page.out()
    for one in gone:
        told = _("{phrase} ({language}): the approval is withdrawn.")
        page.line(filled(told, phrase=one.phrase, language=_(LANGUAGES[one.language])))
    page.line(_("Programs that are open now go by it when they are opened again."))
