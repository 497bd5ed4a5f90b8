"""Every problem has its words in both languages, and they say what the place needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import agent_tui.library
from agent_tui.core.language import Language
from agent_tui.library import Problem
from agent_tui.library.messages import MESSAGES

PACKAGE = Path(agent_tui.library.__file__).parent
SOURCE = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if "messages" not in path.parts)
SLOT = re.compile(r"(?<!\{)\{([a-z_]+)\}(?!\})")


def test_every_code_is_used_and_every_used_code_has_words() -> None:
    assert {code for code in MESSAGES if f'"{code}"' not in SOURCE} == set()
    reported = re.findall(
        r'(?:report|warn|wrong|UnreadableError|_refused|_about)\(\s*(?:[\w.()*, ]+,\s*)?"([a-z_0-9]+)"', SOURCE
    )
    assert set(reported) <= set(MESSAGES)
    assert len(set(reported)) > 50


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_say_the_same_with_the_same_facts(code: str) -> None:
    english, arabic = MESSAGES[code]
    assert set(SLOT.findall(english)) == set(SLOT.findall(arabic)), code
    for text in (english, arabic):
        text.format_map(dict.fromkeys(SLOT.findall(text), "x"))
        assert text.endswith((".", "{found}”.", "»."))
    assert re.search("[\u0621-\u064a]", arabic)
    assert not re.search("[\u0621-\u064a]", english)
    assert "?" not in SLOT.sub("", arabic.replace("? :", ""))


def test_a_problem_reads_as_one_line() -> None:
    problem = Problem(Path("services/x.yaml"), 12, 7, "apologise.say[0].text", "missing_language", {"language": "ar"})
    assert str(problem) == (
        "services/x.yaml:12:7: apologise.say[0].text: "
        "Arabic (ar) is declared for this file, but this text has none. Add it, or take the language out of languages."
    )
    assert problem.message(Language.ARABIC) == (
        "اللغة العربية (ar) معلنة لهذا الملف، ولا نص بها هنا. أضفه أو احذفها من languages."
    )


def test_moods_are_listed_as_people_do() -> None:
    problem = Problem(Path("x"), 1, 1, "thank.say", "stage_without_phrase", {"stage": "thank", "mood": "upset, angry"})
    assert "In Thank, a customer who is upset or angry" in problem.message(Language.ENGLISH)
    assert "في مرحلة الشكر لا يجد الموظف ما يقوله إن كان العميل مستاءً أو غاضبًا." in problem.message(Language.ARABIC)


def test_braces_in_what_was_found_stay_as_they_are() -> None:
    problem = Problem(Path("x"), 1, 1, "", "not_in_list", {"found": "{0} {known}", "known": "a, b"})
    assert problem.message(Language.ENGLISH) == "{0} {known} is not one of the values possible here. Known here: a, b."
