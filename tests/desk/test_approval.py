"""Approving and withdrawing at the desk: who may, what is kept of it, and what a crash or a colleague leaves."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from agent_tui.core.clock import Moment
from agent_tui.core.events.content import Approved, Withdrawn
from agent_tui.core.events.fact import Event
from agent_tui.core.interaction import Interaction
from agent_tui.core.language import Language
from agent_tui.core.rules import Rule, RuleError
from agent_tui.core.vocabulary import Channel
from agent_tui.desk import ApprovalError, Approvals, Desk, Staff, Waiting, Why
from agent_tui.journal import Journal, Person, WrongSequence, new_id
from agent_tui.library import LibraryError, load, read_approvals, record_approvals
from tests.library.shelf import BANK, HOUSE, LIBRARY, SCRIPT, SERVICE, SHARED, Scripts

AR, EN = Language.ARABIC, Language.ENGLISH
BOTH = frozenset({AR, EN})
THANKS = "shared.thanks"
AT = 1_767_225_600_000  # 2026-01-01T00:00:00Z


class Centre:
    """A scripts folder, its journal, and people: Salma an agent, Mona a supervisor, Tariq a trainer."""

    def __init__(self, folder: Path) -> None:
        self.scripts = Scripts(folder / "scripts")
        self.scripts.write(LIBRARY, HOUSE)
        self.scripts.write(SHARED, BANK)
        self.scripts.write(SERVICE, SCRIPT)
        self.journal = Journal.open(folder / "journal.db", create=True)
        self.at = AT
        self.staff = Staff(self.journal, load(self.root).organisation, self.clock, "run")
        self.mona = self.staff.add("Mona", "supervisor", EN)
        self.salma, self.tariq = (
            self.staff.add(name, role, EN, by=self.mona.id) for name, role in (("Salma", "agent"), ("Tariq", "trainer"))
        )
        self.approvals = self.opened(self.journal)

    @property
    def root(self) -> Path:
        return self.scripts.root

    def opened(self, journal: Journal) -> Approvals:
        return Approvals(self.root, journal, self.clock, new_id())

    def clock(self) -> Moment:
        self.at += 1_000
        return Moment(self.at, self.at - AT)

    def waiting(self) -> tuple[Waiting, ...]:
        return self.approvals.waiting(load(self.root).phrases())

    def approve_all(self) -> None:
        self.approvals.approve(self.waiting(), self.salma, self.mona)

    def standing(self) -> dict[str, frozenset[Language]]:
        return {phrase.id: phrase.approved for phrase in load(self.root).phrases()}

    def record(self, phrase: str) -> list[tuple[str, Language]]:
        return [(event.kind, event.fact.language) for event in self.history(phrase)]  # type: ignore[attr-defined]

    def history(self, phrase: str) -> tuple[Event, ...]:
        return self.journal.events(f"content:{phrase}")


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    made = Centre(tmp_path)
    yield made
    made.journal.close()


def why(waiting: tuple[Waiting, ...]) -> dict[tuple[str, Language], Why]:
    return {one.key: one.why for one in waiting}


def test_a_new_library_waits_and_is_approved_with_its_record(centre: Centre) -> None:
    waiting = centre.waiting()
    assert set(why(waiting).values()) == {Why.NEW}
    made = centre.approvals.approve(waiting, centre.salma, centre.mona)
    assert len(made) == len(waiting) == 22
    assert set(centre.standing().values()) == {BOTH}
    assert centre.waiting() == ()
    assert centre.record(THANKS) == [("approved", AR), ("approved", EN)]
    (event, _) = centre.history(THANKS)
    phrase = load(centre.root).banks[THANKS]
    assert event.fact == Approved(THANKS, AR, phrase.hashes[AR], centre.salma.id, centre.mona.id)
    assert event.by == centre.mona.id
    assert all(centre.journal.content(one.hash) for one in made)
    assert centre.journal.verify().sound


def test_a_trainer_may_approve_and_nobody_their_own_words(centre: Centre) -> None:
    waiting = centre.waiting()
    for author, approver, code in (
        (centre.mona, centre.mona, "own"),
        (centre.mona, centre.salma, "role"),
    ):
        with pytest.raises(ApprovalError) as refused:
            centre.approvals.approve(waiting, author, approver)
        assert refused.value.code == code
    assert not (centre.root / "approvals.yaml").exists()
    centre.approvals.approve(waiting, centre.mona, centre.tariq)
    assert set(centre.standing().values()) == {BOTH}


@pytest.mark.parametrize("who", ["author", "approver"])
def test_whoever_left_neither_writes_nor_approves(centre: Centre, who: str) -> None:
    people = {"author": centre.salma, "approver": centre.tariq}
    centre.staff.deactivate(people[who], by=centre.mona.id)
    people[who] = _again(centre, people[who])
    with pytest.raises(ApprovalError) as refused:
        centre.approvals.approve(centre.waiting(), people["author"], people["approver"])
    assert refused.value.code == "left"


def _again(centre: Centre, person: Person) -> Person:
    found = centre.journal.person(person.id)
    assert found is not None
    return found


def test_the_words_approved_last_are_found_for_the_next_approver(centre: Centre) -> None:
    centre.approve_all()
    before = load(centre.root).banks[THANKS]
    centre.scripts.replace(SHARED, "Thank you for telling us.", "Thank you.")
    waiting = centre.waiting()
    assert why(waiting) == {(THANKS, AR): Why.TWIN, (THANKS, EN): Why.CHANGED}
    assert [one.before for one in waiting] == [before.canonical[AR], before.canonical[EN]]
    assert {one.last.approver for one in waiting if one.last} == {centre.mona.id}
    centre.approve_all()
    assert centre.standing()[THANKS] == BOTH
    assert len(centre.record(THANKS)) == 4


def test_words_that_were_approved_elsewhere_come_from_the_archive(centre: Centre) -> None:
    record_approvals(centre.root, load(centre.root), "starter-author", "starter-approver", AT)
    held = {one.hashes[EN]: one.canonical[EN] for one in load(centre.root).phrases()}
    centre.scripts.replace(SHARED, "Thank you for telling us.", "Thank you.")
    thanks = load(centre.root).banks[THANKS]
    assert [one.before for one in centre.approvals.waiting([thanks])] == [None, None]
    (waiting,) = centre.approvals.waiting([thanks], [EN], archive=held.get)
    assert waiting.before in held.values()


def test_an_entry_in_the_file_needs_no_staff_to_be_read(centre: Centre) -> None:
    record_approvals(centre.root, load(centre.root), "starter-author", "starter-approver", AT)
    assert set(centre.standing().values()) == {BOTH}
    assert centre.waiting() == ()


def test_a_file_with_errors_is_left_alone(centre: Centre) -> None:
    centre.approve_all()
    centre.scripts.write("approvals.yaml", centre.scripts.read("approvals.yaml").replace("language: ar", "language: a"))
    for act in (centre.waiting, lambda: centre.approvals.withdraw(THANKS, "wrong", centre.mona)):
        with pytest.raises(LibraryError):
            act()
    assert len(centre.record(THANKS)) == 2


# Withdrawing


def test_withdrawn_is_not_usable_live_and_says_why(centre: Centre) -> None:
    centre.approve_all()
    gone = centre.approvals.withdraw(THANKS, "  The law \n changed ", centre.mona)
    assert [one.language for one in gone] == [AR, EN]
    assert centre.standing()[THANKS] == frozenset()
    assert set(centre.standing().values()) == {BOTH, frozenset()}
    fact = centre.history(THANKS)[-1].fact
    assert isinstance(fact, Withdrawn)
    assert (fact.reason, fact.phrase_hash) == ("The law changed", gone[-1].hash)
    waiting = centre.waiting()
    assert [(one.why, one.withdrawn) for one in waiting] == [(Why.WITHDRAWN, "The law changed")] * 2
    assert all(one.before == one.phrase.canonical[one.language] for one in waiting)
    with pytest.raises(ApprovalError, match="none"):
        centre.approvals.withdraw(THANKS, "again", centre.mona)
    centre.approve_all()
    assert centre.standing()[THANKS] == BOTH
    assert centre.approvals.complete() == ()


def test_a_live_contact_cannot_use_it_any_more(centre: Centre) -> None:
    centre.approve_all()
    centre.approvals.withdraw("shared.opening", "wrong name", centre.mona, [EN])
    desk = Desk(load(centre.root), centre.journal, centre.clock)
    desk.sit_down(centre.salma)
    script = desk.library.scripts["delayed-request"]
    calls = {one: desk.begin(script, Channel.PHONE, one) for one in (AR, EN)}
    say(calls[AR])
    with pytest.raises(RuleError) as refused:
        say(calls[EN])
    assert refused.value.rule is Rule.NOT_APPROVED


def say(call: Interaction) -> None:
    call.say(next(phrase for phrase in call.script.phrases() if phrase.id == "shared.opening"))


def test_one_language_alone(centre: Centre) -> None:
    centre.approve_all()
    centre.approvals.withdraw(THANKS, "a wrong word", centre.tariq, [EN])
    assert centre.standing()[THANKS] == {AR}
    assert why(centre.waiting()) == {(THANKS, EN): Why.WITHDRAWN}


def test_a_phrase_that_is_gone_from_the_scripts_can_be_withdrawn(centre: Centre) -> None:
    centre.approve_all()
    centre.scripts.replace(SERVICE, "id: read,", "id: read-again,")
    assert load(centre.root).warnings
    centre.approvals.withdraw("delayed-request.read", "renamed", centre.mona)
    assert load(centre.root).warnings == ()


@pytest.mark.parametrize(("reason", "by", "code"), [(" \n", "mona", "reason"), ("wrong", "salma", "role")])
def test_withdrawing_asks_for_a_reason_and_somebody_who_may(centre: Centre, reason: str, by: str, code: str) -> None:
    centre.approve_all()
    with pytest.raises(ApprovalError) as refused:
        centre.approvals.withdraw(THANKS, reason, getattr(centre, by))
    assert refused.value.code == code
    assert centre.standing()[THANKS] == BOTH


# Crashes and colleagues


def no_room(self: Path, target: Path) -> Path:
    raise OSError(28, "No space left on device")


def test_an_approval_cut_short_counts_for_nothing_and_is_asked_for_again(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = centre.waiting()
    with monkeypatch.context() as crash:
        crash.setattr(Path, "replace", no_room)
        with pytest.raises(OSError, match="No space"):
            centre.approvals.approve(waiting, centre.salma, centre.mona)
    assert set(centre.standing().values()) == {frozenset()}
    assert centre.record(THANKS) == [("approved", AR), ("approved", EN)]
    assert set(why(centre.waiting()).values()) == {Why.UNWRITTEN}
    centre.approve_all()
    assert set(centre.standing().values()) == {BOTH}


def test_no_approval_is_written_without_its_event(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise WrongSequence("somebody else")

    monkeypatch.setattr(centre.journal, "append", fails)
    with pytest.raises(WrongSequence):
        centre.approve_all()
    assert not (centre.root / "approvals.yaml").exists()


def test_a_withdrawal_cut_short_is_completed_by_the_next_run(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    centre.approve_all()
    with monkeypatch.context() as crash:
        crash.setattr(Path, "replace", no_room)
        with pytest.raises(OSError, match="No space"):
            centre.approvals.withdraw(THANKS, "wrong", centre.mona)
    assert centre.standing()[THANKS] == BOTH
    assert {one.key for one in centre.approvals.complete()} == {(THANKS, AR), (THANKS, EN)}
    assert centre.standing()[THANKS] == frozenset()
    assert centre.approvals.complete() == ()


def test_an_approval_that_another_computer_gave_later_stands(centre: Centre) -> None:
    centre.approve_all()
    centre.approvals.withdraw(THANKS, "wrong", centre.mona)
    record_approvals(centre.root, load(centre.root), "elsewhere-1", "elsewhere-2", centre.at + 60_000)
    assert centre.approvals.complete() == ()
    assert centre.standing()[THANKS] == BOTH


def test_what_somebody_approved_in_the_meantime_keeps_that_approval(centre: Centre) -> None:
    waiting = centre.waiting()
    centre.approvals.approve([one for one in waiting if one.phrase.id == THANKS], centre.mona, centre.tariq)
    made = centre.approvals.approve(waiting, centre.salma, centre.mona)
    assert len(made) == len(waiting) - 2
    held = {one.key: one.approver for one in read_approvals(centre.root)[0]}
    assert held[THANKS, AR] == centre.tariq.id
    assert len(centre.record(THANKS)) == 2


def test_what_changed_while_it_was_read_is_not_approved(centre: Centre) -> None:
    waiting = centre.waiting()
    centre.scripts.replace(SHARED, "Thank you for telling us.", "Thank you.")
    centre.approvals.approve(waiting, centre.salma, centre.mona)
    assert centre.standing()[THANKS] == frozenset()
    assert why(centre.waiting()) == {(THANKS, AR): Why.TWIN, (THANKS, EN): Why.CHANGED}


def test_two_approvers_at_the_same_moment_lose_nothing(centre: Centre) -> None:
    waiting = centre.waiting()
    phrases = sorted({one.phrase.id for one in waiting})
    with Journal.open(centre.journal.path, create=False, busy_ms=10_000) as other:
        desks = (centre.approvals, centre.opened(other))
        approvers = (centre.mona, centre.tariq)

        def approve(number: int) -> int:
            mine = [one for one in waiting if one.phrase.id == phrases[number]]
            return len(desks[number % 2].approve(mine, centre.salma, approvers[number % 2]))

        with ThreadPoolExecutor(4) as pool:
            assert set(pool.map(approve, range(len(phrases)))) == {2}
    assert set(centre.standing().values()) == {BOTH}
    assert all(centre.record(phrase) == [("approved", AR), ("approved", EN)] for phrase in phrases)
    assert centre.journal.verify().sound


def test_another_journal_event_in_between_is_stepped_over(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    append, tries = centre.journal.append, []

    def once_late(*args: object) -> None:
        tries.append(args)
        if len(tries) == 1:
            raise WrongSequence("somebody else")
        append(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(centre.journal, "append", once_late)
    centre.approve_all()
    assert len(tries) == 2
    assert set(centre.standing().values()) == {BOTH}
