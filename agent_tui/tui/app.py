"""The program on the screen: it paints first, then opens the library and the journal behind the paint."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import Screen

from agent_tui.core.language import Language
from agent_tui.locale import N_, _, current, use
from agent_tui.places import Places, Preferences
from agent_tui.tui.keys import command
from agent_tui.tui.screens.home import HomeScreen
from agent_tui.tui.text import SpeaksArabic
from agent_tui.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from agent_tui.arabic.terminal import Setting
    from agent_tui.core.clock import Clock
    from agent_tui.desk import Desk
    from agent_tui.journal import JournalError, Person
    from agent_tui.library import Library
    from agent_tui.tui.screens.welcome import Newcomer

THEMES = ("textual-dark", "textual-light")
BEAT_SECONDS = 5


class AgentApp(SpeaksArabic):
    """Wiring: which desk, whose language, which colours."""

    TITLE = "agent-tui"
    CSS_PATH = "screens/home.tcss"  # read with the rest: Home is the first screen, and its styles cost no second pass
    BINDINGS: ClassVar[list[BindingType]] = [
        command("app", "f6", "change_theme", N_("colours"), N_("Light or dark")),
        command("app", "f7", "change_interface", "عربي / English", N_("The interface in the other language")),
        Binding("f1", "help", N_("help"), tooltip=N_("The keys that work here"), id="app.help", priority=True),
        Binding("ctrl+q", "quit", N_("quit"), tooltip=N_("Leave; open contacts can be resumed later"), id="app.quit"),
    ]

    CSS = """
    AgentApp.-rtl #do, AgentApp.-rtl #say, AgentApp.-rtl #start, AgentApp.-rtl #waiting,
    AgentApp.-rtl #box, AgentApp.-rtl #sheet { border-title-align: right; }
    """

    def __init__(
        self,
        places: Places,
        *,
        person: str | None = None,
        language: Language | None = None,
        bidi: Setting | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.places, self._wanted_person, self._clock = places, person, clock
        self.preferences = Preferences.read(places.preferences)
        self.bidi = bidi or "auto"
        use(language or Language(self.preferences.language or Language.ENGLISH))
        self.desk: Desk | None = None
        self._live: Desk | None = None
        self._practice: Desk | None = None
        self.set_class(current().rtl, "-rtl", update=False)

    def get_default_screen(self) -> HomeScreen:
        """Home, with no empty screen painted before it."""
        self.home = HomeScreen()
        return self.home

    def on_mount(self) -> None:
        """Paint Home, and open the rest behind it."""
        self.theme = self.preferences.theme or THEMES[0]
        self.call_after_refresh(self._load)

    @work(thread=True, exit_on_error=True)
    def _load(self) -> None:
        from agent_tui.tui.opening import load

        library = load(self.places)
        self.call_from_thread(self._open, library)
        import agent_tui.tui.screens.call  # noqa: F401  so that the first contact does not wait for it

    def _open(self, library: Library | list[str]) -> None:
        from agent_tui.tui.opening import open_desk

        opened = (
            library
            if isinstance(library, list)
            else open_desk(self.places, library, first=self._first_start(), clock=self._clock)
        )
        if isinstance(opened, list):
            from agent_tui.tui.screens.trouble import TroubleScreen

            self.push_screen(TroubleScreen(opened))
            return
        self._live = self.desk = opened
        self.set_interval(BEAT_SECONDS, self._beat)
        self._seat()

    def _first_start(self) -> bool:
        return not self.places.preferences.exists()

    def _seat(self) -> None:
        assert self.desk is not None
        people = self.desk.staff.active()
        wanted = self._wanted_person or self.preferences.person
        found = [one for one in people if wanted in (one.id, one.name)]
        if not people:
            self._ask_newcomer()
        elif found:
            self._sit_down(found[0])
        elif len(people) == 1:
            self._sit_down(people[0])
        else:
            self.action_change_person()

    def _ask_newcomer(self) -> None:
        from agent_tui.tui.screens.welcome import WelcomeScreen

        def told(newcomer: Newcomer | None) -> None:
            staff = self.desk.staff if self.desk is not None else None
            if newcomer is not None and staff is not None:
                self.home.call_next(self.home.on_language_changed)
                self._act(lambda: self._sit_down(staff.add(newcomer.name, newcomer.role, newcomer.language)))

        self.push_screen(WelcomeScreen(), told)

    @property
    def _desks(self) -> list[Desk]:
        return [desk for desk in (self._live, self._practice) if desk is not None]

    def _act(self, call: Callable[[], object]) -> None:
        from agent_tui.tui.acting import Acting

        Acting(self, lambda: None).act(call)

    def _sit_down(self, person: Person) -> None:
        def sit_down() -> None:
            for desk in self._desks:
                desk.sit_down(person)
            self._remember(person=person.id, language=current().value)
            self.home.desk = None
            self.home.desk = self.desk

        self._act(sit_down)

    def _remember(self, **what: str) -> None:
        self.preferences = replace(self.preferences, **what)
        if self._live is not None:  # before there is a journal, a file here would say that one is missing
            self.preferences.write(self.places.preferences)

    def _beat(self) -> None:
        from agent_tui.journal import JournalError

        for desk in self._desks:
            try:
                desk.beat()
            except JournalError as error:
                self._cannot_beat(error)

    def _cannot_beat(self, error: JournalError) -> None:
        if not error.retry:
            from agent_tui.desk.journal_sentences import journal_sentence

            self.notify(journal_sentence(error), severity="error", timeout=20)

    async def _on_key(self, event: Key) -> None:
        """Type a character whose line took the focus while the key was on its way; it is no command any more."""
        if event.is_printable and isinstance(self.focused, TextField):
            event.prevent_default()
            self.focused.insert_text_at_cursor(event.character or "")

    # What works on every screen

    def action_help(self) -> None:
        """Show the keys of the present screen."""
        from agent_tui.tui.screens.help import HelpDialog

        if not isinstance(self.screen, HelpDialog):
            self.push_screen(HelpDialog(_declared(self.screen)))

    def action_change_interface(self) -> None:
        """Speak the other language."""
        from agent_tui.tui.screens.call import CallScreen

        use(current().other)
        self.set_class(current().rtl, "-rtl")
        self._remember(language=current().value)
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen | CallScreen):
                screen.call_next(screen.on_language_changed)  # in the screen's own turn: only there can it bind data

    def action_change_theme(self) -> None:
        """Turn from dark to light or back."""
        self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)] if self.theme in THEMES else THEMES[0]
        self._remember(theme=self.theme)

    def action_change_person(self) -> None:
        """Somebody else sits down."""
        from agent_tui.tui.screens.choose import Choose

        if self.desk is None:
            return
        people = self.desk.staff.active()

        def chosen(person: Person | None) -> None:
            if person is not None:
                self._sit_down(person)
            elif self.desk is not None and self.desk.person is None:
                self.action_change_person()

        self.push_screen(Choose(_("Who is working here?"), [(one, one.name or one.id) for one in people]), chosen)

    def action_practise(self) -> None:
        """Turn to practice, or back to real contacts."""
        live = self._live
        if self.desk is None or live is None or live.person is None:
            return
        from agent_tui.tui.opening import practice_desk

        def turn() -> None:
            if self._practice is None:
                self._practice = practice_desk(self.places, live)
            self.desk = live if self.desk is self._practice else self._practice
            self.home.desk = self.desk

        self._act(turn)

    def palette_placeholder(self) -> str:
        """What stands in the palette's empty line."""
        return _("Type what you want to do")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette's commands: what the present screen can do, by name."""
        for binding in _declared(screen):
            if "(" not in binding.action:
                yield SystemCommand(_(binding.description), _(binding.tooltip), _runner(screen, binding.action))

    def _handle_exception(self, error: Exception) -> None:
        """Leave with one sentence and a report instead of a traceback (Textual prints an error by its own __rich__)."""
        from agent_tui.crash import write_report

        path = write_report(self.places.data, error)
        sentence = _("The program stopped because of a fault of its own. Every saved step is safe; start it again.")
        where = _("For your support, a report without personal data: {path}").format(path=path) if path else ""
        vars(error)["__rich__"] = lambda: "\n".join(line for line in (sentence, where) if line)
        super()._handle_exception(error)

    async def on_unmount(self) -> None:
        """Say that this run is over."""
        from agent_tui.journal import JournalError

        for desk in reversed(self._desks):
            with suppress(JournalError):  # a run that could not say so is known to be over by its process
                desk.stand_up()


def _declared(screen: Screen[object]) -> list[Binding]:
    found: dict[str, Binding] = {}
    for active in screen.active_bindings.values():
        if active.binding.description and active.binding.id:
            found.setdefault(active.binding.action, active.binding)
    return list(found.values())


def _runner(screen: Screen[object], action: str):  # type: ignore[no-untyped-def]
    async def run_it() -> None:
        await screen.run_action(action)

    return run_it


def run(
    places: Places, *, person: str | None = None, language: Language | None = None, bidi: Setting | None = None
) -> int:
    """Open the program and come back with its exit code; a crash leaves a report in the data folder."""
    app = AgentApp(places, person=person, language=language, bidi=bidi)
    app.run()
    return app.return_code or 0
