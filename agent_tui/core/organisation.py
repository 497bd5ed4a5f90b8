"""The organisation as library.yaml describes it: its words, people's authority, calendar and standards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from agent_tui.core.calendar import WorkingCalendar
from agent_tui.core.language import Language, Text
from agent_tui.core.money import Money
from agent_tui.core.script import Phrase


class Digits(StrEnum):
    """The digits numbers are shown in (CLDR numbering systems)."""

    LATIN = "latn"
    ARABIC = "arab"


@dataclass(frozen=True, slots=True)
class Grade:
    """A rank of staff and the most money it may give; without a ceiling it may give none."""

    id: str
    title: Text
    ceiling: Money | None = None
    supervises: bool = False


@dataclass(frozen=True, slots=True)
class Department:
    """A part of the organisation that owns matters and promises."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Policy:
    """A rule that may be cited as the ground of a refusal."""

    id: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Standards:
    """The service standards the organisation set itself."""

    callback_minutes: int = 5
    silence_seconds: int = 20
    abandon_hours: int = 12
    heartbeat_seconds: int = 5


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everything scripts share; `grades` stand in rising order of authority."""

    name: Text
    customer_word: Text
    languages: tuple[Language, ...]
    calendar: WorkingCalendar
    grades: tuple[Grade, ...]
    departments: tuple[Department, ...] = ()
    policies: tuple[Policy, ...] = ()
    standards: Standards = Standards()
    digits: Mapping[Language, Digits] = field(default_factory=dict)
    currency: str = "SAR"
    emergency: tuple[Phrase, ...] = ()
    silence: tuple[Phrase, ...] = ()
    hold: tuple[Phrase, ...] = ()

    def grade(self, grade_id: str) -> Grade | None:
        """The grade with this id."""
        return next((grade for grade in self.grades if grade.id == grade_id), None)

    def rank(self, grade_id: str) -> int:
        """A grade's place in rising order of authority; -1 for a grade there is not."""
        return next((rank for rank, grade in enumerate(self.grades) if grade.id == grade_id), -1)

    def policy(self, policy_id: str) -> Policy | None:
        """The policy with this id."""
        return next((policy for policy in self.policies if policy.id == policy_id), None)

    def department(self, department_id: str) -> Department | None:
        """The department with this id."""
        return next((one for one in self.departments if one.id == department_id), None)
