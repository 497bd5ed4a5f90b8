"""The walk itself: opening, the stages in order and out of order, hold, dropped lines, transfer and closing."""

from __future__ import annotations

from collections.abc import Iterable

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Fact
from agent_tui.core.fold import replay
from agent_tui.core.interaction.ladder import Ladder
from agent_tui.core.interaction.recorder import Setting, stamped
from agent_tui.core.language import Language
from agent_tui.core.rules import (
    Rule,
    RuleError,
    apologise_needs,
    apology_due,
    closing_needs,
    closing_thanks,
    founded,
    likely_outcome,
    needs,
    settled,
    silent,
    thank_needs,
)
from agent_tui.core.script import Kind, Script
from agent_tui.core.vocabulary import (
    Channel,
    Comeback,
    Emergency,
    Mode,
    Outcome,
    Passage,
    ReadBackResult,
    Stage,
)


class Interaction(Ladder):
    """One contact with a customer, from the first word to the outcome.

    Every method is one act: it checks the rule (RuleError, FieldError), puts the event on disk through
    `setting.emit`, and only then moves `state`. Where `emit` raises, the state has not moved.
    """

    @classmethod
    def open(
        cls,
        setting: Setting,
        script: Script,
        *,
        mode: Mode,
        channel: Channel,
        language: Language,
        grade: str,
    ) -> Interaction:
        """Begin a contact with the script that fits its first matter."""
        if setting.organisation.grade(grade) is None:
            raise RuleError(Rule.AUTHORITY_NEEDED, grade=grade)
        opening: tuple[Fact, ...] = (
            facts.Opened(mode, channel, language, grade, script.kind is Kind.OUTBOUND),
            _matter_opened("m1", script),
            facts.StageEntered(Stage.LISTEN, "m1", Passage.OPENING),
        )
        events = stamped(setting, setting.new_id(), 0, opening)
        state = replay(events)
        setting.emit(events, {script.hash: script.canonical})
        return cls(setting, state)

    @classmethod
    def resume(cls, setting: Setting, events: Iterable[Event], how: Comeback) -> Interaction:
        """Take up an interaction where it stands: after a dropped line, a stopped program, or a transfer."""
        found = cls(setting, replay(events))
        if found.state.ended:
            raise RuleError(Rule.CLOSED)
        found.come_back(how)
        return found

    def come_back(self, how: Comeback) -> None:
        """Record that the interaction goes on: they rang again, we rang, or the program was started again."""
        if self.state.ended:
            raise RuleError(Rule.CLOSED)
        if how in (Comeback.THEY_RANG, Comeback.WE_RANG) and not self.state.dropped:
            raise RuleError(Rule.LINE_OPEN)
        self._write(facts.Resumed(how))

    def add_matter(self, script: Script) -> str:
        """Begin another matter of the same contact; returns its id."""
        self._with_customer()
        matter = f"m{len(self.state.matters) + 1}"
        entered = facts.StageEntered(Stage.LISTEN, matter, Passage.SWITCHED)
        self._record(_matter_opened(matter, script), entered, contents={script.hash: script.canonical})
        return matter

    def switch_matter(self, matter: str) -> None:
        """Turn to another matter of the same contact, at the stage it stands at."""
        wanted = self.matter_of(matter)
        if wanted.id != self.state.matter:
            self._record(facts.StageEntered(wanted.stage, wanted.id, Passage.SWITCHED))

    def advance(self) -> Stage:
        """Go on to the next stage; RuleError with `needs` while the present one waits for something."""
        self._with_customer()
        missing = needs(self.state)
        if missing or self.state.stage is Stage.WRAP_UP:
            raise RuleError(Rule.GATE_SHUT, needs=missing)
        match self.state.stage:
            case Stage.LISTEN:
                self._after_listen()
            case Stage.SOLVE:
                self._after_solve()
            case Stage.APOLOGISE:
                self._enter(Stage.SOLVE)
            case _:
                self._enter(Stage.WRAP_UP)
        return self.state.stage

    def back(self) -> Stage:
        """Go back a stage; always possible, always logged."""
        before = {
            Stage.APOLOGISE: Stage.LISTEN,
            Stage.SOLVE: Stage.APOLOGISE if apology_due(self.state) else Stage.LISTEN,
            Stage.THANK: Stage.SOLVE,
            Stage.WRAP_UP: Stage.THANK,
        }
        if self.state.stage not in before:
            raise RuleError(Rule.NOTHING_BEHIND)
        self._enter(before[self.state.stage], Passage.BACK)
        return self.state.stage

    def urgent(self) -> None:
        """Go straight to Solve; the reason is asked afterwards."""
        self._with_customer()
        entered = facts.StageEntered(Stage.SOLVE, self.state.matter, Passage.URGENT)
        self._record(facts.UrgentTaken(self.state.matter), entered)

    def give_urgent_reason(self, reason: str) -> None:
        """Say why the walk went straight to Solve."""
        self.add_note(reason, topic="urgent")

    def emergency(self, danger: Emergency) -> None:
        """Raise an emergency: the supervisor is alerted, and no apology, rating or thanks is asked for any more."""
        self._record(facts.EmergencyRaised(danger))

    def hold(self) -> None:
        """Put the customer on hold."""
        self._with_customer()
        self._record(facts.Held())

    def unhold(self) -> None:
        """Take the customer off hold."""
        if self.state.held_since is None:
            raise RuleError(Rule.NOT_ON_HOLD)
        self._record(facts.Unheld())

    def drop(self) -> None:
        """Record that the line broke; a callback stands on Home until it is resumed."""
        if self.state.dropped:
            raise RuleError(Rule.LINE_DROPPED)
        due = self.setting.clock().at + self.setting.organisation.standards.callback_minutes * 60_000
        self._record(facts.Dropped(due))

    def transfer(self, to: str) -> None:
        """Hand the contact to a receiver, who must accept it."""
        self._with_customer()
        self._record(facts.Transferred(to))

    def accept_transfer(self, receiver: str) -> None:
        """Record that the receiver accepted."""
        if self.state.transferred_to is None:
            raise RuleError(Rule.NOT_TRANSFERRED)
        self._record(facts.TransferAccepted(receiver))

    def redirect(self, to: str) -> None:
        """Record that the customer was merely told to turn elsewhere, which is counted."""
        self._with_customer()
        self._record(facts.Redirected(to))

    def skip_thanks(self) -> None:
        """Leave Thank where thanks would not be fitting, and say so."""
        self._with_customer()
        if self.state.stage is not Stage.THANK:
            raise RuleError(Rule.GATE_SHUT, needs=needs(self.state))
        passed = {Stage.THANK.value: "not_fitting"} if thank_needs(self.state) else {}
        self._record(facts.StageEntered(Stage.WRAP_UP, self.state.matter, Passage.NEXT, passed))

    def rate(self, score: int | None) -> None:
        """Record the customer's own rating from 1 to 5; None where they would rather not say."""
        if score is not None and not 1 <= score <= 5:
            raise RuleError(Rule.BAD_SCORE, score=score)
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
        missing = closing_needs(self.state)
        excused = self.state.emergency is not None or silent(self.state) or self.state.dropped
        if missing or not (self.state.stage is Stage.WRAP_UP or excused or self._withdrawn()):
            raise RuleError(Rule.GATE_SHUT, needs=missing or needs(self.state))
        quiet = silent(self.state)
        due = self.setting.clock().at + self.setting.organisation.standards.callback_minutes * 60_000
        self._record(
            facts.Closed(closing_thanks(self.state), quiet, due if quiet and self.state.caller.phone else None)
        )

    def close_silent(self) -> None:
        """End a call in which nobody spoke, after two prompts and the time library.yaml sets."""
        if not silent(self.state):
            raise RuleError(Rule.NOT_SILENT)
        prompt = self.state.said[-1]
        left = self.setting.organisation.standards.silence_seconds * 1000
        if prompt.run == self.setting.run:  # clocks of two runs are never compared; a restart took longer anyway
            left -= self.setting.clock().elapsed - prompt.elapsed
            if left > 0:
                raise RuleError(Rule.TOO_SOON, seconds=-(-left // 1000))
        for matter in self.state.matters.values():
            if matter.outcome is None:
                self.close_matter(Outcome.UNREACHED, matter=matter.id)
        self.close()

    def _withdrawn(self) -> bool:
        gone = (Outcome.WITHDRAWN, Outcome.REDIRECTED, Outcome.TRANSFERRED)
        return all(matter.outcome in gone for matter in self.state.matters.values())

    def _after_listen(self) -> None:
        waived: tuple[Fact, ...] = ()
        if self.state.current.read_back is None:
            waived = (facts.ReadBack(self.state.matter, ReadBackResult.WAIVED, "calm_enquiry"),)
        if apologise_needs(self.state):
            self._enter(Stage.APOLOGISE, first=waived)
            return
        reason = "already_said" if apology_due(self.state) else "not_needed"
        self._enter(Stage.SOLVE, passed={Stage.APOLOGISE.value: reason}, first=waived)

    def _after_solve(self) -> None:
        waiting = [one for one in self.state.matters.values() if not settled(self.state, one)]
        if waiting:
            self._record(facts.StageEntered(waiting[0].stage, waiting[0].id, Passage.SWITCHED))
        else:
            self._enter(Stage.THANK)

    def _enter(
        self,
        stage: Stage,
        how: Passage = Passage.NEXT,
        *,
        passed: dict[str, str] | None = None,
        first: tuple[Fact, ...] = (),
    ) -> None:
        self._record(*first, facts.StageEntered(stage, self.state.matter, how, passed or {}))


def _matter_opened(matter: str, script: Script) -> facts.MatterOpened:
    required = tuple(field.id for field in script.fields if field.required)
    enquiry = script.kind is Kind.ENQUIRY
    return facts.MatterOpened(matter, script.id, script.version, script.hash, enquiry, required)
