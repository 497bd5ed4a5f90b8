"""A seeded past: interactions as a busy centre would leave them, written through the real append."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

from agent_tui.core.events import interaction as facts, promise, staff
from agent_tui.core.events.fact import Event, Fact, Personal, StreamType, stream_name
from agent_tui.core.language import Gender, Language
from agent_tui.core.vocabulary import (
    Channel,
    Home,
    Mode,
    Mood,
    Outcome,
    Passage,
    ReadBackResult,
    Stage,
    Thanks,
)
from agent_tui.journal import Journal

BEGIN = 1_767_225_600_000
"""2026-01-01T00:00:00Z in milliseconds."""
MINUTE = 60_000
SCRIPTS = ("delayed-request", "wrong-bill", "no-service", "lost-document", "rude-staff", "how-to-apply")
CONTENTS = {
    hashlib.sha256(text.encode()).hexdigest(): text for text in (f'{{"id":"{name}","version":1}}' for name in SCRIPTS)
}
HASHES = dict(zip(SCRIPTS, CONTENTS, strict=True))
AGENTS = tuple(f"agent{number:02d}" for number in range(40))
NAMES = ("هدى السالم", "سعد العتيبي", "Noor Haddad", "Omar Said", "ليلى", "John Smith")


class Past:
    """Makes interactions one after the other; the same seed makes the same ones."""

    def __init__(self, seed: int = 0, *, busy: int = MINUTE) -> None:
        self._draw = random.Random(seed)
        self._prefix = f"S{seed:04d}"
        self._count = 0
        self._busy = busy
        self._at = BEGIN
        self._seq: dict[str, int] = {}

    def id(self) -> str:
        """An id that sorts by the order of making, as a ULID does."""
        self._count += 1
        return f"{self._prefix}{self._count:012d}"

    def event(self, kind: StreamType, of: str, by: str, fact: Fact) -> Event:
        """The next event of a stream, some seconds after the one before."""
        stream = stream_name(kind, of)
        self._at += self._draw.randrange(500, 9_000)
        self._seq[stream] = self._seq.get(stream, 0) + 1
        return Event(self.id(), stream, self._seq[stream], self._at, self._at - BEGIN, "run-past", by, fact)

    def personal(self, value: str) -> Personal:
        """A value under a new reference."""
        return Personal(self.id(), value)

    def people(self) -> list[Event]:
        """Everybody joins and gets a role and a grade."""
        events = []
        for agent in AGENTS:
            name = self.personal(self._draw.choice(NAMES))
            events.append(self.event(StreamType.STAFF, agent, agent, staff.Joined(name, Language.ARABIC)))
            events.append(self.event(StreamType.STAFF, agent, agent, staff.RoleGiven("agent")))
            events.append(self.event(StreamType.STAFF, agent, agent, staff.Graded("clerk")))
        return events

    def interactions(self, count: int) -> Iterator[list[Event]]:
        """So many interactions, each as its list of events."""
        for _ in range(count):
            self._at += self._draw.randrange(self._busy)
            yield self.interaction()

    def interaction(self) -> list[Event]:
        """One interaction from the greeting to the end, or as far as the line held."""
        draw, of, by = self._draw, self.id(), self._draw.choice(AGENTS)
        script = draw.choice(SCRIPTS)
        phone = f"05{draw.randrange(10_000_000, 10_200_000):08d}"
        language = draw.choice(list(Language))
        told: list[Fact] = [
            facts.Opened(Mode.LIVE, draw.choice(list(Channel)), language, "clerk"),
            facts.MatterOpened("m1", script, 1, HASHES[script], enquiry=False, required=("request_no",)),
            facts.StageEntered(Stage.LISTEN, "m1", Passage.OPENING),
            facts.CallerIdentified(name=self.personal(draw.choice(NAMES)), phone=self.personal(phone)),
            facts.FieldCaptured("m1", "request_no", self.personal(str(draw.randrange(10_000, 99_999)))),
            facts.MoodNoted(draw.choice(list(Mood))),
            facts.CustomerFinished("m1"),
            facts.ReadBack("m1", draw.choice(list(ReadBackResult))),
            facts.StageEntered(Stage.APOLOGISE, "m1", Passage.NEXT),
            facts.Said("m1", "delay-is-ours", "0" * 64, language, Gender.NEUTRAL, Home.APOLOGISE),
        ]
        if draw.random() < 0.03:
            told.append(facts.Dropped(self._at + 5 * MINUTE))
            return [self.event(StreamType.INTERACTION, of, by, fact) for fact in told]
        pledge = self.id() if draw.random() < 0.2 else None
        if pledge:
            title = {"ar": "نتصل بكم", "en": "We call you back"}
            due = self._at + draw.randrange(1, 5_000) * MINUTE
            told.append(facts.PromiseMade("m1", pledge, title, draw.choice(AGENTS), due, Channel.PHONE, days=2))
        told += [
            facts.StageEntered(Stage.SOLVE, "m1", Passage.NEXT),
            facts.OptionOffered("m1", "expedite"),
            facts.OptionAccepted("m1", "expedite"),
            facts.StageEntered(Stage.THANK, "m1", Passage.NEXT),
            facts.MatterClosed("m1", draw.choice(list(Outcome)), "backlog", "permits"),
            facts.SatisfactionAnswered(draw.choice([None, 1, 2, 3, 4, 5])),
            facts.Closed(Thanks.SAID),
        ]
        events = [self.event(StreamType.INTERACTION, of, by, fact) for fact in told]
        if pledge and draw.random() < 0.8:
            proof = self.personal("rang at nine")
            settled = promise.Kept(proof) if draw.random() < 0.9 else promise.Broken(proof)
            events.append(self.event(StreamType.PROMISE, pledge, by, settled))
        return events


def fill(journal: Journal, count: int, *, seed: int = 0, batch: int = 250) -> Past:
    """Write so many interactions, some hundred to a transaction; the past goes on where it stopped."""
    past = Past(seed)
    waiting = past.people()
    for number, events in enumerate(past.interactions(count), start=1):
        waiting += events
        if number % batch == 0:
            journal.append(waiting, CONTENTS)
            waiting = []
    journal.append(waiting, CONTENTS)
    return past
