"""Our widths are those the drawing library measures by."""

import sys
from unicodedata import category

from rich.cells import cell_len

from agent_tui.arabic.widths import WIDTHS, cells


def test_every_assigned_character_is_as_wide_as_rich_says() -> None:
    unknown_here = {"Cn", "Cs", "Co"}  # unassigned in this Python's Unicode, surrogates, private use
    chars = [chr(point) for point in range(sys.maxunicode + 1) if category(chr(point)) not in unknown_here]
    different = {hex(ord(char)) for char in chars if WIDTHS[char] != cell_len(char)}
    assert different == set()


def test_emoji_younger_than_this_python_are_wide() -> None:
    assert [cells(char) for char in "\U0001fae8\U0001fa77\U0001fae9"] == [2, 2, 2]


def test_a_text_is_the_sum_of_its_characters() -> None:
    assert cells("a\u0301 世界 ﻻ") == 8
