"""What search takes as the same."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, strategies as st

from agent_tui.arabic.folding import fold, fold_with_map

FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أإآٱا", "ااااا"),
        ("مكتبة", "مكتبه"),
        ("مستشفى", "مستشفي"),
        ("مؤسسة سائل", "موسسه سايل"),
        ("مُحَمَّدٌ", "محمد"),
        ("مـــرحبا", "مرحبا"),
        ("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹", "0123456789 0123456789"),
        ("٪٥٫٢", "%5.2"),
        ("ﻻ ﷲ", "لا الله"),
        ("علی کریم", "علي كريم"),
        ("\u2067نص\u2069\u200f\u200c\u00ad", "نص"),
        ("Straße JOSÉ ﬁ", "strasse jose fi"),
        ("❤\ufe0f", "❤"),
        ("a\nb\tc", "a\nb\tc"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(FORMS))
def test_composed_and_decomposed_fold_alike(text: str, form: Literal["NFC", "NFD"]) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)


@given(st.text(), st.text())
def test_a_part_folds_as_it_does_in_the_whole(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


@given(st.text())
def test_the_map_has_the_source_of_every_character(text: str) -> None:
    folded, sources = fold_with_map(text)
    assert (folded, len(folded)) == (fold(text), len(sources))
    assert all(folded[at] in fold(text[source]) for at, source in enumerate(sources))
    assert list(sources) == sorted(sources)


def test_a_match_is_found_in_its_source() -> None:
    source = "المُوَظَّفة"
    folded, sources = fold_with_map(source)
    at = folded.index("موظفه")
    assert source[sources[at] : sources[at + len("موظفه") - 1] + 1] == "مُوَظَّفة"
