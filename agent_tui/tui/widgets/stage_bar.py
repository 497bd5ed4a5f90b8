"""Where the walk stands: the four stages with the time spent in each, and what weighs on the customer."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import var

from agent_tui.core.clock import Clock
from agent_tui.core.state import State
from agent_tui.core.vocabulary import Fault, Mood, Stage
from agent_tui.locale import _, ngettext
from agent_tui.locale.dates import stopwatch
from agent_tui.locale.labels import label
from agent_tui.tui.direction import forward_arrow
from agent_tui.tui.widgets.bar import Bar

WALK = (Stage.LISTEN, Stage.APOLOGISE, Stage.SOLVE, Stage.THANK)
WIDE = 100
MOOD_STYLES = {Mood.CALM: "$text-success", Mood.UPSET: "$text-warning", Mood.ANGRY: "bold $text-error"}


class StageBar(Bar):
    """Draws the walk; `refresh_times` moves its clocks."""

    state: var[State | None] = var(None)

    def __init__(self, run: str, clock: Clock, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self._run, self._clock = run, clock

    def watch_state(self, state: State | None) -> None:
        """Draw the new state."""
        if state is not None:
            self.start = Content(" ─ ").join([self._stage(state, stage) for stage in WALK])
            self.end = self._weights(state)

    def refresh_times(self) -> None:
        """Draw the clocks anew."""
        self.watch_state(self.state)

    @property
    def _narrow(self) -> bool:
        return self.size.width < WIDE

    def on_resize(self) -> None:
        """Show more where there is room."""
        self.refresh_times()

    def _stage(self, state: State, stage: Stage) -> Content:
        name, spent = label(stage), state.spent_until(stage, self._run, self._clock().elapsed)
        if stage in state.passed:
            return Content(f"– {name}").stylize("dim")
        if stage is state.stage:
            return Content(f"{forward_arrow()} {name} {stopwatch(spent)}").stylize("bold $primary")
        if stage.order < state.stage.order:
            return Content(f"✓ {name}" if self._narrow else f"✓ {name} {stopwatch(spent)}").stylize("$text-success")
        return Content(f"○ {name}").stylize("dim")

    def _weights(self, state: State) -> Content:
        open_promises = len(state.promises)
        mood = label(state.mood) if self._narrow else _("mood: {mood}").format(mood=label(state.mood))
        parts = [Content(mood).stylize(MOOD_STYLES[state.mood])]
        if state.fault is not Fault.UNKNOWN:
            parts.append(Content(_("fault: {fault}").format(fault=label(state.fault))))
        if open_promises:
            made = ngettext("{n} promise", "{n} promises", open_promises).format(n=open_promises)
            parts.append(Content(made).stylize("bold"))
        return Content(" · ").join(parts)
