"""Inflected, shortened and misspelt English finds the phrase that was meant."""

from __future__ import annotations

import pytest

from agent_tui.library.finding import PhraseIndex
from agent_tui.library.finding.english import family, inflected
from tests.library.finding.bank import AR, EN, alone, ids, phrase

TEXTS = {
    "number": "Could you give me the number of your account, please?",
    "verify": "We could not verify that with what was given.",
    "submitted": "Your report has been submitted successfully.",
    "apology": "I apologise for the delay in your delivery.",
    "details": "Please describe what happened.",
    "else": "Is there anything else that I can do for you?",
    "hello": "Hello, you are speaking with the helpdesk.",
    "goodbye": "Goodbye, and have a pleasant evening.",
    "thanks": "Thank you for waiting.",
    "birth": "What is your date of birth?",
    "balance": "Your balance is {balance}.",
    "refund": "The fee was refunded to the card.",
    "children": "Are the children travelling too?",
    "shops": "The shops open at nine.",
}


@pytest.fixture(scope="module")
def index() -> PhraseIndex:
    return PhraseIndex(phrase(name, en=text) for name, text in TEXTS.items())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("verified", "verify"),
        ("verifying", "verify"),
        ("verification", "verify"),
        ("submit", "submitted"),
        ("submitting", "submitted"),
        ("success", "submitted"),
        ("reports", "submitted"),
        ("apologies", "apology"),
        ("apologize", "apology"),
        ("delayed", "apology"),
        ("deliveries", "apology"),
        ("description", "details"),
        ("refunding", "refund"),
        ("refunds", "refund"),
        ("child", "children"),
        ("shop", "shops"),
        ("waited", "thanks"),
        ("acc no.", "number"),
        ("acct number", "number"),
        ("acc #", "number"),
        ("AccountNumber", "number"),
        ("account no", "number"),
        ("accountnumber", "number"),
        ("whats your birthday", "birth"),
        ("what's ur date of birth", "birth"),
        ("dob", "birth"),
        ("couldn't verify", "verify"),
        ("couldnt verify", "verify"),
        ("cannot authenticate", "verify"),
        ("hi", "hello"),
        ("hey", "hello"),
        ("good bye", "goodbye"),
        ("bye", "goodbye"),
        ("thx", "thanks"),
        ("sorry", "apology"),
        ("balence", "balance"),
        ("submited", "submitted"),
        ("sumbitted", "submitted"),
        ("succesfuly", "submitted"),
        ("anythign else", "else"),
        ("birht", "birth"),
        ("what is you rbirth", "birth"),
        ("ANYTHING ELSE?", "else"),
        ("7312", "balance"),
    ],
)
def test_as_people_type(index: PhraseIndex, typed: str, expected: str) -> None:
    assert ids(index, typed)[0] == expected


@pytest.mark.parametrize("letters", range(3, len("submitted") + 1))
def test_from_the_third_letter_on(index: PhraseIndex, letters: int) -> None:
    assert ids(index, "submitted"[:letters])[0] == "submitted"


def test_only_the_last_word_may_be_unfinished(index: PhraseIndex) -> None:
    assert "birth" in ids(index, "your bi")
    assert "birth" not in ids(index, "bi ")


@pytest.mark.parametrize(("typed", "text"), [("pin", "pan"), ("form ", "arm"), ("balance", "name"), ("zebra", "card")])
def test_what_is_not_meant(typed: str, text: str) -> None:
    assert ids(alone(text, EN), typed) == []


def test_a_placeholder_is_no_word() -> None:
    index = PhraseIndex([phrase("slot", en="It is {account_number}."), phrase("word", en="Your account number?")])
    assert ids(index, "account number") == ["word"]
    assert ids(alone("{refund}", EN), "refund") == []


def test_the_other_language_is_searched_too_and_comes_later() -> None:
    index = PhraseIndex(
        [
            phrase("arabic", ar="نعتذر عن التأخير."),
            phrase("both", ar="نعتذر عن التأخير.", en="I am sorry for the delay."),
        ]
    )
    assert ids(index, "sorry", EN) == ["both", "arabic"]
    assert set(ids(index, "sorry", AR)) == {"both", "arabic"}
    assert ids(index, "التأخير", EN) == ["both", "arabic"]


@pytest.mark.parametrize("word", ["", "a", "as", "ss", "ies", "ing", "ed", "eeeed", "aaas"])
def test_short_words_stay_words(word: str) -> None:
    assert bool(inflected(word)) == bool(family(word)) == bool(word)
