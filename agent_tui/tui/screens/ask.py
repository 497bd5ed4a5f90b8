"""Asking for one line of text: a note, a reason, an amount."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from agent_tui.locale import _, current
from agent_tui.tui.screens.dialog import Dialog
from agent_tui.tui.text import Words
from agent_tui.tui.widgets.text_field import TextField


class Ask(Dialog[str]):
    """One line; `complain` tells what is wrong with it or nothing, `keep_draft` is told of every change."""

    def __init__(
        self,
        title: str,
        body: str | Content = "",
        *,
        value: str = "",
        placeholder: str = "",
        complain: Callable[[str], str | None] | None = None,
        keep_draft: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(title, body)
        self._value, self._placeholder = value, placeholder
        self._complain, self._keep_draft = complain, keep_draft

    def compose(self) -> ComposeResult:
        with self.framed():
            yield self.explained()
            yield TextField(self._value, self._placeholder, rtl=current().rtl, id="answer", select_on_focus=False)
            yield Words(id="complaint")
            yield self.foot()

    @on(TextField.Changed)
    def _changed(self, event: TextField.Changed) -> None:
        event.stop()
        self.query_one("#complaint", Words).update("")
        if self._keep_draft is not None:
            self._keep_draft(event.value)

    @on(TextField.Submitted)
    def _submitted(self, event: TextField.Submitted) -> None:
        event.stop()
        typed = event.value.strip()
        complaint = self._complain(typed) if self._complain is not None else None
        if not typed and complaint is None:
            complaint = _("Nothing was typed. Esc leaves without it.")
        if complaint is not None:
            self.query_one("#complaint", Words).update(complaint)
            return
        self.dismiss(typed)
