"""The field under random keys: against a plain string with a cursor, and against the layout of what was typed."""

import random

import pytest

from agent_tui.arabic.layout import layout
from agent_tui.tui.widgets.text_field import TextField
from tests.tui.fields import WIDTH, FieldApp, cursor_cells, cursor_column, drawn, press


class Model:
    """What every editor of one line does, in logical order, for text of one direction without ligatures."""

    def __init__(self, forward: str) -> None:
        self.forward = forward
        self.value, self.anchor, self.cursor = "", 0, 0

    def replace(self, text: str, start: int, stop: int) -> None:
        start, stop = max(0, start), min(len(self.value), stop)
        self.value = self.value[:start] + text + self.value[stop:]
        self.anchor = self.cursor = start + len(text)

    def press(self, key: str) -> None:
        start, stop = sorted((self.anchor, self.cursor))
        selecting, name = key.startswith("shift+"), key.removeprefix("shift+")
        match name:
            case "left" | "right":
                step = 1 if name == self.forward else -1
                if start != stop and not selecting:
                    self.anchor = self.cursor = stop if step > 0 else start
                else:
                    self.cursor = min(max(0, self.cursor + step), len(self.value))
            case "home":
                self.cursor = 0
            case "end":
                self.cursor = len(self.value)
            case "backspace":
                self.replace("", *((start, stop) if start != stop else (start - 1, stop)))
            case "delete":
                self.replace("", *((start, stop) if start != stop else (start, stop + 1)))
            case _:
                self.replace(name, start, stop)
        if not selecting:
            self.anchor = self.cursor


MOVES = ["left", "right", "home", "end", "backspace", "delete"]
MOVES += ["shift+left", "shift+right", "shift+home", "shift+end", "left", "right"]


@pytest.mark.parametrize(("letters", "forward"), [("بتسمنوده", "left"), ("abcdxyz", "right")])
@pytest.mark.parametrize("seed", range(6))
async def test_random_keys_do_what_they_do_to_a_plain_string(letters: str, forward: str, seed: int) -> None:
    chance = random.Random(seed)
    model = Model(forward)
    async with FieldApp().run_test() as pilot:
        field = pilot.app.query_one(TextField)
        for _ in range(50):
            keys = chance.choices([*MOVES, " ", *letters * 2], k=4)
            if not model.value.strip():
                # Without a letter there is no direction.
                keys = [letters[0]]
            pressed = []
            for key in keys:
                model.press(key)
                pressed.append(key)
                if not model.value.strip():
                    break
            await press(pilot, *pressed)
            assert (field.value, field.selection) == (model.value, (model.anchor, model.cursor)), pressed


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("seed", range(3))
async def test_mixed_text_is_drawn_as_laid_out_and_arrows_go_where_they_point(rtl: bool, seed: int) -> None:
    chance = random.Random(seed)
    letters = "سلامأبدabcXY019٤٥ ()-ّ"
    async with FieldApp(rtl=rtl).run_test() as pilot:
        field = pilot.app.query_one(TextField)
        for _ in range(100):
            key = chance.choice(["left", "right", "home", "end", "backspace", "delete", *letters])
            before, was = cursor_column(field), field.value
            hidden = field.view.origin
            await press(pilot, key)
            row = field.view.row
            if key in {"left", "right"}:
                assert field.value == was
                moved = cursor_column(field) - field.view.origin - (before - hidden)
                assert moved == 0 or (moved < 0) == (key == "left")
                if moved == 0:
                    assert row.column_of(field.cursor_position) in {-1, 0, row.width - 1, row.width}
            elif key == "home":
                assert field.cursor_position == 0
            elif len(key) == 1:
                assert len(field.value) == len(was) + 1
            assert 0 <= cursor_column(field) < WIDTH
            if field.value:
                assert cursor_cells(field) == [cursor_column(field)]
                assert drawn(field).strip() in f" {layout(field.value, base='rtl' if row.rtl else 'ltr')[0].text} "
