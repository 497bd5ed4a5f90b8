"""The people who work here: joining, roles, grades and leaving, each an event of its own."""

from __future__ import annotations

from agent_tui.core.clock import Clock
from agent_tui.core.events import staff as facts
from agent_tui.core.events.fact import Event, Fact, Personal, StreamType, stream_name
from agent_tui.core.language import Language
from agent_tui.core.organisation import Organisation
from agent_tui.journal import Journal, Person, new_id

ROLES = ("agent", "trainer", "supervisor")


class StaffError(Exception):
    """Something that cannot be done with staff; `code` is `unknown`, `role`, `grade`, `name`, `left` or `last`."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(f"{code}: {params}")
        self.code, self.params = code, params


class Staff:
    """Records what happens to members of staff, in the name of `by`."""

    def __init__(self, journal: Journal, organisation: Organisation, clock: Clock, run: str) -> None:
        self._journal, self._organisation, self._clock, self._run = journal, organisation, clock, run

    def active(self) -> tuple[Person, ...]:
        """Everybody who works here now, by name."""
        people = [person for person in self._journal.people() if person.active]
        return tuple(sorted(people, key=lambda person: person.name or ""))

    def named(self, wanted: str) -> Person:
        """The one active member of staff with this id or name; StaffError where there is none."""
        found = [one for one in self.active() if wanted in (one.id, one.name)]
        if len(found) != 1:
            raise StaffError("unknown", name=wanted)
        return found[0]

    def add(
        self, name: str, role: str, language: Language, *, grade: str | None = None, by: str | None = None
    ) -> Person:
        """Enter somebody new; the first person enters themselves. StaffError for an unknown role or grade."""
        clean = " ".join(name.split())
        if not clean:
            raise StaffError("name")
        if role not in ROLES:
            raise StaffError("role", role=role)
        if any(person.name == clean for person in self.active()):
            raise StaffError("taken", name=clean)
        rank = grade or self.usual_grade(role)
        if self._organisation.grade(rank) is None:
            raise StaffError("grade", grade=rank)
        person = new_id()
        joined = facts.Joined(Personal(new_id(), clean), language)
        self._append(person, 0, by or person, joined, facts.RoleGiven(role), facts.Graded(rank))
        return self._person(person)

    def deactivate(self, person: Person, *, by: str) -> None:
        """Record that somebody left; what they did stays under their name."""
        if not person.active:
            raise StaffError("left", name=person.name or person.id)
        if len(self.active()) == 1:
            raise StaffError("last", name=person.name or person.id)
        self._append(person.id, person.seq, by, facts.Deactivated())

    def usual_grade(self, role: str) -> str:
        """The grade somebody has until another is given: supervisors the first that supervises, others the lowest."""
        grades = self._organisation.grades
        if role == "supervisor":
            return next((grade.id for grade in grades if grade.supervises), grades[-1].id)
        return grades[0].id

    def _person(self, person: str) -> Person:
        found = self._journal.person(person)
        if found is None:
            raise StaffError("unknown", name=person)
        return found

    def _append(self, person: str, seq: int, by: str, *facts_: Fact) -> None:
        now = self._clock()
        stream = stream_name(StreamType.STAFF, person)
        events = [
            Event(new_id(), stream, number, now.at, now.elapsed, self._run, by, fact)
            for number, fact in enumerate(facts_, start=seq + 1)
        ]
        self._journal.append(events, {})
