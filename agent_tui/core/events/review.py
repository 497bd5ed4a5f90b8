"""What happens to a review of an interaction."""

from __future__ import annotations

from dataclasses import dataclass

from agent_tui.core.events.fact import Fact, Personal, StreamType, fact

_review = fact(StreamType.REVIEW)


@_review
@dataclass(frozen=True)
class Drawn(Fact):
    """The system drew an interaction for review, with the seed that repeats the draw."""

    interaction: str
    seed: int


@_review
@dataclass(frozen=True)
class Claimed(Fact):
    """A reviewer took the review on."""

    reviewer: str


@_review
@dataclass(frozen=True)
class Answered(Fact):
    """One question of the scorecard was answered."""

    question: str
    answer: str
    note: Personal | None = None
    moment: str | None = None


@_review
@dataclass(frozen=True)
class HandedIn(Fact):
    """The review is finished and no longer changes."""

    scorecard: str
    scorecard_hash: str
    score: str


@_review
@dataclass(frozen=True)
class Acknowledged(Fact):
    """The agent has read the review."""


@_review
@dataclass(frozen=True)
class Disputed(Fact):
    """The agent disagrees on a question."""

    question: str
    reason: Personal


@_review
@dataclass(frozen=True)
class DisputeAnswered(Fact):
    """The dispute on a question was decided."""

    question: str
    accepted: bool
    reason: Personal


@_review
@dataclass(frozen=True)
class Closed(Fact):
    """The review is over."""
