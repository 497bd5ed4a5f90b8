"""`agent-tui export`: the record taken out, an event a line or an interaction a row, in flat memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from agent_tui.cli.command import Command, OneOf, Option
from agent_tui.cli.exits import Exit
from agent_tui.cli.office import office_of
from agent_tui.cli.outfile import output
from agent_tui.cli.records import as_json, event_record, interaction_record, interactions
from agent_tui.cli.sheet import write_sheet
from agent_tui.cli.trouble import Trouble
from agent_tui.core.vocabulary import Mode
from agent_tui.journal import Filter, Recorded
from agent_tui.locale import N_, _


@click.command(
    "export",
    cls=Command,
    help=N_(
        "Take the record out, for other programs.\n\n"
        "jsonl is one event a line, with everything. csv is one interaction a row, the newest first; a cell that "
        "begins with = + - or @ gets an apostrophe before it, so that no spreadsheet takes it for a formula. "
        "Times are UTC.\n\n"
        "What customers said stands in the file: give it the protection the journal has."
    ),
    examples=(
        ("agent-tui export --format csv --bom --output log.csv", N_("a sheet for Excel")),
        ("agent-tui export --format jsonl | gzip > log.jsonl.gz", N_("everything, compressed")),
    ),
)
@click.option(
    "--format", "form", cls=Option, type=OneOf(("jsonl", "csv")), required=True, help=N_("What it is written as.")
)
@click.option(
    "--output", "path", cls=Option, metavar="FILE", help=N_("Write this file, complete or not at all; else the output.")
)
@click.option("--force", cls=Option, is_flag=True, help=N_("Replace the file if it is there."))
@click.option("--bom", cls=Option, is_flag=True, help=N_("Mark a csv as UTF-8, which Excel asks for."))
@click.option("--practice", cls=Option, is_flag=True, help=N_("Practice instead of real contacts."))
@click.pass_context
def command(ctx: click.Context, *, form: str, path: str | None, force: bool, bom: bool, practice: bool) -> None:
    """Take the record out."""
    if bom and form != "csv":
        raise Trouble(Exit.USAGE, _("--bom is for csv only."))
    office = office_of(ctx)
    with office.journal(practice=practice) as journal, output(Path(path) if path else None, force=force) as sink:
        if form == "jsonl":
            sink.writelines(lines(journal.stream()))
            return
        with office.names(journal, practice=practice) as name_of:
            wanted = Filter(mode=Mode.PRACTICE if practice else Mode.LIVE)
            records = (interaction_record(row, name_of) for row in interactions(journal, wanted))
            write_sheet(records, codecs.getwriter("utf-8-sig" if bom else "utf-8")(sink))


def lines(events: Iterable[Recorded]) -> Iterator[bytes]:
    """Events as JSON, a line each, as they come."""
    for recorded in events:
        yield f"{as_json({'n': recorded.n, **event_record(recorded.event)})}\n".encode()
