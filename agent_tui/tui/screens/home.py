"""Home: take a contact, and see what waits; what only a desk calls for is imported when there is one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen

from agent_tui.core.vocabulary import Channel, Comeback, Mode
from agent_tui.locale import N_, _, current
from agent_tui.locale.labels import label, role_label
from agent_tui.tui.direction import interface_base
from agent_tui.tui.keys import command
from agent_tui.tui.text import Words, shown
from agent_tui.tui.widgets.agenda_list import AgendaList
from agent_tui.tui.widgets.bar import Bar
from agent_tui.tui.widgets.choice_line import ChoiceLine
from agent_tui.tui.widgets.key_bar import KeyBar
from agent_tui.tui.widgets.script_finder import ScriptFinder
from agent_tui.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from agent_tui.core.interaction import Interaction
    from agent_tui.desk import Desk
    from agent_tui.tui.acting import Acting


class HomeScreen(Screen[None]):
    """Painted before anything is loaded; `desk` fills it."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        command("home", "enter", "begin", N_("begin"), N_("Begin a contact with the marked service")),
        command("home", "tab", "app.focus_next", N_("next field"), N_("Service, channel, customer, what waits")),
        command("home", "f3", "app.practise", N_("practice"), N_("Practise: the same walk, never counted")),
        command("home", "f10", "app.change_person", N_("change person"), N_("A colleague takes over this computer")),
        Binding("f5", "refresh_agenda", show=False),
    ]

    desk: var[Desk | None] = var(None)

    def compose(self) -> ComposeResult:
        base = interface_base()
        yield Bar(id="head")
        with Vertical(id="start") as start:
            start.border_title = shown(_("A customer is on the line"))
            yield ScriptFinder(id="finder")
            channels = [(channel, label(channel)) for channel in Channel]
            customer = TextField(
                placeholder=_("name or telephone, if known"), rtl=current().rtl, compact=True, id="customer"
            )
            row = (
                Words(_("Channel"), base=base, classes="caption"),
                ChoiceLine(channels, Channel.PHONE, id="channel"),
                Words(_("Customer"), base=base, classes="caption"),
                customer,
            )
            yield Horizontal(*(reversed(row) if current().rtl else row), id="details")
        with Vertical(id="waiting") as waiting:
            waiting.border_title = shown(_("Waiting for you"))
            yield AgendaList(id="agenda")
        yield KeyBar()

    def on_mount(self) -> None:
        """Take typing at once; the desk comes behind the first paint."""
        self.query_one("#wanted").focus()
        self.set_interval(5, lambda: self.call_next(self.action_refresh_agenda))  # never amid a recompose

    def on_screen_resume(self) -> None:
        """Show what waits now."""
        self.action_refresh_agenda()

    async def watch_desk(self, desk: Desk | None) -> None:
        """Fill the screen once there is a desk."""
        if desk is None:
            return
        self.set_class(desk.mode is Mode.PRACTICE, "-practice")
        finder = self.query_one(ScriptFinder)
        finder.find = lambda typed: desk.library.find_service(typed, current())
        await finder.look()
        self.query_one(AgendaList).desk = desk
        self.action_refresh_agenda()

    async def on_language_changed(self) -> None:
        """Draw everything in the other language."""
        await self.recompose()
        self.query_one("#wanted").focus()
        await self.watch_desk(self.desk)

    def action_refresh_agenda(self) -> None:
        """Look what waits."""
        if self.desk is None or self.desk.person is None or not self.is_current:
            return
        self.query_one(AgendaList).agenda = self.desk.agenda()
        self._draw_head(self.desk)

    def _draw_head(self, desk: Desk) -> None:
        from agent_tui.locale.dates import clock_time, long_date

        bar, local = self.query_one("#head", Bar), desk.library.organisation.calendar.local(desk.clock().at)
        practice = _("PRACTICE: no real case") + " · " if desk.mode is Mode.PRACTICE else ""
        role = role_label(desk.me.roles[0]) if desk.me.roles else ""
        bar.start = Content(f" {practice}{desk.me.name} · {role}").stylize("bold")
        bar.end = Content(f"{long_date(local.date(), current())} {clock_time(local)} ")

    def action_begin(self) -> None:
        """Begin with the marked service."""
        self.query_one("#wanted", TextField).post_message(TextField.Submitted(self.query_one("#wanted", TextField), ""))

    @on(TextField.Submitted, "#customer")
    def _customer_given(self, event: TextField.Submitted) -> None:
        event.stop()
        self.action_begin()

    @on(ScriptFinder.Chosen)
    def _begin(self, event: ScriptFinder.Chosen) -> None:
        desk = self.desk
        if desk is None or desk.person is None:
            return
        channel = self.query_one("#channel", ChoiceLine).value
        customer = self.query_one("#customer", TextField)
        typed = customer.value.strip()

        begun: list[Interaction] = []

        def begin() -> None:
            if not begun:  # where only the name was not saved yet, the contact is open already
                begun.append(desk.begin(event.script, Channel(channel), current()))
            if typed:
                named = any(character.isalpha() for character in typed)
                begun[0].identify(name=typed if named else None, phone=None if named else typed)
            self._open(begun[0])
            customer.value = ""
            self.query_one(ScriptFinder).clear()

        self._acting.act(begin)

    @cached_property
    def _acting(self) -> Acting:
        from agent_tui.tui.acting import Acting

        return Acting(self.app, self.action_refresh_agenda)

    def _open(self, interaction: Interaction) -> None:
        from agent_tui.tui.screens.call import CallScreen

        assert self.desk is not None
        self.query_one("#wanted").focus()  # where the next contact begins
        self.app.push_screen(CallScreen(self.desk, interaction))

    @on(AgendaList.Taken)
    def _take_up(self, event: AgendaList.Taken) -> None:
        from agent_tui.journal import InteractionStatus, PromiseRow
        from agent_tui.tui.screens.choose import Choose
        from agent_tui.tui.screens.promise import PromiseDialog

        desk, row = self.desk, event.row
        if desk is None:
            return
        if isinstance(row, PromiseRow):
            self.app.push_screen(PromiseDialog(desk, row), lambda _done: self.action_refresh_agenda())
            return
        if row.status is InteractionStatus.CLOSED:
            self._acting.act(lambda: self._open(desk.ring_back(row)))
            return
        interaction = row.id

        def resume(how: Comeback | None) -> None:
            if how is not None:
                self._acting.act(lambda: self._open(desk.resume(interaction, how)))

        if row.status is InteractionStatus.DROPPED:
            ways = [(Comeback.WE_RANG, _("we rang back")), (Comeback.THEY_RANG, _("they rang again"))]
            self.app.push_screen(Choose(_("The line is back"), ways), resume)
        else:
            resume(Comeback.RESTART)
