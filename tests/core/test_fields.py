"""What people type into fields, in any digits, and the one form it is kept in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from agent_tui.core.fields import FieldError, parse
from agent_tui.core.figures import ascii_digits
from agent_tui.core.money import Money
from agent_tui.core.script import Choice, Field, FieldType
from tests.core.world import AR, EN, text

BRANCHES = (
    Choice("north", {EN: "North gate", AR: "البوابة الشمالية"}),
    Choice("south", {EN: "North", AR: "البوابة ٢"}),
    Choice("North gate 3", {EN: "south", AR: "ج"}),
)
RLM, LRM = "\u200f", "\u200e"


def field(type_: FieldType = FieldType.TEXT, **traits: Any) -> Field:
    return Field("f", text("f"), type_, **{"choices": BRANCHES, "currency": "SAR", **traits})


KEPT = [
    (FieldType.TEXT, "  محمد   علي \n", "محمد علي"),
    (FieldType.TEXT, "رقم ٤٥", "رقم ٤٥"),
    (FieldType.TEXT, f"{RLM}علي{LRM}", "علي"),
    (FieldType.NUMBER, "٤٥٢١", "4521"),
    (FieldType.NUMBER, "۴۵", "45"),
    (FieldType.NUMBER, "１２", "12"),
    (FieldType.NUMBER, "١٬٢٣٤٫٥", "1234.5"),
    (FieldType.NUMBER, "1,234,567", "1234567"),
    (FieldType.NUMBER, "007", "7"),
    (FieldType.NUMBER, "-5", "-5"),
    (FieldType.NUMBER, "−5", "-5"),
    (FieldType.NUMBER, "-0", "0"),
    (FieldType.NUMBER, "5.", "5"),
    (FieldType.NUMBER, ".50", "0.50"),
    (FieldType.NUMBER, "0.0000000001", "0.0000000001"),
    (FieldType.NUMBER, "9" * 40, "9" * 40),
    (FieldType.MONEY, "٤٩٫٩٥", "49.95"),
    (FieldType.MONEY, "1,000", "1000"),
    (FieldType.MONEY, "200.00", "200.00"),
    (FieldType.DATE, "2026-11-3", "2026-11-03"),
    (FieldType.DATE, "٣/١١/٢٠٢٦", "2026-11-03"),
    (FieldType.DATE, "3.11.2026", "2026-11-03"),
    (FieldType.DATE, "03-11-2026", "2026-11-03"),
    (FieldType.DATE, "29/2/2028", "2028-02-29"),
    (FieldType.PHONE, "٠٥٠ ١٢٣ ٤٥٦٧", "0501234567"),
    (FieldType.PHONE, f"{LRM}+966 (50) 123-4567", "+966501234567"),
    (FieldType.PHONE, "00966501234567", "+966501234567"),
    (FieldType.PHONE, "０５０１２３４５６７", "0501234567"),
    (FieldType.CHOICE, "north", "north"),
    (FieldType.CHOICE, "NORTH GATE", "north"),
    (FieldType.CHOICE, "البوابة  الشمالية", "north"),
    (FieldType.CHOICE, "البوابة ٢", "south"),
    (FieldType.CHOICE, "البوابة 2", "south"),
    (FieldType.CHOICE, "South", "south"),
    (FieldType.CHOICE, "north gate 3", "North gate 3"),
    (FieldType.BOOL, "نعم", "true"),
    (FieldType.BOOL, "Yes", "true"),
    (FieldType.BOOL, "١", "true"),
    (FieldType.BOOL, "لا", "false"),
    (FieldType.BOOL, "N", "false"),
]


@pytest.mark.parametrize(("kind", "typed", "kept"), KEPT)
def test_what_is_typed_is_kept_in_one_form(kind: FieldType, typed: str, kept: str) -> None:
    assert parse(field(kind), typed) == kept
    assert parse(field(kind), kept) == kept


WRONG = [
    (FieldType.TEXT, ""),
    (FieldType.TEXT, " \t\n"),
    (FieldType.TEXT, RLM),
    *(
        (FieldType.NUMBER, typed)
        for typed in ("five", "1e3", "nan", "inf", "1_0", "1 2", "1,5", "12,34", ",5", "--5", ".")
    ),
    *((FieldType.MONEY, typed) for typed in ("-1", "1,50", "SAR 5", "1e3", "5.5.5")),
    *((FieldType.DATE, typed) for typed in ("31/2/2026", "29/2/2026", "2026-13-01", "3/11/26", "0000-01-01", "soon")),
    *((FieldType.PHONE, typed) for typed in ("123456", "1" * 16, "+", "050123456x", "++9661234567", "12+34567")),
    *((FieldType.CHOICE, typed) for typed in ("east", "nort")),
    *((FieldType.BOOL, typed) for typed in ("maybe", "2", "نعم لا")),
]


@pytest.mark.parametrize(("kind", "typed"), WRONG)
def test_what_is_not_of_the_fields_form_is_told_and_not_guessed(kind: FieldType, typed: str) -> None:
    with pytest.raises(FieldError) as caught:
        parse(field(kind), typed)
    assert caught.value.typed == typed
    assert caught.value.code == ("empty" if kind is FieldType.TEXT else kind.value)


def test_a_pattern_is_matched_whole_and_in_ascii_digits() -> None:
    number = field(pattern="[0-9]{4,10}")
    assert parse(number, f" {RLM}٤٥٢١ ") == "4521"
    for typed in ("452", "4521x", "x4521", "45 21"):
        with pytest.raises(FieldError) as caught:
            parse(number, typed)
        assert caught.value.code == "pattern"
    assert parse(field(FieldType.PHONE, pattern=r"\+966.*"), "00966501234567") == "+966501234567"


@given(st.sampled_from(FieldType), st.booleans(), st.text(max_size=30) | st.from_regex(r"[0-9٠-٩,.+/ -]{1,16}"))
def test_what_is_kept_is_kept_as_it_is(kind: FieldType, patterned: bool, typed: str) -> None:
    one = field(kind, pattern=".*" if patterned else None)
    try:
        kept = parse(one, typed)
    except FieldError:
        return
    assert parse(one, kept) == kept


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.sampled_from(["٠١٢٣٤٥٦٧٨٩٫", "۰۱۲۳۴۵۶۷۸۹.", "0123456789."]),
)
def test_digits_of_every_kind_are_the_same_number(number: Any, figures: str) -> None:
    typed = str(number).translate(str.maketrans("0123456789.", figures))
    assert float(parse(field(FieldType.NUMBER), typed)) == float(number)


@given(
    st.dates(),
    st.sampled_from(
        ["{0.day}/{0.month}/{0.year:04}", "{0.year:04}-{0.month}-{0.day}", "{0.day}.{0.month}.{0.year:04}"]
    ),
)
def test_every_date_is_read_as_people_write_it(day: Any, written: str) -> None:
    assert parse(field(FieldType.DATE), written.format(day)) == day.isoformat()


@given(st.text())
def test_no_digit_is_left_that_is_not_0_to_9(words: str) -> None:
    assert not [one for one in ascii_digits(words) if one.isdecimal() and one not in "0123456789"]


def test_money_is_decimal_and_compared_in_its_own_currency() -> None:
    assert Money.parse("0.10", "SAR").amount + Money.parse("0.20", "SAR").amount == Money.parse("0.30", "SAR").amount
    assert not Money.parse("1", "SAR").within(Money.parse("1", "AED"))
    assert Money.parse("1", "SAR").within(Money.parse("1.0", "SAR"))
    assert str(Money.parse("0.0000001", "SAR")) == "0.0000001 SAR"
    assert Money.parse("2", "SAR").lower(Money.parse("1", "SAR")) == Money.parse("1", "SAR")
    with pytest.raises(ValueError, match="cannot be compared"):
        Money.parse("2", "SAR").lower(Money.parse("1", "AED"))
    for amount in ("", "-1", "1e3", "NaN", "1_0", "1,000", "٥"):
        with pytest.raises(ValueError, match="not an amount"):
            Money.parse(amount, "SAR")
