"""Rows of cells, and the way from an index to a column and back."""

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from agent_tui.arabic.clusters import clusters
from agent_tui.arabic.layout import Base, Row, layout, line

LETTERS = "ابتلامأإآىةؤئء ٣12aB-./()[]«»،؟َُِّْ\u0653\u0654世\n\t\r"
ODDITIES = "\u200e\u200f\u200c\u200d\u2067\u2068\u2069\u202b\u202e\u202c👍🏽🇸\ufdfa\ufe0f\ud800\u2029\u200b"
# Of a character that this Python's Unicode has not assigned, nobody knows the width.
texts = st.text(st.sampled_from(LETTERS + ODDITIES)) | st.text(st.characters(exclude_categories=["Cn", "Cs", "Co"]))
widths = st.integers(0, 12)
bases = st.sampled_from(["auto", "rtl", "ltr"])


def row(text: str, base: Base = "auto") -> Row:
    (only,) = layout(text, base=base)
    return only


def ranges(text: str, width: int) -> list[str]:
    return [text[found.start : found.end] for found in layout(text, width)]


@given(texts, widths, bases, st.booleans())
def test_every_index_is_on_exactly_one_row(text: str, width: int, base: Base, marks: bool) -> None:
    rows = layout(text, width, base=base, marks=marks)
    assert [index for found in rows for index in range(found.start, found.end)] == list(range(len(text)))
    assert all(found.start <= found.last <= found.end for found in rows)
    assert rows[-1].last == len(text)


@given(texts, widths, bases)
def test_no_row_is_wider_than_the_width_unless_one_cluster_is(text: str, width: int, base: Base) -> None:
    for found in layout(text, width, base=base):
        assert found.width == sum(cell.width for cell in found.cells) == cell_len(found.text)
        assert not width or found.width <= width or len(found.cells) == 1


@given(texts, widths, bases)
def test_cells_stand_side_by_side(text: str, width: int, base: Base) -> None:
    for found in layout(text, width, base=base):
        edges = [(cell.column, cell.column + cell.width) for cell in found.cells]
        assert [0, *(right for _, right in edges)] == [*(left for left, _ in edges), found.width]


@given(texts, widths, bases)
def test_a_cluster_is_found_again_where_it_is_drawn(text: str, width: int, base: Base) -> None:
    for found in layout(text, width, base=base):
        for cell in found.cells:
            assert found.column_of(cell.start) == cell.column
            assert {found.index_at(cell.column + inside) for inside in range(cell.width)} == {cell.start}


@given(texts, bases, st.booleans())
def test_the_drawn_text_is_a_permutation_of_the_clusters(text: str, base: Base, marks: bool) -> None:
    text = text.replace("\n", " ")
    found = layout(text, base=base, marks=marks)[0].cells
    shaped = [(c.start, c.end, c.width) for c in clusters(text, marks=marks) if c.width]
    assert sorted((cell.start, cell.end, cell.width) for cell in found) == shaped


@given(texts, widths, bases)
def test_only_blanks_hang(text: str, width: int, base: Base) -> None:
    drawn = {cell.start for found in layout(text, width, base=base) for cell in found.cells}
    hidden = [cluster for cluster in clusters(text) if cluster.width and cluster.start not in drawn]
    assert [cluster.display for cluster in hidden if not cluster.display.isspace()] == []


@given(texts, st.integers(1, 12), bases)
def test_a_label_is_never_wider_than_its_room(text: str, width: int, base: Base) -> None:
    assert cell_len(line(text, width, base=base)) <= width


def test_a_row_of_mixed_text() -> None:
    assert row("سلام (abc) 12").text == "12 (abc) \ufee1\ufefc\ufeb3"
    assert row("abc (سلام) 12").text == "abc (\ufee1\ufefc\ufeb3) 12"
    assert row("12 (x)", "rtl").text == "(x) 12"


def test_the_cursor_in_a_right_to_left_row() -> None:
    found = row("سلام")
    assert (found.rtl, found.width) == (True, 3)
    assert [found.column_of(index) for index in range(5)] == [2, 1, 1, 0, -1]
    assert [found.index_at(column) for column in (-5, -1, 0, 1, 2, 3)] == [4, 4, 3, 1, 0, 0]


def test_the_cursor_in_a_left_to_right_row() -> None:
    found = row("abc")
    assert [found.column_of(index) for index in range(4)] == [0, 1, 2, 3]
    assert [found.index_at(column) for column in (-1, 0, 2, 3, 9)] == [0, 0, 2, 3, 3]


def test_a_click_past_a_row_stays_on_that_row() -> None:
    first, second, third = layout("ab cd\nef", 2)
    assert [found.index_at(9) for found in (first, second, third)] == [2, 5, 8]


def test_the_cursor_on_what_draws_nothing_is_on_what_follows() -> None:
    found = row("\u200fab")
    assert (found.column_of(0), found.column_of(1)) == (0, 0)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("\n", 5, ["\n", ""]),
        ("ab cd ef", 5, ["ab cd ", "ef"]),
        ("ab    cd", 3, ["ab    ", "cd"]),
        ("abcdefg h", 3, ["abc", "def", "g h"]),
        ("a bcdefg", 3, ["a ", "bcd", "efg"]),
        ("self-service", 6, ["self-", "servic", "e"]),
        ("x -5", 3, ["x ", "-5"]),
        ("1/2 a/b", 4, ["1/2 ", "a/b"]),
        ("and/or", 4, ["and/", "or"]),
        ("aa\u200bbb", 3, ["aa\u200b", "bb"]),
        ("a\u00a0b c", 3, ["a\u00a0b ", "c"]),
        ("世界", 3, ["世", "界"]),
        ("世界", 1, ["世", "界"]),
        ("سلام سلام", 3, ["سلام ", "سلام"]),
    ],
)
def test_where_rows_break(text: str, width: int, expected: list[str]) -> None:
    assert ranges(text, width) == expected


def test_a_paragraph_wraps_from_its_beginning() -> None:
    assert [found.text for found in layout("واحد اثنان", 5)] == [row("واحد").text, row("اثنان").text]


def test_letters_keep_their_form_across_a_break() -> None:
    assert [found.text for found in layout("ببب", 2)] == ["\ufe92\ufe91", "\ufe90"]


def test_levels_are_those_of_the_whole_paragraph() -> None:
    rows = layout("سلام abc def", 8)
    assert [(found.rtl, found.text) for found in rows] == [(True, "abc \ufee1\ufefc\ufeb3"), (True, "def")]


def test_each_paragraph_has_its_own_base() -> None:
    assert [found.rtl for found in layout("سلام\nabc\n12")] == [True, False, False]
    assert [found.rtl for found in layout("سلام\nabc\n12", base="rtl")] == [True, True, True]


def test_trailing_blanks_stand_at_the_logical_end() -> None:
    assert row("سلام ").text == " \ufee1\ufefc\ufeb3"
    assert row("abc سلام ").text == "abc \ufee1\ufefc\ufeb3 "


def test_marks_are_hidden_unless_asked_for() -> None:
    (hidden,), (shown,) = layout("مُ"), layout("مُ", marks=True)
    assert (hidden.text, shown.text) == ("\ufee1", "\ufee1\u064f")
    assert hidden.width == shown.width == 1


def test_a_return_before_the_newline_draws_nothing() -> None:
    assert [found.text for found in layout("a\r\nb")] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("abcdef", 4, "abc…"),
        ("ab cdef", 4, "ab…"),
        ("abcd  ", 4, "abcd"),
        ("abc", 3, "abc"),
        ("a\nb", 0, "a b"),
        ("abc", 1, "…"),
        ("سلام عليكم", 5, "…\ufee1\ufefc\ufeb3"),
        ("سلام", 2, "…\ufeb3"),
        ("سلام", 3, "\ufee1\ufefc\ufeb3"),
    ],
)
def test_a_label_is_cut_at_its_logical_end(text: str, width: int, expected: str) -> None:
    assert line(text, width) == expected
