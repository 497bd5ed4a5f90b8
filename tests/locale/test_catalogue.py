"""The Arabic catalogue says every message of the program, in the terms of the glossary and in clean Arabic."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from agent_tui.core.language import Language
from agent_tui.core.promise import PromiseStatus
from agent_tui.locale import current, ngettext, use
from agent_tui.locale.labels import label

ROOT = Path(__file__).resolve().parents[2]
MESSAGES = runpy.run_path(str(ROOT / ".ci" / "messages"))
COUNTED = {"{n}", "{seconds}", "{hours}"}

Key = tuple[str, str | None]

# What a message speaks of in English -> the words of which its Arabic holds one, without vowel signs.
GLOSSARY = {
    r"\bpromises?\b": "التزام",
    r"\bledger\b": "سجل الالتزامات|سجل التزاماتك",
    r"\bapproved phrase\b": "جملة معتمدة",
    r"\bphrases?\b": "جملة|جملتان|جمل",
    r"\bscripts?\b": "دليل الحوار|أدلة الحوار",
    r"\b(interaction|contact)s?\b": "تفاعل",
    r"\bmatter\b(?! back)": "موضوع",
    r"\bmatter back\b|\bread-back\b": "تأكيد الفهم",
    r"\boptions\b|\b(an|this|that) option\b": "خيار",
    r"\b(a )?refusal\b|\brefused\b": "رفض مسبب|الرفض المسبب|رفضا مسببا",
    r"\bauthority\b": "صلاحي",
    r"\bescalated?\b": "تصعيد|صعد",
    r"\bpolicy\b|\brule\b.*\bcited\b|\b(cite|citing) a rule\b": "لائحة",
    r"\bcustomers?\b": "عميل|عملاء",
    r"\bcaller\b": "متصل",
    r"\bsupervisor\b": "مشرف",
    r"\btrainer\b": "مدرب",
    r"\bservice agent\b": "موظف خدمة",
    r"\bon hold\b": "الانتظار",
    r"\bpractice\b": "تدريب",
    r"\bcalm\b": "هدوء",
    r"\bupset\b": "استياء",
    r"\bangry\b(?! customer)": "غضب",
    r"\bsatisfied\b": "رضا",
    r"\bfacts?\b": "معلوم",
    r"\bidentity\b": "هوية",
    r"\bjournal\b": "سجل",
    r"\bthe fault\b|\bfault:": "خطأ",
}
# What never stands in the interface -> what stands there instead.
FORBIDDEN = {
    "اعتذارك": "الاعتذار",
    "الرجاء": "لحظة من فضلك",
    "زبون": "العميل",
    "عزيزي": "العميل",
    "مراجع": "العميل",
    "مستفيد": "العميل",
    "متعامل": "العميل",
    r"\bوعد": "التزام",
    "تعهد": "التزام",
    "سيناريو": "دليل الحوار",
    "سكريبت": "دليل الحوار",
    "عبارة": "جملة",
    "مشكلة": "موضوع",
    "معاملة": "موضوع",
    "سياسة": "لائحة",
    "حقائق": "معلومات",
    "وكيل": "موظف خدمة",
    "مندوب": "موظف خدمة",
    "تعليق المكالمة": "الانتظار",
    "تصليح": "الحل",
    r"\bتم\b": "فعل مبني للمجهول: حُفظ، سُجّل",
    r"\b(قم|قومي|يقوم) ب": "الفعل نفسه أو مصدره",
}
VOWEL_SIGNS = re.compile("[\u064b-\u0652]")


def key(message: Message) -> Key:
    return (message.id if isinstance(message.id, str) else message.id[0]), message.context


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[1]


def said(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def arabic() -> Iterator[tuple[str, str]]:
    for message in CATALOGUE:
        for form in filter(None, forms(message)):
            yield english(message), form


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^}]*\}", text))


FILE: Catalog = MESSAGES["read"]()
CATALOGUE = said(FILE)
PROGRAM = said(MESSAGES["extracted"]())


@pytest.fixture
def in_arabic() -> Iterator[None]:
    before = current()
    use(Language.ARABIC)
    yield
    use(before)


def test_every_message_is_there_and_no_other() -> None:
    wanted, written = {key(message) for message in PROGRAM}, {key(message) for message in CATALOGUE}
    assert not wanted - written, "make messages, then translate what it lists"
    assert not written - wanted, "make messages takes these away"
    assert not FILE.obsolete
    assert "#~" not in MESSAGES["PO"].read_text("utf-8")


def test_every_message_is_translated() -> None:
    assert not [key(message) for message in CATALOGUE if message.fuzzy or not MESSAGES["translated"](message)]
    assert {len(forms(message)) for message in CATALOGUE if message.pluralizable} == {6}


def test_placeholders_are_those_of_the_english() -> None:
    """«التزام واحد» and «التزامان» hold their number in the noun: the first three forms may leave the figure out."""
    for message in CATALOGUE:
        wanted = placeholders(english(message))
        for number, form in enumerate(forms(message) if MESSAGES["translated"](message) else ()):
            lacking = [one for one in wanted if one not in placeholders(form)]
            allowed = COUNTED if message.pluralizable and number < 3 else set()
            assert set(lacking) <= allowed, form
            assert sorted(placeholders(form) + lacking) == wanted, form


def test_both_files_are_what_the_script_writes() -> None:
    gathered: Catalog = MESSAGES["gathered"]()
    assert MESSAGES["as_mo"](gathered) == MESSAGES["MO"].read_bytes(), "make messages compiles anew"
    assert sorted(MESSAGES["as_po"](gathered).split()) == sorted(MESSAGES["PO"].read_bytes().split())


def test_the_header_tells_no_day_and_no_tool() -> None:
    head = MESSAGES["PO"].read_text("utf-8").partition("\n\n")[0]
    assert "Date" not in head
    assert "Generated" not in head
    assert "nplurals=6" in head


@pytest.mark.parametrize("pattern", GLOSSARY)
def test_the_glossary_has_one_term_for_each_thing(pattern: str) -> None:
    words = ((re.sub(r"\{[^}]*\}", "", one), form) for one, form in arabic())
    found = [pair for pair in words if re.search(pattern, pair[0], re.IGNORECASE)]
    assert found, "the glossary watches over nothing here: take the row out"
    assert not [pair for pair in found if not re.search(GLOSSARY[pattern], VOWEL_SIGNS.sub("", pair[1]))]


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_words_that_never_stand_here(pattern: str) -> None:
    assert not [form for _, form in arabic() if re.search(pattern, VOWEL_SIGNS.sub("", form))]


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("tatweel", "\u0640"),
        ("Persian and Urdu letters", "[\u06a9\u06aa\u06cc\u06cd\u06d2\u06be\u06c0\u06c1\u06d5\u067e\u0686\u06af]"),
        ("presentation forms", "[\ufb50-\ufdff\ufe70-\ufeff]"),
        ("characters that turn the direction", "[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"),
        ("figures that the chosen digits would miss", "[\u0660-\u0669\u06f0-\u06f9]"),
        ("two blanks", "  "),
        ("a blank before a mark", " [\u060c\u061b\u061f.:!]"),
        ("no blank after a mark", "[\u060c\u061b\u061f:][\u0621-\u064a]"),
        ("a mark of the other script", "[\u0621-\u064a][,;?]|[,;?][\u0621-\u064a]"),
        ("quotes of the other script", "[\"'\u201c\u201d\u2018\u2019]"),
        ("tanween behind its alef", "\u0627\u064b"),
    ],
)
def test_the_writing_is_clean(what: str, pattern: str) -> None:
    assert not [form for _, form in arabic() if re.search(pattern, form)], what


def test_blanks_at_the_ends_are_those_of_the_english() -> None:
    for original, form in arabic():
        ends = [(text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]) for text in (original, form)]
        assert ends[0] == ends[1], form


def test_keys_are_named_by_the_letter_on_them() -> None:
    for original, form in arabic():
        assert set(re.findall(r"\(([a-z])\)", original)) <= set(re.findall(r"\(([a-z])\)", form)), form


def test_a_message_ends_like_its_english() -> None:
    for original, form in arabic():
        ends = [re.sub(r"\s*\([^()]*\)$", "", text).rstrip()[-1:] in tuple(":.?\u061f") for text in (original, form)]
        assert ends[0] == ends[1], form


@pytest.mark.usefixtures("in_arabic")
def test_the_program_speaks_it() -> None:
    statuses = ["قائم", "يحل اليوم", "متأخر", "أُوفي به", "لم يُوفَ به", "أُسقط"]
    assert [label(status) for status in PromiseStatus] == statuses


@pytest.mark.usefixtures("in_arabic")
@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "لا التزامات"),
        (1, "التزام واحد"),
        (2, "التزامان"),
        (3, "3 التزامات"),
        (10, "10 التزامات"),
        (11, "11 التزامًا"),
        (99, "99 التزامًا"),
        (100, "100 التزام"),
        (102, "102 التزام"),
        (103, "103 التزامات"),
    ],
)
def test_counted_nouns_agree(n: int, words: str) -> None:
    assert ngettext("{n} promise", "{n} promises", n).format(n=n) == words
