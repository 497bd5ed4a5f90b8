"""The walk itself: opening, the stages in order and out of order, hold, dropped lines, transfer and closing."""

from __future__ import annotations

from collections.abc import Iterable

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Fact
from agent_tui.core.fold import replay
from agent_tui.core.interaction.ending import Ending
from agent_tui.core.interaction.recorder import Setting, stamped
from agent_tui.core.language import Language
from agent_tui.core.rules import (
    Rule,
    RuleError,
    apologise_needs,
    apology_due,
    needs,
    solve_needs,
    thank_needs,
)
from agent_tui.core.script import Kind, Phrase, Script
from agent_tui.core.vocabulary import (
    Channel,
    Comeback,
    Emergency,
    Mode,
    Passage,
    ReadBackResult,
    Stage,
)


class Interaction(Ending):
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
        returns: str | None = None,
    ) -> Interaction:
        """Begin a contact with the script that fits its first matter; `returns` names the one it calls back."""
        if setting.organisation.grade(grade) is None:
            raise RuleError(Rule.AUTHORITY_NEEDED, grade=grade)
        outbound = script.kind is Kind.OUTBOUND or returns is not None
        opening: tuple[Fact, ...] = (
            facts.Opened(mode, channel, language, grade, outbound, returns),
            _matter_opened("m1", script),
            facts.StageEntered(Stage.LISTEN, "m1", Passage.OPENING),
        )
        events = stamped(setting, setting.new_id(), 0, opening)
        state = replay(events)
        setting.emit(events, {script.hash: script.canonical})
        return cls(setting, state)

    @classmethod
    def resume(
        cls, setting: Setting, events: Iterable[Event], how: Comeback, *, grade: str | None = None
    ) -> Interaction:
        """Take up an interaction where it stands: after a dropped line, a stopped program, or a transfer."""
        found = cls(setting, replay(events))
        if found.state.ended:
            raise RuleError(Rule.CLOSED)
        found.come_back(how, grade=grade)
        return found

    def come_back(self, how: Comeback, *, grade: str | None = None) -> None:
        """Record that the interaction goes on: they rang again, we rang, or the program was started again.

        Another agent brings a `grade`: nobody decides with the authority of a colleague.
        """
        if self.state.ended:
            raise RuleError(Rule.CLOSED)
        if how in (Comeback.THEY_RANG, Comeback.WE_RANG) and not self.state.dropped:
            raise RuleError(Rule.LINE_OPEN)
        if how is Comeback.RECEIVED and self.state.transferred_to is None:
            raise RuleError(Rule.NOT_TRANSFERRED)
        another = self.setting.by != self.state.agent
        if how is Comeback.RESTART and another:
            raise RuleError(Rule.NOT_YOURS, agent=self.state.agent)
        if (another or grade is not None) and self.setting.organisation.grade(grade or "") is None:
            raise RuleError(Rule.AUTHORITY_NEEDED, grade=grade)
        self._write(facts.Resumed(how, grade))

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
                self._after_thank()
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
        """Go straight to Solve; the reason is asked afterwards. At Solve already, there is nothing to pass over."""
        self._with_customer()
        if self.state.stage is Stage.SOLVE:
            return
        passed = {}
        if self.state.stage is Stage.LISTEN and needs(self.state):
            passed[Stage.LISTEN.value] = "urgent"
        if apologise_needs(self.state):
            passed[Stage.APOLOGISE.value] = "urgent"
        elif not apology_due(self.state):
            passed[Stage.APOLOGISE.value] = "not_needed"
        entered = facts.StageEntered(Stage.SOLVE, self.state.matter, Passage.URGENT, passed)
        self._record(facts.UrgentTaken(self.state.matter), entered)

    def give_urgent_reason(self, reason: str) -> None:
        """Say why the walk went straight to Solve."""
        self.add_note(reason, topic="urgent")

    def emergency(self, danger: Emergency) -> None:
        """Raise an emergency: the supervisor is alerted, and no apology, rating or thanks is asked for any more."""
        self._record(facts.EmergencyRaised(danger))

    def hold(self, phrase: Phrase | None = None) -> None:
        """Put the customer on hold, asked with an approved phrase where there is one."""
        self._with_customer()
        said, contents = self._spoken_or_not(phrase)
        self._record(*said, facts.Held(), contents=contents)

    def unhold(self, phrase: Phrase | None = None) -> None:
        """Take the customer off hold, thanked for waiting where there is a phrase for it."""
        if self.state.held_since is None:
            raise RuleError(Rule.NOT_ON_HOLD)
        said, contents = self._spoken_or_not(phrase)
        self._record(facts.Unheld(), *said, contents=contents)

    def drop(self) -> None:
        """Record that the line broke; a callback stands on Home until it is resumed."""
        if self.state.dropped:
            raise RuleError(Rule.LINE_DROPPED)
        now = self.setting.clock()
        self._record(facts.Dropped(self._callback(now)), now=now)

    def transfer(self, to: str) -> None:
        """Hand the contact to a receiver, who must accept it."""
        self._with_customer()
        self._record(facts.Transferred(to))

    def accept_transfer(self, receiver: str) -> None:
        """Record that the receiver accepted."""
        if self.state.transferred_to is None or self.state.transfer_accepted is not None:
            raise RuleError(Rule.NOT_TRANSFERRED)
        self._record(facts.TransferAccepted(receiver))

    def redirect(self, to: str) -> None:
        """Record that the customer was merely told to turn elsewhere, which is counted."""
        self._with_customer()
        self._record(facts.Redirected(to, self.state.matter))

    def skip_thanks(self) -> None:
        """Leave Thank where thanks would not be fitting, and say so."""
        self._with_customer()
        missing = solve_needs(self.state, self.state.current)
        if self.state.stage is not Stage.THANK or missing:
            raise RuleError(Rule.GATE_SHUT, needs=missing or needs(self.state))
        self._after_thank({Stage.THANK.value: "not_fitting"} if thank_needs(self.state) else {})

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
        if not self._to_waiting():
            self._enter(Stage.THANK)

    def _after_thank(self, passed: dict[str, str] | None = None) -> None:
        if not self._to_waiting():
            self._enter(Stage.WRAP_UP, passed=passed)

    def _to_waiting(self) -> bool:
        """Turn to another matter that waits for its answer, if one does: there is one Thank for all of them."""
        state = self.state
        waiting = [one for one in state.matters.values() if one.id != state.matter and solve_needs(state, one)]
        if waiting:
            self._record(facts.StageEntered(waiting[0].stage, waiting[0].id, Passage.SWITCHED))
        return bool(waiting)

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
