"""Appending: all or none, in order, once, and nothing personal in the chain."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Personal
from agent_tui.core.language import Gender, Language
from agent_tui.core.vocabulary import Home, Mood
from agent_tui.journal import (
    ContentMismatch,
    EventConflict,
    Journal,
    JournalError,
    NotWritable,
    PersonalConflict,
    WrongSequence,
    new_id,
)
from agent_tui.journal.chain import link
from tests.journal.writing import HELD, OPENED, caller, event, raw, tell


def rows(path: Path) -> list[Any]:
    connection = raw(path)
    try:
        return list(connection.execute("SELECT n, body, hash FROM journal ORDER BY n").fetchall())
    finally:
        connection.close()


def test_what_was_appended_is_read_back(journal: Journal) -> None:
    events = (event("interaction:x", 1, OPENED), event("interaction:x", 2, facts.MoodNoted(Mood.ANGRY)))
    journal.append(events, {})
    assert journal.events("interaction:x") == events
    assert [recorded.event for recorded in journal.stream()] == list(events)
    assert [recorded.n for recorded in journal.stream(after=1)] == [2]
    assert journal.events("interaction:nobody") == ()


def test_an_event_is_there_for_another_program_at_once(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED)
    with Journal.open(journal.path, create=False) as other:
        assert len(other.events("interaction:x")) == 1


def test_a_batch_sent_again_changes_nothing(journal: Journal) -> None:
    batch = [event("interaction:x", 1, OPENED), event("interaction:x", 2, caller(1, "هدى", "0501234567"))]
    journal.append(batch, {})
    before = rows(journal.path)
    journal.append(batch, {})
    assert rows(journal.path) == before
    more = event("interaction:x", 3, HELD)
    journal.append([*batch, more], {})
    assert journal.events("interaction:x") == (*batch, more)


def test_an_id_stands_for_one_event_only(journal: Journal) -> None:
    first = event("interaction:x", 1, OPENED)
    journal.append([first], {})
    with pytest.raises(EventConflict):
        journal.append([replace(first, stream="interaction:y")], {})


def test_a_stream_that_moved_on_is_not_written_over(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED, HELD)
    with pytest.raises(WrongSequence) as caught:
        journal.append([event("interaction:x", 2, HELD)], {})
    assert caught.value.params == {"stream": "interaction:x", "expected": 3, "found": 2}
    with pytest.raises(WrongSequence):
        journal.append([event("interaction:x", 4, HELD)], {})


def test_a_batch_that_fails_at_its_end_leaves_nothing(journal: Journal) -> None:
    text = "{}"
    name = hashlib.sha256(text.encode()).hexdigest()
    batch = [event("interaction:x", 1, caller(1, "Huda", "0501234567")), event("interaction:x", 3, HELD)]
    with pytest.raises(WrongSequence):
        journal.append(batch, {name: text})
    assert rows(journal.path) == []
    assert journal.content(name) is None
    connection = raw(journal.path)
    assert connection.execute("SELECT count(*) FROM personal").fetchone() == (0,)
    connection.close()


def test_every_row_is_chained_to_the_one_before(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED, HELD, facts.Unheld())
    connection = raw(journal.path)
    (head,) = connection.execute("SELECT genesis FROM meta").fetchone()
    connection.close()
    for n, (number, body, found) in enumerate(rows(journal.path), start=1):
        head = hashlib.sha256(b"\x00" + head + body.encode()).digest()
        assert (number, found) == (n, head)
        assert link(b"", body) != found


def test_the_body_is_canonical_json_with_its_envelope(journal: Journal) -> None:
    told = event("interaction:x", 1, facts.HeardFirstFromCustomer(Personal("r1", "انقطاع")))
    journal.append([told], {})
    ((_, body, _),) = rows(journal.path)
    held = json.loads(body)
    assert list(held) == ["at", "by", "data", "elapsed", "id", "kind", "run", "seq", "stream"]
    assert body == json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert held["data"]["subject"].keys() == {"ref", "sha256"}


def test_no_personal_value_is_in_the_chain(journal: Journal) -> None:
    told = (
        OPENED,
        caller(1, "هدى السالم", "+966 50 123 4567"),
        facts.FieldCaptured("m1", "request_no", Personal("request1", "REQ-778899")),
        facts.Noted(Personal("note1", "she cried")),
        facts.Said(
            "m1", "p", "0" * 64, Language.ENGLISH, Gender.FEMALE, Home.LISTEN, {"customer": Personal("s1", "Ms H")}
        ),
    )
    tell(journal, "interaction:x", *told)
    text = "\n".join(body for _, body, _ in rows(journal.path))
    for value in ("هدى", "4567", "REQ-778899", "778899", "cried", "Ms H"):
        assert value not in text
    assert tuple(one.fact for one in journal.events("interaction:x")) == told


def test_a_reference_used_again_keeps_its_salt(journal: Journal) -> None:
    value = Personal("r1", "0501234567")
    tell(journal, "interaction:x", facts.FieldCaptured("m", "a", value), facts.FieldCaptured("m", "b", value))
    first, second = (json.loads(body)["data"]["value"] for _, body, _ in rows(journal.path))
    assert first == second


def test_equal_values_have_different_hashes(journal: Journal) -> None:
    told = [facts.FieldCaptured("m", "a", Personal(ref, "0501234567")) for ref in ("r1", "r2")]
    tell(journal, "interaction:x", *told)
    first, second = (json.loads(body)["data"]["value"]["sha256"] for _, body, _ in rows(journal.path))
    assert first != second


def test_a_reference_never_stands_for_two_values(journal: Journal) -> None:
    tell(journal, "interaction:x", facts.Noted(Personal("r1", "one")))
    with pytest.raises(PersonalConflict):
        tell(journal, "interaction:x", facts.Noted(Personal("r1", "two")))


def test_a_placeholder_may_be_called_ref(journal: Journal) -> None:
    slots = {"ref": "4521", "sha256": "x"}
    told = facts.Said("m", "p", "0" * 64, Language.ENGLISH, Gender.NEUTRAL, Home.LISTEN, slots)
    tell(journal, "interaction:x", told)
    assert journal.events("interaction:x")[0].fact == told


def test_texts_are_kept_by_their_hash(journal: Journal) -> None:
    text = '{"id":"delayed-request","title":"معاملة متأخرة"}'
    name = hashlib.sha256(text.encode()).hexdigest()
    journal.append([], {name: text})
    journal.append([], {name: text})
    assert journal.content(name) == text
    assert journal.content("0" * 64) is None
    assert journal.content("not a hash") is None
    with pytest.raises(ContentMismatch):
        journal.append([], {name: text + " "})


@pytest.mark.parametrize(
    "misfit",
    [
        event("staff:x", 1, OPENED),
        event("interaction:", 1, OPENED),
        event("x", 1, OPENED),
        replace(event("interaction:x", 1, OPENED), id=""),
        event("interaction:x", 1, facts.Redirected("\ud800")),
        event("interaction:x", 1, facts.Noted(Personal("r", "\udcff"))),
        event("interaction:x", 1, facts.Dropped(2**70)),
        replace(event("interaction:x", 1, OPENED), at=2**63),
    ],
)
def test_what_no_journal_can_keep_is_refused_whole(journal: Journal, misfit: Event) -> None:
    opened = event("interaction:first", 1, OPENED)
    dropped = [event("interaction:x", 1, OPENED)] if isinstance(misfit.fact, facts.Dropped) else []
    if dropped:
        misfit = replace(misfit, seq=2)
    with pytest.raises(NotWritable):
        journal.append([opened, *dropped, misfit], {})
    assert list(journal.stream()) == []
    journal.append([opened], {})


def test_letters_beyond_the_first_plane_and_controls_come_back(journal: Journal) -> None:
    for number, value in enumerate(["😀 𞤀", "a\x00b", "line\nline\u2028", '"\\', ""], start=1):
        told = (facts.Redirected(value), facts.Noted(Personal(f"r{number}", value)))
        tell(journal, f"interaction:x{number}", *told)
        assert tuple(one.fact for one in journal.events(f"interaction:x{number}")) == told


def test_errors_tell_the_interface_a_code(journal: Journal) -> None:
    with pytest.raises(JournalError) as caught:
        journal.append([event("interaction:x", 7, OPENED)], {})
    assert (caught.value.code, caught.value.retry) == ("wrong_sequence", False)


def test_ids_rise() -> None:
    made = [new_id() for _ in range(5_000)]
    assert made == sorted(set(made))
    assert {len(one) for one in made} == {26}
