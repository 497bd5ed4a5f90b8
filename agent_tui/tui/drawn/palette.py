"""The command palette, typed into and read in any language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from textual.app import ComposeResult
from textual.command import Command, CommandInput, CommandList, CommandPalette, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import LoadingIndicator
from textual.widgets.option_list import Option

from agent_tui.tui.text import shown
from agent_tui.tui.widgets.text_field import TextField


class PaletteField(CommandInput, TextField):
    """Where the name of a command is typed; CommandInput comes first, because Textual's CSS follows the first base."""


class PaletteList(CommandList):
    """The commands found; their names come in logical order, matches marked."""

    def add_options(self, new_options: Iterable[Option | VisualType | None]) -> Self:
        return super().add_options([_shown(option) for option in new_options])


class Palette(CommandPalette):
    """Textual's palette, its field and list drawing Arabic right; a provider yields `shown(name)`, never a string."""

    def compose(self) -> ComposeResult:
        # Textual finds these by the names and types it gave them.
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield PaletteField(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield PaletteList()
                yield LoadingIndicator()


def _shown(option: Option | VisualType | None) -> Option | VisualType | None:
    if isinstance(option, Command) and isinstance(option.prompt, Content):
        return Command(shown(option.prompt), option.hit, option.id, option.disabled)
    return option
