"""What the ladder's facts do to the state: offers, refusals, escalations, transfers, promises and outcomes."""

from __future__ import annotations

from dataclasses import replace

from agent_tui.core.change import change, with_matter, with_transfer
from agent_tui.core.events import remedy as facts
from agent_tui.core.events.fact import Event
from agent_tui.core.state import Offer, Pledge, State
from agent_tui.core.vocabulary import OptionStatus


@change.register
def _(fact: facts.OptionOffered, state: State, event: Event) -> State:
    return _offer(state, fact.matter, fact.option, Offer(OptionStatus.OFFERED, fact.amount, fact.currency))


@change.register
def _(fact: facts.OptionAccepted, state: State, event: Event) -> State:
    offer = state.matters[fact.matter].offers[fact.option]
    return _offer(state, fact.matter, fact.option, replace(offer, status=OptionStatus.ACCEPTED))


@change.register
def _(fact: facts.OptionDeclined, state: State, event: Event) -> State:
    offer = state.matters[fact.matter].offers[fact.option]
    promised = tuple(option for option in state.matters[fact.matter].promised if option != fact.option)
    state = with_matter(state, fact.matter, promised=promised)
    return _offer(state, fact.matter, fact.option, replace(offer, status=OptionStatus.DECLINED))


def _offer(state: State, matter: str, option: str, offer: Offer) -> State:
    return with_matter(state, matter, offers={**state.matters[matter].offers, option: offer})


@change.register
def _(fact: facts.PolicyCited, state: State, event: Event) -> State:
    return with_matter(state, fact.matter, cited=(*state.matters[fact.matter].cited, fact.policy))


@change.register
def _(fact: facts.Refused, state: State, event: Event) -> State:
    return with_matter(state, fact.matter, refused=fact.option)


@change.register
def _(fact: facts.Escalated, state: State, event: Event) -> State:
    asked = state.matters[fact.matter].escalations
    return with_matter(state, fact.matter, escalations={**asked, fact.option or "": None})


@change.register
def _(fact: facts.EscalationAnswered, state: State, event: Event) -> State:
    asked = state.matters[fact.matter].escalations
    return with_matter(state, fact.matter, escalations={**asked, fact.option or "": fact.answer})


@change.register
def _(fact: facts.Transferred, state: State, event: Event) -> State:
    waiting = with_transfer(state, transferred=False)
    return replace(waiting, transferred_to=fact.to, transfer_accepted=None)


@change.register
def _(fact: facts.TransferAccepted, state: State, event: Event) -> State:
    return replace(with_transfer(state, transferred=True), transfer_accepted=fact.receiver)


@change.register
def _(fact: facts.Redirected, state: State, event: Event) -> State:
    return replace(with_matter(state, fact.matter or state.matter, redirected=True), redirected=True)


@change.register
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
    before = state.matters[fact.matter]
    made, pledged = (*before.promises, fact.promise), (*before.pledged, fact.option)
    state = with_matter(state, fact.matter, promises=made, pledged=pledged)
    return replace(state, promises={**state.promises, fact.promise: pledge})


@change.register
def _(fact: facts.MatterClosed, state: State, event: Event) -> State:
    return with_matter(state, fact.matter, outcome=fact.outcome, cause=fact.cause, department=fact.department)
