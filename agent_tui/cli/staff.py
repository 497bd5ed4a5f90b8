"""`agent-tui staff`: who works here, without a screen."""

from __future__ import annotations

import sys

import click

from agent_tui.cli.command import Command, Group, OneOf, Option
from agent_tui.cli.office import office_of
from agent_tui.cli.page import Column, Page, filled
from agent_tui.cli.records import as_json, json_list, person_record
from agent_tui.core.language import Language, in_language
from agent_tui.desk.staff import ROLES
from agent_tui.journal import Person
from agent_tui.locale import N_, _, current
from agent_tui.locale.labels import role_label

NAME = Column(N_("Name"), 22)
ROLE = Column(N_("Role"), 16)
GRADE = Column(N_("Grade"), 18)
ID = Column(N_("Id"), 26)
COLUMNS = (NAME, ROLE, GRADE, ID)
AS_HELP = N_("Who does this; else the only supervisor, or whoever sat here last.")


@click.group("staff", cls=Group, help=N_("Show and change who works here."))
def command() -> None:
    """The commands about staff."""


@command.command(
    "list",
    cls=Command,
    help=N_("List who works here, and who has left."),
    examples=(("agent-tui staff list", N_("everybody")),),
)
@click.option("--json", "as_data", cls=Option, is_flag=True, help=N_("As JSON."))
@click.pass_context
def list_(ctx: click.Context, as_data: bool) -> None:
    """List the staff."""
    with office_of(ctx).reading() as desk:
        people = sorted(desk.people.people(), key=lambda person: (not person.active, person.name or "", person.id))
        if as_data:
            sys.stdout.writelines(json_list(map(person_record, people)))
            return
        page, organisation = Page.out(), desk.library.organisation
        if people:
            page.table_row(COLUMNS, [_(column.title) for column in COLUMNS])
        for person in people:
            grade = organisation.grade(person.grade or "")
            title = in_language(grade.title, current()) if grade is not None else person.grade or ""
            page.table_row(COLUMNS, [person.name or _("[erased]"), _roles(person), title, person.id])


def _roles(person: Person) -> str:
    return _(", ").join(map(role_label, person.roles)) if person.active else _("has left")


@command.command(
    "add",
    cls=Command,
    help=N_(
        "Enter somebody who begins to work here.\n\n"
        "The first person enters themselves; on a new installation this makes the journal."
    ),
    examples=(
        ('agent-tui staff add "Huda Salem" --role supervisor', N_("the first, who may add the others")),
        ("agent-tui staff add Salma --role agent --language ar --as Huda", N_("an agent, entered by Huda")),
    ),
)
@click.argument("name", metavar="NAME")
@click.option("--role", cls=Option, type=OneOf(ROLES), required=True, help=N_("What they do here."))
@click.option(
    "--language",
    cls=Option,
    type=OneOf([str(one) for one in Language]),
    help=N_("Their language; else the interface's."),
)
@click.option("--grade", cls=Option, metavar="ID", help=N_("Their grade in library.yaml; else the usual for the role."))
@click.option("--as", "by", cls=Option, metavar="WHO", help=AS_HELP)
@click.option("--json", "as_data", cls=Option, is_flag=True, help=N_("As JSON."))
@click.pass_context
def add(
    ctx: click.Context, *, name: str, role: str, language: str | None, grade: str | None, by: str | None, as_data: bool
) -> None:
    """Enter somebody."""
    office = office_of(ctx)
    with office.staff(create=True) as staff:
        writer = office.who(staff, by).id if staff.active() else None
        person = staff.add(name, role, Language(language or current()), grade=grade, by=writer)
    if as_data:
        sys.stdout.write(as_json(person_record(person)) + "\n")
    else:
        Page.out().line(filled(_("{name} works here now, as {role}."), name=person.name, role=role_label(role)))


@command.command(
    "deactivate",
    cls=Command,
    help=N_("Record that somebody has left.\n\nWhat they did stays under their name."),
    examples=(("agent-tui staff deactivate Salma --as Huda", N_("Salma has left; Huda records it")),),
)
@click.argument("name", metavar="NAME")
@click.option("--as", "by", cls=Option, metavar="WHO", help=AS_HELP)
@click.pass_context
def deactivate(ctx: click.Context, name: str, by: str | None) -> None:
    """Record that somebody has left."""
    office = office_of(ctx)
    with office.staff() as staff:
        person = staff.named(name)
        staff.deactivate(person, by=office.who(staff, by).id)
    Page.out().line(filled(_("{name} no longer works here."), name=person.name or person.id))
