"""The rows in the lists say what the domain's own fold of the events says."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies as st

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Fact, StreamType
from agent_tui.core.fold import BrokenStreamError, advance_state, replay
from agent_tui.core.state import State
from agent_tui.core.vocabulary import Channel, Comeback, Mode, Mood, Outcome, Thanks
from agent_tui.journal import InteractionRow, InteractionStatus, Journal
from tests.journal.drawing import of_kind, of_stream
from tests.journal.history import fill
from tests.journal.writing import OPENED, event

OFTEN = (facts.MatterOpened, facts.MatterClosed, facts.Dropped, facts.Resumed, facts.MoodNoted, facts.StageEntered)
STORY = st.lists(
    st.one_of(*(of_kind(cls) for cls in OFTEN), of_stream(StreamType.INTERACTION)),
    min_size=1,
    max_size=40,
)


def status(state: State) -> InteractionStatus:
    if state.abandoned:
        return InteractionStatus.ABANDONED
    if state.closed:
        return InteractionStatus.CLOSED
    return InteractionStatus.DROPPED if state.dropped else InteractionStatus.OPEN


def check(row: InteractionRow | None, state: State) -> None:
    assert row is not None
    for name in ("id", "seq", "run", "agent", "grade", "mode", "channel", "language", "outbound", "opened_at"):
        assert getattr(row, name) == getattr(state, name), name
    for name in ("stage", "mood", "peak", "urgent", "emergency", "abuse", "callback_due"):
        assert getattr(row, name) == getattr(state, name), name
    assert (row.matter or "", row.csat, row.status) == (state.matter, state.satisfaction, status(state))
    assert row.scripts == tuple(dict.fromkeys(matter.script for matter in state.matters.values()))
    assert (row.outcome is None) == all(matter.outcome is None for matter in state.matters.values())
    assert row.outcome in {None, *(matter.outcome for matter in state.matters.values())}
    assert row.customer == (state.caller.name.value if state.caller.name else None)
    assert row.phone == (state.caller.phone.value if state.caller.phone else None)
    if state.closed:
        assert row.thanks == state.thanks


def acceptable(fact: Fact, state: State) -> bool:
    """Whether the domain would have let this happen, as far as the lists care."""
    again = isinstance(fact, facts.MatterOpened) and fact.matter in state.matters
    return not again and not isinstance(fact, facts.Opened)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STORY)
def test_a_row_agrees_with_the_fold_after_any_story(story: list[Fact]) -> None:
    told = [event("interaction:x", 1, OPENED)]
    state = advance_state(None, told[0])
    for fact in story:
        if state.ended:
            break
        try:
            then = event("interaction:x", len(told) + 1, fact)
            after = advance_state(state, then)
        except (BrokenStreamError, ValueError):
            continue
        if acceptable(fact, state):
            state = after
            told.append(then)
    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "journal.db", create=True) as journal:
        journal.append(told, {})
        check(journal.interaction("x"), state)
        assert {row.id for row in journal.promises(status=None)} == set(state.promises)


def test_rows_agree_with_the_fold_over_a_usual_past(journal: Journal) -> None:
    fill(journal, 40, seed=9)
    rows = journal.interactions(limit=100)
    assert len(rows) == 40
    for row in rows:
        check(row, replay(journal.events(row.stream)))


def test_an_unreached_customer_who_is_reached_opens_the_matter_again(journal: Journal) -> None:
    opening = [
        facts.Opened(Mode.LIVE, Channel.PHONE, OPENED.language, "clerk"),
        facts.MatterOpened("m1", "delayed-request", 1, "0" * 64, enquiry=False),
        facts.MatterClosed("m1", Outcome.UNREACHED, "line"),
    ]
    journal.append([event("interaction:x", seq, fact) for seq, fact in enumerate(opening, start=1)], {})
    journal.append([event("interaction:x", 4, facts.Dropped(9_000))], {})
    check(journal.interaction("x"), replay(journal.events("interaction:x")))
    journal.append([event("interaction:x", 5, facts.Resumed(Comeback.WE_RANG, "senior"), by="omar")], {})
    row = journal.interaction("x")
    assert row is not None
    assert (row.outcome, row.status, row.grade, row.agent) == (None, InteractionStatus.OPEN, "senior", "omar")
    check(row, replay(journal.events("interaction:x")))


def test_a_restart_takes_a_dropped_interaction_up_without_the_customer(journal: Journal) -> None:
    told = [OPENED, facts.MoodNoted(Mood.UPSET), facts.Dropped(9_000), facts.Resumed(Comeback.RESTART)]
    journal.append([event("interaction:x", seq, fact) for seq, fact in enumerate(told, start=1)], {})
    row = journal.interaction("x")
    assert row is not None
    assert (row.status, row.callback_due) == (InteractionStatus.DROPPED, 9_000)
    check(row, replay(journal.events("interaction:x")))
    journal.append([event("interaction:x", 5, facts.Closed(Thanks.NOT_DUE))], {})
    assert journal.callbacks() == ()
