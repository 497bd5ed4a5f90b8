"""How matters and interactions end: the customer's rating, outcomes, the silent caller, the close."""

from __future__ import annotations

from agent_tui.core.clock import Moment
from agent_tui.core.events import interaction as facts
from agent_tui.core.interaction.ladder import Ladder
from agent_tui.core.rules import (
    Missing,
    Rule,
    RuleError,
    closing_needs,
    closing_thanks,
    founded,
    likely_outcome,
    needs,
    silent,
)
from agent_tui.core.vocabulary import Outcome, Stage


class Ending(Ladder):
    """The acts of ending."""

    def rate(self, score: int | None) -> None:
        """Record the customer's own rating from 1 to 5; None where they would rather not say."""
        if score is not None and not 1 <= score <= 5:
            raise RuleError(Rule.BAD_SCORE, score=score)
        self._with_customer()
        self._record(facts.SatisfactionAnswered(score))

    def close_matter(
        self,
        outcome: Outcome | None = None,
        *,
        cause: str | None = None,
        department: str | None = None,
        matter: str | None = None,
    ) -> None:
        """Record how a matter ended; RuleError where the events do not bear the outcome out."""
        about = self.matter_of(matter)
        if about.outcome is not None:
            raise RuleError(Rule.MATTER_ENDED, matter=about.id)
        result = outcome or likely_outcome(self.state, about)
        if not founded(self.state, about, result):
            raise RuleError(Rule.OUTCOME_UNFOUNDED, outcome=result)
        self._record(facts.MatterClosed(about.id, result, cause, department or self.script_of(about.id).department))

    def close(self) -> None:
        """End the interaction; RuleError with `needs` while an outcome or a reason is lacking."""
        now, state = self.setting.clock(), self.state
        missing = closing_needs(state)
        gone = state.emergency is not None or state.dropped or self._withdrawn()
        if missing or not (state.stage is Stage.WRAP_UP or gone or silent(state)):
            raise RuleError(Rule.GATE_SHUT, needs=missing or needs(state))
        if state.stage is not Stage.WRAP_UP and not gone:
            self._await_silent(now)
        self._record(self._closing(now), now=now)

    def close_silent(self) -> None:
        """End a call in which nobody spoke, after two prompts and the time library.yaml sets."""
        if not silent(self.state):
            raise RuleError(Rule.NOT_SILENT)
        now = self.setting.clock()
        self._await_silent(now)
        missing = tuple(need for need in closing_needs(self.state) if need.missing is not Missing.OUTCOME)
        if missing:
            raise RuleError(Rule.GATE_SHUT, needs=missing)
        ends = [
            facts.MatterClosed(one.id, Outcome.UNREACHED, None, self.script_of(one.id).department)
            for one in self.state.matters.values()
            if one.outcome is None
        ]
        self._record(*ends, self._closing(now), now=now)

    def _await_silent(self, now: Moment) -> None:
        prompt = self.state.said[-1]
        left = self.setting.organisation.standards.silence_seconds * 1000
        if prompt.run == self.setting.run:  # clocks of two runs are never compared; a restart took longer anyway
            left -= now.elapsed - prompt.elapsed
            if left > 0:
                raise RuleError(Rule.TOO_SOON, seconds=-(-left // 1000))

    def _callback(self, now: Moment) -> int:
        return now.at + self.setting.organisation.standards.callback_minutes * 60_000

    def _closing(self, now: Moment) -> facts.Closed:
        state, due = self.state, None
        if silent(state) and state.caller.phone is not None:
            due = self._callback(now)
        elif state.callback_due is not None and now.at < state.callback_due and self._unreached():
            due = state.callback_due  # closing early does not take the callback off anybody's list
        return facts.Closed(closing_thanks(state), silent(state), due)

    def _unreached(self) -> bool:
        return any(matter.outcome is Outcome.UNREACHED for matter in self.state.matters.values())

    def _withdrawn(self) -> bool:
        gone = (Outcome.WITHDRAWN, Outcome.REDIRECTED, Outcome.TRANSFERRED)
        return all(matter.outcome in gone for matter in self.state.matters.values())
