"""What stands in the field, where its cursor is, and what it tells."""

from collections.abc import Callable

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.validation import Length
from textual.widgets import Input
from textual.widgets.input import Selection

from agent_tui.arabic.layout import layout
from agent_tui.tui.widgets.text_field import TextField
from tests.tui.fields import WIDTH, FieldApp, cursor_cells, cursor_column, drawn, press, type_in


def end(text: str) -> str:
    return text.rjust(WIDTH)


async def test_typed_arabic_is_joined_and_the_cursor_stands_left_of_it() -> None:
    async with FieldApp().run_test() as pilot:
        field = pilot.app.query_one(TextField)
        await type_in(pilot, "سلام")
        assert field.value == "سلام"
        assert drawn(field) == end("ﻡﻼﺳ")
        assert cursor_column(field) == WIDTH - 4
        await press(pilot, "home")
        assert cursor_column(field) == WIDTH - 1


async def test_lam_alef_is_one_stop_and_two_code_points() -> None:
    async with FieldApp("سلام").run_test() as pilot:
        field = pilot.app.query_one(TextField)
        await press(pilot, "home")
        places = []
        for _ in range(4):
            places.append((field.cursor_position, cursor_column(field)))
            await press(pilot, "left")
        assert places == [(0, WIDTH - 1), (1, WIDTH - 2), (3, WIDTH - 3), (4, WIDTH - 4)]
        await press(pilot, "right", "backspace")
        assert field.value == "سلم"
        assert drawn(field) == end("ﻢﻠﺳ")


async def test_a_latin_word_in_arabic_is_walked_through_as_it_is_seen() -> None:
    async with FieldApp("رقم abc.").run_test() as pilot:
        field = pilot.app.query_one(TextField)
        # Drawn: the dot, abc, a blank, the Arabic word.
        await press(pilot, "home")
        walked = [field.cursor_position]
        for _ in range(8):
            await press(pilot, "left")
            walked.append(field.cursor_position)
        assert walked == [0, 1, 2, 3, 6, 5, 4, 7, 8]


async def test_words_are_jumped_over_with_their_marks() -> None:
    async with FieldApp("مُحَمَّد علي عمر").run_test() as pilot:
        field = pilot.app.query_one(TextField)
        await press(pilot, "home", "ctrl+left")
        assert field.cursor_position == field.value.index("علي")
        await press(pilot, "ctrl+left", "ctrl+left")
        assert field.cursor_position == len(field.value)
        await press(pilot, "ctrl+right")
        assert field.cursor_position == field.value.index("عمر")


async def test_long_text_shows_its_end_while_typed_and_its_beginning_at_home() -> None:
    text = "نعتذر عن التأخر في إنجاز هذه المعاملة"
    async with FieldApp().run_test() as pilot:
        field = pilot.app.query_one(TextField)
        await type_in(pilot, text)
        row = layout(text)[0]
        assert drawn(field) == " " + row.text[: WIDTH - 1]
        assert cursor_column(field) == 0
        await press(pilot, "home")
        assert drawn(field) == row.text[-WIDTH:]
        assert cursor_column(field) == WIDTH - 1
        # What is typed at the beginning moves the rest on, not the beginning away.
        await press(pilot, "و")
        assert drawn(field)[-2:] == layout("و" + text)[0].text[-2:]


@pytest.mark.parametrize(("rtl", "column"), [(False, 0), (True, WIDTH - 1)])
async def test_an_empty_field_waits_where_the_interface_begins(rtl: bool, column: int) -> None:
    async with FieldApp(rtl=rtl).run_test() as pilot:
        field = pilot.app.query_one(TextField)
        assert cursor_column(field) == column
        assert cursor_cells(field) == [column]
        field.rtl = not rtl
        await pilot.pause()
        assert cursor_cells(field) == [WIDTH - 1 - column]


async def test_numbers_stay_at_the_side_of_the_interface_and_read_from_the_left() -> None:
    async with FieldApp(rtl=True).run_test() as pilot:
        field = pilot.app.query_one(TextField)
        await type_in(pilot, "+966 ٤٥")
        assert field.value == "+966 ٤٥"
        assert drawn(field) == "+966 ٤٥ ".rjust(WIDTH)
        assert cursor_column(field) == WIDTH - 1


async def test_placeholder_is_drawn_in_its_own_direction() -> None:
    async with FieldApp(placeholder="اسم العميل").run_test() as pilot:
        field = pilot.app.query_one(TextField)
        assert drawn(field) == end(layout("اسم العميل")[0].text)
        assert cursor_cells(field) == [WIDTH - 1]


async def test_a_click_puts_the_cursor_on_the_letter_under_it() -> None:
    row = layout("سلام abc")[0]
    async with FieldApp("سلام abc").run_test() as pilot:
        field = pilot.app.query_one(TextField)
        for column in range(row.width):
            await pilot.click(field, offset=(WIDTH - row.width + column, 0))
            assert field.cursor_position == row.index_at(column)
        await pilot.click(field, offset=(2, 0))
        assert field.cursor_position == len(field.value)


async def test_pasted_lines_become_one_and_control_characters_blanks() -> None:
    async with FieldApp("ab").run_test() as pilot:
        field = pilot.app.query_one(TextField)
        field.cursor_position = 1
        field.post_message(Paste("سلام\r\nعليكم\x1b[2J\n"))
        await pilot.pause()
        assert field.value == "aسلام عليكم [2Jb"
        pilot.app.copy_to_clipboard("1\n2")
        await press(pilot, "ctrl+v")
        assert field.value == "aسلام عليكم [2J1 2b"


async def test_select_all_and_type_over() -> None:
    async with FieldApp("سلام").run_test() as pilot:
        field = pilot.app.query_one(TextField)
        await press(pilot, "ctrl+shift+a", "ب")
        assert field.value == "ب"
        await press(pilot, "shift+right")
        assert field.selected_text == "ب"
        await press(pilot, "left")
        assert field.cursor_position == 1


async def test_password_hides_letters_and_direction() -> None:
    async with FieldApp(password=True).run_test() as pilot:
        field = pilot.app.query_one(TextField)
        await type_in(pilot, "سلا")
        assert drawn(field).strip() == "•••"
        assert cursor_column(field) == 3


async def test_messages_limits_and_validity_are_those_of_input() -> None:
    app = FieldApp(max_length=4, validators=[Length(minimum=3)])
    async with app.run_test() as pilot:
        field = app.query_one(TextField)
        await type_in(pilot, "سل")
        assert field.has_class("-invalid")
        await type_in(pilot, "امه")
        assert field.value == "سلام"
        assert field.has_class("-valid")
        await press(pilot, "enter")
        assert app.said == [
            *(("changed", value) for value in ("س", "سل", "سلا", "سلام")),
            ("submitted", "سلام"),
        ]
        field.disabled = True
        await press(pilot, "ب")
        assert field.value == "سلام"


async def test_an_offered_completion_is_drawn_and_taken_with_the_key_that_points_forward() -> None:
    from textual.suggester import SuggestFromList

    async with FieldApp(suggester=SuggestFromList(["سلامة"])).run_test() as pilot:
        field = pilot.app.query_one(TextField)
        await type_in(pilot, "سل")
        await pilot.pause()
        await wait_until(pilot, lambda: field._suggestion == "سلامة")
        assert drawn(field) == end(layout("سلامة")[0].text)
        await press(pilot, "right", "left", "left")
        assert field.value == "سلامة"


async def wait_until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    for _ in range(100):
        if holds():
            return
        await pilot.pause()
    pytest.fail("it never came about")


async def test_selection_is_drawn_on_its_letters() -> None:
    async with FieldApp("ab سلام").run_test() as pilot:
        field = pilot.app.query_one(TextField)
        field.selection = Selection(3, 6)
        await pilot.pause()
        selected = field.get_component_rich_style("input--selection")
        cursor = cursor_column(field)
        column, cells = 0, []
        for segment in field.render_line(0):
            for _ in range(segment.cell_length):
                if segment.style is not None and segment.style.bgcolor == selected.bgcolor:
                    cells.append(column)
                column += 1
        # a, b, a blank, then meem (not selected, under the cursor), lam-alef and seen
        assert cursor == 3
        assert cells == [4, 5]


def test_what_is_taken_from_inside_input_is_still_there() -> None:
    """The few names of Input without a public door: when one is gone, the field needs another look."""
    for name in ("_cursor_offset", "_cell_offset_to_index", "_WORD_START", "_cursor_visible", "_suggestion"):
        assert hasattr(Input, name), name
