"""Any spelling of an Arabic word finds the phrase that has it, and a letter of a root is never taken for a particle."""

from __future__ import annotations

import pytest

from agent_tui.library.finding.arabic import readings
from tests.library.finding.bank import AR, alone, arabic, ids

REQUEST = "وصلنا طلب العميل كاملًا."
TRANSACTION = "ما رقم المعاملة المتأخّرة؟"
INVOICE = "نرسل الفاتورة اليوم."
COMPLAINT = "سجّلنا شكواكم، ونأسف لما حدث."
SORRY = "نعتذر عن هذا التأخير."
PHONE = "هل تغيّر رقم هاتفكم؟"
BRANCH = "يُسلَّم المستند في الفرع ٢٤."
LICENCE = "صدرت رخصة البناء."
TIME = "نعود إليكم في الوقت الذي يناسبكم."
CARD = "البطاقة جاهزة للاستلام."
HOSPITAL = "زوروا المستشفى القريب."
OFFICIAL = "المسؤول سيتصل بكم."
HOUSE = (REQUEST, TRANSACTION, INVOICE, COMPLAINT, SORRY, PHONE, BRANCH, LICENCE, TIME, CARD, HOSPITAL, OFFICIAL)


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        # marks, tatweel, hamza, ta marbuta, alef maqsura, digits
        ("فَاتُورَة", INVOICE),
        ("فاتـــورة", INVOICE),
        ("فاتوره", INVOICE),
        ("متاخره", TRANSACTION),
        ("المتأخرة", TRANSACTION),
        ("سجلنا", COMPLAINT),
        ("مستشفي", HOSPITAL),
        ("مستشفى", HOSPITAL),
        ("المسئول", OFFICIAL),
        ("مسؤول", OFFICIAL),
        ("24", BRANCH),
        ("۲۴", BRANCH),
        ("رُخصه", LICENCE),
        # the article and particles before it
        ("الطلب", REQUEST),
        ("والطلب", REQUEST),
        ("بالطلب", REQUEST),
        ("فالطلب", REQUEST),
        ("كالطلب", REQUEST),
        ("للطلب", REQUEST),
        ("وللطلب", REQUEST),
        ("وبالطلب", REQUEST),
        ("فبالطلب", REQUEST),
        ("فللطلب", REQUEST),
        # particles without it
        ("لطلب", REQUEST),
        ("بطلب", REQUEST),
        ("وطلب", REQUEST),
        ("فطلب", REQUEST),
        ("كطلب", REQUEST),
        ("ولطلب", REQUEST),
        ("بفاتورة", INVOICE),
        ("وفاتورة", INVOICE),
        ("لبطاقة", CARD),
        ("وبطاقتي", CARD),
        # pronouns, plurals, duals
        ("طلبكم", REQUEST),
        ("طلبها", REQUEST),
        ("طلبي", REQUEST),
        ("بطلباتهم", REQUEST),
        ("طلبات", REQUEST),
        ("طلبين", REQUEST),
        ("معاملة", TRANSACTION),
        ("معاملتكم", TRANSACTION),
        ("معاملتي", TRANSACTION),
        ("معاملات", TRANSACTION),
        ("ومعاملاتنا", TRANSACTION),
        ("فاتورتي", INVOICE),
        ("فاتورتها", INVOICE),
        ("شكوى", COMPLAINT),
        ("الشكوى", COMPLAINT),
        ("شكواي", COMPLAINT),
        ("هاتف", PHONE),
        ("هاتفي", PHONE),
        ("بهاتفها", PHONE),
        ("رخصتكم", LICENCE),
        ("وقتكم", TIME),
        ("بطاقتك", CARD),
        # broken plurals and what is closely said
        ("فواتير", INVOICE),
        ("فروع", BRANCH),
        ("المستندات", BRANCH),
        ("رخص", LICENCE),
        ("عملاء", REQUEST),
        ("شكاوى", COMPLAINT),
        ("أوقات", TIME),
        ("جوال", PHONE),
        # one verb in its persons, and its noun
        ("أعتذر", SORRY),
        ("اعتذار", SORRY),
        ("يعتذر", SORRY),
        ("سنعتذر", SORRY),
        ("تأخر", SORRY),
        ("سيرسل", INVOICE),
        # a slip of the finger
        ("معاملى", TRANSACTION),
        ("فاتوره؟", INVOICE),
        ("هتاف", PHONE),
        ("المستفشى", HOSPITAL),
    ],
)
def test_any_spelling_finds_it(typed: str, phrase: str) -> None:
    assert phrase in ids(arabic(HOUSE), typed, AR, limit=3)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("فاتورة", "أتورة جديدة"),
        ("أتورة", "الفاتورة جاهزة"),
        ("بريد", "ريد قديم"),
        ("ريد", "وصل البريد"),
        ("وقت", "قت أخضر"),
        ("كلمة", "لمة العائلة"),
        ("لمة", "الكلمة مفهومة"),
        ("وثيقة", "ثيقة أولى"),
        ("بطاقة", "طاقة شمسية"),
        ("الطاقة", "وصلت البطاقة"),
        ("فرع", "رع الأغنام"),
        ("كتاب", "تاب من ذنبه"),
        ("بنك", "نك طويل"),
        ("وزارة", "زارة الحي"),
        ("لوحة", "وحة نخيل"),
        ("فاتورتكم", "أتورة جديدة"),
        ("قانون", "قان بعيد"),
        ("تأمين", "عمل تام"),
        ("عنوان", "عنو غريب"),
        ("بطاقتكم", "طاقة شمسية"),
        ("ال", "لا"),
    ],
)
def test_a_letter_of_the_root_stays(typed: str, text: str) -> None:
    assert ids(alone(text, AR), f"{typed} ", AR) == []


def test_the_word_itself_comes_before_its_other_readings() -> None:
    index = arabic(["والد المستفيد", "لد جديد", "ولد صغير"])
    assert ids(index, "ولد ", AR) == ["ولد صغير"]
    assert ids(arabic(["هذا طلبكم", "هذا طلب", "هذه طلبات"]), "طلب ", AR)[0] == "هذا طلب"


@pytest.mark.parametrize("word", ["و", "ال", "للل", "ووووو", "كككم", "اات", "ـ"])
def test_odd_words_have_a_reading(word: str) -> None:
    assert readings(word)[0] == (word, 1.0)
    assert all(0 < weight <= 1 and reading for reading, weight in readings(word))
