"""The Call screen itself: its places, its keys, and the one next step."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from agent_tui.core.interaction import Interaction
from agent_tui.core.language import in_language
from agent_tui.core.next_step import NextStep, Step
from agent_tui.core.state import State
from agent_tui.core.vocabulary import Mode, Stage
from agent_tui.desk import Desk
from agent_tui.locale import _, current
from agent_tui.locale.dates import stopwatch
from agent_tui.locale.labels import label
from agent_tui.locale.next_sentences import next_sentence
from agent_tui.tui.direction import interface_base
from agent_tui.tui.screens.call import bindings
from agent_tui.tui.screens.call.stepping import Stepping
from agent_tui.tui.text import Words
from agent_tui.tui.widgets.bar import Bar
from agent_tui.tui.widgets.do_panel import DoPanel
from agent_tui.tui.widgets.key_bar import KeyBar
from agent_tui.tui.widgets.numbered import Numbered
from agent_tui.tui.widgets.said_log import SaidLog
from agent_tui.tui.widgets.say_panel import SayPanel
from agent_tui.tui.widgets.stage_bar import StageBar


class CallScreen(Stepping):
    """A contact with a customer, from the first word to the outcome."""

    AUTO_FOCUS = ""  # a letter pressed behind a dialog is a command, and never lands in a field
    CSS_PATH = "call.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings.BINDINGS
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012  declared by Textual

    def __init__(self, desk: Desk, interaction: Interaction) -> None:
        super().__init__(desk, interaction)
        self.outcomes = {}

    def compose(self) -> ComposeResult:
        yield Bar(id="contact")
        yield StageBar(self.desk.run, self.desk.clock, id="stages").data_bind(CallScreen.state)
        panels = (
            DoPanel(self.interaction, id="do").data_bind(CallScreen.state),
            SayPanel(self.interaction, id="say").data_bind(CallScreen.state),
        )
        yield Horizontal(*(reversed(panels) if current().rtl else panels), id="panels")
        calendar = self.desk.library.organisation.calendar
        yield SaidLog(calendar, self.desk.exact_words, id="said").data_bind(CallScreen.state)
        yield Words(base=interface_base(), id="told")
        yield Bar(id="onward")
        yield KeyBar()

    async def on_language_changed(self) -> None:
        """Draw everything in the other language; an answer being typed is kept first."""
        self.set_focus(None)
        await self.recompose()
        self.watch_state(self.state)
        self.watch_next(self.next)
        self.look_up()

    def on_mount(self) -> None:
        """Draw what is known, and let the clocks run."""
        self.set_class(self.interaction.state.mode is Mode.PRACTICE, "-practice")
        self.follow()
        self.look_up()
        self.set_interval(1, lambda: self.call_next(self._tick))  # never amid a recompose

    def _tick(self) -> None:
        if self.interaction.state.ended:
            return
        self.query_one(StageBar).refresh_times()
        self._draw_contact()

    def watch_state(self, state: State | None) -> None:
        """Mark what the whole screen should look like."""
        if state is None:
            return
        self.set_class(state.emergency is not None, "-emergency")
        self.set_class(state.held_since is not None, "-held")
        self.set_class(state.dropped, "-dropped")
        self._draw_contact()
        self.refresh_bindings()

    def watch_next(self, step: NextStep | None) -> None:
        """Say what Enter does."""
        if step is not None:
            outcome = label(self.outcome_of(step.about)) if step.step is Step.CLOSE_MATTER and step.about else ""
            words = next_sentence(step, self.interaction.script, outcome)
            self.query_one("#onward", Bar).start = Content("").join(
                [Content(" ⏎ ").stylize("bold $text-accent"), Content(words)]
            )

    def _draw_contact(self) -> None:
        state, script = self.interaction.state, self.interaction.script
        parts = [in_language(script.title, current()), label(state.channel)]
        if state.caller.name is not None and state.caller.name.value:
            parts.append(state.caller.name.value)
        spent = sum(state.spent_until(stage, self.desk.run, self.desk.clock().elapsed) for stage in Stage)
        bar = self.query_one("#contact", Bar)
        bar.start = Content(f" {' · '.join(parts)}").stylize("bold")
        mode = _("PRACTICE: no real case") if state.mode is Mode.PRACTICE else label(state.mode)
        bar.end = Content(f"{mode} {stopwatch(spent)} ").stylize("bold")

    def show_waiting(self, text: str | None) -> None:
        """Say in the foot that something is not saved yet."""
        bar = self.query_one("#onward", Bar)
        bar.set_class(text is not None, "-waiting")
        bar.end = Content(f"{text} ").stylize("bold") if text else Content("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that make no sense now do nothing and are not shown."""
        state = self.interaction.state
        if action == "message":
            return state.channel.written
        if action in ("escalate", "cite", "decline", "promise"):
            return state.stage is Stage.SOLVE
        if action == "outcome":
            return state.stage is Stage.WRAP_UP
        return True

    @on(Numbered.Picked)
    def _clicked(self, event: Numbered.Picked) -> None:
        self.action_pick(event.number)

    def action_leave_field(self) -> None:
        """Leave the line being typed, or a contact whose line dropped: it waits on Home."""
        if self.focused is None and self.interaction.state.dropped:
            self.app.pop_screen()
        self.set_focus(None)

    def action_back(self) -> None:
        """Go back a stage."""
        self.act(self.interaction.back)

    def action_message(self) -> None:
        """Show the message composed so far."""
        from agent_tui.tui.screens.message import MessageScreen

        self.app.push_screen(MessageScreen(self.desk, self.interaction.state))
