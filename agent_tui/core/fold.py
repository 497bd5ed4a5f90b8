"""From events to state: each fact changes the state in one way, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from agent_tui.core import remedy  # noqa: F401  it knows the ladder's facts
from agent_tui.core.change import BrokenStreamError, change, with_matter, with_transfer
from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Fact, StreamType, stream_name
from agent_tui.core.state import Caller, Matter, Note, SaidPhrase, State
from agent_tui.core.vocabulary import Comeback, Home, Outcome, Stage, Thanks

__all__ = ["BrokenStreamError", "advance_state", "replay"]

HEARD = (
    facts.FieldCaptured,
    facts.MoodNoted,
    facts.CustomerFinished,
    facts.ReadBack,
    facts.OptionAccepted,
    facts.OptionDeclined,
    facts.SatisfactionAnswered,
    facts.AbuseFlagged,
)
"""What only a customer who is there can have brought about."""


def advance_state(state: State | None, event: Event) -> State:
    """The state after one more event; BrokenStreamError where it does not follow."""
    if state is None:
        if not isinstance(event.fact, facts.Opened) or event.seq != 1:
            raise BrokenStreamError(f"{event.stream} begins with {event.kind} as event {event.seq}")
        return _opened(event, event.fact)
    if event.seq != state.seq + 1 or event.stream != stream_name(StreamType.INTERACTION, state.id):
        raise BrokenStreamError(f"{event.stream} event {event.seq} does not follow event {state.seq} of {state.id}")
    spent = {**state.spent, state.stage: state.spent_until(state.stage, event.run, event.elapsed)}
    try:
        after = change(event.fact, state, event)
    except KeyError as unknown:
        raise BrokenStreamError(f"{event.stream} event {event.seq} ({event.kind}) is about {unknown}") from unknown
    if _heard(event.fact):
        after = replace(after if after.dropped else _reached(after), heard=True)
    return replace(after, seq=event.seq, run=event.run, elapsed=event.elapsed, spent=spent)


def _heard(fact: Fact) -> bool:
    return isinstance(fact, HEARD) or (isinstance(fact, facts.FaultNoted) and fact.believes_ours)


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


@change.register
def _(fact: facts.Resumed, state: State, event: Event) -> State:
    match fact.how:
        case Comeback.THEY_RANG | Comeback.WE_RANG:
            state = replace(_reached(state), dropped=False, callback_due=None)
        case Comeback.RECEIVED:  # whoever received it answers for what is still open
            state = replace(with_transfer(state, transferred=False), transferred_to=None, transfer_accepted=None)
    return replace(state, agent=event.by, grade=fact.grade or state.grade)


def _reached(state: State) -> State:
    """The state with every matter open again that had ended because nobody could be reached."""
    unreached = [matter for matter in state.matters.values() if matter.outcome is Outcome.UNREACHED]
    for matter in unreached:
        state = with_matter(state, matter.id, outcome=None, cause=None, department=None)
    return state


@change.register
def _(fact: facts.LanguageChanged, state: State, event: Event) -> State:
    return replace(state, language=fact.language, spoken=fact.spoken, interpreter=fact.interpreter)


@change.register
def _(fact: facts.CallerIdentified, state: State, event: Event) -> State:
    caller = Caller(fact.name, fact.phone, fact.gender, fact.relation, fact.beneficiary, fact.authority, fact.verified)
    return replace(state, caller=caller)


@change.register
def _(fact: facts.MatterOpened, state: State, event: Event) -> State:
    matter = Matter(fact.matter, fact.script, fact.version, fact.script_hash, fact.enquiry, fact.required)
    return replace(state, matters={**state.matters, fact.matter: matter}, matter=fact.matter)


@change.register
def _(fact: facts.FieldCaptured, state: State, event: Event) -> State:
    return with_matter(state, fact.matter, values={**state.matters[fact.matter].values, fact.field: fact.value})


@change.register
def _(fact: facts.MoodNoted, state: State, event: Event) -> State:
    return replace(state, moods=(*state.moods, (fact.mood, event.at)))


@change.register
def _(fact: facts.FaultNoted, state: State, event: Event) -> State:
    return replace(state, fault=fact.fault, believes_ours=fact.believes_ours)


@change.register
def _(fact: facts.CustomerFinished, state: State, event: Event) -> State:
    return with_matter(state, fact.matter, finished=True)


@change.register
def _(fact: facts.ReadBack, state: State, event: Event) -> State:
    return with_matter(state, fact.matter, read_back=fact.result)


@change.register
def _(fact: facts.StageEntered, state: State, event: Event) -> State:
    passed = {**state.passed, **{Stage(stage): reason for stage, reason in fact.passed.items()}}
    passed.pop(fact.stage, None)
    return replace(
        with_matter(state, fact.matter, stage=fact.stage), stage=fact.stage, matter=fact.matter, passed=passed
    )


@change.register
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
    before = state.matters[fact.matter].promised
    if fact.promises and fact.option not in before:
        state = with_matter(state, fact.matter, promised=(*before, fact.option))
    return state


@change.register
def _(fact: facts.Noted, state: State, event: Event) -> State:
    note = Note(event.id, event.at, fact.text, fact.topic)
    return replace(state, notes=(*state.notes, note), urgent_reason=state.urgent_reason or fact.topic == "urgent")


@change.register
def _(fact: facts.FactShown, state: State, event: Event) -> State:
    return replace(state, shown_facts=(*state.shown_facts, (fact.matter, fact.card)))


@change.register
def _(fact: facts.Held, state: State, event: Event) -> State:
    return replace(state, held_since=event.at)


@change.register
def _(fact: facts.Unheld, state: State, event: Event) -> State:
    return replace(state, held_since=None)


@change.register
def _(fact: facts.UrgentTaken, state: State, event: Event) -> State:
    return replace(state, urgent=True, urgent_reason=False)


@change.register
def _(fact: facts.EmergencyRaised, state: State, event: Event) -> State:
    return replace(state, emergency=fact.danger)


@change.register
def _(fact: facts.Dropped, state: State, event: Event) -> State:
    return replace(state, dropped=True, held_since=None, callback_due=fact.callback_due)


@change.register
def _(fact: facts.SatisfactionAnswered, state: State, event: Event) -> State:
    return replace(state, satisfaction_asked=True, satisfaction=fact.score)


@change.register
def _(fact: facts.HeardFirstFromCustomer, state: State, event: Event) -> State:
    return replace(state, notes=(*state.notes, Note(event.id, event.at, fact.subject, "heard_first")))


@change.register
def _(fact: facts.AbuseFlagged, state: State, event: Event) -> State:
    return replace(state, abuse=True)


@change.register
def _(fact: facts.Closed, state: State, event: Event) -> State:
    return replace(state, closed=True, dropped=False, thanks=fact.thanks, callback_due=fact.callback_due)


@change.register
def _(fact: facts.AbandonedBySystem, state: State, event: Event) -> State:
    return replace(state, abandoned=True, dropped=False, callback_due=None)
