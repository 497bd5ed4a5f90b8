"""Approving and withdrawing phrases: who may, what waits, and both records of it.

The journal is written first, then approvals.yaml, both under the file's lock. Whatever cuts that short leaves no
approval without its event: an approval that got no further than the journal does not count, and is asked for again; a
withdrawal that got no further is completed by the next run (`complete`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from agent_tui.core.clock import Clock
from agent_tui.core.events import content as facts
from agent_tui.core.events.fact import Event, Fact, StreamType, stream_name
from agent_tui.core.language import Language
from agent_tui.core.script import Phrase
from agent_tui.journal import Journal, Person, WrongSequence, new_id
from agent_tui.library import Approval, LibraryError, read_approvals, revising
from agent_tui.library.approvals import Key, moment

MAY_APPROVE = frozenset({"supervisor", "trainer"})
ATTEMPTS = 5
"""So often somebody with other scripts and the same journal may come between."""


class ApprovalError(Exception):
    """Something that cannot be approved or withdrawn; `code` is `own`, `role`, `left`, `reason` or `none`."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(f"{code}: {params}")
        self.code, self.params = code, params


class Why(StrEnum):
    """Why a text waits: never approved, changed since, beside a changed twin, withdrawn, or not in approvals.yaml."""

    NEW = "new"
    CHANGED = "changed"
    TWIN = "twin"
    WITHDRAWN = "withdrawn"
    UNWRITTEN = "unwritten"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A phrase in one language that is not approved as it stands; `last` is the approval it had, `before` its text.

    `before` is None where nobody kept that text; `withdrawn` is the reason somebody gave.
    """

    phrase: Phrase
    language: Language
    why: Why
    last: Approval | None = None
    before: str | None = None
    withdrawn: str = ""

    @property
    def key(self) -> Key:
        """What there is one approval for."""
        return self.phrase.id, self.language

    @property
    def hash(self) -> str:
        """The hash of the text as it stands."""
        return self.phrase.hashes[self.language]

    @property
    def twin(self) -> str | None:
        """The hash of the other language as it stands."""
        return self.phrase.hashes.get(self.language.other)


class Approvals:
    """The approvals of a scripts folder, with their record in the journal."""

    def __init__(self, root: Path, journal: Journal, clock: Clock, run: str) -> None:
        self._root, self._journal, self._clock, self._run = root, journal, clock, run

    # What waits

    def waiting(
        self,
        phrases: Iterable[Phrase],
        languages: Collection[Language] = tuple(Language),
        *,
        archive: Callable[[str], str | None] = lambda _hash: None,
    ) -> tuple[Waiting, ...]:
        """What of these phrases is not approved as it stands; `archive` knows texts that the journal does not."""
        held = {one.key: one for one in _read(self._root)}
        found = []
        for phrase in phrases:
            for language in phrase.text:
                if language in languages and language not in phrase.approved:
                    found.append(self._waits(phrase, language, held.get((phrase.id, language)), archive))
        return tuple(found)

    def _waits(
        self, phrase: Phrase, language: Language, held: Approval | None, archive: Callable[[str], str | None]
    ) -> Waiting:
        now = phrase.hashes[language]
        why, last, reason = Why.NEW, held, ""
        hash_ = held.hash if held is not None else None
        if held is not None:
            why = Why.TWIN if hash_ == now else Why.CHANGED
        for event in self._history(phrase.id, language) if held is None else ():
            if isinstance(event.fact, facts.Approved):
                one = event.fact
                last = Approval(phrase.id, language, one.phrase_hash, one.author, one.approver, moment(event.at))
                why, reason, hash_ = Why.CHANGED, "", one.phrase_hash
            elif isinstance(event.fact, facts.Withdrawn):
                why, reason, hash_ = Why.WITHDRAWN, event.fact.reason, event.fact.phrase_hash
        if why is Why.CHANGED and hash_ == now:
            why = Why.UNWRITTEN
        before = (self._journal.content(hash_) or archive(hash_)) if hash_ else None
        return Waiting(phrase, language, why, last, before, reason)

    def _history(self, phrase: str, language: Language) -> list[Event]:
        return [
            event
            for event in self._journal.events(stream_name(StreamType.CONTENT, phrase))
            if isinstance(event.fact, facts.Approved | facts.Withdrawn) and event.fact.language is language
        ]

    # Approving

    @staticmethod
    def check(author: Person, approver: Person) -> None:
        """ApprovalError unless both work here, are two, and the second may approve."""
        for person in (author, approver):
            if not person.active:
                raise ApprovalError("left", name=person.name or person.id)
        if author.id == approver.id:
            raise ApprovalError("own", name=author.name or author.id)
        check_role(approver)

    def approve(self, texts: Iterable[Waiting], author: Person, approver: Person) -> tuple[Approval, ...]:
        """Approve these texts as they were shown; answers what is new.

        What somebody else approved in the meantime just so keeps that approval. LibraryError, ApprovalsBusy and the
        journal's errors mean that nothing counts as approved.
        """
        self.check(author, approver)
        with revising(self._root) as register:
            new = [one for one in texts if not register.stands(one.key, one.hash, one.twin)]
            at = self._record(
                {one.key: facts.Approved(one.phrase.id, one.language, one.hash, author.id, approver.id) for one in new},
                by=approver.id,
                contents={
                    hash_: one.phrase.canonical[lang] for one in new for lang, hash_ in one.phrase.hashes.items()
                },
            )
            made = [Approval(*one.key, one.hash, author.id, approver.id, moment(at), one.twin) for one in new]
            for approval in made:
                register.put(approval)
        return tuple(made)

    # Withdrawing

    def withdraw(
        self, phrase: str, reason: str, by: Person, languages: Collection[Language] = tuple(Language)
    ) -> tuple[Approval, ...]:
        """Take back the approvals of a phrase; answers those there were. ApprovalError where there is none."""
        said = " ".join(reason.split())
        if not said:
            raise ApprovalError("reason")
        check_role(by)
        with revising(self._root) as register:
            gone = [register.held[phrase, one] for one in languages if (phrase, one) in register.held]
            if not gone:
                raise ApprovalError("none", phrase=phrase)
            self._record(
                {one.key: facts.Withdrawn(phrase, one.language, one.hash, said) for one in gone}, by=by.id, contents={}
            )
            for one in gone:
                register.take(one.key)
        return tuple(gone)

    def complete(self) -> tuple[Approval, ...]:
        """Take out approvals that were withdrawn when the program stopped before it wrote so; answers which."""
        if not any(self._withdrawn(one) for one in _read(self._root)):
            return ()
        with revising(self._root) as register:
            gone = [one for one in register.held.values() if self._withdrawn(one)]
            for one in gone:
                register.take(one.key)
        return tuple(gone)

    def _withdrawn(self, approval: Approval) -> bool:
        latest = self._history(approval.phrase, approval.language)[-1:]
        return any(
            isinstance(event.fact, facts.Withdrawn)
            and event.fact.phrase_hash == approval.hash
            # On another computer, with a journal of its own, it may have been approved since.
            and moment(event.at) >= approval.at
            for event in latest
        )

    # The record

    def _record(self, new: Mapping[Key, Fact], *, by: str, contents: Mapping[str, str]) -> int:
        """Append facts about phrases, all or none; answers when."""
        for attempt in range(ATTEMPTS):
            now, ends, events = self._clock(), dict[str, int](), []
            for (phrase, _language), fact in new.items():
                stream = stream_name(StreamType.CONTENT, phrase)
                if stream not in ends:
                    earlier = self._journal.events(stream)
                    ends[stream] = earlier[-1].seq if earlier else 0
                ends[stream] += 1
                events.append(Event(new_id(), stream, ends[stream], now.at, now.elapsed, self._run, by, fact))
            try:
                self._journal.append(events, contents)
            except WrongSequence:
                if attempt == ATTEMPTS - 1:
                    raise
            else:
                return now.at
        raise AssertionError("unreachable")


def check_role(person: Person) -> None:
    """ApprovalError unless the person may approve and withdraw."""
    if not MAY_APPROVE & set(person.roles):
        raise ApprovalError("role", name=person.name or person.id)


def _read(root: Path) -> tuple[Approval, ...]:
    approvals, source = read_approvals(root)
    if source.problems:
        raise LibraryError(source.problems)
    return approvals
