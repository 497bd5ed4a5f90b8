"""Opening the library and the journal, with what to tell where that fails."""

from __future__ import annotations

from agent_tui.core.clock import Clock
from agent_tui.core.vocabulary import Mode
from agent_tui.desk import Desk
from agent_tui.desk.journal_sentences import journal_sentence
from agent_tui.journal import Journal, JournalError, JournalMissing, SystemClock
from agent_tui.journal.warming import warm_up
from agent_tui.library import Library, LibraryError, load as load_library
from agent_tui.locale import _, current
from agent_tui.places import Places

MOST_PROBLEMS = 8


def load(places: Places) -> Library | list[str]:
    """The library, or what is wrong with it; runs in a thread, behind the first paint."""
    warm_up()
    try:
        return load_library(places.scripts)
    except LibraryError as error:
        told = [problem.message(current()) for problem in error.problems[:MOST_PROBLEMS]]
        return [_("The scripts in {folder} cannot be used:").format(folder=places.scripts), *told]


def open_desk(places: Places, library: Library, *, first: bool, clock: Clock | None = None) -> Desk | list[str]:
    """The desk, or what keeps its journal from opening; a journal is made on the very first start only."""
    try:
        places.data.mkdir(parents=True, exist_ok=True)
        journal = Journal.open(places.journal, create=first)
    except JournalMissing as error:
        return [journal_sentence(error)]
    except JournalError as error:
        return [journal_sentence(error)]
    except OSError as error:
        return [
            _("The data folder {folder} cannot be used: {reason}").format(folder=places.data, reason=error.strerror)
        ]
    return Desk(library, journal, clock or SystemClock())


def practice_desk(places: Places, live: Desk) -> Desk:
    """A desk for practice: the same person and library, a journal of its own."""
    journal = Journal.open(places.practice, create=not places.practice.exists())
    desk = Desk(live.library, journal, live.clock, mode=Mode.PRACTICE, people=live.journal)
    desk.sit_down(live.me)
    return desk
