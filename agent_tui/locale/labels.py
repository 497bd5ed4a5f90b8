"""The names of the walk's closed lists, as people read them; one term per thing, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from agent_tui.core.language import Language
from agent_tui.core.promise import PromiseStatus
from agent_tui.core.vocabulary import (
    Answer,
    Channel,
    Emergency,
    Fault,
    Home,
    Mode,
    Mood,
    Outcome,
    ReadBackResult,
    Relation,
    Stage,
    Verified,
)
from agent_tui.locale.catalogue import N_, _, in_words, pgettext

_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Stage: {
        Stage.LISTEN: N_("Listen"),
        Stage.APOLOGISE: N_("Apologise"),
        Stage.SOLVE: N_("Solve"),
        Stage.THANK: N_("Thank"),
        Stage.WRAP_UP: N_("Wrap-up"),
    },
    Mood: {
        Mood.CALM: N_("calm"),
        Mood.UPSET: N_("upset"),
        Mood.ANGRY: N_("angry"),
    },
    Fault: {
        Fault.OURS: N_("ours"),
        Fault.UNKNOWN: N_("not known"),
        Fault.NOT_OURS: N_("not ours"),
    },
    Channel: {
        Channel.PHONE: N_("phone"),
        Channel.COUNTER: N_("counter"),
        Channel.CHAT: N_("chat"),
        Channel.EMAIL: N_("e-mail"),
        Channel.SOCIAL: N_("social media"),
    },
    Mode: {
        Mode.LIVE: N_("LIVE"),
        Mode.PRACTICE: N_("PRACTICE"),
    },
    ReadBackResult: {
        ReadBackResult.CONFIRMED: N_("confirmed"),
        ReadBackResult.CORRECTED: N_("corrected"),
        ReadBackResult.DECLINED: N_("declined to confirm"),
        ReadBackResult.WAIVED: N_("not needed"),
    },
    Verified: {
        Verified.YES: N_("identity checked"),
        Verified.NO: N_("identity not checked"),
        Verified.NOT_NEEDED: N_("no identity check needed"),
    },
    Relation: {
        Relation.SELF: N_("on their own behalf"),
        Relation.ATTORNEY: N_("by power of attorney"),
        Relation.GUARDIAN: N_("as guardian"),
        Relation.OTHER: N_("for somebody else"),
    },
    Outcome: {
        Outcome.SOLVED: N_("solved"),
        Outcome.PROMISED: N_("promised"),
        Outcome.REFUSED: N_("refused with reasons"),
        Outcome.ESCALATED: N_("escalated"),
        Outcome.TRANSFERRED: N_("transferred"),
        Outcome.REDIRECTED: N_("sent elsewhere"),
        Outcome.WITHDRAWN: N_("withdrawn by the customer"),
        Outcome.UNREACHED: N_("customer not reached"),
        Outcome.EMERGENCY: N_("emergency"),
    },
    Emergency: {
        Emergency.THREAT: N_("threat to others"),
        Emergency.SELF_HARM: N_("danger of self-harm"),
        Emergency.DANGER: N_("danger to life or property"),
    },
    Answer: {
        Answer.GRANTED: N_("granted"),
        Answer.DENIED: N_("not granted"),
        Answer.TAKEN: N_("taken over"),
    },
    Home: {
        Home.GREETING: N_("Greeting"),
        Home.LISTEN: N_("Listen"),
        Home.READ_BACK: N_("Read-back"),
        Home.APOLOGISE: N_("Apologise"),
        Home.SOLVE: N_("Solve"),
        Home.THANK: N_("Thank"),
        Home.HOLD: N_("Hold"),
        Home.SILENCE: N_("Silence"),
        Home.EMERGENCY: N_("Emergency"),
    },
}
"""By their kind first: values of two kinds may be spelt alike."""
_PROMISE: dict[PromiseStatus, str] = {
    PromiseStatus.OPEN: N_("open"),
    PromiseStatus.DUE: N_("due today"),
    PromiseStatus.OVERDUE: N_("overdue"),
    PromiseStatus.KEPT: N_("kept"),
    PromiseStatus.BROKEN: N_("broken"),
    PromiseStatus.RELEASED: N_("released"),
}
ROLES: dict[str, str] = {
    "agent": N_("service agent"),
    "trainer": N_("trainer"),
    "supervisor": N_("supervisor"),
}


def label(value: StrEnum, language: Language | None = None) -> str:
    """A value of a closed list as people read it, in this language or the one spoken now."""
    if isinstance(value, PromiseStatus):
        return pgettext("promise", _PROMISE[value])
    return in_words(_LABELS[type(value)][value], language)


def role_label(role: str) -> str:
    """What somebody does here, as people say it."""
    return _(ROLES.get(role, role))


def title_in(title: Mapping[str, str], language: Language) -> str:
    """A title kept by language tag, in the wanted language or the one it has."""
    return title.get(language.value) or next(iter(title.values()), "")
