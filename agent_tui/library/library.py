"""The library: the organisation, its scripts and its shared phrases, with everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agent_tui.core.language import Language
from agent_tui.core.organisation import Organisation
from agent_tui.core.script import Phrase, Script
from agent_tui.library.problem import Problem


@dataclass(frozen=True)
class Library:
    """What a scripts folder holds; a script with problems is not in it, and `problems` say why."""

    organisation: Organisation
    scripts: Mapping[str, Script]
    banks: Mapping[str, Phrase]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def phrases(self) -> Iterator[Phrase]:
        """Every phrase once: the banks', then the organisation's own, then each script's own."""
        seen = set()
        house = self.organisation
        everywhere = (
            self.banks.values(),
            (*house.emergency, *house.silence, *house.hold),
            *(script.phrases() for script in self.scripts.values()),
        )
        for phrases in everywhere:
            for phrase in phrases:
                if phrase.id not in seen:
                    seen.add(phrase.id)
                    yield phrase

    def find_service(self, query: str, language: Language) -> tuple[Script, ...]:
        """The scripts a query may mean, best first; all of them by title for an empty one."""
        from agent_tui.library.search import find_scripts

        return find_scripts(self.scripts.values(), query, language)
