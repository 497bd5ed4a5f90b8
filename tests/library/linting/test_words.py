"""Every code has its words in both languages, and they say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agent_tui.library.linting import linter
from agent_tui.library.linting.words import WORDS
from agent_tui.library.messages import MESSAGES

RULES = Path(linter.__file__).parent / "rules"


def test_every_code_has_its_words_and_every_word_its_rule() -> None:
    rules = "\n".join(path.read_text("utf-8") for path in RULES.glob("*.py"))
    assert {code for code in WORDS if f'"{code}"' not in rules} == set()


def test_codes_of_rules_are_none_of_loading() -> None:
    assert not set(WORDS) & set(MESSAGES)


SLOT = re.compile(r"(?<!\{)\{([a-z_]+)\}(?!\})")


@pytest.mark.parametrize("code", WORDS)
def test_both_languages_say_it_with_the_same_facts(code: str) -> None:
    entry = WORDS[code]
    assert set(SLOT.findall(entry.en)) == set(SLOT.findall(entry.ar))
    for text in (entry.en, entry.ar):
        assert text.format_map(dict.fromkeys(SLOT.findall(text), "x")).endswith((".", "…", "x."))
        assert "  " not in text
    assert re.search("[\u0621-\u064a]", entry.ar)
    assert not re.search("[,?;]", SLOT.sub("", entry.ar).replace("(,", ""))
