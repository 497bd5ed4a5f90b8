"""Erasing what is known about a person: gone from every byte, and the record still holds."""

from __future__ import annotations

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Personal
from agent_tui.journal import Journal
from tests.journal.writing import OPENED, caller, event, read_models, tell

SECRETS = ("Zubaydah Q.", "0507654321", "507654321", "she wept bitterly")


def bytes_on_disk(journal: Journal) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(journal.path.parent.iterdir()) if "ballast" not in one.name)


def test_an_erased_person_is_in_no_byte_and_the_chain_holds(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED, caller(1, "Zubaydah Q.", "0507654321"))
    tell(journal, "interaction:y", OPENED, caller(2, "Omar", "0501111111"))
    journal.drafts.save("x", "note", "she wept bitterly")
    journal.drafts.save("y", "note", "he laughed")
    for secret in SECRETS:
        assert secret.encode() in bytes_on_disk(journal), secret
    before = journal.verify()
    journal.erase(["name1", "phone1"], at=9_000)
    for secret in SECRETS:
        assert secret.encode() not in bytes_on_disk(journal), secret
    assert journal.verify() == before
    assert before.sound
    told = journal.events("interaction:x")[1].fact
    assert told == facts.CallerIdentified(Personal("name1", None), Personal("phone1", None))
    row = journal.interaction("x")
    assert row is not None
    assert (row.customer, row.phone) == (None, None)
    assert journal.history(["0507654321"]) == ()
    assert journal.drafts.read("x") == {}
    other = journal.interaction("y")
    assert other is not None
    assert (other.customer, journal.drafts.read("y")) == ("Omar", {"note": "he laughed"})
    assert len(journal.history(["0501111111"])) == 1


def test_an_erased_value_does_not_come_back_through_a_program_that_remembers_it(journal: Journal) -> None:
    phone = Personal("phone1", "0507654321")
    tell(journal, "interaction:x", OPENED, facts.CallerIdentified(phone=phone))
    journal.erase(["phone1"], at=9_000)
    tell(journal, "interaction:x", facts.CallerIdentified(phone=phone), facts.FieldCaptured("m1", "phone", phone))
    assert b"0507654321" not in bytes_on_disk(journal)
    assert journal.history(["0507654321"]) == ()
    assert journal.verify().sound
    before = read_models(journal)
    journal.rebuild()
    assert read_models(journal) == before


def test_a_batch_sent_again_after_an_erasure_is_still_the_same_batch(journal: Journal) -> None:
    batch = [event("interaction:x", 1, OPENED), event("interaction:x", 2, caller(1, "Zubaydah Q.", "0507654321"))]
    journal.append(batch, {})
    journal.erase(["name1"], at=9_000)
    journal.append(batch, {})
    assert len(journal.events("interaction:x")) == 2
    assert b"Zubaydah" not in bytes_on_disk(journal)


def test_erasing_twice_or_what_was_never_there_is_harmless(journal: Journal) -> None:
    tell(journal, "interaction:x", OPENED, caller(1, "Zubaydah Q.", "0507654321"))
    journal.erase(["name1", "nobody"], at=9_000)
    journal.erase(["name1"], at=9_500)
    assert journal.verify().sound


def test_a_reference_whose_value_is_not_known_can_be_written(journal: Journal) -> None:
    tell(journal, "interaction:x", facts.Noted(Personal("r1", None)))
    assert journal.events("interaction:x")[0].fact == facts.Noted(Personal("r1", None))
    assert journal.verify().sound


def test_a_known_reference_needs_no_value(journal: Journal) -> None:
    tell(journal, "interaction:x", facts.Noted(Personal("r1", "words")), facts.Noted(Personal("r1", None)))
    assert journal.events("interaction:x")[1].fact == facts.Noted(Personal("r1", "words"))
    assert journal.verify().sound
