"""Counted nouns against CLDR's own examples, and against grammar where CLDR has none."""

import json
from pathlib import Path

import pytest

from agent_tui.arabic.numbers import NOUNS, Case, counted, digits

CLDR = Path(__file__).parents[3] / "shared/data/cldr/arabic_plurals_cldr.json"


@pytest.mark.skipif(not CLDR.exists(), reason="the CLDR examples are not beside this checkout")
@pytest.mark.parametrize(("examples", "noun"), [("minutes", "minute"), ("days", "day")])
def test_cldr_examples(examples: str, noun: str) -> None:
    expected: dict[str, str] = json.loads(CLDR.read_text(encoding="utf-8"))[examples]
    # CLDR's none is a bare 0, which is our genitive.
    case: dict[str, Case] = {"0": "genitive"}
    found = {n: counted(int(n), noun, case.get(n, "nominative"), spell_one=False) for n in expected}
    assert found == expected


@pytest.mark.skipif(not CLDR.exists(), reason="the CLDR examples are not beside this checkout")
def test_cldr_plural_categories() -> None:
    rule: dict[str, list[int]] = json.loads(CLDR.read_text(encoding="utf-8"))["rule"]
    expected = {"few": "{} أيام", "many": "{} يومًا", "other": "{} يوم"}
    for category, form in expected.items():
        assert [counted(n, "day") for n in rule[category]] == [form.format(n) for n in rule[category]]


@pytest.mark.parametrize(
    ("n", "noun", "nominative", "genitive"),
    [
        (0, "promise", "لا التزامات", "0 التزام"),
        (0, "second", "لا ثواني", "0 ثانية"),
        (1, "day", "يوم واحد", "يوم واحد"),
        (1, "call", "مكالمة واحدة", "مكالمة واحدة"),
        (1, "working day", "يوم عمل واحد", "يوم عمل واحد"),
        (1, "callback", "معاودة اتصال واحدة", "معاودة اتصال واحدة"),
        (2, "day", "يومان", "يومين"),
        (2, "hour", "ساعتان", "ساعتين"),
        (2, "working day", "يوما عمل", "يومَي عمل"),
        (2, "working hour", "ساعتا عمل", "ساعتَي عمل"),
        (2, "callback", "معاودتا اتصال", "معاودتَي اتصال"),
        (3, "working day", "3 أيام عمل", "3 أيام عمل"),
        (3, "second", "3 ثوانٍ", "3 ثوانٍ"),
        (10, "phrase", "10 جمل", "10 جمل"),
        (11, "interaction", "11 تفاعلًا", "11 تفاعلًا"),
        (11, "working day", "11 يوم عمل", "11 يوم عمل"),
        (99, "key", "99 مفتاحًا", "99 مفتاحًا"),
        (100, "matter", "100 موضوع", "100 موضوع"),
        (102, "time", "102 مرة", "102 مرة"),
        (103, "option", "103 خيارات", "103 خيارات"),
        (1011, "note", "1011 ملاحظة", "1011 ملاحظة"),
    ],
)
def test_number_and_case(n: int, noun: str, nominative: str, genitive: str) -> None:
    assert (counted(n, noun), counted(n, noun, "genitive")) == (nominative, genitive)


@pytest.mark.parametrize(
    ("n", "case", "expected"),
    [
        (0, "nominative", "no working days"),
        (0, "genitive", "0 working days"),
        (1, "nominative", "1 working day"),
        (2, "genitive", "2 working days"),
    ],
)
def test_english(n: int, case: Case, expected: str) -> None:
    assert counted(n, "working day", case, language="en") == expected


def test_digits_of_the_organisation() -> None:
    assert counted(13, "day", system="arab") == "١٣ يومًا"
    assert digits("4521 ٣ ۴", "latn") == "4521 3 4"
    assert digits("4521 ٣ ۴", "arab") == "٤٥٢١ ٣ ٤"


def test_every_dual_ends_as_a_dual() -> None:
    assert [name for name, noun in NOUNS.items() if not noun.dual.endswith("ان")] == []


@pytest.mark.parametrize(("n", "noun"), [(-1, "day"), (3, "camel")])
def test_what_cannot_be_counted_is_said(n: int, noun: str) -> None:
    with pytest.raises(ValueError, match=noun):
        counted(n, noun)
