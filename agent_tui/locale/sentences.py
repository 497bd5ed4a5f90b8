"""What the core says in codes, as sentences: broken rules, what a stage waits for, warnings, bad answers."""

from __future__ import annotations

from collections.abc import Callable

from agent_tui.core.fields import FieldError
from agent_tui.core.language import in_language
from agent_tui.core.rules import Missing, Need, Rule, RuleError, Warn
from agent_tui.core.script import FieldType, Script
from agent_tui.locale.catalogue import N_, _, current, ngettext

_RULES: dict[Rule, str] = {
    Rule.CLOSED: N_("This interaction is closed; nothing more can be recorded in it."),
    Rule.NOT_YOURS: N_("Another agent has this interaction now."),
    Rule.LINE_DROPPED: N_("The line has dropped. Take the call up again first."),
    Rule.LINE_OPEN: N_("The line has not dropped."),
    Rule.ON_HOLD: N_("The customer is on hold. Press h to come back first."),
    Rule.NOT_ON_HOLD: N_("The customer is not on hold."),
    Rule.UNKNOWN_MATTER: N_("This matter's script is not installed here."),
    Rule.UNKNOWN_FIELD: N_("This script does not ask for that."),
    Rule.UNKNOWN_PHRASE: N_("This phrase does not belong to the script."),
    Rule.UNKNOWN_OPTION: N_("That option is not open for this matter."),
    Rule.UNKNOWN_POLICY: N_("That policy cannot be cited here."),
    Rule.UNKNOWN_FACT: N_("There is no such fact."),
    Rule.NOT_IN_LANGUAGE: N_("This phrase does not exist in the customer's language."),
    Rule.NOT_APPROVED: N_("This phrase is not approved as it stands, so it cannot be used with a customer."),
    Rule.NOT_FITTING: N_("This phrase does not fit what you noted so far."),
    Rule.FALSE_ADMISSION: N_("This sentence admits a fault of ours. Note the fault as ours first, if it is (f)."),
    Rule.SLOT_EMPTY: N_("Something this phrase mentions has not been noted yet."),
    Rule.IDENTITY_NEEDED: N_("Check the caller's identity first (c); until then only general facts may be given."),
    Rule.GATE_SHUT: N_("One step is still missing here."),
    Rule.NOT_AT_SOLVE: N_("Options are offered at Solve."),
    Rule.NOT_OFFERED: N_("Offer this option first."),
    Rule.ALREADY_ACCEPTED: N_("The customer has already accepted an option."),
    Rule.MATTER_ENDED: N_("This matter already has an outcome."),
    Rule.AMOUNT_NEEDED: N_("How much would this cost? Type the amount."),
    Rule.AMOUNT_NOT_ASKED: N_("This option is not about money."),
    Rule.BAD_AMOUNT: N_("That is not an amount. Type figures only, such as 150 or 49.95."),
    Rule.OVER_LIMIT: N_("That is more than this option allows ({limit})."),
    Rule.AUTHORITY_NEEDED: N_("This is beyond your authority. Escalate it (e)."),
    Rule.REFUSAL_LOCKED: N_("A refusal opens after two options were offered and declined, or a policy was cited."),
    Rule.NOT_A_REFUSAL: N_("That option is not a refusal."),
    Rule.IS_A_REFUSAL: N_("A refusal is not offered; it is the last of the options."),
    Rule.NOT_ESCALATED: N_("This was not escalated."),
    Rule.NOT_TRANSFERRED: N_("The call was not transferred."),
    Rule.NOTHING_BEHIND: N_("This is the first stage."),
    Rule.OUTCOME_UNFOUNDED: N_("Nothing that was recorded supports this outcome."),
    Rule.NOT_SILENT: N_("Say both prompts to the silent caller first."),
    Rule.TOO_SOON: N_("Wait {seconds} more seconds for the caller to speak."),
    Rule.BAD_SCORE: N_("The rating goes from 1 to 5."),
    Rule.BAD_TERMS: N_("A promise needs a time by which it is kept."),
    Rule.EMPTY: N_("Nothing was typed."),
}
_NEEDS: dict[Missing, str] = {
    Missing.FIELD: N_("{field} is still to be asked"),
    Missing.FINISHED: N_("has the customer finished?"),
    Missing.READ_BACK: N_("read the matter back"),
    Missing.APOLOGY: N_("one apology"),
    Missing.REMEDY: N_("an option accepted, or the matter taken over"),
    Missing.PROMISE: N_("you promised something: enter it in the ledger"),
    Missing.THANKS: N_("thank the customer"),
    Missing.OUTCOME: N_("the outcome"),
    Missing.URGENT_REASON: N_("why it was urgent"),
}
_WARNINGS: dict[Warn, str] = {
    Warn.SECOND_APOLOGY: N_("That was a second apology. One is enough: go on to the options."),
    Warn.SECOND_GREETING: N_("The customer has already been greeted."),
}
_FIELDS: dict[str, str] = {
    "empty": N_("{field}: nothing was typed."),
    "pattern": N_("{field}: “{typed}” is not of the expected form."),
    FieldType.NUMBER.value: N_("{field}: “{typed}” is not a number."),
    FieldType.MONEY.value: N_("{field}: “{typed}” is not an amount of money."),
    FieldType.DATE.value: N_("{field}: “{typed}” is not a date. Type day/month/year, such as 3/11/2026."),
    FieldType.PHONE.value: N_("{field}: “{typed}” is not a telephone number."),
    FieldType.CHOICE.value: N_("{field}: “{typed}” is not one of the choices."),
    FieldType.BOOL.value: N_("{field}: answer yes or no."),
}


def rule_sentence(error: RuleError) -> str:
    """Why an act was not possible, and what to do instead."""
    if error.rule is Rule.TOO_SOON:
        seconds = error.params["seconds"]
        assert isinstance(seconds, int)
        return ngettext(
            "Wait one more second for the caller to speak.",
            "Wait {seconds} more seconds for the caller to speak.",
            seconds,
        ).format(seconds=seconds)
    return _(_RULES[error.rule]).format(**error.params)


def need_sentence(need: Need, field_label: Callable[[str], str]) -> str:
    """What a stage still waits for."""
    return _(_NEEDS[need.missing]).format(field=field_label(str(need.params.get("field", ""))))


def warning_sentence(warning: Warn) -> str:
    """What is better not repeated."""
    return _(_WARNINGS[warning])


def field_sentence(error: FieldError) -> str:
    """What is wrong with something typed into a field."""
    name = in_language(error.field.label, current())
    return _(_FIELDS[error.code]).format(field=name, typed=error.typed.strip())


def field_label(script: Script, field_id: str) -> str:
    """A field's name in the language spoken now."""
    field = script.field(field_id)
    return in_language(field.label, current()) if field else field_id
