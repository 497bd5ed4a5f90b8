"""What commands work with: the folders, who types, and the journal and scripts opened as each command needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

import click

from agent_tui.cli.exits import Exit
from agent_tui.cli.page import Page, filled
from agent_tui.cli.trouble import Trouble
from agent_tui.core.calendar import WorkingCalendar
from agent_tui.core.language import Language
from agent_tui.core.organisation import Grade, Organisation
from agent_tui.core.vocabulary import Mode
from agent_tui.desk import Desk, Staff
from agent_tui.journal import Journal, JournalCorrupt, Person, SystemClock, Verdict, new_id
from agent_tui.journal.connection import Connections
from agent_tui.journal.verify import verify
from agent_tui.library import Library, LibraryError, load
from agent_tui.locale import _
from agent_tui.places import Places, Preferences

NAMELESS = Organisation(
    name={},
    customer_word={},
    languages=(Language.ARABIC, Language.ENGLISH),
    calendar=WorkingCalendar(UTC, {}),
    grades=(Grade("", {}),),
)
"""Stands in where library.yaml cannot be read: what the journal holds can be read without it."""


@dataclass(frozen=True)
class Office:
    """One installation, as the command line sees it; `person` is who types, where they said so."""

    places: Places
    person: str | None = None

    @contextmanager
    def journal(self, *, practice: bool = False) -> Iterator[Journal]:
        """The journal, or that of practice, opened for reading."""
        with Journal.open_read_only(self.places.practice if practice else self.places.journal) as journal:
            yield journal

    @contextmanager
    def reading(self, *, practice: bool = False) -> Iterator[Desk]:
        """A desk nobody sits at: the journal, the names of the staff, and the scripts as far as they can be read."""
        with ExitStack() as stack:
            journal = stack.enter_context(self.journal(practice=practice))
            people = journal
            if practice and self.places.journal.exists():
                people = stack.enter_context(self.journal())
            mode = Mode.PRACTICE if practice else Mode.LIVE
            yield Desk(self._library_or_none(), journal, SystemClock(), mode=mode, people=people)

    @contextmanager
    def names(self, journal: Journal, *, practice: bool) -> Iterator[Callable[[str], str]]:
        """How a staff id is answered with a name; practice has no staff of its own."""
        with ExitStack() as stack:
            people = journal
            if practice and self.places.journal.exists():
                people = stack.enter_context(self.journal())
            known = {person.id: person.name or person.id for person in people.people()}
            yield lambda person: known.get(person, person)

    def verdict(self, *, practice: bool = False) -> Verdict:
        """What a walk through the whole journal finds, also where its end is damaged."""
        path = self.places.practice if practice else self.places.journal
        try:
            with self.journal(practice=practice) as journal:
                return journal.verify()
        except JournalCorrupt as error:
            if error.params.get("detail") != "chain":
                raise
        # A journal with a broken end opens for nobody; to say where it is broken it is read past that.
        connections = Connections(path, mode="ro", busy_ms=1_000)
        try:
            with connections.reading() as connection:
                return verify(connection)
        finally:
            connections.close()

    @contextmanager
    def staff(self, *, create: bool = False) -> Iterator[Staff]:
        """The staff, to be changed; `create` makes the journal of a new installation."""
        library = load(self.places.scripts)
        first = create and not self.places.journal.exists() and not self.places.preferences.exists()
        with Journal.open(self.places.journal, create=first) as journal:
            yield Staff(journal, library.organisation, SystemClock(), new_id())

    def who(self, staff: Staff, named: str | None) -> Person:
        """Who does this: whoever was named, the only one it can be, or who sat at this computer last."""
        if named or self.person:
            return staff.named(named or self.person or "")
        people = staff.active()
        for few in ([one for one in people if "supervisor" in one.roles], people):
            if len(few) == 1:
                return few[0]
        last = Preferences.read(self.places.preferences).person
        found = [one for one in people if last in (one.id, one.name)]
        if len(found) != 1:
            raise Trouble(Exit.USAGE, _("The journal records who does this. Say who you are: --as NAME"))
        return found[0]

    def _library_or_none(self) -> Library:
        try:
            return load(self.places.scripts)
        except LibraryError:
            warning = _("The scripts in {folder} cannot be read. Times are UTC, and the words come from the journal.")
            Page.err().line(filled(warning, folder=self.places.scripts))
            return Library(NAMELESS, {}, {})


def office_of(ctx: click.Context, data: Path | None = None) -> Office:
    """The office a command works in, at another data folder where the command itself names one."""
    root: dict[str, str | None] = ctx.find_root().params
    places = Places.find(data or root.get("data"), root.get("scripts"))
    return Office(places, root.get("person"))
