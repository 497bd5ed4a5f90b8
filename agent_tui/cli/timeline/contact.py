"""What was told on the line, as sentences."""

from __future__ import annotations

from agent_tui.cli.page import filled, isolated
from agent_tui.cli.timeline.scene import Scene
from agent_tui.cli.timeline.sentence import joined, told, with_reason
from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event
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


@told.register
def opened(fact: facts.Opened, event: Event, scene: Scene) -> str:
    begun = _("We contacted the customer") if fact.outbound else _("Contact taken")
    practice = label(fact.mode) if fact.mode is Mode.PRACTICE else ""
    return joined(begun, label(fact.channel), scene.language_name(fact.language), practice)


@told.register
def resumed(fact: facts.Resumed, event: Event, scene: Scene) -> str:
    return _(COMEBACKS[fact.how])


@told.register
def language_changed(fact: facts.LanguageChanged, event: Event, scene: Scene) -> str:
    goes_on = filled(_("Language from here on: {language}"), language=scene.language_name(fact.language))
    spoken = filled(_("the customer speaks {language}"), language=fact.spoken) if fact.spoken else ""
    return joined(goes_on, spoken, _("an interpreter is needed") if fact.interpreter else "")


@told.register
def caller_identified(fact: facts.CallerIdentified, event: Event, scene: Scene) -> str:
    who = [scene.known(value) for value in (fact.name, fact.phone) if value is not None]
    caller = filled(_("Caller: {who}"), who=joined(*who, label(fact.verified)))
    if fact.relation is Relation.SELF:
        return caller
    behalf = [scene.known(value) for value in (fact.beneficiary, fact.authority) if value is not None]
    return joined(caller, label(fact.relation), *behalf)


@told.register
def matter_opened(fact: facts.MatterOpened, event: Event, scene: Scene) -> str:
    return filled(_("Matter: {title}"), title=scene.script_title(fact.matter))


@told.register
def field_captured(fact: facts.FieldCaptured, event: Event, scene: Scene) -> str:
    value = scene.value(fact.matter, fact.field, fact.value)
    return f"{isolated(scene.field(fact.matter, fact.field))}: {isolated(value)}"


@told.register
def mood_noted(fact: facts.MoodNoted, event: Event, scene: Scene) -> str:
    return filled(_("Mood: {mood}"), mood=label(fact.mood))


@told.register
def fault_noted(fact: facts.FaultNoted, event: Event, scene: Scene) -> str:
    fault = filled(_("Fault: {fault}"), fault=label(fact.fault))
    return joined(fault, _("the customer believes it is ours") if fact.believes_ours else "")


@told.register
def customer_finished(fact: facts.CustomerFinished, event: Event, scene: Scene) -> str:
    return _("The customer has told the whole of it")


@told.register
def read_back(fact: facts.ReadBack, event: Event, scene: Scene) -> str:
    return filled(_("Read back: {result}"), result=label(fact.result))


@told.register
def stage_entered(fact: facts.StageEntered, event: Event, scene: Scene) -> str:
    skipped = [f"{label(Stage(stage))}: {_(PASSED.get(why, why))}" for stage, why in fact.passed.items()]
    match fact.how:
        case Passage.BACK:
            entered = _("Back to {stage}")
        case Passage.URGENT:
            entered = _("Straight to {stage}, as it is urgent")
        case Passage.SWITCHED:
            return joined(filled(_("On to the matter: {title}"), title=scene.script_title(fact.matter)))
        case _:
            entered = _("Stage: {stage}")
    return joined(filled(entered, stage=label(fact.stage)), *skipped)


@told.register
def said(fact: facts.Said, event: Event, scene: Scene) -> str:
    return f"{label(fact.home)}: " + (_("said, and logged afterwards") if fact.late else _("said"))


@told.register
def noted(fact: facts.Noted, event: Event, scene: Scene) -> str:
    note = _("Why it was urgent: {text}") if fact.topic == "urgent" else _("Note: {text}")
    return filled(note, text=scene.known(fact.text))


@told.register
def fact_shown(fact: facts.FactShown, event: Event, scene: Scene) -> str:
    return filled(_("Told as a fact: {text}"), text=scene.fact(fact.matter, fact.card))


@told.register
def held(fact: facts.Held, event: Event, scene: Scene) -> str:
    return _("Put on hold")


@told.register
def unheld(fact: facts.Unheld, event: Event, scene: Scene) -> str:
    return _("Back from hold")


@told.register
def urgent_taken(fact: facts.UrgentTaken, event: Event, scene: Scene) -> str:
    return _("Urgent")


@told.register
def emergency_raised(fact: facts.EmergencyRaised, event: Event, scene: Scene) -> str:
    return filled(_("EMERGENCY: {danger}"), danger=label(fact.danger))


@told.register
def dropped(fact: facts.Dropped, event: Event, scene: Scene) -> str:
    return filled(_("The line dropped; to be rung back by {time}"), time=scene.moment(fact.callback_due))


@told.register
def satisfaction_answered(fact: facts.SatisfactionAnswered, event: Event, scene: Scene) -> str:
    if fact.score is None:
        return _("Satisfaction: the customer would rather not say")
    return filled(_("Satisfaction: {score} of 5"), score=fact.score)


@told.register
def heard_first_from_customer(fact: facts.HeardFirstFromCustomer, event: Event, scene: Scene) -> str:
    return filled(_("Heard first from the customer: {subject}"), subject=scene.known(fact.subject))


@told.register
def abuse_flagged(fact: facts.AbuseFlagged, event: Event, scene: Scene) -> str:
    return with_reason(_("The agent was insulted or threatened"), fact.text, scene)


@told.register
def closed(fact: facts.Closed, event: Event, scene: Scene) -> str:
    ring = (
        ""
        if fact.callback_due is None
        else filled(_("to be rung back by {time}"), time=scene.moment(fact.callback_due))
    )
    return joined(_("Closed"), _(THANKS[fact.thanks]), _("nobody spoke") if fact.silent else "", ring)


@told.register
def abandoned_by_system(fact: facts.AbandonedBySystem, event: Event, scene: Scene) -> str:
    return filled(
        ngettext(
            "Left unfinished; closed by the program after {hours} hour",
            "Left unfinished; closed by the program after {hours} hours",
            fact.idle_hours,
        ),
        hours=fact.idle_hours,
    )
