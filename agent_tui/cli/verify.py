"""`agent-tui verify`: whether the journal is as it was written."""

from __future__ import annotations

import click

from agent_tui.cli.command import Command, Option
from agent_tui.cli.exits import Exit
from agent_tui.cli.office import office_of
from agent_tui.cli.page import Page, filled
from agent_tui.journal import Finding, Flaw
from agent_tui.locale import N_, _, ngettext

FLAWS: dict[Flaw, str] = {
    Flaw.GAP: N_("Row {n}: it is gone, or rows stand out of order. Nothing behind it is vouched for."),
    Flaw.CHAIN: N_("Row {n}: it is not as it was written. Nothing behind it is vouched for."),
    Flaw.PERSONAL_CHANGED: N_("Row {n}: a personal value ({about}) is not the one that was written."),
    Flaw.PERSONAL_MISSING: N_("Row {n}: a personal value ({about}) is gone, and nobody erased it on purpose."),
    Flaw.CONTENT_CHANGED: N_("Row {n}: the text {about} is not the one that was used."),
    Flaw.CONTENT_MISSING: N_("Row {n}: the text {about} is gone."),
}
MOST = 20


@click.command(
    "verify",
    cls=Command,
    help=N_(
        "Walk through the whole journal and tell what is not as it was written.\n\n"
        "Leaves with 1 where anything is wrong, and names the row. To prove later that nothing was cut off the end, "
        "keep the number of events and the last seal somewhere else."
    ),
    examples=(("agent-tui verify", N_("the journal")), ("agent-tui verify --practice", N_("that of practice"))),
)
@click.option("--practice", cls=Option, is_flag=True, help=N_("The journal of practice."))
@click.pass_context
def command(ctx: click.Context, practice: bool) -> None:
    """Verify the journal."""
    verdict = office_of(ctx).verdict(practice=practice)
    page = Page.out()
    count = ngettext("{n} event, as it was written.", "{n} events, as they were written.", verdict.events)
    page.line(filled(count, n=verdict.events))
    if verdict.events:
        page.line(filled(_("Last seal: {seal}"), seal=verdict.head.hex()))
    for finding in verdict.findings[:MOST]:
        page.line(_told(finding))
    more = len(verdict.findings) - MOST
    if more > 0:
        page.line(filled(ngettext("and {n} more", "and {n} more", more), n=more))
    if not verdict.sound:
        Page.err().line(_("The journal is NOT as it was written. Keep the file as it is, and tell your supervisor."))
        ctx.exit(Exit.WRONG)


def _told(finding: Finding) -> str:
    return filled(_(FLAWS[finding.flaw]), n=finding.n, about=finding.about)
