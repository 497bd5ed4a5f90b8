"""The closed lists of the walk: stages, moods, channels, outcomes and what else has a fixed set of values."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """Whether a real customer is on the line."""

    LIVE = "live"
    PRACTICE = "practice"


class Channel(StrEnum):
    """How the customer reached us; the last three are written."""

    PHONE = "phone"
    COUNTER = "counter"
    CHAT = "chat"
    EMAIL = "email"
    SOCIAL = "social"

    @property
    def written(self) -> bool:
        """Whether the phrases compose one message instead of being spoken."""
        return self in (Channel.CHAT, Channel.EMAIL, Channel.SOCIAL)


class Stage(StrEnum):
    """Where the walk stands: the four of LAST, then the wrap-up after the customer has left."""

    LISTEN = "listen"
    APOLOGISE = "apologise"
    SOLVE = "solve"
    THANK = "thank"
    WRAP_UP = "wrap_up"

    @property
    def order(self) -> int:
        """The stage's place in the walk, counted from 0."""
        return list(Stage).index(self)


class Home(StrEnum):
    """The place a phrase was written for, which decides what saying it counts as."""

    GREETING = "greeting"
    LISTEN = "listen"
    READ_BACK = "read_back"
    APOLOGISE = "apologise"
    SOLVE = "solve"
    THANK = "thank"
    HOLD = "hold"
    SILENCE = "silence"
    EMERGENCY = "emergency"


class Mood(StrEnum):
    """How the customer feels; the peak decides whether an apology is due, the end is measured."""

    CALM = "calm"
    UPSET = "upset"
    ANGRY = "angry"

    @property
    def heat(self) -> int:
        """0 for calm to 2 for angry."""
        return list(Mood).index(self)


class Fault(StrEnum):
    """Whose fault it is as far as we know; a sentence that admits more may not be said."""

    OURS = "ours"
    UNKNOWN = "unknown"
    NOT_OURS = "not_ours"


class Part(StrEnum):
    """What an apology is made of (Lewicki, Polin and Lount 2016)."""

    REGRET = "regret"
    EXPLANATION = "explanation"
    RESPONSIBILITY = "responsibility"
    REPAIR = "repair"
    EFFORT = "effort"
    EMPATHY = "empathy"


class ReadBackResult(StrEnum):
    """What the customer made of the matter as we read it back."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    DECLINED = "declined"
    WAIVED = "waived"


class Verified(StrEnum):
    """Whether the caller's identity was checked; unverified callers get general facts only."""

    YES = "yes"
    NO = "no"
    NOT_NEEDED = "not_needed"


class Relation(StrEnum):
    """In whose name the caller speaks."""

    SELF = "self"
    ATTORNEY = "attorney"
    GUARDIAN = "guardian"
    OTHER = "other"


class OptionStatus(StrEnum):
    """What became of an option on the ladder of Solve."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Answer(StrEnum):
    """A receiver's answer to an escalation: agent may decide, may not, or the receiver takes it over."""

    GRANTED = "granted"
    DENIED = "denied"
    TAKEN = "taken"


class Outcome(StrEnum):
    """How a matter ended."""

    SOLVED = "solved"
    PROMISED = "promised"
    REFUSED = "refused"
    ESCALATED = "escalated"
    TRANSFERRED = "transferred"
    REDIRECTED = "redirected"
    WITHDRAWN = "withdrawn"
    UNREACHED = "unreached"
    EMERGENCY = "emergency"


class Thanks(StrEnum):
    """Whether the customer was thanked for having come."""

    SAID = "said"
    NOT_FITTING = "not_fitting"
    NOT_DUE = "not_due"


class Emergency(StrEnum):
    """What the danger is."""

    THREAT = "threat"
    SELF_HARM = "self_harm"
    DANGER = "danger"


class Comeback(StrEnum):
    """How an interaction was taken up again."""

    THEY_RANG = "they_rang"
    WE_RANG = "we_rang"
    RESTART = "restart"
    RECEIVED = "received"


class Passage(StrEnum):
    """How a stage was entered."""

    OPENING = "opening"
    NEXT = "next"
    BACK = "back"
    URGENT = "urgent"
    EMERGENCY = "emergency"
    SWITCHED = "switched"
