"""The questions of a script as a form of single lines, filled while the customer speaks."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var

from agent_tui.core.fields import ASCII_DIGITS
from agent_tui.core.language import in_language
from agent_tui.core.script import Field, FieldType, Script
from agent_tui.core.state import Matter, State
from agent_tui.locale import _, current
from agent_tui.tui.direction import interface_base
from agent_tui.tui.text import Words
from agent_tui.tui.widgets.text_field import TextField


class FieldLine(TextField):
    """The answer to one question; Enter keeps it and goes on."""

    def __init__(self, field: Field, value: str) -> None:
        super().__init__(value, placeholder_of(field), rtl=current().rtl, compact=True, select_on_focus=True)
        self.field = field
        self.answered = value


class FieldForm(Vertical):
    """One line for each field of the matter being dealt with."""

    state: var[State | None] = var(None)

    @dataclass
    class Answered(Message):
        """Somebody typed an answer and pressed Enter or left the line."""

        field: Field
        typed: str
        onward: bool

    def __init__(self, script: Script, matter: Matter) -> None:
        super().__init__()
        self._script, self._matter = script, matter
        self._lines: dict[str, FieldLine] = {}

    def compose(self) -> ComposeResult:
        values = self._matter.plain_values()
        base = interface_base()
        for field in self._script.fields:
            line = FieldLine(field, shown_value(field, values.get(field.id, "")))
            self._lines[field.id] = line
            star = "*" if field.required else " "
            caption = Words(f"{in_language(field.label, current())}{star}", base=base, classes="caption")
            yield Vertical(caption, line, classes="question")

    def watch_state(self, state: State | None) -> None:
        """Mark which answers are kept."""
        if state is None or self._matter.id not in state.matters:
            return
        kept = state.matters[self._matter.id].plain_values()
        for field_id, line in self._lines.items():
            line.set_class(field_id in kept, "-kept")

    def ask(self, field_id: str | None = None) -> bool:
        """Put the cursor into a field's line, or the first line; False where there is none."""
        line = self._lines.get(field_id or "") or next(iter(self._lines.values()), None)
        if line is not None:
            self.screen.set_focus(line)  # at once, unlike line.focus(): the first digit may follow close behind
        return line is not None

    def refuse(self, field_id: str, *, wrong: bool) -> None:
        """Mark an answer as not of its form, or clear the mark."""
        if field_id in self._lines:
            self._lines[field_id].set_class(wrong, "-wrong")

    @on(TextField.Submitted)
    def _submitted(self, event: TextField.Submitted) -> None:
        event.stop()
        line = event.input
        if isinstance(line, FieldLine):
            line.answered = event.value
            self.post_message(self.Answered(line.field, chosen(line.field, event.value), onward=True))

    @on(TextField.Blurred)
    def _left(self, event: TextField.Blurred) -> None:
        event.stop()
        line = event.input
        if isinstance(line, FieldLine) and line.value.strip() and line.value != line.answered:
            line.answered = line.value
            self.post_message(self.Answered(line.field, chosen(line.field, line.value), onward=False))


def placeholder_of(field: Field) -> str:
    """What may be typed, where that is not plain from the question."""
    if field.type is FieldType.CHOICE:
        names = [f"{n} {in_language(choice.label, current())}" for n, choice in enumerate(field.choices, start=1)]
        return " · ".join(names)
    hints = {FieldType.DATE: _("day/month/year"), FieldType.BOOL: _("yes / no"), FieldType.MONEY: field.currency or ""}
    return hints.get(field.type, "")


def shown_value(field: Field, value: str) -> str:
    """A kept value as it stands in its line."""
    choice = field.choice(value)
    if choice is not None:
        return in_language(choice.label, current())
    if field.type is FieldType.BOOL and value:
        return _("yes") if value == "true" else _("no")
    return value


def chosen(field: Field, typed: str) -> str:
    """What was typed into a choice, by its number or the beginning of its name, as the choice's id."""
    if field.type is not FieldType.CHOICE or not typed.strip():
        return typed
    from agent_tui.arabic.folding import fold

    number = typed.strip().translate(ASCII_DIGITS)
    if number.isdecimal() and 1 <= int(number) <= len(field.choices):
        return field.choices[int(number) - 1].id
    wanted = fold(typed.strip())
    found = [one for one in field.choices if any(fold(name).startswith(wanted) for name in one.label.values())]
    return found[0].id if len(found) == 1 else typed
