"""What was done about it, as sentences: options, refusals, escalations, promises and what became of them."""

from __future__ import annotations

from agent_tui.cli.timeline.scene import Scene
from agent_tui.cli.timeline.sentence import joined, told, with_reason
from agent_tui.core.events import promise as ledger, remedy as facts
from agent_tui.core.events.fact import Event
from agent_tui.locale import _
from agent_tui.locale.labels import label


@told.register
def option_offered(fact: facts.OptionOffered, event: Event, scene: Scene) -> str:
    amount = scene.money(fact.amount, fact.currency) if fact.amount is not None else ""
    return joined(_("Offered: {option}").format(option=scene.option(fact.matter, fact.option)), amount)


@told.register
def option_accepted(fact: facts.OptionAccepted, event: Event, scene: Scene) -> str:
    return _("Accepted: {option}").format(option=scene.option(fact.matter, fact.option))


@told.register
def option_declined(fact: facts.OptionDeclined, event: Event, scene: Scene) -> str:
    return _("Declined: {option}").format(option=scene.option(fact.matter, fact.option))


@told.register
def policy_cited(fact: facts.PolicyCited, event: Event, scene: Scene) -> str:
    return _("Rule cited: {policy}").format(policy=scene.policy(fact.policy))


@told.register
def refused(fact: facts.Refused, event: Event, scene: Scene) -> str:
    declined = [scene.option(fact.matter, option) for option in fact.declined]
    cited = [scene.policy(policy) for policy in fact.cited]
    return joined(
        _("Refused: {option}").format(option=scene.option(fact.matter, fact.option)),
        _("declined before: {options}").format(options=_(", ").join(declined)) if declined else "",
        _("by the rule: {policies}").format(policies=_(", ").join(cited)) if cited else "",
    )


@told.register
def escalated(fact: facts.Escalated, event: Event, scene: Scene) -> str:
    asked = _("Escalated to {to}").format(to=scene.person(fact.to))
    return joined(asked, scene.option(fact.matter, fact.option))


@told.register
def escalation_answered(fact: facts.EscalationAnswered, event: Event, scene: Scene) -> str:
    who = scene.person(fact.answered_by)
    answer = _("{who} answered: {answer}").format(who=who, answer=label(fact.answer))
    return joined(answer, scene.option(fact.matter, fact.option))


@told.register
def transferred(fact: facts.Transferred, event: Event, scene: Scene) -> str:
    return _("Transferred to {to}").format(to=scene.owner(fact.to))


@told.register
def transfer_accepted(fact: facts.TransferAccepted, event: Event, scene: Scene) -> str:
    return _("{who} accepted the transfer").format(who=scene.person(fact.receiver))


@told.register
def redirected(fact: facts.Redirected, event: Event, scene: Scene) -> str:
    return _("Told to turn to {to}").format(to=scene.owner(fact.to))


@told.register
def promise_made(fact: facts.PromiseMade, event: Event, scene: Scene) -> str:
    return _("Promised: {what}, by {due}, kept by {owner}, told by {channel}").format(
        what=scene.title(fact.title),
        due=scene.moment(fact.due),
        owner=scene.owner(fact.owner),
        channel=label(fact.channel),
    )


@told.register
def matter_closed(fact: facts.MatterClosed, event: Event, scene: Scene) -> str:
    return joined(
        _("Outcome: {outcome}").format(outcome=label(fact.outcome)),
        _("cause: {cause}").format(cause=scene.cause(fact.matter, fact.cause)) if fact.cause else "",
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
    return _("Promise handed to {owner}").format(owner=scene.owner(fact.owner))


@told.register
def extended(fact: ledger.Extended, event: Event, scene: Scene) -> str:
    return with_reason(_("Promise put off to {due}").format(due=scene.moment(fact.due)), fact.reason, scene)
