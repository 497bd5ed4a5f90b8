"""What a search answers: the right letters, the right phrases, no more than asked for, and always the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase, Wording
from agent_tui.library.finding import Match, PhraseIndex, Place
from tests.library.finding.bank import AR, EN, ids, phrase
from tests.library.shelf import Scripts

DELAY = phrase(
    "delay",
    ar=Wording("نعتذر عن تأخّر مُعامَلتكم.", female="نعتذر لكِ عن تأخّر مُعامَلتكِ."),
    en="I am sorry about the delayed request {request_no}.",
    aliases={EN: ("it took too long", "sorry for the wait"), AR: ("آسفين ع التأخير",)},
    situation={EN: "The wait was ours", AR: "طال الانتظار بسببنا"},
)
FEE = phrase("fee", ar="ردّ الرسوم ممكن.", en="The fee can be paid back.")
INDEX = PhraseIndex([FEE, DELAY])


def match(query: str, language: Language, place: Place) -> Match:
    found = next(one for one in INDEX.find(query, language) if one.phrase is DELAY)
    return next(match for match in found.why if match.place is place)


@pytest.mark.parametrize(
    ("query", "language", "place", "words"),
    [
        ("request", EN, Place.TEXT, ("request",)),
        ("delays requested", EN, Place.TEXT, ("delayed", "request")),
        ("dela", EN, Place.TEXT, ("delayed",)),
        ("wait", EN, Place.SITUATION, ("wait",)),
        ("waiting", EN, Place.ALIAS, ("wait",)),
        ("too long", EN, Place.ALIAS, ("long",)),
        ("معاملة", AR, Place.TEXT, ("مُعامَلتكم",)),
        ("والتاخر", AR, Place.TEXT, ("تأخّر",)),
        ("انتظار", AR, Place.SITUATION, ("الانتظار",)),
        ("اسفين", AR, Place.ALIAS, ("آسفين",)),
        ("4521", EN, Place.TEXT, ("{request_no}",)),
    ],
)
def test_spans_are_the_letters_of_the_source(
    query: str, language: Language, place: Place, words: tuple[str, ...]
) -> None:
    found = match(query, language, place)
    assert set(words) <= set(found.words)
    assert all(found.source[start:end] == word for (start, end), word in zip(found.spans, found.words, strict=True))


def test_the_best_writing_comes_first_and_each_form_has_its_own_spans() -> None:
    found = INDEX.find("معاملتكم المتأخرة", AR)[0]
    assert found.phrase is DELAY
    assert found.why[0].place is Place.TEXT
    female = DELAY.text[AR].female
    assert female is not None
    assert [female[start:end] for start, end in found.spans(female)][-1] == "مُعامَلتكِ"
    assert found.spans("something else") == ()


def test_small_words_are_shown_only_where_nothing_else_matched() -> None:
    assert INDEX.find("the fee", EN)[0].why[0].words == ("fee",)
    assert INDEX.find("the ", EN, within=["fee"])[0].why[0].words == ("The",)


def test_spans_never_overlap_and_stand_in_order() -> None:
    for query in ("good bye goodbye", "thank you", "sorry for the wait", "4521 request"):
        for found in INDEX.find(query, EN):
            for one in found.why:
                assert list(one.spans) == sorted(one.spans)
                assert all(before[1] <= after[0] for before, after in zip(one.spans, one.spans[1:], strict=False))


@pytest.mark.parametrize("query", ["", " ", "\t\n", "?!…", "ـ", "\u200f", "zzzzqqq"])
def test_nothing_asked_or_known_finds_nothing(query: str) -> None:
    assert INDEX.find(query, EN) == ()


def test_an_index_of_nothing() -> None:
    assert PhraseIndex([]).find("anything", EN) == ()


def test_a_text_beats_an_alias_and_an_alias_a_situation() -> None:
    phrases = [
        phrase("situation", en="One two three.", situation={EN: "elephant at the door"}),
        phrase("alias", en="One two three.", aliases={EN: ("elephant at the door",)}),
        phrase("text", en="Elephant at the door."),
    ]
    assert ids(PhraseIndex(phrases), "elephant") == ["text", "alias", "situation"]


def test_limit() -> None:
    index = PhraseIndex(phrase(f"p{number:02}", en=f"A refund of kind {number}.") for number in range(60))
    everything = ids(index, "refund", limit=60)
    assert len(everything) == 60
    assert ids(index, "refund") == everything[:9]
    assert ids(index, "refund", limit=3) == everything[:3]
    assert ids(index, "refund", limit=0) == []
    assert everything[:2] == ["p00", "p01"], "equals stand in the order they came in"


def test_within_some_ids() -> None:
    assert {one.phrase.id for one in INDEX.find("paid delayed", EN)} == {"delay", "fee"}
    assert [one.phrase.id for one in INDEX.find("paid delayed", EN, within=["fee", "unknown"])] == ["fee"]
    assert INDEX.find("paid delayed", EN, within=[]) == ()


def test_within_a_script_phrases_are_as_the_script_has_them(scripts: Scripts) -> None:
    library = scripts.load()
    index = PhraseIndex(library.phrases())
    script = library.scripts["delayed-request"]
    everywhere = {found.phrase.id for found in index.find("please minute hear payment", EN)}
    assert {"shared.about-paying", "shared.still-there"} <= everywhere
    found = index.find("please minute hear payment", EN, script=script)
    assert [one.phrase.id for one in found] == ["shared.about-paying"]
    assert found[0].phrase is next(one for one in script.phrases() if one.id == "shared.about-paying")
    assert index.find("payment", EN, script=script, within=["shared.thanks"]) == ()


def test_every_alias_of_the_library_finds_its_phrase(scripts: Scripts) -> None:
    phrases: list[Phrase] = list(scripts.load().phrases())
    index = PhraseIndex(phrases)
    for one in phrases:
        for language, aliases in one.aliases.items():
            for alias in aliases:
                assert ids(index, alias, language)[0] == one.id


def test_the_order_does_not_hang_on_hashes() -> None:
    copies = [replace(one) for one in (FEE, DELAY)]
    for query in ("sorry wait fee", "delay", "the", "ردّ المعاملة"):
        first = INDEX.find(query, EN)
        again = PhraseIndex(copies).find(query, EN)
        assert [(one.phrase.id, one.score) for one in first] == [(one.phrase.id, one.score) for one in again]
        assert list(first) == sorted(first, key=lambda one: -one.score)


@given(st.text(), st.sampled_from(Language))
def test_anything_may_be_typed(query: str, language: Language) -> None:
    for found in INDEX.find(query, language):
        assert found.score > 0
        assert found.why
        for one in found.why:
            assert all(0 <= start < end <= len(one.source) for start, end in one.spans)


@given(st.text(alphabet="اأبتمفلكوهةيىنس {}abcdesngi'’.123", max_size=40))
def test_any_text_can_be_searched(text: str) -> None:
    index = PhraseIndex([phrase("it", ar=text, en=text)])
    for found in index.find(text, AR):
        assert all(one.words for one in found.why)
