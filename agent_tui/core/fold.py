"""From events to state: each fact changes the state in one way, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch
from typing import Any

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Fact, StreamType, stream_name
from agent_tui.core.state import Caller, Matter, Note, Offer, Pledge, SaidPhrase, State
from agent_tui.core.vocabulary import Comeback, Home, OptionStatus, Stage, Thanks


class BrokenStreamError(Exception):
    """Events that cannot be an interaction's: out of order, or not begun by an opening."""


def advance_state(state: State | None, event: Event) -> State:
    """The state after one more event; BrokenStreamError where it does not follow."""
    if state is None:
        if not isinstance(event.fact, facts.Opened) or event.seq != 1:
            raise BrokenStreamError(f"{event.stream} begins with {event.kind} as event {event.seq}")
        return _opened(event, event.fact)
    if event.seq != state.seq + 1 or event.stream != stream_name(StreamType.INTERACTION, state.id):
        raise BrokenStreamError(f"{event.stream} event {event.seq} does not follow event {state.seq} of {state.id}")
    spent = {**state.spent, state.stage: state.spent_until(state.stage, event.run, event.elapsed)}
    return replace(_apply(event.fact, state, event), seq=event.seq, run=event.run, elapsed=event.elapsed, spent=spent)


def replay(events: Iterable[Event]) -> State:
    """The state that all of an interaction's events lead to; BrokenStreamError where there are none."""
    state: State | None = None
    for event in events:
        state = advance_state(state, event)
    if state is None:
        raise BrokenStreamError("no events")
    return state


def _opened(event: Event, fact: facts.Opened) -> State:
    return State(
        id=event.stream.partition(":")[2],
        seq=1,
        run=event.run,
        elapsed=event.elapsed,
        agent=event.by,
        opened_at=event.at,
        mode=fact.mode,
        channel=fact.channel,
        language=fact.language,
        grade=fact.grade,
        outbound=fact.outbound,
    )


def _matter(state: State, matter: str, **changes: Any) -> State:
    return replace(state, matters={**state.matters, matter: replace(state.matters[matter], **changes)})


@singledispatch
def _apply(fact: Fact, state: State, event: Event) -> State:
    raise BrokenStreamError(f"{event.kind} is no fact of an interaction")


@_apply.register
def _(fact: facts.Resumed, state: State, event: Event) -> State:
    if fact.how in (Comeback.THEY_RANG, Comeback.WE_RANG):
        state = replace(state, dropped=False, callback_due=None)
    return replace(state, agent=event.by)


@_apply.register
def _(fact: facts.LanguageChanged, state: State, event: Event) -> State:
    return replace(state, language=fact.language, spoken=fact.spoken)


@_apply.register
def _(fact: facts.CallerIdentified, state: State, event: Event) -> State:
    caller = Caller(fact.name, fact.phone, fact.gender, fact.relation, fact.beneficiary, fact.authority, fact.verified)
    return replace(state, caller=caller)


@_apply.register
def _(fact: facts.MatterOpened, state: State, event: Event) -> State:
    matter = Matter(fact.matter, fact.script, fact.version, fact.script_hash, fact.enquiry, fact.required)
    return replace(state, matters={**state.matters, fact.matter: matter}, matter=fact.matter)


@_apply.register
def _(fact: facts.FieldCaptured, state: State, event: Event) -> State:
    return _matter(state, fact.matter, values={**state.matters[fact.matter].values, fact.field: fact.value})


@_apply.register
def _(fact: facts.MoodNoted, state: State, event: Event) -> State:
    return replace(state, moods=(*state.moods, (fact.mood, event.at)))


@_apply.register
def _(fact: facts.FaultNoted, state: State, event: Event) -> State:
    return replace(state, fault=fact.fault, believes_ours=fact.believes_ours)


@_apply.register
def _(fact: facts.CustomerFinished, state: State, event: Event) -> State:
    return _matter(state, fact.matter, finished=True)


@_apply.register
def _(fact: facts.ReadBack, state: State, event: Event) -> State:
    return _matter(state, fact.matter, read_back=fact.result)


@_apply.register
def _(fact: facts.StageEntered, state: State, event: Event) -> State:
    passed = {**state.passed, **{Stage(stage): reason for stage, reason in fact.passed.items()}}
    passed.pop(fact.stage, None)
    return replace(_matter(state, fact.matter, stage=fact.stage), stage=fact.stage, matter=fact.matter, passed=passed)


@_apply.register
def _(fact: facts.Said, state: State, event: Event) -> State:
    said = SaidPhrase(
        event=event.id,
        at=event.at,
        elapsed=event.elapsed,
        run=event.run,
        stage=state.stage,
        matter=fact.matter,
        phrase=fact.phrase,
        phrase_hash=fact.phrase_hash,
        language=fact.language,
        form=fact.form,
        home=fact.home,
        slots=fact.slots,
        option=fact.option,
        late=fact.late,
    )
    state = replace(state, said=(*state.said, said))
    if fact.home is Home.THANK:
        state = replace(state, thanks=Thanks.SAID)
    if fact.promises and not state.matters[fact.matter].promises:
        state = _matter(state, fact.matter, owes_promise=True)
    return state


@_apply.register
def _(fact: facts.Noted, state: State, event: Event) -> State:
    note = Note(event.id, event.at, fact.text, fact.topic)
    return replace(state, notes=(*state.notes, note), urgent_reason=state.urgent_reason or fact.topic == "urgent")


@_apply.register
def _(fact: facts.FactShown, state: State, event: Event) -> State:
    return replace(state, shown_facts=(*state.shown_facts, (fact.matter, fact.card)))


@_apply.register
def _(fact: facts.OptionOffered, state: State, event: Event) -> State:
    return _offer(state, fact.matter, fact.option, Offer(OptionStatus.OFFERED, fact.amount, fact.currency))


@_apply.register
def _(fact: facts.OptionAccepted, state: State, event: Event) -> State:
    offer = state.matters[fact.matter].offers[fact.option]
    return _offer(state, fact.matter, fact.option, replace(offer, status=OptionStatus.ACCEPTED))


@_apply.register
def _(fact: facts.OptionDeclined, state: State, event: Event) -> State:
    offer = state.matters[fact.matter].offers[fact.option]
    return _offer(state, fact.matter, fact.option, replace(offer, status=OptionStatus.DECLINED))


def _offer(state: State, matter: str, option: str, offer: Offer) -> State:
    return _matter(state, matter, offers={**state.matters[matter].offers, option: offer})


@_apply.register
def _(fact: facts.PolicyCited, state: State, event: Event) -> State:
    return _matter(state, fact.matter, cited=(*state.matters[fact.matter].cited, fact.policy))


@_apply.register
def _(fact: facts.Refused, state: State, event: Event) -> State:
    return _matter(state, fact.matter, refused=fact.option)


@_apply.register
def _(fact: facts.Escalated, state: State, event: Event) -> State:
    asked = state.matters[fact.matter].escalations
    return _matter(state, fact.matter, escalations={**asked, fact.option or "": None})


@_apply.register
def _(fact: facts.EscalationAnswered, state: State, event: Event) -> State:
    asked = state.matters[fact.matter].escalations
    return _matter(state, fact.matter, escalations={**asked, fact.option or "": fact.answer})


@_apply.register
def _(fact: facts.Transferred, state: State, event: Event) -> State:
    return replace(state, transferred_to=fact.to, transfer_accepted=None)


@_apply.register
def _(fact: facts.TransferAccepted, state: State, event: Event) -> State:
    return replace(state, transfer_accepted=fact.receiver)


@_apply.register
def _(fact: facts.Redirected, state: State, event: Event) -> State:
    return replace(state, redirected=True)


@_apply.register
def _(fact: facts.Held, state: State, event: Event) -> State:
    return replace(state, held_since=event.at)


@_apply.register
def _(fact: facts.Unheld, state: State, event: Event) -> State:
    return replace(state, held_since=None)


@_apply.register
def _(fact: facts.UrgentTaken, state: State, event: Event) -> State:
    return replace(state, urgent=True, urgent_reason=False)


@_apply.register
def _(fact: facts.EmergencyRaised, state: State, event: Event) -> State:
    return replace(state, emergency=fact.danger)


@_apply.register
def _(fact: facts.Dropped, state: State, event: Event) -> State:
    return replace(state, dropped=True, held_since=None, callback_due=fact.callback_due)


@_apply.register
def _(fact: facts.PromiseMade, state: State, event: Event) -> State:
    pledge = Pledge(
        id=fact.promise,
        matter=fact.matter,
        title=fact.title,
        owner=fact.owner,
        due=fact.due,
        channel=fact.channel,
        option=fact.option,
        days=fact.days,
        hours=fact.hours,
        minutes=fact.minutes,
        working=fact.working,
    )
    made = (*state.matters[fact.matter].promises, fact.promise)
    state = _matter(state, fact.matter, promises=made, owes_promise=False)
    return replace(state, promises={**state.promises, fact.promise: pledge})


@_apply.register
def _(fact: facts.SatisfactionAnswered, state: State, event: Event) -> State:
    return replace(state, satisfaction_asked=True, satisfaction=fact.score)


@_apply.register
def _(fact: facts.HeardFirstFromCustomer, state: State, event: Event) -> State:
    return replace(state, notes=(*state.notes, Note(event.id, event.at, fact.subject, "heard_first")))


@_apply.register
def _(fact: facts.AbuseFlagged, state: State, event: Event) -> State:
    return replace(state, abuse=True)


@_apply.register
def _(fact: facts.MatterClosed, state: State, event: Event) -> State:
    return _matter(state, fact.matter, outcome=fact.outcome, cause=fact.cause, department=fact.department)


@_apply.register
def _(fact: facts.Closed, state: State, event: Event) -> State:
    return replace(state, closed=True, dropped=False, thanks=fact.thanks, callback_due=fact.callback_due)


@_apply.register
def _(fact: facts.AbandonedBySystem, state: State, event: Event) -> State:
    return replace(state, abandoned=True, dropped=False, callback_due=None)
