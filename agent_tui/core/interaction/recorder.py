"""The recorder under every act: numbers the events, puts them on disk first, then moves the state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from agent_tui.core.clock import Clock, Moment
from agent_tui.core.events.fact import Emit, Event, Fact, Personal, StreamType, stream_name
from agent_tui.core.fold import advance_state
from agent_tui.core.language import Language
from agent_tui.core.organisation import Organisation
from agent_tui.core.rules import Rule, RuleError
from agent_tui.core.script import Option, Script
from agent_tui.core.state import Matter, State


class Slots(Protocol):
    """What fills the placeholders of a phrase, as the customer will hear it."""

    def __call__(
        self, state: State, script: Script, language: Language, option: Option | None, at: int
    ) -> Mapping[str, str]: ...


@dataclass(frozen=True)
class Setting:
    """What an interaction happens in: the organisation, its scripts by hash, the clock, and who acts.

    `find_script` answers a content hash with the script, also one that has changed on disk since.
    """

    organisation: Organisation
    find_script: Callable[[str], Script | None]
    emit: Emit
    clock: Clock
    new_id: Callable[[], str]
    slots: Slots
    run: str
    by: str


class Recorder:
    """An interaction's state and the one way to change it."""

    def __init__(self, setting: Setting, state: State) -> None:
        self.setting = setting
        self.state = state

    @property
    def script(self) -> Script:
        """The script of the matter being dealt with."""
        return self.script_of(self.state.matter)

    def script_of(self, matter: str) -> Script:
        """The script a matter was opened with; RuleError for a matter there is not."""
        script = self.setting.find_script(self.matter_of(matter).script_hash)
        if script is None:
            raise RuleError(Rule.UNKNOWN_MATTER, matter=matter)
        return script

    def matter_of(self, matter: str | None) -> Matter:
        """The matter with this id, or the current one; RuleError where there is none."""
        found = self.state.matters.get(matter or self.state.matter)
        if found is None:
            raise RuleError(Rule.UNKNOWN_MATTER, matter=matter)
        return found

    def _record(self, *facts: Fact, contents: Mapping[str, str] | None = None, now: Moment | None = None) -> None:
        if self.state.ended:
            raise RuleError(Rule.CLOSED)
        if self.setting.by != self.state.agent:
            raise RuleError(Rule.NOT_YOURS, agent=self.state.agent)
        self._write(*facts, contents=contents, now=now)

    def _write(self, *facts: Fact, contents: Mapping[str, str] | None = None, now: Moment | None = None) -> None:
        events = stamped(self.setting, self.state.id, self.state.seq, facts, now)
        state = self.state
        for event in events:
            state = advance_state(state, event)
        self.setting.emit(events, contents or {})
        self.state = state

    def _personal(self, value: str) -> Personal:
        text = value.strip()
        if not text:
            raise RuleError(Rule.EMPTY)
        return Personal(self.setting.new_id(), text)

    def _with_customer(self) -> None:
        if self.state.ended:
            raise RuleError(Rule.CLOSED)
        if self.state.dropped:
            raise RuleError(Rule.LINE_DROPPED)
        if self.state.held_since is not None:
            raise RuleError(Rule.ON_HOLD)


def stamped(
    setting: Setting, interaction: str, seq: int, facts: tuple[Fact, ...], moment: Moment | None = None
) -> tuple[Event, ...]:
    """The facts as events of one moment, numbered on from `seq`; what falls due is reckoned from the same moment."""
    now = moment or setting.clock()
    stream = stream_name(StreamType.INTERACTION, interaction)
    return tuple(
        Event(setting.new_id(), stream, number, now.at, now.elapsed, setting.run, setting.by, fact)
        for number, fact in enumerate(facts, start=seq + 1)
    )
