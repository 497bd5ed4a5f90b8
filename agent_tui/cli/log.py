"""`agent-tui log`: what was recorded, as a list or one interaction word for word."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from agent_tui.cli.command import Group, OneOf, Option
from agent_tui.cli.exits import Exit
from agent_tui.cli.log_list import print_list
from agent_tui.cli.office import office_of
from agent_tui.cli.page import Page, filled
from agent_tui.cli.records import as_json, interaction_record, interactions, json_list
from agent_tui.cli.search import MOST, found_interaction, found_person
from agent_tui.cli.timeline import Timeline
from agent_tui.cli.trouble import Trouble
from agent_tui.cli.typed import CountType, Day, DayType, begins
from agent_tui.core.vocabulary import Channel, Mode, Outcome
from agent_tui.desk import Desk
from agent_tui.journal import Filter, InteractionRow
from agent_tui.locale import N_, _

LATEST = 20


def _values(kinds: Sequence[str]) -> OneOf:
    return OneOf([str(kind) for kind in kinds])


@click.group("log", cls=Group, help=N_("Show what was recorded."))
def command() -> None:
    """The commands that read the log."""


@command.command(
    "list",
    help=N_("List interactions, the newest first.\n\nDays are those of the organisation's own time zone."),
    examples=(
        ("agent-tui log list --from yesterday", N_("since yesterday morning")),
        ("agent-tui log list --agent Salma --outcome refused", N_("what Salma had to refuse")),
        ("agent-tui log list --limit 0 --json", N_("all of them, for another program")),
    ),
)
@click.option("--agent", cls=Option, metavar="NAME", help=N_("Only this member of staff's."))
@click.option("--script", cls=Option, metavar="ID", help=N_("Only about this service."))
@click.option("--channel", cls=Option, type=_values(list(Channel)), help=N_("Only through this channel."))
@click.option("--outcome", cls=Option, type=_values(list(Outcome)), help=N_("Only with this outcome."))
@click.option("--from", "first", cls=Option, type=DayType(), metavar="DAY", help=N_("From this day on."))
@click.option("--to", "last", cls=Option, type=DayType(), metavar="DAY", help=N_("Up to this day, which is included."))
@click.option(
    "--limit", cls=Option, type=CountType(), default=LATEST, metavar="N", help=N_("At most so many: 20; 0 for all.")
)
@click.option("--practice", cls=Option, is_flag=True, help=N_("Those of practice."))
@click.option("--json", "as_data", cls=Option, is_flag=True, help=N_("As JSON."))
@click.pass_context
def list_(
    ctx: click.Context,
    *,
    agent: str | None,
    script: str | None,
    channel: str | None,
    outcome: str | None,
    first: Day | None,
    last: Day | None,
    limit: int,
    practice: bool,
    as_data: bool,
) -> None:
    """List interactions."""
    with office_of(ctx).reading(practice=practice) as desk:
        calendar, now = desk.library.organisation.calendar, desk.clock().at
        wanted = Filter(
            agent=found_person(desk.people, agent).id if agent else None,
            mode=desk.mode,
            channel=Channel(channel) if channel else None,
            script=script,
            outcome=Outcome(outcome) if outcome else None,
            opened_from=None if first is None else begins(first, calendar, now),
            opened_until=None if last is None else begins(last, calendar, now, after=True),
        )
        rows = interactions(desk.journal, wanted, limit)
        if as_data:
            sys.stdout.writelines(json_list(interaction_record(row, desk.name_of) for row in rows))
            return
        shown = print_list(Page.out(), desk, rows)
        if not shown:
            Page.err().line(_nothing(desk, script))


def _nothing(desk: Desk, script: str | None) -> str:
    known = desk.library.scripts
    if script and known and script not in known:
        return filled(_("There is no service “{script}”. Known: {known}."), script=script, known=_(", ").join(known))
    return _("No interaction fits.")


@command.command(
    "show",
    help=N_(
        "Show one interaction: every step, every sentence as it was said.\n\n"
        "ID may be its beginning, as long as no other interaction begins like that, or the word last."
    ),
    examples=(
        ("agent-tui log show last", N_("the latest one")),
        ("agent-tui log show 01JD3Z8Q7M", N_("the one whose id begins like this")),
        ("agent-tui log show last --json", N_("with all its events, for another program")),
    ),
)
@click.argument("wanted", metavar="ID")
@click.option("--practice", cls=Option, is_flag=True, help=N_("One of practice."))
@click.option("--json", "as_data", cls=Option, is_flag=True, help=N_("As JSON."))
@click.pass_context
def show(ctx: click.Context, wanted: str, practice: bool, as_data: bool) -> None:
    """Show one interaction."""
    with office_of(ctx).reading(practice=practice) as desk:
        row = _found(desk, wanted)
        timeline = Timeline(desk, row)
        if as_data:
            sys.stdout.write(as_json(timeline.record(), indent=2) + "\n")
        else:
            timeline.print(Page.out())


def _found(desk: Desk, wanted: str) -> InteractionRow:
    found = found_interaction(desk.journal, desk.mode, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        ids = [f"  {row.id}" for row in found] + ["  …"] * (len(found) == MOST)
        raise Trouble(
            Exit.NOT_FOUND, filled(_("Several interactions begin with “{id}”. Type more of it:"), id=wanted), *ids
        )
    lines = [filled(_("There is no interaction “{id}”. See which there are: agent-tui log list"), id=wanted)]
    if desk.mode is Mode.LIVE:
        lines.append(_("Those of practice are shown with --practice."))
    raise Trouble(Exit.NOT_FOUND, *lines)
