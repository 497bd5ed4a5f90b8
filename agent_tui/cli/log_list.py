"""Interactions as a table."""

from __future__ import annotations

from collections.abc import Iterable

from agent_tui.cli.page import GAP, Column, Page
from agent_tui.core.language import in_language
from agent_tui.core.organisation import Digits
from agent_tui.desk import Desk
from agent_tui.journal import InteractionRow, InteractionStatus
from agent_tui.locale import N_, _, current
from agent_tui.locale.dates import in_digits
from agent_tui.locale.labels import label

TIME = Column(N_("Time"), 16)
ID = Column(N_("Id"), 10)
SERVICE = Column(N_("Service"), 18)
OUTCOME = Column(N_("Outcome"), 14)
CUSTOMER = Column(N_("Customer"), 14)
AGENT = Column(N_("Agent"), 14)
CHANNEL = Column(N_("Channel"), 12)
MOOD = Column(N_("Mood"), 6)
NARROW = (TIME, ID, SERVICE, OUTCOME, CUSTOMER)
WIDE = (TIME, ID, SERVICE, OUTCOME, CUSTOMER, AGENT, CHANNEL, MOOD)
WHOLE = (TIME, Column(ID.title, 26), SERVICE, OUTCOME, CUSTOMER, AGENT, CHANNEL, MOOD)
"""Where nothing is cut, the id stands there whole."""

STATUSES: dict[InteractionStatus, str] = {
    InteractionStatus.OPEN: N_("not finished"),
    InteractionStatus.DROPPED: N_("line dropped"),
    InteractionStatus.ABANDONED: N_("left unfinished"),
    InteractionStatus.CLOSED: N_("closed"),
}


def columns_for(page: Page) -> tuple[Column, ...]:
    """The columns there is room for."""
    if not page.on_terminal:
        return WHOLE
    return WIDE if page.width >= sum(column.width + GAP for column in WIDE) - GAP else NARROW


def print_list(page: Page, desk: Desk, rows: Iterable[InteractionRow]) -> int:
    """Print interactions as they come, and count them."""
    columns, shown = columns_for(page), 0
    for row in rows:
        if not shown:
            page.table_row(columns, [_(column.title) for column in columns])
        cells = _cells(desk, row)
        if page.on_terminal:
            cells[ID.title] = row.id[: ID.width]
        page.table_row(columns, [cells[column.title] for column in columns])
        shown += 1
    return shown


def _cells(desk: Desk, row: InteractionRow) -> dict[str, str]:
    language = current()
    digits = desk.library.organisation.digits.get(language, Digits.LATIN)
    opened = desk.library.organisation.calendar.local(row.opened_at)
    ended = row.status is InteractionStatus.CLOSED and row.outcome is not None
    return {
        TIME.title: in_digits(f"{opened:%Y-%m-%d %H:%M}", digits),
        ID.title: row.id,
        SERVICE.title: _(", ").join(_service(desk, script) for script in row.scripts),
        OUTCOME.title: label(row.outcome) if ended and row.outcome else _(STATUSES[row.status]),
        CUSTOMER.title: row.customer or row.phone or "",
        AGENT.title: desk.name_of(row.agent),
        CHANNEL.title: label(row.channel),
        MOOD.title: label(row.peak),
    }


def _service(desk: Desk, script: str) -> str:
    known = desk.library.scripts.get(script)
    return in_language(known.title, current()) if known is not None else script
