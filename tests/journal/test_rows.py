"""What is asked of the journal: lists, promises, people, earlier contacts."""

from __future__ import annotations

import pytest

from agent_tui.core.events import interaction as facts, promise, staff
from agent_tui.core.events.fact import Personal
from agent_tui.core.language import Language
from agent_tui.core.vocabulary import (
    Channel,
    Emergency,
    Mode,
    Mood,
    Outcome,
    Passage,
    Stage,
    Thanks,
)
from agent_tui.journal import Filter, InteractionRow, InteractionStatus, Journal, Place, PromiseStatus
from tests.journal.history import AGENTS, fill
from tests.journal.writing import HELD, OPENED, caller, tell

CLOSED = facts.Closed(Thanks.SAID)
TITLE = {"ar": "نتصل بكم", "en": "We call you back"}


def matter(name: str, script: str) -> facts.MatterOpened:
    return facts.MatterOpened(name, script, 1, "0" * 64, enquiry=False)


def pledge(name: str, owner: str, due: int) -> facts.PromiseMade:
    return facts.PromiseMade("m1", name, TITLE, owner, due, Channel.PHONE)


def ids(journal: Journal, **asked: object) -> list[str]:
    return [row.id for row in journal.interactions(Filter(**asked))]  # type: ignore[arg-type]


def test_a_row_tells_the_interaction(journal: Journal) -> None:
    told = (
        OPENED,
        matter("m1", "delayed-request"),
        facts.StageEntered(Stage.LISTEN, "m1", Passage.OPENING),
        caller(1, "هدى", "0501234567"),
        facts.MoodNoted(Mood.UPSET),
        facts.MoodNoted(Mood.ANGRY),
        facts.MoodNoted(Mood.CALM),
        HELD,
        facts.Unheld(),
        matter("m2", "wrong-bill"),
        facts.UrgentTaken("m2"),
        facts.EmergencyRaised(Emergency.THREAT),
        facts.AbuseFlagged(),
        facts.LanguageChanged(Language.ENGLISH),
        facts.StageEntered(Stage.THANK, "m2", Passage.NEXT),
        facts.MatterClosed("m1", Outcome.REFUSED),
        facts.MatterClosed("m2", Outcome.SOLVED),
        facts.SatisfactionAnswered(4),
        CLOSED,
    )
    tell(journal, "interaction:x", *told)
    row = journal.interaction("x")
    assert row is not None
    assert (row.customer, row.phone, row.agent, row.stream) == ("هدى", "0501234567", "huda", "interaction:x")
    assert (row.mood, row.peak, row.stage, row.matter) == (Mood.CALM, Mood.ANGRY, Stage.THANK, "m2")
    assert (row.held, row.urgent, row.emergency, row.abuse, row.dropped) == (True, True, Emergency.THREAT, True, False)
    assert (row.scripts, row.outcome, row.csat) == (("delayed-request", "wrong-bill"), Outcome.SOLVED, 4)
    assert (row.status, row.language, row.thanks) == (InteractionStatus.CLOSED, Language.ENGLISH, Thanks.SAID)
    assert (row.opened_at, row.closed_at, row.last_at, row.seq) == (1_001, 1_019, 1_019, 19)
    assert ids(journal, outcome=Outcome.REFUSED) == ids(journal, script="wrong-bill") == ["x"]
    assert journal.interaction("nobody") is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["c", "b", "a"]),
        ({"agent": "omar"}, ["b"]),
        ({"mode": Mode.PRACTICE}, ["c"]),
        ({"channel": Channel.CHAT}, ["c"]),
        ({"language": Language.ENGLISH}, ["c"]),
        ({"status": InteractionStatus.OPEN}, ["c", "a"]),
        ({"status": InteractionStatus.CLOSED}, ["b"]),
        ({"script": "delayed-request"}, ["b", "a"]),
        ({"script": "delayed-request", "agent": "huda"}, ["a"]),
        ({"peak": Mood.ANGRY}, ["a"]),
        ({"urgent": True}, ["b"]),
        ({"urgent": False}, ["c", "a"]),
        ({"emergency": False}, ["c", "b", "a"]),
        ({"dropped": True}, []),
        ({"opened_from": 2_000}, ["c", "b"]),
        ({"opened_until": 2_001}, ["a"]),
        ({"opened_from": 1_500, "opened_until": 2_500}, ["b"]),
    ],
)
def test_a_filter_finds(journal: Journal, asked: dict[str, object], found: list[str]) -> None:
    tell(journal, "interaction:a", OPENED, matter("m1", "delayed-request"), facts.MoodNoted(Mood.ANGRY))
    told = (OPENED, matter("m1", "delayed-request"), facts.UrgentTaken("m1"), CLOSED)
    tell(journal, "interaction:b", *told, by="omar", at=2_000)
    practice = facts.Opened(Mode.PRACTICE, Channel.CHAT, Language.ENGLISH, "clerk")
    tell(journal, "interaction:c", practice, at=3_000)
    assert ids(journal, **asked) == found


def test_pages_follow_each_other_without_gap_or_double(journal: Journal) -> None:
    fill(journal, 60, seed=5)
    for number in range(5):  # several in one millisecond
        tell(journal, f"interaction:same{number}", OPENED)
    whole = journal.interactions(limit=1_000)
    assert len(whole) == 65
    assert [row.opened_at for row in whole] == sorted((row.opened_at for row in whole), reverse=True)
    paged: list[InteractionRow] = []
    after = None
    while page := journal.interactions(after=after, limit=7):
        paged += page
        after = Place.after(page[-1])
    assert tuple(paged) == whole
    agent = journal.interactions(Filter(agent=AGENTS[3]), limit=1_000)
    assert agent == tuple(row for row in whole if row.agent == AGENTS[3])


def test_the_promise_board(journal: Journal) -> None:
    made = (OPENED, caller(1, "هدى", "0501234567"), pledge("p1", "omar", 300), pledge("p2", "department:permits", 200))
    tell(journal, "interaction:x", *made, pledge("p3", "omar", 100))
    assert [row.id for row in journal.promises()] == ["p3", "p2", "p1"]
    assert [row.id for row in journal.promises(owner="omar")] == ["p3", "p1"]
    assert [row.id for row in journal.promises(made_by="huda", due_before=300)] == ["p3", "p2"]
    tell(journal, "promise:p1", promise.Attempted(), promise.Informed(), promise.Extended(900, Personal("why", "late")))
    tell(journal, "promise:p2", promise.Reassigned("omar"), promise.Broken(Personal("reason", "forgotten")), by="omar")
    tell(journal, "promise:p3", promise.Kept(Personal("proof", "rang at nine")), by="omar", at=50_000)
    (still_open,) = journal.promises()
    assert (still_open.id, still_open.due, still_open.attempts, still_open.informed) == ("p1", 900, 1, 1)
    assert (still_open.extended, still_open.seq, still_open.title) == (1, 3, TITLE)
    assert (still_open.customer, still_open.phone, still_open.interaction) == ("هدى", "0501234567", "x")
    assert (still_open.overdue(900), still_open.overdue(901)) == (False, True)
    kept, broken = journal.promise("p3"), journal.promise("p2")
    assert kept is not None
    assert broken is not None
    assert (kept.status, kept.settled_by, kept.settled_at) == (PromiseStatus.KEPT, "omar", 50_001)
    assert (broken.status, broken.owner) == (PromiseStatus.BROKEN, "omar")
    assert not broken.overdue(10**9)
    assert [row.id for row in journal.promises(status=None, owner="omar")] == ["p3", "p2", "p1"]
    assert [row.id for row in journal.promises(status=PromiseStatus.KEPT)] == ["p3"]
    tell(journal, "promise:p1", promise.Released())
    assert journal.promises() == ()
    assert journal.promise("p9") is None


def test_people_are_as_their_events_say(journal: Journal) -> None:
    joined = staff.Joined(Personal("name", "هدى السالم"), Language.ARABIC)
    tell(journal, "staff:huda", joined, staff.RoleGiven("trainer"), staff.RoleGiven("agent"), staff.RoleGiven("agent"))
    tell(journal, "staff:huda", staff.RoleTaken("trainer"), staff.Graded("clerk"), staff.Graded("senior"))
    tell(journal, "staff:huda", staff.ShiftStarted(), at=7_000)
    tell(journal, "staff:omar", staff.Joined(Personal("name2", "Omar"), Language.ENGLISH), staff.ShiftStarted())
    tell(journal, "staff:omar", staff.Deactivated())
    huda, omar = journal.people()
    assert (huda.id, huda.name, huda.language, huda.grade) == ("huda", "هدى السالم", Language.ARABIC, "senior")
    assert (huda.roles, huda.active, huda.shift_since, huda.seq) == (("agent",), True, 7_008, 8)
    assert (omar.active, omar.shift_since) == (False, None)
    tell(journal, "staff:huda", staff.ShiftEnded())
    tell(journal, "staff:huda", staff.NoticeAcknowledged("fees", "old"), at=100)
    tell(journal, "staff:huda", staff.NoticeAcknowledged("fees", "new"), at=200)
    tell(journal, "staff:huda", staff.Certified("delayed-request", "2026-01-01"))
    tell(journal, "staff:huda", staff.Certified("delayed-request", "2027-01-01"))
    person = journal.person("huda")
    assert person is not None
    assert person.shift_since is None
    assert journal.notices_read("huda") == {"fees": "new"}
    assert journal.certificates("huda") == {"delayed-request": "2027-01-01"}
    assert journal.person("nobody") is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["0501234567"], ["c", "a"]),
        (["+966 50 123 4567"], ["c", "a"]),
        (["٠٥٠١٢٣٤٥٦٧"], ["c", "a"]),
        (["00966-50-1234567"], ["c", "a"]),
        (["REQ-4521"], ["b"]),
        (["req 4521"], ["b"]),
        (["4521"], []),
        (["الشركة الأولى"], ["b"]),
        (["الشركه الاولي"], ["b"]),
        (["REQ-4521", "0501234567"], ["c", "b", "a"]),
        (["0501234568"], []),
        (["resend it"], []),
        (["", "-"], []),
        ([], []),
    ],
)
def test_a_customer_is_known_again(journal: Journal, asked: list[str], found: list[str]) -> None:
    tell(journal, "interaction:a", OPENED, caller(1, "هدى", "+966501234567"), pledge("p1", "omar", 5), CLOSED)
    company = facts.CallerIdentified(beneficiary=Personal("company", "الشركة الأولى"))
    request = facts.FieldCaptured("m1", "request_no", Personal("request", "REQ 4521"))
    wish = facts.FieldCaptured("m1", "wish", Personal("wish", "resend it"))
    tell(journal, "interaction:b", OPENED, company, request, wish, CLOSED, at=2_000)
    tell(journal, "interaction:c", OPENED, facts.FieldCaptured("m1", "phone", "0501234567"), at=3_000)
    tell(journal, "interaction:d", OPENED, caller(4, "هدى", "0509999999"), at=4_000)
    earlier = journal.history(asked)
    assert [one.interaction.id for one in earlier] == found
    for one in earlier:
        assert [row.id for row in one.promises] == (["p1"] if one.interaction.id == "a" else [])
    but_this = journal.history(asked, exclude="c", limit=1)
    assert [one.interaction.id for one in but_this] == [name for name in found if name != "c"][:1]
