"""Finding another approved phrase of the script, by its words or by other ways people put it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from agent_tui.core.interaction import Interaction
from agent_tui.core.language import in_language
from agent_tui.core.rules import RuleError
from agent_tui.core.script import Phrase
from agent_tui.library.finding import Found, PhraseIndex, Place
from agent_tui.locale import N_, _, current
from agent_tui.locale.sentences import rule_sentence
from agent_tui.tui.direction import base_of, interface_base
from agent_tui.tui.keys import command
from agent_tui.tui.screens.dialog import Dialog
from agent_tui.tui.text import Words
from agent_tui.tui.widgets.text_field import TextField

MOST = 6


class FindDialog(Dialog[Phrase]):
    """Finds as one types; Enter says the marked phrase, and one that may not be said now tells why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("find", "up", "move(-1)", N_("up")),
        command("find", "down", "move(1)", N_("down")),
        Binding("enter", "take", N_("say"), tooltip=N_("Say the marked phrase"), id="find.take", priority=True),
    ]

    def __init__(self, interaction: Interaction) -> None:
        super().__init__(_("Find an approved phrase"))
        self._interaction = interaction
        self._index = PhraseIndex(interaction.script.phrases())
        self._found: tuple[Found, ...] = ()
        self._cursor = 0

    def compose(self) -> ComposeResult:
        with self.framed():
            yield TextField(placeholder=_("words of the phrase, or when it is used"), rtl=current().rtl, id="answer")
            yield VerticalScroll(classes="choices", id="found", can_focus=False)
            yield self.foot()

    @on(TextField.Changed)
    async def _changed(self, event: TextField.Changed) -> None:
        event.stop()
        self._found = self._index.find(event.value, self._interaction.state.language, limit=MOST)
        self._cursor = 0
        rows = [Words(self._row(found), base=base_of(self._interaction.state.language)) for found in self._found]
        if event.value.strip() and not rows:
            rows = [Words(_("No approved phrase of this service fits."), base=interface_base())]
        place = self.query_one("#found", VerticalScroll)
        async with place.batch():
            await place.remove_children()
            await place.mount_all(rows)
        self._mark()

    def _row(self, found: Found) -> Content:
        phrase, language = found.phrase, self._interaction.state.language
        text = phrase.text[language].form(self._interaction.state.caller.gender)[1]
        try:
            words = self._interaction.wording(phrase)
            reason = in_language(phrase.situation, current())
        except RuleError as error:
            words, reason = text, rule_sentence(error)
        drawn = Content(words)
        for start, end in found.spans(text) if words == text else ():
            drawn = drawn.stylize("bold $text-accent", start, end)
        other = next((match for match in found.why if match.place is Place.ALIAS), None)
        why = " · ".join(part for part in (reason, other.source if other is not None else "") if part)
        return Content("\n").join([drawn, Content(why).stylize("dim")]) if why else drawn

    def _mark(self) -> None:
        for place, row in enumerate(self.query_one("#found").query(Words)):
            row.set_class(place == self._cursor and bool(self._found), "-cursor")

    def action_move(self, step: int) -> None:
        """Mark the next or the former phrase."""
        self._cursor = max(0, min(self._cursor + step, len(self._found) - 1))
        self._mark()

    def action_take(self) -> None:
        """Say the marked phrase."""
        if self._found:
            self.dismiss(self._found[self._cursor].phrase)
