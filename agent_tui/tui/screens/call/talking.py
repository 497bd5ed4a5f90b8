"""Listening and speaking on the Call screen: phrases, answers, mood, fault, the caller, notes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from agent_tui.core.rules import RuleError, Warn
from agent_tui.core.script import Phrase
from agent_tui.core.vocabulary import Fault, Mood
from agent_tui.journal import JournalError
from agent_tui.locale import _
from agent_tui.locale.sentences import warning_sentence
from agent_tui.tui.screens.call.line import Line
from agent_tui.tui.screens.caller import CallerDialog
from agent_tui.tui.screens.facts import FactsDialog
from agent_tui.tui.widgets.do_panel import DoPanel
from agent_tui.tui.widgets.field_form import FieldForm


class Talking(Line):
    """The acts of listening and speaking."""

    late = False
    """Whether the next phrase picked was said before it could be noted."""

    def say(self, phrase: Phrase) -> None:
        """Note a phrase as said."""
        warnings: list[Warn] = []

        def said() -> None:
            warnings.extend(self.interaction.say(phrase, late=self.late))

        if self.act(said):
            self.late = False
            self.tell(" ".join(warning_sentence(warning) for warning in warnings))

    def action_say_earlier(self) -> None:
        """The next phrase picked was said before it could be noted."""
        self.late = not self.late
        if self.late:
            self.tell(_("Pick the phrase that was said already."), good=True)

    def action_find(self) -> None:
        """Find another approved phrase and say it."""

        def found(phrase: Phrase | None) -> None:
            if phrase is not None:
                self.say(phrase)

        from agent_tui.tui.screens.find import FindDialog

        self.app.push_screen(FindDialog(self.interaction), found)

    def action_mood(self) -> None:
        """Note the next hotter mood, or calm after the hottest."""
        moods = list(Mood)
        following = moods[(self.interaction.state.mood.heat + 1) % len(moods)]
        self.act(lambda: self.interaction.note_mood(following))

    def action_fault(self) -> None:
        """Note whose fault it is: not known, ours, not ours."""
        faults = [Fault.UNKNOWN, Fault.OURS, Fault.NOT_OURS]
        following = faults[(faults.index(self.interaction.state.fault) + 1) % len(faults)]
        self.act(lambda: self.interaction.note_fault(following))

    def action_believes(self) -> None:
        """Note that the customer believes the fault is ours, or does not."""
        state = self.interaction.state
        if self.act(lambda: self.interaction.note_fault(state.fault, believes_ours=not state.believes_ours)):
            believes = self.interaction.state.believes_ours
            self.tell(
                _("Noted: the customer believes the fault is ours.")
                if believes
                else _("Noted: the customer does not believe the fault is ours."),
                good=True,
            )

    def action_note(self) -> None:
        """Type a note; what is typed is kept as a draft until it is noted."""
        interaction = self.interaction.state.id
        drafts = self.desk.journal.drafts

        def keep(text: str) -> None:
            with suppress(JournalError):  # a draft is a kindness: the next key tries again
                drafts.save(interaction, "note", text)

        def noted(text: str) -> None:
            self.interaction.add_note(text)
            keep("")

        self.ask(
            _("Note"),
            noted,
            value=drafts.read(interaction).get("note", ""),
            keep_draft=keep,
        )

    def action_caller(self) -> None:
        """Note who is on the line."""

        def told(answers: dict[str, object] | None) -> None:
            if answers:
                self.act(lambda: self.interaction.identify(**answers))  # type: ignore[arg-type]
                self.look_up()

        self.app.push_screen(CallerDialog(self.interaction.state.caller), told)

    def action_facts(self) -> None:
        """Look at the facts, and note which one was told."""

        def told(card: int | None) -> None:
            if card is not None:
                self.act(lambda: self.interaction.show_fact(card))

        self.app.push_screen(FactsDialog(self.interaction.script.facts), told)

    def action_language(self) -> None:
        """Go on in the customer's other language."""
        self.act(lambda: self.interaction.change_language(self.interaction.state.language.other))

    def ask_field(self, field_id: str | None) -> None:
        """Put the cursor where the answer is typed."""
        form = self.query_one(DoPanel).form
        if form is not None:
            form.ask(field_id)

    def on_field_form_answered(self, event: FieldForm.Answered) -> None:
        """Keep an answer, and go to the next question."""
        event.stop()
        form = self.query_one(DoPanel).form
        if not event.typed.strip():
            kept = True
        else:
            kept = self.act(lambda: self.interaction.capture(event.field.id, event.typed))
        if form is None:
            return
        form.refuse(event.field.id, wrong=not kept)
        if kept:
            self.look_up()
        if event.onward and kept and self.focused is not None:  # Esc may have followed close behind Enter
            self.leave_field(event.field.id)

    def leave_field(self, field_id: str) -> None:
        """Go to the next line that is still empty, or out of the form."""
        fields = [field.id for field in self.interaction.script.fields]
        values = self.interaction.state.current.plain_values()
        behind = fields[fields.index(field_id) + 1 :]
        following = next((one for one in behind if one not in values), None)
        if following is not None:
            self.ask_field(following)
        else:
            self.set_focus(None)

    def look_up(self) -> None:
        """Show earlier contacts of whoever is on the line."""
        self.query_one(DoPanel).earlier = self.desk.earlier(self.interaction.state)

    def usable(self, phrases: Sequence[Phrase]) -> Phrase | None:
        """The first of these phrases that may be said now."""
        for phrase in phrases:
            try:
                self.interaction.wording(phrase)
            except RuleError:
                continue
            return phrase
        return None
