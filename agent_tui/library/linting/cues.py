"""Words that give a sentence away, in both languages, found as whole words with what Arabic writes in front of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from agent_tui.arabic.folding import fold
from agent_tui.core.language import Language
from agent_tui.library.linting.line import Line

LEADS = "[وف]?(?:ال|لل|[بلك](?:ال)?|س)?"
"""What may be written as one with an Arabic word: and, so, the article, by, for, as, and the sign of the future."""
CONJUNCTIONS = "[وف]?"


def arabic(*cues: str, leads: str = CONJUNCTIONS) -> re.Pattern[str]:
    """One pattern for several Arabic cues, each a regular expression in ordinary spelling."""
    return re.compile(rf"(?<!\w){leads}(?:{'|'.join(_spelled(cue) for cue in cues)})(?!\w)")


def english(*cues: str) -> re.Pattern[str]:
    """One pattern for several English cues, each a regular expression in small letters."""
    return re.compile(rf"(?<![\w'])(?:{'|'.join(map(_spaced, cues))})(?!\w)")


def _spelled(cue: str) -> str:
    return _spaced(fold(cue))


def _spaced(cue: str) -> str:
    return cue.replace(" ", r"\s+")


@dataclass(frozen=True, slots=True)
class Cues:
    """The same cues in both languages; `unless` are words earlier in the sentence that give them another sense."""

    patterns: Mapping[Language, re.Pattern[str]]
    unless: Mapping[Language, re.Pattern[str]] | None = None

    def each(self, line: Line) -> Iterator[re.Match[str]]:
        """Where a line has one of them."""
        for found in self.patterns[line.language].finditer(line.folded):
            if not self._meant_otherwise(line, found.start()):
                yield found

    def first(self, line: Line) -> re.Match[str] | None:
        """The first one in a line."""
        return next(self.each(line), None)

    def _meant_otherwise(self, line: Line, start: int) -> bool:
        if self.unless is None:
            return False
        sentence = next(begin for begin, words in line.sentences() if start < begin + len(words))
        return self.unless[line.language].search(line.folded, sentence, start) is not None


def told_once(lines: Iterable[Line], cues: Cues) -> Iterator[tuple[Line, re.Match[str]]]:
    """The first words a language's lines have of these: gender forms repeat one another."""
    told: set[Language] = set()
    for line in lines:
        if line.language not in told and (found := cues.first(line)):
            told.add(line.language)
            yield line, found


def cues(
    ar: re.Pattern[str],
    en: re.Pattern[str],
    *,
    unless: tuple[re.Pattern[str], re.Pattern[str]] | None = None,
) -> Cues:
    """Cues in Arabic and English."""
    guards = {Language.ARABIC: unless[0], Language.ENGLISH: unless[1]} if unless else None
    return Cues({Language.ARABIC: ar, Language.ENGLISH: en}, guards)
