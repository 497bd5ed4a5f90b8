"""Rows as drawn against GNU FriBidi's, on lines that mix all that a customer's text mixes."""

import random
import shutil
import subprocess

import pytest

from agent_tui.arabic.layout import Base, layout

# FriBidi joins no lam-alef over a mark, fonts and we do: words here have none there.
ARABIC = "سلام الإنترنت لا الآن قرآن موظفة شَدَّة مُحَمَّد لإِ بِلاَ ؤسئء ى ة پژگ"
OTHERS = "abc x Request naïve 12 3.5 ٣٤ ۵۶ 10% +966 $5 # 12:30 2024/05/01 agent@example.com"
SIGNS = "( ) [ ] { } < > « » “ ” ‹ › ، ؟ ؛ . , - – / % : ! … \u200f \u200e \u200c"
PARTS = [part for parts in (ARABIC, OTHERS, SIGNS) for part in parts.split(" ")]


def _lines(count: int) -> list[str]:
    chance = random.Random(14)
    words = [chance.choice(PARTS) + chance.choice((" ", " ", "")) for _ in range(count * 8)]
    return ["".join(words[first : first + chance.randint(1, 14)]).strip() or "-" for first in range(0, len(words), 8)]


@pytest.mark.skipif(shutil.which("fribidi") is None, reason="the fribidi program (libfribidi-bin) is not installed")
@pytest.mark.parametrize(("base", "option"), [("rtl", ["--rtl"]), ("ltr", ["--ltr"]), ("auto", [])])
def test_no_difference_to_fribidi(base: Base, option: list[str]) -> None:
    lines = _lines(600)
    command = ["fribidi", "--nopad", "--nobreak", "--clean", "--reordernsm", *option]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=True)
    expected = dict(zip(lines, done.stdout.replace("\u0621", "\ufe80").splitlines(), strict=True))
    drawn = {text: layout(text, base=base, marks=True)[0].text for text in lines}
    assert {text: row for text, row in drawn.items() if row != expected[text]} == {}
