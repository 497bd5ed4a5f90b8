"""The one door to the screen: every string that is shown passes here, and comes out drawn right, Arabic included.

Callers pass text in logical order, as it is stored, with styled spans on its own indexes where they want any. Brackets
are never markup and control characters never reach the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.app import App
from textual.content import Content
from textual.widgets import Static

from agent_tui.tui.drawn.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text
    from textual.driver import Driver
    from textual.notifications import SeverityLevel
    from textual.visual import VisualType

    from agent_tui.arabic.layout import Base
    from agent_tui.arabic.terminal import Setting, Terminal

__all__ = ["Prose", "SpeaksArabic", "Words", "cell", "one_line", "shown"]


def shown(text: str | Content, *, base: Base = "auto") -> Prose:
    """Text for any place that draws a Visual or Content: it wraps, and stands at the side its language starts from.

    Without a base, each paragraph's own letters decide its direction.
    """
    if isinstance(text, Prose) and text.base == base:
        return text
    if isinstance(text, Content):
        return Prose(text.plain, list(text.spans), base=base)
    return Prose(text.replace("\r\n", "\n"), base=base)


def one_line(text: str | Content, width: int = 0, *, base: Base = "auto") -> Content:
    """One row as drawn, cut at its logical end with an ellipsis where a width is given.

    For the places that take a label apart before drawing it (check boxes, footers, composed lines). What comes out is
    in visual order: show it as it is, and keep the text itself for everything else.
    """
    return shown(text, base=base).drawn(width).content


def cell(text: str | Content, width: int = 0, *, base: Base = "auto") -> Text:
    """One row as Rich text, for the places that insist on it: column headings, tree labels.

    A table's cells themselves take `shown(text)`, which cuts and wraps to the column and sorts by the text.
    """
    from agent_tui.tui.drawn.table_cell import rich_text

    return rich_text(shown(text, base=base).drawn(width))


class Words(Static):
    """A Static for text in any language: give it logical text, and it is never markup."""

    def __init__(
        self,
        text: str | Content = "",
        *,
        base: Base = "auto",
        name: str | None = None,
        id: str | None = None,  # noqa: A002  (Textual's own name for it)
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        self.base: Base = base
        super().__init__(shown(text, base=base), markup=False, name=name, id=id, classes=classes, disabled=disabled)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        if isinstance(content, str | Content):
            content = shown(content, base=self.base)
            drawn = self.content
            if isinstance(drawn, Prose) and drawn.base == content.base and drawn.is_same(content):
                return  # laying the whole screen out anew is what costs
        super().update(content, layout=layout)


class SpeaksArabic(App[Any]):
    """What an App needs so that toasts, the command palette and the terminal itself treat Arabic right."""

    bidi: Setting = "auto"
    """The form the terminal is sent, by the user's settings; with "auto" the environment and the terminal decide."""

    def notify(
        self,
        message: str | Content,
        *,
        title: str | Content = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a toast; `markup` is taken from Textual's own callers and never used: styles come as Content."""
        parts: Sequence[Content] = [shown(message)]
        if title:
            # A toast lays its title before the message itself; one text with both wraps each in its own direction.
            parts = [shown(title).stylize(".toast--title"), *parts]
        whole = shown(Content("\n").join(parts))
        # A toast asked for markup takes Content as it is, for all that the type says str.
        super().notify(cast("str", whole), severity=severity, timeout=timeout, markup=True)

    def palette_placeholder(self) -> str:
        """What stands in the palette's empty line."""
        return "Search for commands…"

    def action_command_palette(self) -> None:
        from agent_tui.tui.drawn.palette import Palette

        if self.use_command_palette and not Palette.is_open(self):
            self.push_screen(Palette(placeholder=self.palette_placeholder(), id="--command-palette"))

    def get_driver_class(self) -> type[Driver]:
        chosen = super().get_driver_class()
        if chosen.__module__ != "textual.drivers.linux_driver":
            return chosen  # Windows, the web, or one named in the environment
        from agent_tui.tui.driver import VisualOrderDriver

        return VisualOrderDriver

    @property
    def terminal(self) -> Terminal | None:
        """What is known of the terminal; its form, if other than "app", is for a filter in `get_line_filters`."""
        return getattr(self._driver, "terminal", None)
