"""What waits for the agent: contacts left open, customers to ring back, promises to keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from agent_tui.core.language import Language
from agent_tui.core.promise import PromiseStatus, seen_from
from agent_tui.locale import _, current
from agent_tui.locale.labels import label, title_in
from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import shown

if TYPE_CHECKING:
    from agent_tui.core.calendar import WorkingCalendar
    from agent_tui.desk import Agenda, Desk
    from agent_tui.journal import InteractionRow, PromiseRow

MINUTE_MS = 60_000
URGENCY = {PromiseStatus.OVERDUE: "bold $text-error", PromiseStatus.DUE: "bold $text-warning", PromiseStatus.OPEN: ""}


class AgendaList(OptionList):
    """One list with its three parts under headings; Enter takes the marked line up."""

    agenda: var[Agenda | None] = var(None, always_update=True)

    @dataclass
    class Taken(Message):
        """Somebody wants to go on with one of these."""

        row: InteractionRow | PromiseRow

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self.desk: Desk | None = None
        self._rows: dict[str, InteractionRow | PromiseRow] = {}
        self._drawn: tuple[Agenda, Language, int] | None = None

    def watch_agenda(self, agenda: Agenda | None) -> None:
        """Draw what waits now; the mark stays where somebody put it, and is on the first line before that."""
        if agenda is None or self.desk is None:
            return
        drawn = (agenda, current(), self.desk.clock().at // MINUTE_MS)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        marked = self.highlighted_option
        self.clear_options()
        parts: list[tuple[str, tuple[InteractionRow, ...] | tuple[PromiseRow, ...]]] = [
            (_("Customers to ring back"), agenda.callbacks),
            (_("Left unfinished"), agenda.unfinished),
            (_("My promises"), agenda.promises),
        ]
        self._rows = {}
        for heading, rows in parts:
            if not rows:
                continue
            title = Content(heading).stylize("bold $text-primary")
            self.add_option(Option(shown(title, base=interface_base()), disabled=True))
            for row in rows:
                self._rows[row.id] = row
                self.add_option(Option(shown(self._words(row, self.desk), base=interface_base()), id=row.id))
        if not self._rows:
            nothing = Content(_("Nothing is waiting for you.")).stylize("dim")
            self.add_option(Option(shown(nothing, base=interface_base()), disabled=True))
        if self.has_focus and marked is not None and marked.id in self._rows:
            self.highlighted = self.get_option_index(marked.id)
        elif self._rows:
            self.action_first()

    def _words(self, row: InteractionRow | PromiseRow, desk: Desk) -> Content:
        from agent_tui.journal import PromiseRow
        from agent_tui.locale.dates import clock_time, gregorian_words

        calendar, now = desk.library.organisation.calendar, desk.clock().at
        if isinstance(row, PromiseRow):
            return _promise_words(row, calendar, now)
        titles = [desk.library.scripts[one].title for one in row.scripts if one in desk.library.scripts]
        service = title_in({tag.value: words for tag, words in titles[0].items()}, current()) if titles else ""
        at = calendar.local(row.callback_due or row.last_at)
        when = clock_time(at) if at.date() == calendar.local(now).date() else gregorian_words(at.date(), current())
        late = row.callback_due is not None and row.callback_due < now
        parts = [when, row.customer or _("name not known"), row.phone or "", service, label(row.stage)]
        return Content(" · ".join(part for part in parts if part)).stylize("bold $text-error" if late else "")

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        row = self._rows.get(event.option_id or "")
        if row is not None:
            self.post_message(self.Taken(row))


def _promise_words(row: PromiseRow, calendar: WorkingCalendar, now: int) -> Content:
    from agent_tui.locale.dates import clock_time, gregorian_words

    due = calendar.local(row.due)
    status = seen_from(row.due, now, calendar)
    when = f"{gregorian_words(due.date(), current())} {clock_time(due)}"
    parts = [label(status), when, title_in(row.title, current()), row.customer or row.phone or ""]
    return Content(" · ".join(part for part in parts if part)).stylize(URGENCY[status])
