"""What happens to the words themselves."""

from __future__ import annotations

from dataclasses import dataclass

from agent_tui.core.events.fact import Fact, StreamType, fact
from agent_tui.core.language import Language

_content = fact(StreamType.CONTENT)


@_content
@dataclass(frozen=True)
class Installed(Fact):
    """A script was used here for the first time in this form."""

    script: str
    version: int
    script_hash: str


@_content
@dataclass(frozen=True)
class Approved(Fact):
    """A second person approved a phrase in one language as it stands."""

    phrase: str
    language: Language
    phrase_hash: str
    author: str
    approver: str


@_content
@dataclass(frozen=True)
class Withdrawn(Fact):
    """A phrase may not be used live any more."""

    phrase: str
    language: Language
    phrase_hash: str
    reason: str
