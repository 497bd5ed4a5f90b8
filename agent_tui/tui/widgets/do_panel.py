"""What to do now, what to ask, and what is known: always in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var

from agent_tui.core.interaction import Interaction
from agent_tui.core.language import in_language
from agent_tui.core.rules import needs
from agent_tui.core.script import Guidance, Script
from agent_tui.core.state import State
from agent_tui.core.vocabulary import Stage
from agent_tui.core.wording import applies, fill, placeholders
from agent_tui.journal import Earlier
from agent_tui.locale import _, current, ngettext
from agent_tui.locale.dates import gregorian_words
from agent_tui.locale.labels import label, title_in
from agent_tui.locale.sentences import field_label, need_sentence
from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import Words, shown
from agent_tui.tui.widgets.field_form import FieldForm, shown_value


class DoPanel(VerticalScroll, can_focus=False):
    """Guidance for the stage, the questions still to ask, what the stage waits for, and what was noted."""

    state: var[State | None] = var(None)
    earlier: var[tuple[Earlier, ...]] = var(())

    def __init__(self, interaction: Interaction, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self._interaction = interaction
        self._form_of: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        base = interface_base()
        yield Words(base=base, id="guidance")
        yield Words(base=base, id="waits")
        yield Words(base=base, id="known")

    def on_mount(self) -> None:
        """Name the panel."""
        self.border_title = shown(_("DO"))

    async def watch_state(self, state: State | None) -> None:
        """Draw the new state; the form stays while its matter is being listened to."""
        if state is None or not self.is_attached:
            return
        await self._keep_form(state)
        parts = {"guidance": self._guidance(state), "waits": self._waits(state), "known": self._known(state)}
        for name, content in parts.items():
            words = self.query_one(f"#{name}", Words)
            words.update(content)
            words.display = bool(content)

    async def watch_earlier(self) -> None:
        """Show earlier contacts of the same customer."""
        await self.watch_state(self.state)

    @property
    def form(self) -> FieldForm | None:
        """The questions, while there are any to ask."""
        return next(iter(self.query(FieldForm)), None)

    async def _keep_form(self, state: State) -> None:
        wanted = (state.matter, current().value) if state.stage is Stage.LISTEN else None
        if wanted != self._form_of:
            self._form_of = wanted
            await self.query(FieldForm).remove()
            if wanted is not None and self._interaction.script.fields:
                await self.mount(FieldForm(self._interaction.script, state.current), before="#guidance")
        if self.form is not None:
            self.form.state = state

    def _guidance(self, state: State) -> Content:
        lines: Sequence[Guidance] = _guidance_of(self._interaction.script, state.stage)
        values = state.current.plain_values()
        words = {"customer_word": in_language(self._interaction.setting.organisation.customer_word, current())}
        texts = [in_language(line.text, current()) for line in lines if applies(line.when, values)]
        shown_lines = [fill(text, words) for text in texts if set(placeholders(text)) <= set(words)]
        return Content("\n").join([Content(f"• {line}") for line in shown_lines])

    def _waits(self, state: State) -> Content:
        script = self._interaction.script
        waiting = [need_sentence(need, lambda name: field_label(script, name)) for need in needs(state)]
        if not waiting or state.ended:
            return Content("")
        heading = Content(_("STILL MISSING")).stylize("bold $text-warning")
        return Content("\n").join([Content(""), heading, *[Content(f"○ {line}") for line in waiting]])

    def _known(self, state: State) -> Content:
        script, lines = self._interaction.script, []
        if state.caller.name is not None and state.caller.name.value:
            lines.append(f"{state.caller.name.value} ({label(state.caller.verified)})")
        if state.stage is not Stage.LISTEN:
            for field in script.fields:
                value = state.current.plain_values().get(field.id)
                if value is not None:
                    lines.append(f"{in_language(field.label, current())}: {shown_value(field, value)}")
        for pledge in state.promises.values():
            day = gregorian_words(self._calendar_day(pledge.due), current())
            lines.append(_("promised: {what}, by {day}").format(what=title_in(pledge.title, current()), day=day))
        lines += self._earlier_lines()
        if not lines:
            return Content("")
        heading = Content(_("KNOWN")).stylize("bold $text-primary")
        return Content("\n").join([Content(""), heading, *[Content(line) for line in lines]])

    def _earlier_lines(self) -> list[str]:
        if not self.earlier:
            return []
        n = len(self.earlier)
        lines = [ngettext("{n} earlier contact", "{n} earlier contacts", n).format(n=n)]
        for one in self.earlier[:3]:
            day = gregorian_words(self._calendar_day(one.interaction.opened_at), current())
            outcome = label(one.interaction.outcome) if one.interaction.outcome else _("left open")
            lines.append(f"{day}: {outcome}")
            for promise in one.promises:
                title = title_in(promise.title, current())
                lines.append(_("still open: {what}").format(what=title))
        return lines

    def _calendar_day(self, at: int) -> date:
        return self._interaction.setting.organisation.calendar.local(at).date()


def _guidance_of(script: Script, stage: Stage) -> Sequence[Guidance]:
    match stage:
        case Stage.LISTEN:
            return script.listen.do
        case Stage.APOLOGISE:
            return script.apologise.do
        case Stage.SOLVE:
            return script.solve.do
    return script.thank.do
