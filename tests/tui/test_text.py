"""Whatever is shown: in rows as the layout gives them, each style on its own letters, brackets as brackets."""

import pickle
import subprocess
import sys

import pytest
from hypothesis import given, strategies as st
from rich.console import Console
from textual.app import App
from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from agent_tui.arabic.layout import layout
from agent_tui.tui.drawn.place import Place
from agent_tui.tui.text import Prose, SpeaksArabic, Words, one_line, shown
from tests.tui.places import ShowsText, flush

MIXED = "نعتذر عن تأخر الطلب 4521 (تجديد) لدى Ministry of Transport [A-12] ولا نلوم أحدًا\nPlain words and سلام"
RED = Style.parse("red")


def strips(text: Prose, width: int, **rules: object) -> list[Strip]:
    options = RenderOptions(lambda style: style if isinstance(style, Style) else Style.parse(style), rules)  # type: ignore[arg-type]
    return text.render_strips(width, None, Style.null(), options)


def red_letters(strip: Strip) -> str:
    return "".join(
        segment.text for segment in strip if segment.style is not None and segment.style.color == RED.rich_style.color
    )


@pytest.mark.parametrize("width", [12, 20, 37, 60, 100])
def test_rows_are_those_of_the_layout_flush_where_they_begin(width: int) -> None:
    text = shown(MIXED)
    assert [strip.text for strip in strips(text, width)] == flush(MIXED, width)
    assert text.get_height({}, width) == len(flush(MIXED, width))
    assert all(strip.cell_length == len(strip.text) for strip in strips(text, width))


def test_a_text_of_another_language_is_textuals_own_affair() -> None:
    text = shown("Plain words, some [brackets]")
    assert not text.turns
    assert [strip.text.rstrip() for strip in strips(text, 12)] == ["Plain words,", "some", "[brackets]"]


def test_a_forced_base_puts_every_row_on_its_side() -> None:
    assert strips(shown("abc.", base="rtl"), 10)[0].text == "      .abc"
    assert strips(shown("سلام abc", base="ltr"), 12)[0].text == "ﻡﻼﺳ abc"


@pytest.mark.parametrize(
    ("align", "drawn"),
    [("left", "   ﻡﻼﺳ"), ("start", "   ﻡﻼﺳ"), ("end", "ﻡﻼﺳ"), ("center", " ﻡﻼﺳ  "), ("right", "   ﻡﻼﺳ")],
)
def test_alignment_is_in_reading_direction(align: str, drawn: str) -> None:
    assert strips(shown("سلام"), 6, text_align=align)[0].text == drawn


def test_line_pad_stays_blank_on_both_sides() -> None:
    text = shown("سلام عليكم")
    assert [strip.text for strip in strips(text, 8, line_pad=1)] == ["    ﻡﻼﺳ", "  ﻢﻜﻴﻠﻋ"]
    assert text.get_optimal_width({"line_pad": 1}, 80) == layout("سلام عليكم")[0].width + 2
    assert text.get_height({"line_pad": 1}, 8) == 2


def test_text_that_may_not_wrap_loses_its_logical_end() -> None:
    text = shown("السلام عليكم ورحمة الله")
    assert (
        strips(text, 13, text_wrap="nowrap", text_overflow="ellipsis")[0].text == " …" + layout("السلام عليكم")[0].text
    )
    assert strips(text, 12, text_wrap="nowrap", text_overflow="clip")[0].text.strip() == layout("السلام عليكم")[0].text


@given(st.text("سلام بتabc (1)\n", max_size=40), st.integers(2, 30), st.data())
def test_styles_travel_with_their_letters(text: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    drawn = strips(shown(Content(text).stylize(RED, start, end)), width)
    if not shown(text).turns:
        return
    rows = layout(text, width)
    assert len(drawn) == len(rows)
    for strip, row in zip(drawn, rows, strict=True):
        assert red_letters(strip) == "".join(cell.display for cell in row.cells if start <= cell.start < end)


@given(st.text("سلامب abc[1]", max_size=30), st.data())
def test_spans_of_a_single_row_travel_too(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    row = one_line(Content(text).stylize(RED, start, end))
    letters = layout(text)[0].cells
    assert row.plain == "".join(cell.display for cell in letters)
    red = {index for span in row.spans for index in range(span.start, span.end)}
    expected = [start <= cell.start < end for cell in letters for _ in cell.display]
    assert [index in red for index in range(len(row.plain))] == expected


def test_one_row_is_cut_at_its_logical_end() -> None:
    assert one_line("السلام عليكم\nورحمة").plain == layout("السلام عليكم ورحمة")[0].text
    assert one_line("السلام عليكم ورحمة الله", 13).plain == "…" + layout("السلام عليكم")[0].text
    assert one_line("Plain words", 8).plain == "Plain w…"


def test_brackets_are_never_markup_and_control_characters_never_sent() -> None:
    assert strips(shown("[/x] order [A-12]"), 30)[0].text.rstrip() == "[/x] order [A-12]"
    assert strips(shown("طلب [/x]"), 30)[0].text == layout("طلب [/x]")[0].text.rjust(30)
    assert "\x1b" not in shown("a\x1b[2Jb\x9b").plain
    assert shown("one\r\ntwo\u2028three").plain == "one\ntwo\nthree"
    assert [strip.text for strip in strips(shown("سلام\x1b[2J\tx"), 30)] == [layout("سلام [2J x")[0].text.rjust(30)]


def test_marks_are_hidden_unless_the_setting_shows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert strips(shown("مُحَمَّد"), 8)[0].text == "    ﺪﻤﺤﻣ"
    monkeypatch.setattr(Prose, "marks", True)
    assert "\u064f" in strips(shown("مُحَمَّد"), 8)[0].text


def test_a_place_walks_backwards_and_survives_pickling() -> None:
    place = pickle.loads(pickle.dumps(Place(5, -1)))
    assert (place, place + 2, place + 9) == (5, 3, 0)


async def test_the_mouse_selects_in_logical_order() -> None:
    async with ShowsText(lambda: Words("abc سلام\nسطر ثان", classes="words")).run_test(size=(20, 4)) as pilot:
        words = pilot.app.query_one(Words)
        row, second = layout("abc سلام\nسطر ثان")

        def under(x: int, y: int) -> Offset | None:
            return pilot.app.screen.get_widget_and_offset_at(x, y)[1]

        for letter in row.cells:
            assert under(letter.column, 0) == Offset(letter.start, 0)
        for letter in second.cells:
            assert under(20 - second.width + letter.column, 1) == Offset(letter.start - second.start, 1)
        assert under(0, 1) == Offset(len("سطر ثان"), 1)  # the blank left of it is its end
        assert words.get_selection(Selection(Offset(2, 0), Offset(3, 1))) == ("c سلام\nسطر", "\n")


async def test_what_is_selected_is_drawn_so_on_its_letters() -> None:
    async with ShowsText(lambda: Words("سلام عليكم")).run_test(size=(20, 4)) as pilot:
        words = pilot.app.query_one(Words)
        pilot.app.screen.selections = {words: Selection(Offset(5, 0), Offset(10, 0))}
        await pilot.pause()
        line = words.render_line(0)
        plain = words.rich_style.bgcolor
        lit = "".join(part.text for part in line if part.style is not None and part.style.bgcolor != plain)
        assert lit.strip() == layout("سلام عليكم")[0].text[:5]


async def test_words_are_updated_by_logical_text() -> None:
    async with ShowsText(lambda: Words("[/x]"), lambda: Words("abc", base="rtl")).run_test(size=(20, 6)) as pilot:
        first, second = pilot.app.query(Words)
        first.update("سلام [1]")
        second.update(Content("def"))
        await pilot.pause()
        assert first.render_line(0).text == layout("سلام [1]")[0].text.rjust(20)
        assert second.render_line(0).text == "def".rjust(20)
        assert str(first.content) == "سلام [1]"


def test_rich_prints_prose_too() -> None:
    console = Console(width=30, file=None, record=True, quiet=True)
    lines = console.render_lines(shown("سلام [1]"))
    assert "".join(segment.text for segment in lines[0]) == layout("سلام [1]")[0].text.rjust(30)


def test_english_alone_never_loads_the_arabic_layout() -> None:
    program = (
        "import sys; from agent_tui.tui.text import shown, one_line; "
        "shown('plain').get_height({}, 9); one_line('plain', 3); "
        "sys.exit(any(name.startswith('agent_tui.arabic') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_app_keeps_textuals_own_type() -> None:
    assert issubclass(SpeaksArabic, App)
