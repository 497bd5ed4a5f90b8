"""The very first start: who are you, what do you do here, which language do you want?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen

from agent_tui.core.language import Language
from agent_tui.locale import N_, _, current, use
from agent_tui.locale.labels import ROLES, role_label
from agent_tui.tui.direction import interface_base
from agent_tui.tui.keys import command
from agent_tui.tui.text import Words, shown
from agent_tui.tui.widgets.choice_line import ChoiceLine
from agent_tui.tui.widgets.key_bar import KeyBar
from agent_tui.tui.widgets.text_field import TextField

LANGUAGES = ((Language.ARABIC, "العربية"), (Language.ENGLISH, "English"))


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What a person entered about themselves."""

    name: str
    role: str
    language: Language


class WelcomeScreen(Screen[Newcomer]):
    """Three questions and nothing else."""

    CSS_PATH = "welcome.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        command("welcome", "enter", "begin", N_("Begin"), N_("Enter your name and begin"), first=True),
        command("welcome", "tab", "app.focus_next", N_("Next line")),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def compose(self) -> ComposeResult:
        roles = [(role, role_label(role)) for role in ROLES]
        with Vertical(id="box") as box:
            box.border_title = shown(_("Welcome"))
            yield Words(_("Before the first contact, three things about you."), base=interface_base(), id="hint")
            yield self._row(_("Language"), ChoiceLine(LANGUAGES, current(), id="language"))
            yield self._row(_("Your name"), TextField(rtl=current().rtl, compact=True, id="name"))
            yield self._row(_("You are"), ChoiceLine(roles, "agent", id="role"))
            yield Words(id="complaint")
        yield KeyBar()

    def _row(self, caption: str, line: TextField | ChoiceLine[Language] | ChoiceLine[str]) -> Horizontal:
        words = Words(Content(caption), base=interface_base(), classes="caption")
        return Horizontal(*((line, words) if current().rtl else (words, line)), classes="question")

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one("#name").focus()

    @on(ChoiceLine.Changed)
    async def _turned(self, event: ChoiceLine.Changed) -> None:
        if event.line.id != "language":
            return
        name, role = self.query_one("#name", TextField).value, self.query_one("#role", ChoiceLine).chosen
        use(Language(self.query_one("#language", ChoiceLine).value))
        await self.recompose()
        self.query_one("#name", TextField).value = name
        self.query_one("#role", ChoiceLine).chosen = role
        self.query_one("#language").focus()

    @on(TextField.Submitted)
    def _submitted(self, event: TextField.Submitted) -> None:
        event.stop()
        self.action_begin()

    def action_begin(self) -> None:
        """Enter the name and begin."""
        name = " ".join(self.query_one("#name", TextField).value.split())
        if not name:
            self.query_one("#complaint", Words).update(
                _("Type your name: customers will hear it, and it stands on every record.")
            )
            self.query_one("#name").focus()
            return
        role = self.query_one("#role", ChoiceLine).value
        self.dismiss(Newcomer(name, str(role), current()))
