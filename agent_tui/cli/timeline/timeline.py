"""One interaction from its first event to its last, with what became of its promises."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from agent_tui.cli.page import Page, filled
from agent_tui.cli.records import Record, event_record, interaction_record, promise_record
from agent_tui.cli.timeline import contact, remedy  # noqa: F401  they know each kind's sentence
from agent_tui.cli.timeline.scene import Scene
from agent_tui.cli.timeline.sentence import joined, sentence
from agent_tui.core.events.fact import Event, StreamType, stream_name
from agent_tui.core.events.interaction import MatterOpened, Said
from agent_tui.core.fold import replay
from agent_tui.core.language import Gender, Language
from agent_tui.core.vocabulary import Mode
from agent_tui.desk import Desk
from agent_tui.journal import InteractionRow, PromiseRow
from agent_tui.locale import N_, _, current
from agent_tui.locale.dates import long_date
from agent_tui.locale.labels import label

if TYPE_CHECKING:
    from agent_tui.arabic.levels import Base

TIME_COLUMN = 10
HASH_SHOWN = 12
QUOTES = {Language.ARABIC: "«{}»", Language.ENGLISH: "“{}”"}
FORMS: dict[Gender, str] = {
    Gender.NEUTRAL: N_("neutral form"),
    Gender.MALE: N_("to a man"),
    Gender.FEMALE: N_("to a woman"),
}


class Timeline:
    """An interaction with all its events."""

    def __init__(self, desk: Desk, row: InteractionRow) -> None:
        self._desk, self._row = desk, row
        self._own = desk.journal.events(row.stream)
        self._scene = Scene(desk, replay(self._own))

    @cached_property
    def promises(self) -> tuple[PromiseRow, ...]:
        """The promises made in it, as they stand now."""
        found = (self._desk.journal.promise(promise) for promise in self._scene.state.promises)
        return tuple(promise for promise in found if promise is not None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Its own events in their order, then those of its promises by time."""
        streams = (stream_name(StreamType.PROMISE, promise.id) for promise in self.promises)
        later = [event for stream in streams for event in self._desk.journal.events(stream)]
        return (*self._own, *sorted(later, key=lambda event: (event.at, event.stream, event.seq)))

    def record(self) -> Record:
        """Everything, as data."""
        return {
            **interaction_record(self._row, self._desk.name_of),
            "promises": [promise_record(promise) for promise in self.promises],
            "events": [self._event_record(event) for event in self.events],
        }

    def _event_record(self, event: Event) -> Record:
        record = event_record(event)
        if isinstance(event.fact, Said):
            record["words"] = self._scene.words(event.id) or None
        return record

    def print(self, page: Page) -> None:
        """Everything, as a page."""
        for line in self._head():
            page.line(line)
        day, by = "", self._row.agent
        for event in self.events:
            today = self._day(event.at)
            if today != day:
                page.put()
                page.line(today)
                day = today
            told = sentence(event, self._scene)
            if event.by != by:
                told, by = f"{self._scene.person(event.by)}: {told}", event.by
            page.entry(self._scene.clock(event.at), told, column=TIME_COLUMN)
            for text, base in self._details(event):
                page.entry("", text, column=TIME_COLUMN, base=base)

    def _head(self) -> Iterator[str]:
        row, scene = self._row, self._scene
        yield filled(_("Interaction {id}"), id=row.id)
        grade = self._desk.library.organisation.grade(row.grade)
        agent = joined(scene.person(row.agent), scene.text(grade.title) if grade is not None else row.grade)
        practice = label(row.mode) if row.mode is Mode.PRACTICE else ""
        yield joined(scene.moment(row.opened_at), label(row.channel), agent, practice)
        if row.customer or row.phone:
            name = joined(row.customer or "", row.phone or "")
            yield filled(_("Customer: {name} ({verified})"), name=name, verified=label(scene.state.caller.verified))
        peak, end = label(scene.state.peak), label(scene.state.mood)
        yield filled(_("Mood: {peak} at the peak, {end} at the end"), peak=peak, end=end)

    def _details(self, event: Event) -> Iterator[tuple[str, Base | None]]:
        match event.fact:
            case Said() as said:
                words = self._scene.words(event.id)
                if words:
                    yield QUOTES[said.language].format(words), "auto"
                else:
                    yield _("[these words are not in the journal]"), None
                language = self._scene.language_name(said.language)
                yield joined(said.phrase, language, _(FORMS[said.form]), said.phrase_hash[:HASH_SHOWN]), None
            case MatterOpened() as opened:
                version = filled(_("version {version}"), version=opened.version)
                yield joined(opened.script, version, opened.script_hash[:HASH_SHOWN]), None

    def _day(self, at: int) -> str:
        day = self._desk.library.organisation.calendar.local(at).date()
        return long_date(day, current(), self._scene.digits)
