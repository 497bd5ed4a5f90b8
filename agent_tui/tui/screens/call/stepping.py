"""The one next step on the Call screen: what Enter does at every point of the walk."""

from __future__ import annotations

from collections.abc import Callable

from agent_tui.core.next_step import Step
from agent_tui.core.repertoire import repertoire
from agent_tui.core.script import Phrase
from agent_tui.core.vocabulary import Home, ReadBackResult
from agent_tui.locale import _
from agent_tui.locale.labels import label
from agent_tui.tui.screens.call.leaving import Leaving
from agent_tui.tui.screens.choose import Choose
from agent_tui.tui.widgets.say_panel import SayPanel


class Stepping(Leaving):
    """Does the next step."""

    def action_pick(self, number: int) -> None:
        """Say a phrase, offer or accept an option, or choose a cause."""
        line = self.query_one(SayPanel).line(number)
        if line is None:
            return
        if line.option is not None:
            self.pick_option(line.option)
        elif line.cause is not None:
            self.query_one(SayPanel).cause = line.cause.id
        elif line.phrase is not None:
            self.say(line.phrase)

    def action_next(self) -> None:
        """Do the one next thing."""
        if self.next is not None:
            self._steps()[self.next.step]()

    def _steps(self) -> dict[Step, Callable[[], object]]:
        about = self.next.about if self.next is not None else None
        return {
            Step.COME_BACK: self.action_drop,
            Step.UNHOLD: self.action_hold,
            Step.ASK_FIELD: lambda: self.ask_field(about),
            Step.FINISH: self._finish,
            Step.READ_BACK: self.ask_read_back,
            Step.SAY: lambda: self.action_pick(1),
            Step.OFFER: lambda: self.tell(_("Offer an option by its digit."), good=True),
            Step.ANSWER_OFFER: lambda: self.tell(_("Its digit again: accepted. x: declined."), good=True),
            Step.PROMISE: self.action_promise,
            Step.ADVANCE: lambda: self.act(self.interaction.advance),
            Step.ASK_SATISFACTION: self._ask_satisfaction,
            Step.GIVE_URGENT_REASON: lambda: self.ask(_("Why was it urgent?"), self.interaction.give_urgent_reason),
            Step.CLOSE_MATTER: self._close_matter,
            Step.CLOSE: self._close,
            Step.LEAVE: self._leave,
        }

    def _finish(self) -> None:
        if self.act(self.interaction.finish_listening):
            if self.next is not None and self.next.step is Step.READ_BACK:
                self.ask_read_back()
            else:
                self.go_on()

    def go_on(self) -> None:
        """Open the next stage where nothing more is missing."""
        if self.next is not None and self.next.step is Step.ADVANCE:
            self.act(self.interaction.advance)

    def ask_read_back(self) -> None:
        """Show the sentence the matter is read back with, and take the customer's answer to it."""
        phrase, words = self._read_back_phrase()
        results = [ReadBackResult.CONFIRMED, ReadBackResult.CORRECTED, ReadBackResult.DECLINED]

        def answered(result: ReadBackResult) -> None:
            self.interaction.read_back(result, phrase=phrase)

        def told(result: ReadBackResult | None) -> None:
            if result is None or not self.act(lambda: answered(result)):
                return
            if result is ReadBackResult.CORRECTED:
                self.ask_field(None)
            else:
                self.go_on()

        choices = [(result, label(result)) for result in results]
        self.app.push_screen(Choose(_("Read the matter back"), choices, words), told)

    def _read_back_phrase(self) -> tuple[Phrase | None, str]:
        interaction = self.interaction
        fitting = repertoire(interaction.state, interaction.script, interaction.setting.organisation)
        phrase = self.usable([one for one in fitting if one.home is Home.READ_BACK])
        if phrase is not None:
            return phrase, interaction.wording(phrase)
        return None, _("Say the matter in one line, in your own words, and ask whether that is right.")

    def _ask_satisfaction(self) -> None:
        scores = [(n, text) for n, text in enumerate(satisfaction_words(), start=1)]

        def told(score: int) -> None:
            if not self.interaction.state.satisfaction_asked:  # where only the step behind it was not saved yet
                self.interaction.rate(score or None)
            self.interaction.advance()

        choices = [*scores, (0, _("not asked, or no answer"))]
        question = _("How satisfied was the customer with this contact?")
        self.choose(question, choices, told, cursor=len(scores))

    def _close_matter(self) -> None:
        matter = self.next.about if self.next is not None else None
        if matter is None:
            return
        cause = self.query_one(SayPanel).cause
        outcome = self.outcome_of(matter)
        if self.act(lambda: self.interaction.close_matter(outcome, cause=cause, matter=matter)):
            self.query_one(SayPanel).cause = None
            if self.next is not None and self.next.step is Step.CLOSE:
                self._close()

    def _close(self) -> None:
        if self.act(self.interaction.close):
            self._leave()

    def _leave(self) -> None:
        from agent_tui.tui.screens.summary import SummaryScreen

        self.app.switch_screen(SummaryScreen(self.desk, self.interaction.state))


def satisfaction_words() -> tuple[str, ...]:
    """The neutral words a rating is asked in, from 1 to 5."""
    return (
        _("very dissatisfied"),
        _("dissatisfied"),
        _("neither satisfied nor dissatisfied"),
        _("satisfied"),
        _("very satisfied"),
    )
