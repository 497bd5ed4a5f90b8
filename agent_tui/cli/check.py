"""`agent-tui check`: what is wrong with the scripts, and what somebody should look at."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from agent_tui.cli.command import Command, Option
from agent_tui.cli.exits import Exit
from agent_tui.cli.page import Page, filled, isolated
from agent_tui.cli.trouble import Trouble
from agent_tui.core.language import Language
from agent_tui.locale import N_, _, current, ngettext
from agent_tui.places import Places

if TYPE_CHECKING:
    from agent_tui.library.linting import Remark

HOUSE = "library.yaml"


@click.command(
    "check",
    cls=Command,
    help=N_(
        "Look through the scripts: first what is wrong, then what to weigh.\n\n"
        "PATH is a scripts folder or one file in it; without it, the scripts in use. Each line names the file, the "
        "line and the column. An error keeps a file from being used, or must not reach a customer; a warning is for "
        "somebody to weigh.\n\n"
        "Leaves with 0 where there are warnings at most, with 1 where the wording has errors (with --strict also where "
        "there are warnings), and with 4 where a file cannot be used as it stands."
    ),
    examples=(
        ("agent-tui check", N_("the scripts in use")),
        ("agent-tui check scripts/services/refund.yaml", N_("one file, as on saving it")),
        ("agent-tui check --strict --json > remarks.json", N_("for other programs, warnings counted as errors")),
    ),
)
@click.argument("path", required=False)
@click.option("--json", "as_json", cls=Option, is_flag=True, help=N_("A JSON list, each message in both languages."))
@click.option("--strict", cls=Option, is_flag=True, help=N_("Warnings count too."))
@click.pass_context
def command(ctx: click.Context, path: str | None, as_json: bool, strict: bool) -> None:
    """Check the scripts."""
    root, only = _asked(path, ctx)
    remarks = _remarks(root, only)
    if as_json:
        records = [_record(one, root) for one in remarks]
        sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
    else:
        _print(remarks, root)
    ctx.exit(_exit(remarks, strict))


def _asked(typed: str | None, ctx: click.Context) -> tuple[Path, Path | None]:
    """The scripts folder, and the one file in it that was asked for."""
    if typed is None:
        return Places.find(ctx.find_root().params.get("data"), ctx.find_root().params.get("scripts")).scripts, None
    path = Path(typed).expanduser().absolute()
    if not path.exists():
        raise Trouble(Exit.NOT_FOUND, filled(_("There is nothing at {path}."), path=typed))
    if path.is_dir():
        return path, None
    root = next((folder for folder in path.parents[:2] if (folder / HOUSE).is_file()), None)
    if root is None:
        raise Trouble(
            Exit.USAGE,
            filled(_("{path} lies in no scripts folder: there is no library.yaml beside it or above it."), path=typed),
        )
    return root, path.relative_to(root)


def _remarks(root: Path, only: Path | None) -> Sequence[Remark]:
    from datetime import UTC, datetime

    from agent_tui.library.linting import lint
    from agent_tui.library.loading import read_folder

    reading = read_folder(root)
    zone = reading.library.organisation.calendar.zone if reading.library else UTC
    return lint(reading, datetime.now(zone).date(), only)


def _shown_path(remark: Remark, root: Path) -> str:
    """The file as it is named from here, so that an editor finds it."""
    path, here = root / remark.path, Path.cwd()
    return os.fspath(path.relative_to(here) if path.is_relative_to(here) else path)


def _record(remark: Remark, root: Path) -> dict[str, Any]:
    return {
        "path": _shown_path(remark, root),
        "line": remark.line,
        "column": remark.column,
        "where": remark.where,
        "code": remark.code,
        "level": remark.level.value,
        "message_ar": remark.message(Language.ARABIC),
        "message_en": remark.message(Language.ENGLISH),
    }


def _print(remarks: Sequence[Remark], root: Path) -> None:
    from agent_tui.library.linting import Level

    page = Page.out()
    errors = [one for one in remarks if one.level is Level.ERROR]
    warnings = [one for one in remarks if one.level is Level.WARNING]
    for heading, held in ((_("Errors"), errors), (_("Warnings"), warnings)):
        if held:
            page.line(heading)
            _print_lines(page, held, root)
            page.line()
    page.line(_count(errors, warnings))


def _print_lines(page: Page, remarks: Iterable[Remark], root: Path) -> None:
    for one in remarks:
        place = isolated(f"{_shown_path(one, root)}:{one.line}:{one.column}:")
        where = f"{isolated(f'{one.where}:')} " if one.where else ""
        page.line(f"{place} {isolated(f'[{one.code}]')} {where}{one.message(current())}")


def _count(errors: Sequence[Remark], warnings: Sequence[Remark]) -> str:
    if not errors and not warnings:
        return _("Nothing to correct.")
    counted = (
        filled(ngettext("{n} error", "{n} errors", len(errors)), n=len(errors)),
        filled(ngettext("{n} warning", "{n} warnings", len(warnings)), n=len(warnings)),
    )
    return filled(_("{errors}, {warnings}."), errors=counted[0], warnings=counted[1])


def _exit(remarks: Sequence[Remark], strict: bool) -> Exit:
    from agent_tui.library.linting import Level

    errors = [one for one in remarks if one.level is Level.ERROR]
    if any(not one.rule for one in errors):
        return Exit.UNUSABLE
    return Exit.WRONG if errors or (strict and remarks) else Exit.DONE
