"""What Enter does next, as a sentence at the foot of the Call screen."""

from __future__ import annotations

from agent_tui.core.next_step import NextStep, Step
from agent_tui.core.script import Script
from agent_tui.locale.catalogue import N_, _
from agent_tui.locale.sentences import field_label

_STEPS: dict[Step, str] = {
    Step.COME_BACK: N_("the line is back"),
    Step.UNHOLD: N_("come back from hold"),
    Step.ASK_FIELD: N_("ask: {field}"),
    Step.FINISH: N_("the customer has finished"),
    Step.READ_BACK: N_("read the matter back"),
    Step.SAY: N_("say the first phrase"),
    Step.OFFER: N_("offer options by their digits"),
    Step.ANSWER_OFFER: N_("the digit again: accepted · x: declined"),
    Step.PROMISE: N_("enter the promise in the ledger"),
    Step.ADVANCE: N_("next stage"),
    Step.ASK_SATISFACTION: N_("ask how satisfied the customer was"),
    Step.GIVE_URGENT_REASON: N_("say why it was urgent"),
    Step.CLOSE_MATTER: N_("close as: {outcome}"),
    Step.CLOSE: N_("close the contact"),
    Step.LEAVE: N_("back to Home"),
}


def next_sentence(step: NextStep, script: Script, outcome: str = "") -> str:
    """What Enter does now."""
    return _(_STEPS[step.step]).format(field=field_label(script, step.about or ""), outcome=outcome)
