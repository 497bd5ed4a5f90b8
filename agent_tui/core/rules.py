"""The rules of the walk as codes: what an act would break, and what a stage still waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from agent_tui.core.script import Option
from agent_tui.core.state import Matter, State
from agent_tui.core.vocabulary import Answer, Home, Mood, OptionStatus, Outcome, ReadBackResult, Stage, Thanks

ALTERNATIVES = 2
SILENT_PROMPTS = 2


class Rule(StrEnum):
    """A rule that an act would break."""

    CLOSED = "closed"
    NOT_YOURS = "not_yours"
    LINE_DROPPED = "line_dropped"
    LINE_OPEN = "line_open"
    ON_HOLD = "on_hold"
    NOT_ON_HOLD = "not_on_hold"
    UNKNOWN_MATTER = "unknown_matter"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_PHRASE = "unknown_phrase"
    UNKNOWN_OPTION = "unknown_option"
    UNKNOWN_POLICY = "unknown_policy"
    UNKNOWN_FACT = "unknown_fact"
    NOT_IN_LANGUAGE = "not_in_language"
    NOT_APPROVED = "not_approved"
    NOT_FITTING = "not_fitting"
    FALSE_ADMISSION = "false_admission"
    SLOT_EMPTY = "slot_empty"
    IDENTITY_NEEDED = "identity_needed"
    GATE_SHUT = "gate_shut"
    NOT_AT_SOLVE = "not_at_solve"
    NOT_OFFERED = "not_offered"
    ALREADY_ACCEPTED = "already_accepted"
    MATTER_ENDED = "matter_ended"
    AMOUNT_NEEDED = "amount_needed"
    AMOUNT_NOT_ASKED = "amount_not_asked"
    BAD_AMOUNT = "bad_amount"
    OVER_LIMIT = "over_limit"
    AUTHORITY_NEEDED = "authority_needed"
    REFUSAL_LOCKED = "refusal_locked"
    NOT_A_REFUSAL = "not_a_refusal"
    IS_A_REFUSAL = "is_a_refusal"
    NOT_ESCALATED = "not_escalated"
    NOT_TRANSFERRED = "not_transferred"
    NOTHING_BEHIND = "nothing_behind"
    OUTCOME_UNFOUNDED = "outcome_unfounded"
    NOT_SILENT = "not_silent"
    TOO_SOON = "too_soon"
    BAD_SCORE = "bad_score"
    BAD_TERMS = "bad_terms"
    EMPTY = "empty"


class RuleError(Exception):
    """An act that a rule forbids; `params` fill the sentence that tells the agent so."""

    def __init__(self, rule: Rule, **params: object) -> None:
        super().__init__(f"{rule}: {params}" if params else str(rule))
        self.rule = rule
        self.params: Mapping[str, object] = params


class Missing(StrEnum):
    """What a stage still waits for before the next may open, or the interaction may close."""

    FIELD = "field"
    FINISHED = "finished"
    READ_BACK = "read_back"
    APOLOGY = "apology"
    REMEDY = "remedy"
    PROMISE = "promise"
    THANKS = "thanks"
    OUTCOME = "outcome"
    URGENT_REASON = "urgent_reason"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that is still missing."""

    missing: Missing
    params: Mapping[str, object] = field(default_factory=dict)


class Warn(StrEnum):
    """Something that was recorded but is better not repeated."""

    SECOND_APOLOGY = "second_apology"
    SECOND_GREETING = "second_greeting"


def listen_needs(state: State, matter: Matter) -> tuple[Need, ...]:
    """What Listen still waits for; a calm enquiry needs no read-back, as long as it is calm."""
    values = matter.plain_values()
    needs = [Need(Missing.FIELD, {"field": name}) for name in matter.required if name not in values]
    if not matter.finished:
        needs.append(Need(Missing.FINISHED))
    if matter.read_back in (None, ReadBackResult.WAIVED) and not waivable(state, matter):
        needs.append(Need(Missing.READ_BACK))
    return tuple(needs)


def waivable(state: State, matter: Matter) -> bool:
    """Whether the matter need not be read back: an enquiry of a customer who was calm all along."""
    return matter.enquiry and state.calm


def apology_due(state: State) -> bool:
    """Whether the customer was ever upset or angry, or believes that we erred."""
    return state.emergency is None and (state.peak is not Mood.CALM or state.believes_ours)


def apologise_needs(state: State) -> tuple[Need, ...]:
    """What Apologise still waits for: one apology where one is due."""
    return (Need(Missing.APOLOGY),) if apology_due(state) and not _apologised(state) else ()


def _apologised(state: State) -> bool:
    return state.times_said(Home.APOLOGISE) > 0


def settled(state: State, matter: Matter) -> bool:
    """Whether a matter has its answer: a remedy, a lawful refusal, or somebody who took it over."""
    return bool(
        matter.outcome is not None
        or matter.with_status(OptionStatus.ACCEPTED)
        or matter.refused
        or Answer.TAKEN in matter.escalations.values()
        or matter.transferred
    )


def solve_needs(state: State, matter: Matter) -> tuple[Need, ...]:
    """What Solve still waits for: an answer, and a ledger entry behind every sentence that promises."""
    needs = []
    if not settled(state, matter):
        needs.append(Need(Missing.REMEDY))
    if matter.owes_promise:
        needs.append(Need(Missing.PROMISE))
    return tuple(needs)


def thank_needs(state: State) -> tuple[Need, ...]:
    """What Thank still waits for."""
    if state.thanks is not None or state.passed.get(Stage.THANK) or state.emergency is not None:
        return ()
    return (Need(Missing.THANKS),)


def closing_needs(state: State) -> tuple[Need, ...]:
    """What must be known before the interaction is closed."""
    needs = [Need(Missing.OUTCOME, {"matter": one.id}) for one in state.matters.values() if one.outcome is None]
    needs += [Need(Missing.PROMISE, {"matter": one.id}) for one in state.matters.values() if one.owes_promise]
    if state.urgent and not state.urgent_reason and state.emergency is None:
        needs.append(Need(Missing.URGENT_REASON))
    return tuple(needs)


def needs(state: State) -> tuple[Need, ...]:
    """What the present stage still waits for."""
    match state.stage:
        case Stage.LISTEN:
            return listen_needs(state, state.current)
        case Stage.APOLOGISE:
            return apologise_needs(state)
        case Stage.SOLVE:
            return solve_needs(state, state.current)
        case Stage.THANK:
            return (*thank_needs(state), *solve_needs(state, state.current))
    return closing_needs(state)


def alternatives_declined(matter: Matter) -> tuple[str, ...]:
    """The alternatives that were offered and that the customer did not want."""
    return matter.with_status(OptionStatus.DECLINED)


def cited_for(matter: Matter, option: Option) -> tuple[str, ...]:
    """The policies cited in the matter that this refusal may rest on."""
    return tuple(policy for policy in matter.cited if policy in option.may_cite)


def refusal_open(matter: Matter, option: Option | None = None) -> bool:
    """Whether the matter may be refused by an option, or by any: two alternatives declined, or its policy cited."""
    cited = matter.cited if option is None else cited_for(matter, option)
    return len(alternatives_declined(matter)) >= ALTERNATIVES or bool(cited)


def founded(state: State, matter: Matter, outcome: Outcome) -> bool:
    """Whether the events bear an outcome out; a refusal cannot be closed as anything milder than it was."""
    accepted = matter.with_status(OptionStatus.ACCEPTED)
    kinder = matter.refused is None or bool(accepted)  # a remedy accepted later takes a refusal back
    grounds: dict[Outcome, bool] = {
        Outcome.SOLVED: bool(accepted),
        Outcome.PROMISED: bool(matter.promises) and kinder,
        Outcome.REFUSED: matter.refused is not None,
        Outcome.ESCALATED: Answer.TAKEN in matter.escalations.values(),
        Outcome.TRANSFERRED: matter.transferred,
        Outcome.REDIRECTED: matter.redirected and kinder,
        Outcome.WITHDRAWN: kinder,
        Outcome.UNREACHED: (state.dropped or silent(state)) and kinder,
        Outcome.EMERGENCY: state.emergency is not None,
    }
    return grounds[outcome]


def silent(state: State) -> bool:
    """Whether both prompts to a silent caller were said and nothing was heard."""
    refused = any(matter.refused for matter in state.matters.values())
    return state.times_said(Home.SILENCE) >= SILENT_PROMPTS and not (state.heard or refused)


def likely_outcome(state: State, matter: Matter) -> Outcome:
    """The outcome the events point to, which the agent need only confirm."""
    accepted = matter.with_status(OptionStatus.ACCEPTED)
    promised = any(state.promises[promise].option in accepted for promise in matter.promises)
    order = (
        Outcome.EMERGENCY,
        Outcome.PROMISED if promised else Outcome.SOLVED,
        Outcome.REFUSED,
        Outcome.ESCALATED,
        Outcome.TRANSFERRED,
        Outcome.REDIRECTED,
        Outcome.UNREACHED,
        Outcome.PROMISED,
    )
    return next((one for one in order if founded(state, matter, one)), Outcome.WITHDRAWN)


def closing_thanks(state: State) -> Thanks:
    """How Thank is recorded when the interaction closes."""
    if state.thanks is Thanks.SAID:
        return Thanks.SAID
    if state.emergency is not None or silent(state):
        return Thanks.NOT_DUE
    return Thanks.NOT_FITTING
