"""The forms of Arabic letters, and the ligatures that one character stands for."""

from functools import cache
from typing import NamedTuple
from unicodedata import category, decomposition

LAM = "\u0644"
ZWJ = "\u200d"
FIRST_LIGATURE = "\ufbea"
_BISMILLAH = "\ufdfd"  # the one ligature whose letters Unicode does not give
_BISMILLAH_LETTERS = "بسم الله الرحمن الرحيم"
_JOINS_BEFORE = frozenset({"<final>", "<medial>"})
_JOINS_AFTER = frozenset({"<initial>", "<medial>"})


class Forms(NamedTuple):
    """Presentation forms of a letter; "" where the letter has none."""

    isolated: str
    initial: str
    medial: str
    final: str

    def joined(self, before: bool, after: bool) -> str:
        """The form that joins to the letter before, after, both or neither, as far as this letter can."""
        if before and after and self.medial:
            return self.medial
        if before and self.final:
            return self.final
        if after and self.initial:
            return self.initial
        return self.isolated


LAM_ALEF = {
    "\u0622": Forms("\ufef5", "", "", "\ufef6"),
    "\u0623": Forms("\ufef7", "", "", "\ufef8"),
    "\u0625": Forms("\ufef9", "", "", "\ufefa"),
    "\u0627": Forms("\ufefb", "", "", "\ufefc"),
}
"""Alef -> the forms of lam with that alef, which always become one cell."""


@cache
def letter_forms() -> dict[str, Forms]:
    """Forms of every letter that arabic-reshaper knows and Unicode encodes."""
    from arabic_reshaper.letters import LETTERS_ARABIC

    return {
        letter: Forms(*(_encoded(form) for form in forms))._replace(isolated=_encoded(forms[0]) or letter)
        for letter, forms in LETTERS_ARABIC.items()
        if letter != ZWJ
    }


def _encoded(form: str) -> str:
    # Some fonts draw Kurdish letters at private code points; a terminal's font does not.
    return "" if form and category(form) == "Co" else form


@cache
def ligature_letters(char: str) -> str:
    """Letters of a ligature that is one cell by width and up to nine as drawn (U+FBEA to U+FDFD); "" for any other."""
    if not FIRST_LIGATURE <= char <= _BISMILLAH:
        return ""
    if char == _BISMILLAH:
        return _BISMILLAH_LETTERS
    shape, *points = decomposition(char).split() or [""]
    letters = "".join(chr(int(point, 16)) for point in points)
    if len(letters) < 2 or letters.startswith(" "):
        return ""
    return (ZWJ if shape in _JOINS_BEFORE else "") + letters + (ZWJ if shape in _JOINS_AFTER else "")
