"""A script: the approved words, questions and options for one kind of request, as plain immutable data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from agent_tui.core.language import Gender, Language, Text
from agent_tui.core.money import Money
from agent_tui.core.vocabulary import Channel, Fault, Home, Mood, Part

Condition: TypeAlias = Mapping[str, tuple[str, ...]]
"""Field id -> the values under which something applies; all must hold, no value is ever guessed."""


class FieldType(StrEnum):
    """What may be typed into a field."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    PHONE = "phone"
    CHOICE = "choice"
    BOOL = "bool"


class Kind(StrEnum):
    """What the customer comes with; a calm enquiry is not read back."""

    REQUEST = "request"
    COMPLAINT = "complaint"
    ENQUIRY = "enquiry"
    PRAISE = "praise"
    OUTBOUND = "outbound"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice field."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Field:
    """Something to be asked; personal values are kept apart so that they can be erased."""

    id: str
    label: Text
    type: FieldType = FieldType.TEXT
    required: bool = False
    personal: bool = True
    recallable: bool = False
    pattern: str | None = None
    choices: tuple[Choice, ...] = ()
    currency: str | None = None

    def choice(self, value: str) -> Choice | None:
        """The choice with this id."""
        return next((choice for choice in self.choices if choice.id == value), None)


@dataclass(frozen=True, slots=True)
class Guidance:
    """One line of what to do."""

    text: Text
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FactCard:
    """One fact the agent can look at, and show, without leaving the call."""

    text: Text
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase's text in one language, in the forms the customer may be addressed in."""

    neutral: str
    male: str | None = None
    female: str | None = None

    def form(self, gender: Gender) -> tuple[Gender, str]:
        """The form really used for a customer of this gender, and its text."""
        if gender is Gender.MALE and self.male is not None:
            return gender, self.male
        if gender is Gender.FEMALE and self.female is not None:
            return gender, self.female
        return Gender.NEUTRAL, self.neutral

    def texts(self) -> Iterator[str]:
        """Every text there is."""
        yield from (text for text in (self.neutral, self.male, self.female) if text is not None)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One approved sentence in each of its languages, and when it fits.

    `hashes` are SHA-256 over the canonical form (RFC 8785), one a language, and `canonical` that form;
    `approved` are the languages in which the text as it stands was approved by a second person.
    """

    id: str
    home: Home
    text: Mapping[Language, Wording]
    hashes: Mapping[Language, str]
    canonical: Mapping[Language, str]
    approved: frozenset[Language] = frozenset()
    option: str | None = None
    parts: frozenset[Part] = frozenset()
    mood: frozenset[Mood] = frozenset()
    fault: frozenset[Fault] = frozenset()
    when: Condition = field(default_factory=dict)
    situation: Text = field(default_factory=dict)
    aliases: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    promises: bool = False
    identity: bool = False
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class PromiseTerms:
    """What an accepted option binds us to: how soon, who keeps it, and how the customer will hear.

    `owner` is `agent`, `department:ID` or `staff:ID`; exactly one of days, hours and minutes is set.
    """

    owner: str
    channel: Channel
    days: int | None = None
    hours: int | None = None
    minutes: int | None = None
    working: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """A remedy on the ladder of Solve, or the reasoned refusal at its end."""

    id: str
    title: Text
    authority: str | None = None
    refusal: bool = False
    may_cite: tuple[str, ...] = ()
    limit: Money | None = None
    when: Condition = field(default_factory=dict)
    promise: PromiseTerms | None = None
    identity: bool = False
    say: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Listen:
    """The first stage: what to do, ask and read back."""

    do: tuple[Guidance, ...] = ()
    say: tuple[Phrase, ...] = ()
    read_back: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Apologise:
    """The second stage: one sentence."""

    do: tuple[Guidance, ...] = ()
    say: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Solve:
    """The third stage: the options, best first, refusals last."""

    do: tuple[Guidance, ...] = ()
    say: tuple[Phrase, ...] = ()
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Thank:
    """The last stage with the customer there."""

    do: tuple[Guidance, ...] = ()
    say: tuple[Phrase, ...] = ()
    ask_satisfaction: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """Why such matters arise; chosen when the matter is closed."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Script:
    """One kind of request, ready to be walked; `hash` is taken after every `use:` is resolved."""

    id: str
    version: int
    hash: str
    canonical: str
    languages: tuple[Language, ...]
    title: Text
    channels: frozenset[Channel]
    kind: Kind = Kind.REQUEST
    department: str | None = None
    aliases: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    causes: tuple[Cause, ...] = ()
    facts: tuple[FactCard, ...] = ()
    fields: tuple[Field, ...] = ()
    listen: Listen = Listen()
    apologise: Apologise = Apologise()
    solve: Solve = Solve()
    thank: Thank = Thank()

    def phrases(self) -> Iterator[Phrase]:
        """Every phrase in the order of the walk, options' included."""
        yield from self.listen.say
        yield from self.listen.read_back
        yield from self.apologise.say
        yield from self.solve.say
        for option in self.solve.options:
            yield from option.say
        yield from self.thank.say

    def option(self, option_id: str) -> Option | None:
        """The option with this id."""
        return next((option for option in self.solve.options if option.id == option_id), None)

    def field(self, field_id: str) -> Field | None:
        """The field with this id."""
        return next((field for field in self.fields if field.id == field_id), None)
