"""UAX #9 levels against Unicode's own cases, and the short way for text that needs none."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from agent_tui.arabic.levels import _ABOVE_ZERO, Base, base_level, first_strong, resolve, row_levels, visual_order

BIDI_CHARACTER_TEST = Path(__file__).parents[3] / "shared/data/unicode/BidiCharacterTest.txt"
BASES: dict[str, Base] = {"0": "ltr", "1": "rtl", "2": "auto"}


@pytest.mark.skipif(not BIDI_CHARACTER_TEST.exists(), reason="BidiCharacterTest.txt is not beside this checkout")
def test_every_case_of_bidi_character_test() -> None:
    cases = 0
    wrong = []
    for case in BIDI_CHARACTER_TEST.read_text(encoding="utf-8").splitlines():
        if not case or case.startswith("#"):
            continue
        points, direction, paragraph_level, expected_levels, expected_order = case.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        base, levels = resolve(text, BASES[direction])
        reset = row_levels(text, levels, base, 0, len(text))
        kept = [index for index, level in enumerate(expected_levels.split()) if level != "x"]
        found_levels = " ".join(str(reset[index]) if index in kept else "x" for index in range(len(text)))
        found_order = " ".join(str(kept[index]) for index in visual_order([reset[index] for index in kept]))
        cases += 1
        if (str(base), found_levels, found_order) != (paragraph_level, expected_levels, expected_order):
            wrong.append(case)
    assert cases == 91_707
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("", None),
        ("123 …", None),
        ("abc سلام", "ltr"),
        ("123 سلام abc", "rtl"),
        ("\u2068abc\u2069 سلام", "rtl"),
        ("\u2067سلام", None),
        ("\u2069سلام", "rtl"),
    ],
)
def test_first_strong_looks_outside_isolates(text: str, direction: str | None) -> None:
    assert first_strong(text) == direction


def test_base_level_is_forced_or_found() -> None:
    assert [base_level("سلام", base) for base in ("auto", "rtl", "ltr")] == [1, 1, 0]
    assert [base_level("12", base) for base in ("auto", "rtl", "ltr")] == [0, 1, 0]


def test_no_character_above_level_zero_takes_the_short_way() -> None:
    raising = {"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"}
    chars = [chr(point) for point in range(sys.maxunicode + 1) if unicodedata.bidirectional(chr(point)) in raising]
    assert [hex(ord(char)) for char in chars if not _ABOVE_ZERO.search(char)] == []


@pytest.mark.parametrize("odd", ["\ud800", "\r", "\x1c", "\x85", "\u2029", "\x00"])
def test_one_level_per_code_point_whatever_the_text_holds(odd: str) -> None:
    text = f"سلام{odd}abc{odd}"
    base, levels = resolve(text)
    assert (base, len(levels)) == (1, len(text))


def test_left_to_right_text_imports_no_tables() -> None:
    script = (
        "import sys; from agent_tui.arabic.layout import layout; layout('plain – “text”, déjà vu ✓ ─', 8);"
        "heavy = {'bidi', 'arabic_reshaper', 'rich', 'textual', 'agent_tui.arabic.shaping'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
