"""Faults planted in good content, each told at its place; and content in which nothing is amiss."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent_tui.core.language import Language
from agent_tui.library.linting import Level, lint
from agent_tui.library.linting.words import WORDS
from agent_tui.library.loading import read_folder
from tests.library.linting.shelf import LIBRARY, SCRIPT, SERVICE, SHARED, TODAY, Content
from tests.library.linting.test_sentences import FAULTS

ROOT = Path(__file__).resolve().parents[3]

LINE_FAULTS = [
    # (file, what stands there, what stands there then with a mark before the place, code)
    (SERVICE, '"ما رقم المعاملة؟"', '"ما رقم ¦آسف المعاملة؟"', "gendered_speaker"),
    (SERVICE, '"هذه حال المعاملة."', '"هذه حال المع¦ـاملة."', "tatweel"),
    (SERVICE, '"هذه حال المعاملة."', '"هذه حال ¦طلبك/طلبكم."', "slash_form"),
    (SERVICE, '"رقم المعاملة"', '"رقم ¦العميل/ة"', "slash_form"),
    (SERVICE, '"هذه حال المعاملة."', '"هذه حال المعامل¦ۀ."', "foreign_letter"),
    (SERVICE, '"هذه حال المعاملة."', '"ه¦یذه حال المعاملة."', "foreign_letter"),
    (SERVICE, '"المدة 5 أيام."', '"المدة ¦۵ أيام."', "foreign_letter"),
    (SERVICE, '"هذه حال المعاملة."', '"هذه¦  حال المعاملة."', "double_space"),
    (SERVICE, '"This is how the request stands."', '"This is how¦  the request stands."', "double_space"),
    (SERVICE, '"هذه حال المعاملة."', '"هذه حال المعاملة¦ ."', "misplaced_space"),
    (SERVICE, '"نعتذر عن طول انتظاركم، ولنبحث معًا."', '"نعتذر عن طول انتظاركم¦ ، ولنبحث معًا."', "misplaced_space"),
    (SERVICE, '"هذه حال المعاملة."', '"هذه حال ¦« المعاملة»."', "misplaced_space"),
    (SERVICE, '"ما رقم المعاملة؟"', '"ما رقم المعاملة¦?"', "latin_mark"),
    (SERVICE, '"نعتذر عن طول انتظاركم، ولنبحث معًا."', '"نعتذر عن طول انتظاركم¦, ولنبحث معًا."', "latin_mark"),
    (SERVICE, '"المعاملة {request_no}، أهذا صحيح؟"', '"المعاملة {request_no}¦, أهذا صحيح؟"', "latin_mark"),
    (SERVICE, '"المدة 5 أيام."', '"المدة ¦٥ أيام."', "other_digits"),
    (SERVICE, '"المدة 5 أيام."', '"المدة 5 أو ¦٦ أيام."', "mixed_digits"),
    (SERVICE, '"هذه حال المعاملة."', '"هذه حال ¦(المعاملة."', "unbalanced"),
    (SERVICE, '"هذه حال المعاملة."', '"هذه حال المعاملة¦»."', "unbalanced"),
    (SERVICE, '"This is how the request stands."', '"This is ¦“how the request stands."', "unbalanced"),
    (SERVICE, '"هذه حال المعاملة."', '"هذه حال المعاملة ¦الان."', "hamza"),
    (SERVICE, '"هذه حال المعاملة."', '"حال المعاملة، ¦وان طالت."', "hamza"),
    (SERVICE, '"هذه حال المعاملة."', '"حال المعاملة بعد ¦الإستلام."', "hamza"),
    (SERVICE, '"This is how the request stands."', '"This is the ¦center."', "american_spelling"),
    (SERVICE, '"هذه حال المعاملة."', '¦"Here."', "wrong_language"),
    (SERVICE, '"This is how the request stands."', '¦"هنا."', "wrong_language"),
    (LIBRARY, '"لا تُردّ الرسوم."', '"لا تُردّ ¦الان."', "hamza"),
    (SHARED, '"نشكر لكم إخبارنا."', '"¦عزيزي العميل، نشكر لكم إخبارنا."', "empty_address"),
    (SERVICE, '"هذه إفادة مكتوبة."', "'هذه إفادة ¦الان.'", "hamza"),
    (SERVICE, 'en: "Decline"', 'en: "¦Favor"', "american_spelling"),
]
OTHER_FAULTS = [
    (SERVICE, '"المعاملة {request_no}، أهذا صحيح؟"', '"المعاملة {request_no} {spare_no}؟"', "other_placeholders"),
    (SERVICE, 'en: "Request {request_no}, is that right?"', 'en: "That request, is that right?"', "other_placeholders"),
    (SERVICE, 'male: "نعتذر عن تأخّر معاملتك {request_no}.', 'male: ¦"نعتذر عن تأخّر معاملتك.', "form_placeholders"),
    (SERVICE, "      parts: [regret, effort]", "      parts: ¦[regret, empathy]", "weak_apology"),
    (SERVICE, "    - id: unknown\n      parts: [regret, effort]", "    - ¦id: unknown", "weak_apology"),
    (SERVICE, "      fault: [ours]", "      fault: ¦[ours, unknown]", "responsibility_without_fault"),
    (SERVICE, "parts: [responsibility, repair]\n      mood: [upset, angry]\n      fault: [ours]",
     "parts: ¦[responsibility, repair]\n      mood: [upset, angry]", "responsibility_without_fault"),
    (SERVICE, "en: \"We cannot, because article 7 forbids it.\"", 'en: "We cannot do it."', "refusal_without_reason"),
    (SERVICE, "لا يمكننا ذلك، لأن المادة 7 لا تجيزه.", "لا يمكننا ذلك.", "refusal_without_reason"),
    (SERVICE, '"Instead, here is a note."', '"That is all."', "refusal_without_alternative"),
    (SERVICE, '"بدلًا من ذلك، هذه إفادة."', '"هذا كل ما لدينا."', "refusal_without_alternative"),
    (SHARED, '"You may appeal within 60 days."', '"You may write within 60 days."', "refusal_without_appeal"),
    (SHARED, '"يحقّ لكم التظلّم خلال 60 يومًا."', '"يحقّ لكم السؤال خلال 60 يومًا."', "refusal_without_appeal"),
    (SERVICE, "      authority: clerk\n", "      when: {paid: false}\n", "conditional_alternatives"),
    (SERVICE, 'review_by: "2027-01-31"', 'review_by: ¦"2026-11-21"', "review_overdue"),
    (SERVICE, ', review_by: "2027-01-31"', "", "review_missing"),
    (SERVICE, "    - {id: ask, ", '    - {id: ask, review_by: ¦"2026-01-31", ', "review_overdue"),
    (SHARED, "  - id: thanks", '  - id: ¦spare\n    text: {ar: "نعم.", en: "Yes."}\n  - id: thanks', "unused_phrase"),
]  # fmt: skip


def test_nothing_is_amiss_in_good_content(content: Content) -> None:
    assert content.remarks() == ()


def test_the_starter_scripts_are_clean() -> None:
    assert [str(one) for one in lint(read_folder(ROOT / "scripts"), TODAY)] == []


@pytest.mark.parametrize(("path", "old", "new", "code"), [*LINE_FAULTS, *OTHER_FAULTS])
def test_a_planted_fault_is_told_at_its_place(content: Content, path: str, old: str, new: str, code: str) -> None:
    place = content.replace(path, old, new)
    remarks = content.remarks()
    assert [one.code for one in remarks] == [code]
    if "¦" in new:
        assert (remarks[0].path.as_posix(), remarks[0].line, remarks[0].column) == (path, *place)


def test_a_refusal_has_two_ways_beside_it(content: Content) -> None:
    start, end = SCRIPT.index("    - id: written\n"), SCRIPT.index("    - id: decline\n")
    content.write(SERVICE, SCRIPT[:start] + SCRIPT[end:])
    assert content.codes() == ["few_alternatives"]


HONEST_FORMS = [
    (SERVICE, '"هذه حال المعاملة."', '"هذه الصفحة (الأولى): portal.example/?q=1, ثم «التالي»."'),
    (SERVICE, '"هذه حال المعاملة."', '"الرسم 1,500 ريال (أو أقل)، والسنة 1448هـ."'),
    (SERVICE, '"هذه حال المعاملة."', '"الجواب لـ{customer_word} في ملف .pdf و.doc …"'),
    (SERVICE, '"This is how the request stands."', '"This is how the {customer_word} stands ... (1) or a) here."'),
    (SERVICE, '"هذه حال المعاملة."', '"1) المعاملة كاملة، 2) والرسم مدفوع."'),
    (SERVICE, '"هذه حال المعاملة."', '"كان الواحد منهم والٍ، وبان الأمر."'),
    (SERVICE, '"This is how the request stands."', '"This is the Rockefeller Center, on Honor Street."'),
    (SERVICE, '"This is how the request stands."', '"The customer\'s file is 5\' wide."'),
    (SERVICE, "- {ar: \"الإنصات حتى النهاية\"", "- {ar: \"الإنصات إلى {customer_word} حتى النهاية\""),
    (SERVICE, 'review_by: "2027-01-31"', 'review_by: "2026-11-22"'),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new"), HONEST_FORMS)
def test_an_honest_form_is_let_be(content: Content, path: str, old: str, new: str) -> None:
    content.replace(path, old, new)
    if "{customer_word} في" in new or "{customer_word} stands" in new:
        assert content.codes() == ["other_placeholders"]
    else:
        assert content.codes() == []


def test_what_loading_tells_is_told_once(content: Content) -> None:
    content.replace(SERVICE, '{ar: "المعاملة {request_no}، أهذا صحيح؟"', '{ar: "المعاملة {request_nr}، أهذا صحيح؟"')
    remarks = content.remarks()
    assert [(one.code, one.level, one.rule) for one in remarks] == [("unknown_placeholder", Level.ERROR, False)]
    assert "{request_nr}" not in remarks[0].message(Language.ENGLISH)
    assert "request_nr" in remarks[0].message(Language.ENGLISH)


def test_a_script_with_errors_is_looked_at_all_the_same(content: Content) -> None:
    content.replace(SERVICE, "version: 3", "version: three")
    content.replace(SERVICE, '"ما رقم المعاملة؟"', '"ما رقم المعاملة?"')
    content.replace(LIBRARY, "timezone: Asia/Riyadh", "timezone: Asia/Nowhere")
    assert sorted(content.codes()) == ["latin_mark", "unknown_zone", "wrong_type"]


def test_without_a_readable_script_nobody_says_what_is_unused(content: Content) -> None:
    content.write(SERVICE, "id: [")
    assert content.codes() == ["unclosed_bracket"]


def test_a_language_not_declared_is_not_missed(content: Content) -> None:
    content.replace(SERVICE, "languages: [ar, en]", "languages: [en]")
    assert content.codes() == []


def test_written_channels_have_their_own_address(content: Content) -> None:
    content.replace(SERVICE, "channels: [phone, chat]", "channels: [email]")
    content.replace(SERVICE, '"ما رقم المعاملة؟"', '"عزيزي العميل، ما رقم المعاملة؟"')
    assert content.codes() == []


def test_every_code_is_planted_somewhere() -> None:
    planted = {fault[-1] for fault in (*LINE_FAULTS, *OTHER_FAULTS)} | set(FAULTS)
    approvals = {"not_approved", "changed_since_approval", "stale_twin", "language_not_approved", "few_alternatives"}
    assert planted | approvals == set(WORDS)
