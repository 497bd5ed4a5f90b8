"""A promise of mine: kept with proof, broken with a reason, released by the customer, or tried and told."""

from __future__ import annotations

from collections.abc import Callable

from agent_tui.desk import Desk
from agent_tui.journal import PromiseRow
from agent_tui.locale import _, current
from agent_tui.locale.dates import clock_time, long_date
from agent_tui.locale.labels import title_in
from agent_tui.tui.acting import Acting
from agent_tui.tui.screens.ask import Ask
from agent_tui.tui.screens.choose import Choose


class PromiseDialog(Choose[str]):
    """What became of a promise; the answer is typed behind the choice."""

    def __init__(self, desk: Desk, promise: PromiseRow) -> None:
        self._desk, self._promise = desk, promise
        self._acting = Acting(self.app, self._done)
        due = desk.library.organisation.calendar.local(promise.due)
        by_when = _("due {day} {time}").format(day=long_date(due.date(), current()), time=clock_time(due))
        whose = " · ".join(one for one in (promise.customer, promise.phone) if one)
        body = "\n".join(one for one in (title_in(promise.title, current()), by_when, whose) if one)
        choices = [
            ("keep", _("Kept")),
            ("inform", _("The customer was told how it stands")),
            ("attempt", _("Tried to reach the customer")),
            ("break", _("Not kept")),
            ("release", _("The customer released us")),
        ]
        super().__init__(_("What became of this promise?"), choices, body)

    def _done(self) -> None:
        self.dismiss("done")

    def action_pick(self, number: int) -> None:
        """Ask what goes with the choice, then record it."""
        ledger, promise = self._desk.ledger, self._promise
        acts: list[tuple[str, Callable[[str], None]]] = [
            (_("What shows that it was kept? (proof)"), lambda text: ledger.keep(promise, text)),
            (_("What was the customer told?"), lambda text: ledger.inform(promise, text)),
            (_("How did you try to reach the customer?"), lambda text: ledger.attempt(promise, text)),
            (_("Why was it not kept? (reason)"), lambda text: ledger.break_off(promise, text)),
            (_("What did the customer say?"), lambda text: ledger.release(promise, text)),
        ]
        if not 0 < number <= len(acts):
            return
        question, record = acts[number - 1]

        def answered(text: str | None) -> None:
            if text is not None:
                self._acting.act(lambda: record(text))

        self.app.push_screen(Ask(question), answered)
