"""What was done about it, as sentences: options, refusals, escalations, promises and what became of them."""

from __future__ import annotations

from agent_tui.cli.page import filled
from agent_tui.cli.timeline.scene import Scene
from agent_tui.cli.timeline.sentence import joined, told, with_reason
from agent_tui.core.events import promise as ledger, remedy as facts
from agent_tui.core.events.fact import Event
from agent_tui.locale import _
from agent_tui.locale.labels import label


@told.register
def option_offered(fact: facts.OptionOffered, event: Event, scene: Scene) -> str:
    amount = scene.money(fact.amount, fact.currency) if fact.amount is not None else ""
    return joined(filled(_("Offered: {option}"), option=scene.option(fact.matter, fact.option)), amount)


@told.register
def option_accepted(fact: facts.OptionAccepted, event: Event, scene: Scene) -> str:
    return filled(_("Accepted: {option}"), option=scene.option(fact.matter, fact.option))


@told.register
def option_declined(fact: facts.OptionDeclined, event: Event, scene: Scene) -> str:
    return filled(_("Declined: {option}"), option=scene.option(fact.matter, fact.option))


@told.register
def policy_cited(fact: facts.PolicyCited, event: Event, scene: Scene) -> str:
    return filled(_("Rule cited: {policy}"), policy=scene.policy(fact.policy))


@told.register
def refused(fact: facts.Refused, event: Event, scene: Scene) -> str:
    declined = [scene.option(fact.matter, option) for option in fact.declined]
    cited = [scene.policy(policy) for policy in fact.cited]
    return joined(
        filled(_("Refused: {option}"), option=scene.option(fact.matter, fact.option)),
        filled(_("declined before: {options}"), options=_(", ").join(declined)) if declined else "",
        filled(_("by the rule: {policies}"), policies=_(", ").join(cited)) if cited else "",
    )


@told.register
def escalated(fact: facts.Escalated, event: Event, scene: Scene) -> str:
    asked = filled(_("Escalated to {to}"), to=scene.person(fact.to))
    return joined(asked, scene.option(fact.matter, fact.option))


@told.register
def escalation_answered(fact: facts.EscalationAnswered, event: Event, scene: Scene) -> str:
    who = scene.person(fact.answered_by)
    answer = filled(_("{who} answered: {answer}"), who=who, answer=label(fact.answer))
    return joined(answer, scene.option(fact.matter, fact.option))


@told.register
def transferred(fact: facts.Transferred, event: Event, scene: Scene) -> str:
    return filled(_("Transferred to {to}"), to=scene.owner(fact.to))


@told.register
def transfer_accepted(fact: facts.TransferAccepted, event: Event, scene: Scene) -> str:
    return filled(_("{who} accepted the transfer"), who=scene.person(fact.receiver))


@told.register
def redirected(fact: facts.Redirected, event: Event, scene: Scene) -> str:
    return filled(_("Told to turn to {to}"), to=scene.owner(fact.to))


@told.register
def promise_made(fact: facts.PromiseMade, event: Event, scene: Scene) -> str:
    return filled(
        _("Promised: {what}, by {due}, kept by {owner}, told by {channel}"),
        what=scene.title(fact.title),
        due=scene.moment(fact.due),
        owner=scene.owner(fact.owner),
        channel=label(fact.channel),
    )


@told.register
def matter_closed(fact: facts.MatterClosed, event: Event, scene: Scene) -> str:
    return joined(
        filled(_("Outcome: {outcome}"), outcome=label(fact.outcome)),
        filled(_("cause: {cause}"), cause=scene.cause(fact.matter, fact.cause)) if fact.cause else "",
        scene.department(fact.department) if fact.department else "",
    )


@told.register
def attempted(fact: ledger.Attempted, event: Event, scene: Scene) -> str:
    return with_reason(_("Promise: the customer was tried and not reached"), fact.note, scene)


@told.register
def informed(fact: ledger.Informed, event: Event, scene: Scene) -> str:
    return with_reason(_("Promise: the customer was told how it stands"), fact.note, scene)


@told.register
def kept(fact: ledger.Kept, event: Event, scene: Scene) -> str:
    return with_reason(_("Promise kept"), fact.proof, scene)


@told.register
def broken(fact: ledger.Broken, event: Event, scene: Scene) -> str:
    return with_reason(_("Promise broken"), fact.reason, scene)


@told.register
def released(fact: ledger.Released, event: Event, scene: Scene) -> str:
    return with_reason(_("Promise released by the customer"), fact.note, scene)


@told.register
def reassigned(fact: ledger.Reassigned, event: Event, scene: Scene) -> str:
    return filled(_("Promise handed to {owner}"), owner=scene.owner(fact.owner))


@told.register
def extended(fact: ledger.Extended, event: Event, scene: Scene) -> str:
    return with_reason(filled(_("Promise put off to {due}"), due=scene.moment(fact.due)), fact.reason, scene)
