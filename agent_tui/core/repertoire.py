"""Which phrases are offered to the agent's eye at this point of the walk, best first."""

from __future__ import annotations

from agent_tui.core.organisation import Organisation
from agent_tui.core.script import Phrase, Script
from agent_tui.core.state import State
from agent_tui.core.vocabulary import Home, Stage
from agent_tui.core.wording import applies


def repertoire(state: State, script: Script, organisation: Organisation) -> tuple[Phrase, ...]:
    """The phrases that fit the stage, the mood, the fault and what was captured, in the script's order.

    Those written for the customer's mood stand first; a greeting is not offered twice.
    """
    values = state.current.plain_values()
    fitting = [
        phrase
        for phrase in _of_stage(state, script, organisation)
        if state.language in phrase.text
        and applies(phrase.when, values)
        and (not phrase.fault or state.fault in phrase.fault)
        and not (phrase.home is Home.GREETING and state.times_said(Home.GREETING))
    ]
    return tuple(sorted(fitting, key=lambda phrase: _distance(phrase, state)))


def _of_stage(state: State, script: Script, organisation: Organisation) -> tuple[Phrase, ...]:
    if state.emergency is not None:
        named = state.emergency.value.replace("_", "-")
        return tuple(sorted(organisation.emergency, key=lambda phrase: not phrase.id.endswith(named)))
    if state.held_since is not None:
        return ()
    match state.stage:
        case Stage.LISTEN if state.current.finished:
            return (*script.listen.read_back, *script.listen.say)
        case Stage.LISTEN:
            return (*script.listen.say, *script.listen.read_back)
        case Stage.APOLOGISE:
            return script.apologise.say
        case Stage.SOLVE:
            return script.solve.say
    return script.thank.say


def _distance(phrase: Phrase, state: State) -> int:
    if not phrase.mood or state.mood in phrase.mood:
        return 0
    return 1 + min(abs(mood.heat - state.mood.heat) for mood in phrase.mood)
