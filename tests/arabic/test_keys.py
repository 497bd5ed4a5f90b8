"""Letter shortcuts on an Arabic keyboard."""

import string

import pytest

from agent_tui.arabic.keys import arabic_key, latin_key


@pytest.mark.parametrize(
    ("char", "key"),
    [
        ("ش", "a"),
        ("س", "s"),
        ("لا", "b"),
        ("\ufefb", "b"),
        ("ظ", "/"),
        ("؟", "?"),
        ("ذ", "`"),
        ("٣", "3"),
        ("۳", "3"),
        ("a", None),
        ("3", None),
        ("پ", None),
        ("", None),
    ],
)
def test_the_latin_key_under_an_arabic_character(char: str, key: str | None) -> None:
    assert latin_key(char) == key


def test_every_latin_letter_has_its_arabic_one() -> None:
    arabic = {letter: arabic_key(letter) for letter in string.ascii_lowercase}
    assert None not in arabic.values()
    assert {letter: latin_key(char) for letter, char in arabic.items() if char} == {key: key for key in arabic}


def test_every_digit_has_its_arabic_one() -> None:
    assert "".join(latin_key(digit) or "" for digit in "٠١٢٣٤٥٦٧٨٩") == string.digits
