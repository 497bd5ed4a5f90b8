"""The one next thing to do, so that a single key can always do it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agent_tui.core.rules import Missing, Need, closing_needs, needs
from agent_tui.core.script import Script
from agent_tui.core.state import State
from agent_tui.core.vocabulary import OptionStatus, Stage


class Step(StrEnum):
    """What the next key does."""

    COME_BACK = "come_back"
    UNHOLD = "unhold"
    ASK_FIELD = "ask_field"
    FINISH = "finish"
    READ_BACK = "read_back"
    SAY = "say"
    OFFER = "offer"
    ANSWER_OFFER = "answer_offer"
    PROMISE = "promise"
    ADVANCE = "advance"
    ASK_SATISFACTION = "ask_satisfaction"
    GIVE_URGENT_REASON = "give_urgent_reason"
    CLOSE_MATTER = "close_matter"
    CLOSE = "close"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next thing to do, and the field or matter it is about."""

    step: Step
    about: str | None = None


_FOR_NEED = {
    Missing.FIELD: Step.ASK_FIELD,
    Missing.FINISHED: Step.FINISH,
    Missing.READ_BACK: Step.READ_BACK,
    Missing.APOLOGY: Step.SAY,
    Missing.THANKS: Step.SAY,
    Missing.PROMISE: Step.PROMISE,
    Missing.OUTCOME: Step.CLOSE_MATTER,
    Missing.URGENT_REASON: Step.GIVE_URGENT_REASON,
}


def next_step(state: State, script: Script) -> NextStep:
    """What stands between the agent and the end of the walk right now."""
    if state.ended:
        return NextStep(Step.LEAVE)
    if state.dropped:
        return NextStep(Step.COME_BACK)
    if state.held_since is not None:
        return NextStep(Step.UNHOLD)
    if state.emergency is not None:
        return _for(closing_needs(state)) or NextStep(Step.CLOSE)
    waiting = _for(needs(state), state)
    if waiting is not None:
        return waiting
    if state.stage is Stage.WRAP_UP:
        return NextStep(Step.CLOSE)
    if state.stage is Stage.THANK and script.thank.ask_satisfaction and not state.satisfaction_asked:
        return NextStep(Step.ASK_SATISFACTION)
    return NextStep(Step.ADVANCE)


def _for(waiting: tuple[Need, ...], state: State | None = None) -> NextStep | None:
    if not waiting:
        return None
    first = waiting[0]
    if first.missing is Missing.REMEDY:
        offered = state.current.with_status(OptionStatus.OFFERED) if state is not None else ()
        return NextStep(Step.ANSWER_OFFER if offered else Step.OFFER)
    about = first.params.get("field") or first.params.get("matter")
    return NextStep(_FOR_NEED[first.missing], str(about) if about else None)
