"""What a search answers: a phrase, how well it fits, and the letters that made it fit."""

from __future__ import annotations

from dataclasses import dataclass

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase
from agent_tui.library.finding.sources import Place
from agent_tui.library.finding.words import Span


@dataclass(frozen=True, slots=True)
class Match:
    """One writing of a phrase in which words of the query stand; `spans` are places in `source`, in order."""

    place: Place
    language: Language
    source: str
    spans: tuple[Span, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that matched, as the source writes them."""
        return tuple(self.source[start:end] for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that fits a query; `why` has the best writing first."""

    phrase: Phrase
    score: float
    why: tuple[Match, ...]

    def spans(self, source: str) -> tuple[Span, ...]:
        """Where to highlight a writing of the phrase; nothing where no word of it matched."""
        return next((match.spans for match in self.why if match.source == source), ())
