"""Finding what somebody means: an interaction by the beginning of its id, a person by name."""

from __future__ import annotations

from itertools import islice

from agent_tui.cli.exits import Exit
from agent_tui.cli.page import filled
from agent_tui.cli.records import interactions
from agent_tui.cli.trouble import Trouble, staff_trouble
from agent_tui.core.vocabulary import Mode
from agent_tui.journal import Filter, InteractionRow, Journal, Person
from agent_tui.locale import _

LAST = ("last", "آخر", "الأخير")
MOST = 5
ID_LENGTH = 26


def found_interaction(journal: Journal, mode: Mode, wanted: str) -> tuple[InteractionRow, ...]:
    """The interactions an id, its beginning or `last` may mean; some of them where there are many."""
    rows = interactions(journal, Filter(mode=mode))
    if wanted.casefold() in LAST:
        return tuple(islice(rows, 1))
    whole = journal.interaction(wanted) or journal.interaction(wanted.upper())
    if whole is not None:
        return (whole,)
    if not wanted or len(wanted) >= ID_LENGTH:
        return ()
    return tuple(islice((row for row in rows if row.id.upper().startswith(wanted.upper())), MOST))


def found_person(journal: Journal, wanted: str) -> Person:
    """The member of staff with this id or name, those who left included."""
    found = [one for one in journal.people() if wanted in (one.id, one.name)]
    if not found:
        raise staff_trouble("unknown", {"name": wanted})
    if len(found) > 1:
        ids = [f"  {one.id}" for one in found]
        raise Trouble(Exit.NOT_FOUND, filled(_("Several people are called “{name}”. Type an id:"), name=wanted), *ids)
    return found[0]
