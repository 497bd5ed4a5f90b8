"""Phrase search: any spelling of Arabic, inflected English, as one types."""

from agent_tui.library.finding.found import Found, Match
from agent_tui.library.finding.index import PhraseIndex
from agent_tui.library.finding.sources import Place

__all__ = ["Found", "Match", "PhraseIndex", "Place"]
