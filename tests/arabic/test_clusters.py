"""What one cluster holds, and what is drawn for it."""

import pytest
from rich.cells import cell_len

from agent_tui.arabic.clusters import _PLAIN, Cluster, clusters
from agent_tui.arabic.letters import letter_forms
from agent_tui.arabic.shaping import shaped


def drawn(text: str, *, marks: bool = False) -> str:
    return "".join(cluster.display for cluster in clusters(text, marks=marks))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ب", "\ufe8f"),
        ("ببب", "\ufe91\ufe92\ufe90"),
        ("دار", "\ufea9\ufe8d\ufead"),
        ("شيء", "\ufeb7\ufef2\ufe80"),
        ("بـ", "\ufe91\u0640"),
        ("مدرسة", "\ufee3\ufeaa\ufead\ufeb3\ufe94"),
        ("b ب", "b \ufe8f"),
    ],
)
def test_letters_join_to_their_neighbours(text: str, expected: str) -> None:
    assert drawn(text) == expected


def test_joining_looks_through_marks() -> None:
    assert drawn("بِبْ") == "\ufe91\ufe90"
    assert drawn("بِبْ", marks=True) == "\ufe91\u0650\ufe90\u0652"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لا", "\ufefb"),
        ("بلا", "\ufe91\ufefc"),
        ("لأ", "\ufef7"),
        ("لإ", "\ufef9"),
        ("لآ", "\ufef5"),
        ("لَا", "\ufefb"),
        ("لالا", "\ufefb\ufefb"),
    ],
)
def test_lam_alef_is_one_cell(text: str, expected: str) -> None:
    assert drawn(text) == expected
    assert sum(cluster.width for cluster in clusters(text)) == len(expected)


def test_lam_alef_keeps_the_marks_of_both() -> None:
    assert clusters("لِاَ", marks=True) == [Cluster("\ufefb\u0650\u064e", 0, 4, 1)]


def test_marks_belong_to_their_base() -> None:
    assert [(cluster.start, cluster.end) for cluster in clusters("مُحَمَّد")] == [(0, 2), (2, 4), (4, 7), (7, 8)]


@pytest.mark.parametrize(
    ("apart", "composed"), [("ا\u0653", "آ"), ("ا\u064e\u0654", "أ"), ("ي\u0654", "ئ"), ("لا\u0655", "لإ")]
)
def test_a_hamza_written_apart_is_still_a_hamza(apart: str, composed: str) -> None:
    assert drawn(apart) == drawn(composed)


def test_a_composed_hamza_is_not_drawn_twice() -> None:
    assert drawn("ا\u0654\u064e", marks=True) == "\ufe83\u064e"


def test_zero_width_joiners_shape_and_draw_nothing() -> None:
    assert drawn("ه\u200d") == "\ufeeb"
    assert drawn("\u200dه") == "\ufeea"
    assert drawn("بي\u200cب") == "\ufe91\ufef2\ufe8f"
    assert drawn("ل\u200cا") == "\ufedd\ufe8d"


@pytest.mark.parametrize(
    "control",
    [*"\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff\u00ad\x1b\x00\x9b"],
)
def test_controls_draw_nothing(control: str) -> None:
    assert drawn(f"a{control}b") == "ab"
    assert drawn(control) == ""


def test_a_tab_is_a_blank_and_a_surrogate_a_replacement() -> None:
    assert drawn("a\tب\ud800") == "a \ufe8f\ufffd"


@pytest.mark.parametrize(
    ("ligature", "width"),
    [("\ufdf2", 4), ("\ufdfa", 18), ("\ufdfd", 22), ("\ufdfc", 4), ("\ufc08", 2)],
)
def test_a_wide_ligature_is_one_cluster_of_its_letters(ligature: str, width: int) -> None:
    (cluster,) = clusters(ligature)
    assert (cluster.start, cluster.end, cluster.width, cell_len(cluster.display)) == (0, 1, width, width)


def test_the_letters_of_a_ligature_stand_in_visual_order() -> None:
    assert drawn("\ufdf2") == "".join(reversed(drawn("الله")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("e\u0301", [("e\u0301", 1)]),
        ("🇸🇦", [("🇸🇦", 2)]),
        ("🇸🇦🇪", [("🇸🇦", 2), ("🇪", 1)]),
        ("👍🏽", [("👍", 2)]),
        ("❤\ufe0f", [("❤", 1)]),
        ("1\ufe0f\u20e3", [("1\u20e3", 1)]),
        ("👨\u200d👩\u200d👧", [("👨👩👧", 6)]),
        ("🏴\U000e0067\U000e007f", [("🏴", 2)]),
        ("世", [("世", 2)]),
        ("\u1112\u1161\u11ab", [("\u1112\u1161\u11ab", 2)]),
    ],
)
def test_sequences_are_one_cluster_as_wide_as_their_parts(text: str, expected: list[tuple[str, int]]) -> None:
    found = clusters(text)
    assert [(cluster.display, cluster.width) for cluster in found] == expected
    assert all(cell_len(cluster.display) == cluster.width for cluster in found)


def test_no_form_is_a_private_code_point() -> None:
    forms = {form for forms in letter_forms().values() for form in forms if form}
    assert not [form for form in forms if "\ue000" <= form <= "\uf8ff"]
    assert len(letter_forms()) > 70


def test_the_short_way_for_plain_text_comes_to_the_same() -> None:
    plain = [chr(point) for point in range(0x3000) if _PLAIN.fullmatch(chr(point))]
    assert len(plain) > 3000
    assert clusters("".join(plain)) == shaped("".join(plain), marks=False)
