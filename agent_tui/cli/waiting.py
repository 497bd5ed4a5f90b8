"""What waits for approval on the screen, phrase by phrase, and the question about each."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import click

from agent_tui.cli.difference import put_lines
from agent_tui.cli.page import Page, filled
from agent_tui.core.language import Language, in_language
from agent_tui.core.script import Phrase
from agent_tui.desk import Waiting, Why
from agent_tui.library.approving.difference import lines
from agent_tui.locale import N_, _, current

LANGUAGES = {Language.ARABIC: N_("Arabic"), Language.ENGLISH: N_("English")}
YES, NO, ALL, STOP = "y", "n", "a", "q"
WORDS = {"yes": YES, "نعم": YES, "no": NO, "لا": NO, "all": ALL, "الكل": ALL, "quit": STOP, "stop": STOP, "توقف": STOP}
_WHY: dict[Why, str] = {
    Why.NEW: N_("{language}: new"),
    Why.CHANGED: N_("{language}: changed since {name} approved it on {day}"),
    Why.TWIN: N_("{language}: as {name} approved it on {day}, but the other language has changed since"),
    Why.WITHDRAWN: N_("{language}: the approval was withdrawn, for this reason: {reason}"),
    Why.UNWRITTEN: N_("{language}: approved on {day} in the journal, but not in approvals.yaml"),
}


@dataclass(frozen=True)
class Showing:
    """Writes what waits on a page; `names` says who a staff id is."""

    page: Page
    names: Mapping[str, str]
    today: date

    def all(self, waiting: Sequence[Waiting]) -> list[Waiting]:
        """Show everything; answers it."""
        return [one for texts in self._shown(waiting) for one in texts]

    def asked(self, waiting: Sequence[Waiting]) -> list[Waiting]:
        """Show one phrase after another and ask about it; answers what may be approved."""
        chosen: list[Waiting] = []
        answer = ""
        for texts in self._shown(waiting):
            if answer != ALL:
                answer = self._answer()
            if answer == STOP:
                break
            if answer != NO:
                chosen += texts
        return chosen

    def _shown(self, waiting: Sequence[Waiting]) -> Iterator[list[Waiting]]:
        phrases = [list(texts) for _id, texts in groupby(waiting, key=lambda one: one.phrase.id)]
        for number, texts in enumerate(phrases, start=1):
            self._show(texts, f"{number}/{len(phrases)}")
            yield texts

    def _show(self, texts: Sequence[Waiting], number: str) -> None:
        phrase = texts[0].phrase
        self.page.line(filled("{number}  {phrase}", number=number, phrase=phrase.id))
        if phrase.situation:
            situation = in_language(phrase.situation, current())
            self.page.line(filled(_("When to say it: {situation}"), situation=situation), indent=2)
        for one in texts:
            self._show_text(one)
        self._warn(phrase)
        self.page.put()

    def _show_text(self, one: Waiting) -> None:
        last = one.last
        told = {
            "language": _(LANGUAGES[one.language]),
            "name": self.names.get(last.approver, last.approver) if last else "",
            "day": last.at[:10] if last else "",
            "reason": one.withdrawn,
        }
        self.page.line(filled(_(_WHY[one.why]), **told), indent=2)
        if one.before is None and one.why is not Why.NEW:
            self.page.line(_("The words of that time were not kept here, so all of today's are shown."), indent=4)
        put_lines(self.page, lines(one.before, one.phrase.canonical[one.language]), one.language)

    def _warn(self, phrase: Phrase) -> None:
        if phrase.review_by is not None and phrase.review_by < self.today:
            due = _("Warning: this phrase was to be looked at again by {day}.")
            self.page.line(filled(due, day=phrase.review_by.isoformat()), indent=2)

    def _answer(self) -> str:
        from agent_tui.arabic.keys import latin_key

        while True:
            self.page.line(_("Approve this phrase? yes (y), no (n), this and all that follow (a), stop here (q)"))
            typed = sys.stdin.readline()
            if not typed:
                raise click.Abort
            word = typed.strip().casefold()
            word = WORDS.get(word, latin_key(word) or word)
            if word in (YES, NO, ALL, STOP):
                return word
