"""Who is on the line: name, telephone, form of address, in whose name, and whether that was checked."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from agent_tui.core.language import Gender
from agent_tui.core.state import Caller, plain
from agent_tui.core.vocabulary import Relation, Verified
from agent_tui.locale import N_, _, current
from agent_tui.locale.labels import label
from agent_tui.tui.direction import interface_base
from agent_tui.tui.screens.dialog import Dialog
from agent_tui.tui.text import Words
from agent_tui.tui.widgets.choice_line import ChoiceLine
from agent_tui.tui.widgets.text_field import TextField


class CallerDialog(Dialog[dict[str, object]]):
    """A short form; Enter on any line keeps all of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", N_("Keep"), tooltip=N_("Keep what was typed"), id="caller.keep", priority=True),
        Binding("tab", "app.focus_next", N_("Next line"), id="caller.next"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, caller: Caller) -> None:
        super().__init__(_("Who is on the line?"))
        self._caller = caller

    def compose(self) -> ComposeResult:
        caller, rtl = self._caller, current().rtl
        genders = [(gender, gender_label(gender)) for gender in Gender]
        with self.framed():
            yield self._row(_("Name"), TextField(plain(caller.name) or "", rtl=rtl, compact=True, id="name"))
            yield self._row(_("Address as"), ChoiceLine(genders, caller.gender, id="gender"))
            phone = TextField(plain(caller.phone) or "", rtl=rtl, base="ltr", compact=True, id="phone")
            yield self._row(_("Telephone"), phone)
            yield self._row(_("Identity"), ChoiceLine(_labelled(Verified), caller.verified, id="verified"))
            yield self._row(_("Acting"), ChoiceLine(_labelled(Relation), caller.relation, id="relation"))
            beneficiary = TextField(plain(caller.beneficiary) or "", rtl=rtl, compact=True, id="beneficiary")
            yield self._row(_("On behalf of"), beneficiary)
            yield self.foot()

    def _row(self, caption: str, line: TextField | ChoiceLine[StrEnum]) -> Horizontal:
        words = Words(caption, base=interface_base(), classes="caption")
        return Horizontal(*((line, words) if current().rtl else (words, line)), classes="question")

    @on(TextField.Submitted)
    def _submitted(self, event: TextField.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Keep what was typed."""
        answers: dict[str, object] = {}
        for name in ("name", "phone", "beneficiary"):
            typed = self.query_one(f"#{name}", TextField).value.strip()
            if typed:
                answers[name] = typed
        for name in ("gender", "verified", "relation"):
            answers[name] = self.query_one(f"#{name}", ChoiceLine).value
        self.dismiss(answers)


def gender_label(gender: Gender) -> str:
    """The form of address, by what it sounds like."""
    return {Gender.NEUTRAL: _("courtesy plural"), Gender.MALE: _("a man"), Gender.FEMALE: _("a woman")}[gender]


def _labelled(values: type[Verified] | type[Relation]) -> list[tuple[StrEnum, str]]:
    return [(value, label(value)) for value in values]
