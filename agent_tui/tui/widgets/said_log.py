"""What was said and noted so far, newest last, in the exact words."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var

from agent_tui.core.calendar import WorkingCalendar
from agent_tui.core.state import Note, SaidPhrase, State
from agent_tui.locale import _
from agent_tui.locale.dates import clock_time
from agent_tui.locale.labels import label
from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import Words


class SaidLog(VerticalScroll, can_focus=False):
    """The contact so far; `exact_words` answers a said phrase with its words."""

    state: var[State | None] = var(None)

    def __init__(
        self,
        calendar: WorkingCalendar,
        exact_words: Callable[[SaidPhrase], str],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._calendar, self._exact_words = calendar, exact_words
        self._drawn: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Stay at the end, where the latest is."""
        self.anchor()

    async def watch_state(self, state: State | None) -> None:
        """Add what is new; the rows that stand stay."""
        if state is None:
            return
        entries: list[SaidPhrase | Note] = sorted([*state.said, *state.notes], key=lambda entry: entry.event)
        fresh = [entry for entry in entries if entry.event not in self._drawn]
        if not fresh:
            return
        self._drawn = tuple(entry.event for entry in entries)
        await self.mount_all([Words(self._entry(entry), base=interface_base()) for entry in fresh])

    async def redraw(self) -> None:
        """Draw all rows anew, after the interface's language changed."""
        self._drawn = ()
        await self.remove_children()
        await self.watch_state(self.state)

    def _entry(self, entry: SaidPhrase | Note) -> Content:
        time = Content(clock_time(self._calendar.local(entry.at)) + " ").stylize("dim")
        if isinstance(entry, Note):
            text = entry.text.value if entry.text.value is not None else _("[erased]")
            return Content("").join([time, Content(_("NOTE") + " ").stylize("bold $text-warning"), Content(text)])
        mark = _("(earlier)") + " " if entry.late else ""
        # The words are an isolate: in a log of the other direction, their full stop would stand at the wrong end.
        stage = Content(label(entry.home) + " ").stylize("bold $text-primary")
        words = Content(f"\u2068{self._exact_words(entry)}\u2069")
        return Content("").join([time, stage, Content(mark).stylize("dim"), words])
