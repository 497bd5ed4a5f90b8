"""Every kind on the closed list comes back as it was, and the read models are what the journal says."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import rfc8785
from hypothesis import HealthCheck, given, settings, strategies as st

from agent_tui.core.events.codec import decode, encode, personal_values
from agent_tui.core.events.fact import FACTS, Event, Fact, Personal, StreamType, stream_name
from agent_tui.journal import Journal, UnknownEvent, WrongSequence
from agent_tui.journal.body import event_of
from tests.journal.drawing import of_kind, personal, told
from tests.journal.writing import HELD, OPENED, event, read_models, tell

QUICK = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def fresh() -> Iterator[Journal]:
    """A journal of one example's own, which a fixture would not be."""
    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "journal.db", create=True) as journal:
        yield journal


@pytest.mark.parametrize(("stream_type", "kind"), sorted(FACTS), ids=lambda value: str(value))
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_every_kind_comes_back_as_it_was(stream_type: StreamType, kind: str, data: st.DataObject) -> None:
    facts = data.draw(st.lists(of_kind(FACTS[stream_type, kind]), min_size=1, max_size=4))
    stream = stream_name(stream_type, "x1")
    with fresh() as journal:
        tell(journal, stream, *facts)
        assert [one.fact for one in journal.events(stream)] == facts
        assert journal.events(stream) == tuple(one.event for one in journal.stream())
        assert journal.verify().findings == () or "script_hash" in encode(facts[0], lambda _: None)
        for _, body, _ in journal.bodies():
            assert body.encode() == rfc8785.dumps(json.loads(body))


@QUICK
@given(told(), st.randoms(use_true_random=False))
def test_the_read_models_are_what_the_journal_says(facts: list[tuple[str, Fact]], draw: object) -> None:
    shuffle = getattr(draw, "randrange")  # noqa: B009  hypothesis gives a random.Random
    with fresh() as journal:
        tell(journal, "interaction:x1", OPENED)
        for stream, fact in facts:
            tell(journal, stream, fact)
            if shuffle(8) == 0:
                journal.erase([personal("0501234567").ref, personal("هدى").ref], at=1)
        before = read_models(journal)
        journal.rebuild()
        assert read_models(journal) == before
        assert journal.verify().first_bad is None
        # Every row can be handed out, whatever the order of events was.
        journal.people(), journal.interactions(), journal.promises(status=None), journal.callbacks()


@QUICK
@given(st.lists(st.lists(st.integers(1, 4), max_size=4), max_size=8))
def test_whatever_is_sent_again_is_kept_once(batches: list[list[int]]) -> None:
    known: dict[int, Event] = {seq: event("interaction:x", seq, OPENED if seq == 1 else HELD) for seq in range(1, 5)}
    with fresh() as journal:
        kept: list[Event] = []
        for batch in batches:
            new = [seq for seq in dict.fromkeys(batch) if known[seq] not in kept]
            follows = new == list(range(len(kept) + 1, len(kept) + 1 + len(new)))
            try:
                journal.append([known[seq] for seq in batch], {})
            except WrongSequence:
                assert not follows
            else:
                assert follows
                kept += [known[seq] for seq in new]
            assert journal.events("interaction:x") == tuple(kept)


def test_a_kind_this_version_does_not_know_is_told_by_name() -> None:
    body = {"at": 1, "by": "x", "data": {}, "elapsed": 1, "id": "E1", "kind": "teleported", "run": "r", "seq": 1}
    for stream in ("interaction:x", "spaceship:x"):
        with pytest.raises(UnknownEvent) as caught:
            event_of(json.dumps(body | {"stream": stream}), lambda _: personal(""))
        assert caught.value.params == {"event": "E1", "kind": "teleported"}


@pytest.mark.parametrize(("stream_type", "kind"), sorted(FACTS), ids=lambda value: str(value))
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_defaults_are_not_written(stream_type: StreamType, kind: str, data: st.DataObject) -> None:
    fact = data.draw(of_kind(FACTS[stream_type, kind]))
    written = encode(fact, lambda one: {"ref": one.ref, "sha256": ""})
    assert decode(stream_type, kind, written, lambda held: personal_by_ref(held["ref"], fact)) == fact


def personal_by_ref(ref: str, fact: Fact) -> Personal:
    return next(one for one in personal_values(fact) if one.ref == ref)
