"""The keys of the screen one comes from, with what each does."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content

from agent_tui.locale import _, current
from agent_tui.tui.direction import interface_base
from agent_tui.tui.screens.dialog import Dialog
from agent_tui.tui.text import Words
from agent_tui.tui.widgets.key_bar import key_name


class HelpDialog(Dialog[None]):
    """Made from the bindings themselves, so that it cannot be out of date."""

    def __init__(self, bindings: list[Binding]) -> None:
        super().__init__(_("Keys"), _("Letters and digits act outside a text field; Esc leaves a field."))
        self._keys = bindings

    def compose(self) -> ComposeResult:
        with self.framed():
            yield self.explained()
            with VerticalScroll(classes="choices"):
                yield Words(Content("\n").join([self._row(one) for one in self._keys]), base=interface_base())
            yield self.foot()

    def _row(self, binding: Binding) -> Content:
        keys = [one for one in binding.key.split(",") if one]
        names = [key_name(keys[0])]
        if current().rtl and len(keys) > 1 and len(keys[1]) == 1:
            names.append(keys[1])
        words = _(binding.tooltip or binding.description)
        key = Content(" ".join(names)).stylize("bold $text-accent")
        return Content("  ").join([key, Content(f"{_(binding.description)}: {words}")])
