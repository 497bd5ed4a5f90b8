"""The desk: what one member of staff sits down at, and takes contacts from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property

from agent_tui.core.clock import Clock
from agent_tui.core.events.fact import StreamType, stream_name
from agent_tui.core.interaction import Interaction, Setting
from agent_tui.core.language import Language
from agent_tui.core.rules import Rule, RuleError
from agent_tui.core.script import Script
from agent_tui.core.state import SaidPhrase, State, plain
from agent_tui.core.vocabulary import Channel, Comeback, Mode
from agent_tui.core.wording import fill, placeholders
from agent_tui.desk.abandoned import close_abandoned
from agent_tui.desk.ledger import Ledger
from agent_tui.desk.staff import Staff
from agent_tui.journal import Earlier, InteractionRow, Journal, Person, PromiseRow, new_id
from agent_tui.library import Library, restore
from agent_tui.locale.slots import SpokenSlots

ERASED = "[…]"
MOST = 50


@dataclass(frozen=True, slots=True)
class Agenda:
    """What waits for somebody: interactions left unfinished, customers to ring back, promises of their own."""

    unfinished: tuple[InteractionRow, ...]
    callbacks: tuple[InteractionRow, ...]
    promises: tuple[PromiseRow, ...]


class Desk:
    """A library and a journal, and whoever sits there; practice keeps its contacts apart but shares the `people`."""

    def __init__(
        self,
        library: Library,
        journal: Journal,
        clock: Clock,
        *,
        mode: Mode = Mode.LIVE,
        people: Journal | None = None,
    ) -> None:
        self.library, self.journal, self.clock, self.mode = library, journal, clock, mode
        self.people = people or journal
        self.run = new_id()
        self.staff = Staff(self.people, library.organisation, clock, self.run)
        self.person: Person | None = None
        self._restored: dict[str, Script | None] = {}
        self._phrases: dict[str, dict[str, str]] = {}

    # Who sits here

    def sit_down(self, person: Person) -> None:
        """Begin to work as this person; every event from now on says so."""
        self.person = person
        self.journal.runs.begin(self.run, person.id, self.clock().at)
        close_abandoned(self)

    def stand_up(self) -> None:
        """Stop working here."""
        if self.person is not None:
            self.journal.runs.end(self.run, self.clock().at)
        self.journal.close()

    def beat(self) -> None:
        """Say that this run is alive."""
        if self.person is not None:
            self.journal.runs.beat(self.run, self.clock().at)

    @property
    def me(self) -> Person:
        """Whoever sits here."""
        assert self.person is not None, "nobody sits at the desk"
        return self.person

    @property
    def grade(self) -> str:
        """My grade, which decides what I may give."""
        return self.me.grade or self.library.organisation.grades[0].id

    @property
    def ledger(self) -> Ledger:
        """The promise ledger, written in my name."""
        return Ledger(self.journal, self.clock, self.run, self.me.id)

    # Contacts

    def begin(self, script: Script, channel: Channel, language: Language) -> Interaction:
        """Take a contact."""
        return Interaction.open(
            self.setting, script, mode=self.mode, channel=channel, language=language, grade=self.grade
        )

    def ring_back(self, row: InteractionRow) -> Interaction:
        """Ring back somebody whose contact was closed before anything was said, in a contact of its own."""
        script = self.library.scripts.get(row.scripts[0])
        if script is None:
            raise RuleError(Rule.UNKNOWN_MATTER, matter=row.scripts[0])
        interaction = Interaction.open(
            self.setting,
            script,
            mode=self.mode,
            channel=row.channel,
            language=row.language,
            grade=self.grade,
            returns=row.id,
        )
        interaction.identify(name=row.customer, phone=row.phone)
        return interaction

    def resume(self, interaction: str, how: Comeback) -> Interaction:
        """Take an interaction up where it stands; a colleague's goes on with my own authority."""
        events = self.journal.events(stream_name(StreamType.INTERACTION, interaction))
        row = self.journal.interaction(interaction)
        colleagues = row is not None and row.agent != self.me.id
        return Interaction.resume(self.setting, events, how, grade=self.grade if colleagues else None)

    @property
    def setting(self) -> Setting:
        """What interactions happen in while I sit here."""
        return Setting(
            organisation=self.library.organisation,
            find_script=self.find_script,
            emit=self.journal.append,
            clock=self.clock,
            new_id=new_id,
            slots=self.spoken,
            run=self.run,
            by=self.me.id,
        )

    @property
    def spoken(self) -> SpokenSlots:
        """What fills the placeholders of what I say."""
        return SpokenSlots(self.library.organisation, self.me.name or "", self.name_of)

    @cached_property
    def _by_hash(self) -> dict[str, Script]:
        return {script.hash: script for script in self.library.scripts.values()}

    @cached_property
    def _approved(self) -> frozenset[tuple[str, Language, str]]:
        phrases = self.library.phrases()
        return frozenset((one.id, language, one.hashes[language]) for one in phrases for language in one.approved)

    def find_script(self, script_hash: str) -> Script | None:
        """A script by its content hash: as it stands on disk, or as the journal kept it."""
        if script_hash in self._by_hash:
            return self._by_hash[script_hash]
        if script_hash not in self._restored:
            canonical = self.journal.content(script_hash)
            self._restored[script_hash] = restore(canonical, self._approved) if canonical else None
        return self._restored[script_hash]

    def name_of(self, person: str) -> str:
        """A member of staff's name."""
        found = self.people.person(person)
        return (found.name if found is not None else None) or person

    # What stands written

    def exact_words(self, said: SaidPhrase) -> str:
        """The exact words that were said, from the text kept under the phrase's hash."""
        text = self._phrase(said.phrase_hash).get(said.form.value) or ""
        slots = {name: plain(said.slots.get(name)) or ERASED for name in placeholders(text)}
        return fill(text, slots)

    def _phrase(self, phrase_hash: str) -> dict[str, str]:
        if phrase_hash not in self._phrases:
            canonical = self.journal.content(phrase_hash)
            self._phrases[phrase_hash] = json.loads(canonical)["text"] if canonical else {}
        return self._phrases[phrase_hash]

    def agenda(self) -> Agenda:
        """What waits for me: what I left open, every customer to ring back, and my promises."""
        now = self.clock().at
        left = self.journal.unfinished(self.mode, now, run=self.run, limit=MOST)
        callbacks = self.journal.callbacks(self.mode, limit=MOST)
        waiting = {row.id for row in callbacks}
        mine = tuple(row for row in left if row.id not in waiting and row.agent == self.me.id)
        return Agenda(mine, callbacks, self.ledger.mine())

    def earlier(self, state: State) -> tuple[Earlier, ...]:
        """Earlier contacts of the customer on the line, as far as what was captured tells who it is."""
        caller = state.caller
        known = [plain(caller.phone), plain(caller.beneficiary)]
        for matter in state.matters.values():
            script = self.find_script(matter.script_hash)
            for field_id, value in matter.values.items():
                field = script.field(field_id) if script is not None else None
                if field is not None and (field.type.value == "phone" or field_id.endswith("_no")):
                    known.append(plain(value))
        return self.journal.history([value for value in known if value], exclude=state.id, limit=5)
