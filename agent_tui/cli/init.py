"""`agent-tui init`: a copy of the starter scripts, for the organisation to make its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from filecmp import cmp
from pathlib import Path

import click

from agent_tui.cli.command import Command, Option
from agent_tui.cli.exits import Exit
from agent_tui.cli.page import Page, filled
from agent_tui.cli.trouble import Trouble
from agent_tui.locale import N_, _, ngettext
from agent_tui.places import Places, starter_scripts

FOLDER = "scripts"


@click.command(
    "init",
    cls=Command,
    help=N_(
        "Copy the starter scripts into the data folder, to be made your own.\n\n"
        "From then on the program uses the copy. A folder that is there already is left alone; --force adds the files "
        "that are missing, names those that differ, and never changes or deletes one of yours."
    ),
    examples=(
        ("agent-tui init", N_("into the usual data folder")),
        ("agent-tui init --data ~/centre", N_("into another")),
    ),
)
@click.option("--data", cls=Option, metavar="DIR", help=N_("The data folder."))
@click.option("--force", cls=Option, is_flag=True, help=N_("Add what is missing to scripts that are there already."))
@click.pass_context
def command(ctx: click.Context, data: str | None, force: bool) -> None:
    """Copy the starter scripts."""
    target = Places.find(data or ctx.find_root().params.get("data")).data / FOLDER
    there = target.exists() and (not target.is_dir() or any(target.iterdir()))
    if there and not (force and target.is_dir()):
        raise Trouble(
            Exit.REFUSED,
            filled(_("{folder} is there already, and was left as it is."), folder=target),
            _("To add only the files it lacks: agent-tui init --force"),
        )
    page = Page.out()
    added, differing = _completed(target) if there else (_copied(target), [])
    for path in differing:
        page.line(filled(_("differs from the starter, left as it is: {path}"), path=path))
    count = ngettext("{n} file copied to {folder}", "{n} files copied to {folder}", added)
    page.line(filled(count, n=added, folder=target))
    if not there:
        page.line(_("Change them with any editor; agent-tui schema helps it to check them."))


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(folder)


def _copied(target: Path) -> int:
    """Copy everything under another name first, so that half a folder is never taken for the scripts."""
    starter, draft = starter_scripts(), target.with_name(f".{FOLDER}.part")
    shutil.rmtree(draft, ignore_errors=True)  # what an interrupted run left
    try:
        added = sum(_copy(starter / path, draft / path) for path in _files(starter))
        if target.is_dir():
            target.rmdir()  # it is empty
        draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return added


def _completed(target: Path) -> tuple[int, list[Path]]:
    starter, added, differing = starter_scripts(), 0, []
    for path in _files(starter):
        if not (target / path).exists():
            added += _copy(starter / path, target / path)
        elif not cmp(starter / path, target / path, shallow=False):
            differing.append(path)
    return added, differing


def _copy(source: Path, target: Path) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return 1
