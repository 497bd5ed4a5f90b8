"""Each kind of event as a sentence, for whoever reads the log."""

from __future__ import annotations

from functools import singledispatch

from agent_tui.cli.scene import Scene
from agent_tui.core.events import interaction as facts, promise as ledger
from agent_tui.core.events.fact import Event, Fact, Personal
from agent_tui.core.vocabulary import Comeback, Mode, Passage, Relation, Stage, Thanks
from agent_tui.locale import N_, _, ngettext
from agent_tui.locale.labels import label

COMEBACKS: dict[Comeback, str] = {
    Comeback.THEY_RANG: N_("The customer rang again"),
    Comeback.WE_RANG: N_("We rang back"),
    Comeback.RESTART: N_("Taken up again after the program had stopped"),
    Comeback.RECEIVED: N_("The transfer was received"),
}
PASSED: dict[str, str] = {
    "not_needed": N_("not needed"),
    "already_said": N_("already said"),
    "not_fitting": N_("not fitting"),
}
THANKS: dict[Thanks, str] = {
    Thanks.SAID: N_("thanked"),
    Thanks.NOT_FITTING: N_("thanks would not have been fitting"),
    Thanks.NOT_DUE: N_("no thanks were due"),
}


def sentence(event: Event, scene: Scene) -> str:
    """What happened."""
    return _told(event.fact, event, scene)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


@singledispatch
def _told(fact: Fact, event: Event, scene: Scene) -> str:
    return event.kind


@_told.register
def _(fact: facts.Opened, event: Event, scene: Scene) -> str:
    begun = _("We contacted the customer") if fact.outbound else _("Contact taken")
    practice = label(fact.mode) if fact.mode is Mode.PRACTICE else ""
    return _joined(begun, label(fact.channel), scene.language_name(fact.language), practice)


@_told.register
def _(fact: facts.Resumed, event: Event, scene: Scene) -> str:
    return _(COMEBACKS[fact.how])


@_told.register
def _(fact: facts.LanguageChanged, event: Event, scene: Scene) -> str:
    goes_on = _("Language from here on: {language}").format(language=scene.language_name(fact.language))
    spoken = _("the customer speaks {language}").format(language=fact.spoken) if fact.spoken else ""
    return _joined(goes_on, spoken, _("an interpreter is needed") if fact.interpreter else "")


@_told.register
def _(fact: facts.CallerIdentified, event: Event, scene: Scene) -> str:
    who = [scene.known(value) for value in (fact.name, fact.phone) if value is not None]
    caller = _("Caller: {who}").format(who=_joined(*who, label(fact.verified)))
    if fact.relation is Relation.SELF:
        return caller
    behalf = [scene.known(value) for value in (fact.beneficiary, fact.authority) if value is not None]
    return _joined(caller, label(fact.relation), *behalf)


@_told.register
def _(fact: facts.MatterOpened, event: Event, scene: Scene) -> str:
    return _("Matter: {title}").format(title=scene.script_title(fact.matter))


@_told.register
def _(fact: facts.FieldCaptured, event: Event, scene: Scene) -> str:
    return f"{scene.field(fact.matter, fact.field)}: {scene.value(fact.matter, fact.field, fact.value)}"


@_told.register
def _(fact: facts.MoodNoted, event: Event, scene: Scene) -> str:
    return _("Mood: {mood}").format(mood=label(fact.mood))


@_told.register
def _(fact: facts.FaultNoted, event: Event, scene: Scene) -> str:
    fault = _("Fault: {fault}").format(fault=label(fact.fault))
    return _joined(fault, _("the customer believes it is ours") if fact.believes_ours else "")


@_told.register
def _(fact: facts.CustomerFinished, event: Event, scene: Scene) -> str:
    return _("The customer has told the whole of it")


@_told.register
def _(fact: facts.ReadBack, event: Event, scene: Scene) -> str:
    return _("Read back: {result}").format(result=label(fact.result))


@_told.register
def _(fact: facts.StageEntered, event: Event, scene: Scene) -> str:
    skipped = [f"{label(Stage(stage))}: {_(PASSED.get(why, why))}" for stage, why in fact.passed.items()]
    match fact.how:
        case Passage.BACK:
            entered = _("Back to {stage}")
        case Passage.URGENT:
            entered = _("Straight to {stage}, as it is urgent")
        case Passage.SWITCHED:
            return _joined(_("On to the matter: {title}").format(title=scene.script_title(fact.matter)))
        case _:
            entered = _("Stage: {stage}")
    return _joined(entered.format(stage=label(fact.stage)), *skipped)


@_told.register
def _(fact: facts.Said, event: Event, scene: Scene) -> str:
    return f"{label(fact.home)}: " + (_("said, and logged afterwards") if fact.late else _("said"))


@_told.register
def _(fact: facts.Noted, event: Event, scene: Scene) -> str:
    note = _("Why it was urgent: {text}") if fact.topic == "urgent" else _("Note: {text}")
    return note.format(text=scene.known(fact.text))


@_told.register
def _(fact: facts.FactShown, event: Event, scene: Scene) -> str:
    return _("Told as a fact: {text}").format(text=scene.fact(fact.matter, fact.card))


@_told.register
def _(fact: facts.Held, event: Event, scene: Scene) -> str:
    return _("Put on hold")


@_told.register
def _(fact: facts.Unheld, event: Event, scene: Scene) -> str:
    return _("Back from hold")


@_told.register
def _(fact: facts.UrgentTaken, event: Event, scene: Scene) -> str:
    return _("Urgent")


@_told.register
def _(fact: facts.EmergencyRaised, event: Event, scene: Scene) -> str:
    return _("EMERGENCY: {danger}").format(danger=label(fact.danger))


@_told.register
def _(fact: facts.Dropped, event: Event, scene: Scene) -> str:
    return _("The line dropped; to be rung back by {time}").format(time=scene.moment(fact.callback_due))


@_told.register
def _(fact: facts.SatisfactionAnswered, event: Event, scene: Scene) -> str:
    if fact.score is None:
        return _("Satisfaction: the customer would rather not say")
    return _("Satisfaction: {score} of 5").format(score=fact.score)


@_told.register
def _(fact: facts.HeardFirstFromCustomer, event: Event, scene: Scene) -> str:
    return _("Heard first from the customer: {subject}").format(subject=scene.known(fact.subject))


@_told.register
def _(fact: facts.AbuseFlagged, event: Event, scene: Scene) -> str:
    return _with_reason(_("The agent was insulted or threatened"), fact.text, scene)


@_told.register
def _(fact: facts.Closed, event: Event, scene: Scene) -> str:
    ring = "" if fact.callback_due is None else _("to be rung back by {time}").format(
        time=scene.moment(fact.callback_due)
    )
    return _joined(_("Closed"), _(THANKS[fact.thanks]), _("nobody spoke") if fact.silent else "", ring)


@_told.register
def _(fact: facts.AbandonedBySystem, event: Event, scene: Scene) -> str:
    return ngettext(
        "Left unfinished; closed by the program after {hours} hour",
        "Left unfinished; closed by the program after {hours} hours",
        fact.idle_hours,
    ).format(hours=fact.idle_hours)


@_told.register
def _(fact: facts.OptionOffered, event: Event, scene: Scene) -> str:
    amount = scene.money(fact.amount, fact.currency) if fact.amount is not None else ""
    return _joined(_("Offered: {option}").format(option=scene.option(fact.matter, fact.option)), amount)


@_told.register
def _(fact: facts.OptionAccepted, event: Event, scene: Scene) -> str:
    return _("Accepted: {option}").format(option=scene.option(fact.matter, fact.option))


@_told.register
def _(fact: facts.OptionDeclined, event: Event, scene: Scene) -> str:
    return _("Declined: {option}").format(option=scene.option(fact.matter, fact.option))


@_told.register
def _(fact: facts.PolicyCited, event: Event, scene: Scene) -> str:
    return _("Rule cited: {policy}").format(policy=scene.policy(fact.policy))


@_told.register
def _(fact: facts.Refused, event: Event, scene: Scene) -> str:
    declined = [scene.option(fact.matter, option) for option in fact.declined]
    cited = [scene.policy(policy) for policy in fact.cited]
    return _joined(
        _("Refused: {option}").format(option=scene.option(fact.matter, fact.option)),
        _("declined before: {options}").format(options=_(", ").join(declined)) if declined else "",
        _("by the rule: {policies}").format(policies=_(", ").join(cited)) if cited else "",
    )


@_told.register
def _(fact: facts.Escalated, event: Event, scene: Scene) -> str:
    asked = _("Escalated to {to}").format(to=scene.person(fact.to))
    return _joined(asked, scene.option(fact.matter, fact.option))


@_told.register
def _(fact: facts.EscalationAnswered, event: Event, scene: Scene) -> str:
    who = scene.person(fact.answered_by)
    answer = _("{who} answered: {answer}").format(who=who, answer=label(fact.answer))
    return _joined(answer, scene.option(fact.matter, fact.option))


@_told.register
def _(fact: facts.Transferred, event: Event, scene: Scene) -> str:
    return _("Transferred to {to}").format(to=scene.owner(fact.to))


@_told.register
def _(fact: facts.TransferAccepted, event: Event, scene: Scene) -> str:
    return _("{who} accepted the transfer").format(who=scene.person(fact.receiver))


@_told.register
def _(fact: facts.Redirected, event: Event, scene: Scene) -> str:
    return _("Told to turn to {to}").format(to=scene.owner(fact.to))


@_told.register
def _(fact: facts.PromiseMade, event: Event, scene: Scene) -> str:
    return _("Promised: {what}, by {due}, kept by {owner}, told by {channel}").format(
        what=scene.title(fact.title),
        due=scene.moment(fact.due),
        owner=scene.owner(fact.owner),
        channel=label(fact.channel),
    )


@_told.register
def _(fact: facts.MatterClosed, event: Event, scene: Scene) -> str:
    return _joined(
        _("Outcome: {outcome}").format(outcome=label(fact.outcome)),
        _("cause: {cause}").format(cause=scene.cause(fact.matter, fact.cause)) if fact.cause else "",
        scene.department(fact.department) if fact.department else "",
    )


def _with_reason(told: str, reason: Personal | None, scene: Scene) -> str:
    return told if reason is None else f"{told}: {scene.known(reason)}"
