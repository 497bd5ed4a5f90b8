"""`agent-tui verify`: whether the journal is as it was written."""

from __future__ import annotations

import click

from agent_tui.cli.command import Command, Option
from agent_tui.cli.exits import Exit
from agent_tui.cli.office import office_of
from agent_tui.cli.page import Page
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
