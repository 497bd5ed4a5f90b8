"""`agent-tui approve`: what is new or changed in the phrases, shown word by word, and approved by a second person."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import click

from agent_tui.cli.approvals import approval_record, approvals_of, scripts_at
from agent_tui.cli.command import LANGUAGE_CODES, Command, OneOf, Option
from agent_tui.cli.exits import Exit
from agent_tui.cli.office import office_of
from agent_tui.cli.page import Page, filled
from agent_tui.cli.records import json_list
from agent_tui.cli.trouble import MOST_PROBLEMS, Trouble
from agent_tui.cli.waiting import Showing
from agent_tui.core.language import Language
from agent_tui.core.organisation import Organisation
from agent_tui.core.script import Phrase
from agent_tui.desk import Waiting
from agent_tui.journal import SystemClock
from agent_tui.library import Approval, LibraryError, Problem, load
from agent_tui.library.approving.scope import approvable
from agent_tui.library.loading import read_folder
from agent_tui.locale import N_, _, current, ngettext
from agent_tui.places import starter_scripts


@click.command(
    "approve",
    cls=Command,
    help=N_(
        "Approve phrases as they stand, so that they may be used with customers.\n\n"
        "Shows what is new or changed since the last approval, and asks about each phrase before anything is written: "
        "what stands in [- -] went, what stands in {+ +} came. Whoever approves is not the author, and both work here. "
        "A change in one language sets both back: until both are approved again, neither is used with customers."
    ),
    examples=(
        ("agent-tui approve --author Salma --as Mona", N_("what Salma wrote, approved by Mona")),
        ("agent-tui approve scripts/services/refund.yaml --author Salma --as Mona", N_("the phrases of one file")),
        ("agent-tui approve --only refund.sorry --yes --author Salma --as Mona", N_("one phrase, without a question")),
    ),
)
@click.argument("path", metavar="[PATH]", required=False)
@click.option("--author", cls=Option, metavar="NAME", required=True, help=N_("Who wrote the words."))
@click.option(
    "--as",
    "by",
    cls=Option,
    metavar="NAME",
    help=N_("Who approves, a supervisor or a trainer; else the only supervisor, or whoever sat here last."),
)
@click.option("--yes", cls=Option, is_flag=True, help=N_("Approve everything that is shown, without a question."))
@click.option("--only", cls=Option, multiple=True, metavar="ID", help=N_("Only this phrase; may be given repeatedly."))
@click.option("--lang", "language", cls=Option, type=OneOf(LANGUAGE_CODES), help=N_("Only in this language."))
@click.option("--json", "as_data", cls=Option, is_flag=True, help=N_("Print what was approved as JSON."))
@click.pass_context
def command(
    ctx: click.Context,
    *,
    path: str | None,
    author: str,
    by: str | None,
    yes: bool,
    only: tuple[str, ...],
    language: str | None,
    as_data: bool,
) -> None:
    """Approve phrases."""
    office = office_of(ctx)
    root, part = scripts_at(path, office)
    page = Page.err() if as_data else Page.out()
    with approvals_of(office, root) as desk:
        writer, approver = desk.staff.named(author), office.who(desk.staff, by)
        desk.approvals.check(writer, approver)
        reading = read_folder(root)
        phrases, problems = approvable(reading, part)
        if reading.library is None:
            raise LibraryError(reading.problems)
        _tell_problems(problems)
        languages = [Language(language)] if language else list(Language)
        waiting = desk.approvals.waiting(_named(phrases, only), languages, archive=starter_texts(root))
        showing = Showing(page, desk.names, _today(reading.library.organisation))
        if yes or not waiting:
            chosen = showing.all(waiting)
        elif sys.stdin.isatty() and page.on_terminal:
            chosen = showing.asked(waiting)
        else:
            showing.all(waiting)
            raise _nobody_to_ask()
        made = desk.approvals.approve(chosen, writer, approver) if chosen else ()
    if as_data:
        why = {one.key: one.why.value for one in waiting}
        sys.stdout.writelines(json_list({**approval_record(one), "why": why[one.key]} for one in made))
    _tell_end(page, waiting, chosen, made)
    if problems:
        ctx.exit(Exit.WRONG)


def _tell_problems(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    page = Page.err()
    page.line(_("These errors come first; nothing in a file with errors can be approved:"))
    for one in problems[:MOST_PROBLEMS]:
        page.line(f"{one.place}: {one.message(current())}")
    more = len(problems) - MOST_PROBLEMS
    if more > 0:
        page.line(filled(ngettext("and {n} more", "and {n} more", more), n=more))


def _named(phrases: Sequence[Phrase], only: Sequence[str]) -> list[Phrase]:
    known = {phrase.id: phrase for phrase in phrases}
    for wanted in only:
        if wanted not in known:
            near = get_close_matches(wanted, known, n=1)
            hint = [filled(_("Perhaps this is meant: {phrase}"), phrase=near[0])] if near else []
            raise Trouble(
                Exit.NOT_FOUND, filled(_("There is no phrase {phrase} here to approve."), phrase=wanted), *hint
            )
    return [known[name] for name in dict.fromkeys(only)] if only else list(phrases)


def _today(organisation: Organisation) -> date:
    return organisation.calendar.local(SystemClock()().at).date()


def starter_texts(root: Path) -> Callable[[str], str | None]:
    """The words the program came with, by hash: they were approved before anybody here could keep them."""

    @cache
    def texts() -> dict[str, str]:
        starter = starter_scripts()
        if starter.resolve() == root.resolve():
            return {}
        try:
            phrases = load(starter).phrases()
        except LibraryError:
            return {}
        return {one.hashes[language]: one.canonical[language] for one in phrases for language in one.text}

    return lambda hash_: texts().get(hash_)


def _nobody_to_ask() -> Trouble:
    return Trouble(
        Exit.USAGE,
        _("Nothing was approved: nobody can be asked here."),
        _("Run it on a terminal, or approve everything shown above: --yes"),
    )


def _tell_end(page: Page, waiting: Sequence[Waiting], chosen: Sequence[Waiting], made: Sequence[Approval]) -> None:
    if not waiting:
        page.line(_("Every phrase here is approved as it stands."))
        return
    done = len({one.phrase for one in made})
    page.line(filled(ngettext("{n} phrase approved.", "{n} phrases approved.", done), n=done))
    if len(made) < len(chosen):
        page.line(_("Somebody else approved the others in the meantime."))
    left = len({one.phrase.id for one in waiting} - {one.phrase.id for one in chosen})
    if left:
        told = ngettext("{n} phrase still waits for approval.", "{n} phrases still wait for approval.", left)
        page.line(filled(told, n=left))
