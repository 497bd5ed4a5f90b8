"""A field in an app of its own, and what stands in it."""

import asyncio
from typing import Any

from textual.app import App, ComposeResult
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from agent_tui.tui.widgets.text_field import TextField

WIDTH = 24


class FieldApp(App[None]):
    CSS = "TextField { border: none; padding: 0; height: 1; width: 24; }"

    def __init__(self, value: str | None = None, **options: Any) -> None:
        super().__init__()
        self.options = {"value": value, **options}
        self.said: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        field = TextField(**self.options)
        field.cursor_blink = False
        yield field

    def on_input_changed(self, event: Input.Changed) -> None:
        self.said.append(("changed", event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.said.append(("submitted", event.value))


def drawn(field: TextField) -> str:
    return field.render_line(0).text


def cursor_column(field: TextField) -> int:
    return field.cursor_screen_offset.x - field.content_region.x


def cursor_cells(field: TextField) -> list[int]:
    """The columns drawn in the style of the cursor."""
    cursor = field.get_component_rich_style("input--cursor")
    column, cells = 0, []
    for segment in field.render_line(0):
        for _ in range(segment.cell_length):
            if segment.style is not None and segment.style.bgcolor == cursor.bgcolor:
                cells.append(column)
            column += 1
    return cells


async def press(pilot: Pilot[None], *keys: str) -> None:
    """All at once, as a slow line delivers them; a letter is a key of its own name."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    for _ in range(30 * len(keys)):
        await asyncio.sleep(0)


async def type_in(pilot: Pilot[None], text: str) -> None:
    await press(pilot, *text)
