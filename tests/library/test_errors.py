# ruff: noqa: E501  (a row of a table is a line)
"""Every mistake an author can make is told once, at its place, with what was meant where that can be known."""

from __future__ import annotations

import re

import pytest

from agent_tui.core.language import Language
from tests.library.shelf import LIBRARY, SERVICE, SHARED, Scripts

# file, what stands there, what is put there (¦ is where the problem is told), code, way
FORM = [
    (SERVICE, "kind: complaint", "¦knid: complaint", "unknown_key", "knid"),
    (SERVICE, "      title: {ar: تعجيل, en: Expedite}", "      ¦titel: {}\n      title: {ar: ا, en: b}", "unknown_key", "solve.options[0].titel"),
    (SERVICE, "id: sorry\n", "id: sorry\n      ¦purpose: hold\n", "unknown_key", "apologise.say[0].purpose"),
    (SERVICE, "{use: shared.opening}", "{use: shared.opening, ¦text: x}", "unknown_key", "listen.say[0].text"),
    (SERVICE, "version: 3\n", "", "missing_key", ""),
    (SERVICE, "{id: backlog, label", "¦{label", "missing_key", "causes[0]"),
    (SERVICE, "channels: [phone, chat]", "channels: ¦phone", "wrong_type", "channels"),
    (SERVICE, "title: {ar: رفض, en: Decline}", "title: ¦Decline", "wrong_type", "solve.options[2].title"),
    (SERVICE, "en: Backlog}", "en: ¦12}", "quote_it", "causes[0].label.en"),
    (SERVICE, "en: Backlog}", "en: ¦true}", "quote_it", "causes[0].label.en"),
    (SERVICE, "en: Backlog}", "¦en: }", "wrong_type", "causes[0].label.en"),
    (SERVICE, "version: 3", 'version: ¦"3"', "wrong_type", "version"),
    (SERVICE, "version: 3", "version: ¦0", "out_of_range", "version"),
    (SERVICE, "version: 3", "version: ¦true", "wrong_type", "version"),
    (SERVICE, "version: 3", "version: ¦1.0", "wrong_type", "version"),
    (SERVICE, 'amount: "200"', "amount: ¦200", "quote_it", "solve.options[1].limit.amount"),
    (SERVICE, 'amount: "200"', "amount: ¦200.50", "number_unquoted", "solve.options[1].limit.amount"),
    (SERVICE, 'amount: "200"', 'amount: ¦"٢٠٠"', "bad_format", "solve.options[1].limit.amount"),
    (SERVICE, 'amount: "200"', 'amount: ¦"-1"', "bad_format", "solve.options[1].limit.amount"),
    (SERVICE, 'amount: "200"', 'amount: ¦"1e3"', "bad_format", "solve.options[1].limit.amount"),
    (SERVICE, "kind: complaint", "kind: ¦complain", "not_in_list", "kind"),
    (SERVICE, "mood: [upset, angry]", "mood: [upset, ¦furious]", "not_in_list", "apologise.say[0].mood[1]"),
    (SERVICE, "mood: [upset, angry]", "mood: ¦[upset, upset, angry]", "repeated", "apologise.say[0].mood"),
    (SERVICE, "mood: [upset, angry]", "mood: ¦[]", "blank", "apologise.say[0].mood"),
    (SERVICE, "en: Decline}", 'en: ¦"  "}', "blank", "solve.options[2].title.en"),
    (SERVICE, "id: delayed-request", "id: ¦Delayed Request", "bad_format", "id"),
    (SERVICE, "{use: shared.thanks}", "{use: ¦thanks}", "bad_format", "thank.say[0].use"),
    (SERVICE, "ask_satisfaction: true", "ask_satisfaction: ¦yes", "yaml_word", "thank.ask_satisfaction"),
    (SERVICE, "{id: not-possible", "{id: ¦no", "yaml_word", "solve.options[2].say[0].id"),
    (SERVICE, "  ask_satisfaction: true", "  ¦on: true", "key_not_text", "thank"),
    (SERVICE, "version: 3", "version: ¦0123", "yaml_number", "version"),
    (SERVICE, "version: 3", "version: ¦1_000", "yaml_number", "version"),
    (SERVICE, "version: 3", "version: ¦99999999999999999999", "yaml_number", "version"),
    (SERVICE, "version: 3", "version: ¦.inf", "yaml_number", "version"),
    (SERVICE, "en: Expedite}", "en: ¦1:30}", "yaml_number", "solve.options[0].title.en"),
    (SERVICE, "en: Expedite}", "en: ¦2026-01-02}", "yaml_date", "solve.options[0].title.en"),
    (SERVICE, "en: Expedite}", 'en: ¦"a\\u202eb"}', "unprintable", "solve.options[0].title.en"),
    (SERVICE, "en: Expedite}", 'en: ¦"a\\eb"}', "unprintable", "solve.options[0].title.en"),
    (SERVICE, "version: 3\n", "version: 3\n¦version: 4\n", "duplicate_key", "version"),
    (SERVICE, "review_by: 2027-01-31", "review_by: ¦2027-02-30", "no_such_date", "facts[0].review_by"),
    (SERVICE, "review_by: 2027-01-31", 'review_by: ¦"31.1.2027"', "bad_format", "facts[0].review_by"),
    (LIBRARY, 'sunday: "08:00-16:00"', 'sunday: ¦"16:00-08:00"', "hours_reversed", "week.sunday"),
    (LIBRARY, 'sunday: "08:00-16:00"', 'sunday: ¦"8-16"', "bad_format", "week.sunday"),
    (LIBRARY, 'sunday: "08:00-16:00"', '¦sunnday: "08:00-16:00"', "unknown_key", "week.sunnday"),
    (LIBRARY, 'ramadan: "10:00-15:00"', 'ramadan: ¦"15:00-10:00"', "hours_reversed", "ramadan"),
    (LIBRARY, "timezone: Asia/Riyadh", "timezone: ¦Asia/Riyad", "unknown_zone", "timezone"),
    (LIBRARY, "timezone: Asia/Riyadh", "timezone: ¦../etc/passwd", "bad_format", "timezone"),
    (LIBRARY, "date: 2026-09-23", "date: ¦2026-09-31", "no_such_date", "holidays[0].date"),
    (LIBRARY, "callback_minutes: 7", "callback_minutes: ¦0", "out_of_range", "standards.callback_minutes"),
]  # fmt: skip

MEANING = [
    (SERVICE, "title: {ar: معاملة متأخرة, en: Delayed request}", "title: ¦{ar: معاملة متأخرة}", "missing_language", "title"),
    (SERVICE, '        en: "I am sorry that {request_no} is late."\n', "", "missing_language", "apologise.say[0].text"),
    (SERVICE, "{use: shared.thanks}", "{use: ¦shared.thank}", "unknown_phrase", "thank.say[0].use"),
    (SERVICE, "{use: shared.thanks}", "{use: ¦sharde.thanks}", "unknown_phrase", "thank.say[0].use"),
    (SERVICE, "{use: shared.thanks}", "{use: ¦shared.danger}", "purpose_elsewhere", "thank.say[0].use"),
    (SERVICE, "    - {use: shared.thanks}\n", "    - {use: shared.thanks}\n    - {use: ¦shared.thanks}\n", "used_twice", "thank.say[1].use"),
    (SERVICE, "    - {use: shared.opening}\n", "    - {use: shared.opening}\n    - {use: ¦shared.by-then}\n", "used_promises", "listen.say[1].use"),
    (SERVICE, "      - {id: south,", "      - {id: south, label: {ar: ا, en: b}}\n      - {id: ¦south,", "duplicate_id", "fields[2].choices[2].id"),
    (SERVICE, "{id: refund-it,", "{id: ¦sorry,", "duplicate_id", "solve.options[1].say[0].id"),
    (SERVICE, "- id: decline", "- id: ¦refund", "duplicate_id", "solve.options[2].id"),
    (SERVICE, "  - {id: backlog,", "  - {id: backlog, label: {ar: ا, en: b}}\n  - {id: ¦backlog,", "duplicate_id", "causes[1].id"),
    (SERVICE, "- {id: paid, ", "- {id: ¦request_no, label: {ar: ا, en: b}, type: text}\n  - {id: paid, ", "duplicate_id", "fields[1].id"),
    (SERVICE, "- {id: paid, ", "- {id: ¦customer, label: {ar: ا, en: b}, type: text}\n  - {id: paid, ", "reserved_id", "fields[1].id"),
    (SERVICE, "id: delayed-request", "id: ¦shared", "id_taken", "id"),
    (SERVICE, "id: delayed-request", "id: ¦library", "id_taken", "id"),
    (SERVICE, '"I am sorry that {request_no} is late."', '¦"I am sorry that {requst_no} is late."', "unknown_placeholder", "apologise.say[0].text.en"),
    (SERVICE, '"I am sorry that {request_no} is late."', '¦"We know it by {promise_due}."', "promise_placeholder", "apologise.say[0].text.en"),
    (SERVICE, '"I am sorry that {request_no} is late."', '¦"I am sorry that {request-no} is late."', "stray_brace", "apologise.say[0].text.en"),
    (SERVICE, 'female: "نعتذر لكِ عن تأخر {request_no}."', 'female: ¦"نعتذر لكِ عن تأخر {request_no."', "stray_brace", "apologise.say[0].text.ar.female"),
    (SERVICE, 'en: "Let the {customer_word} finish"', 'en: ¦"Let the {custmer} finish"', "unknown_placeholder", "listen.do[0].en"),
    (SERVICE, "en: It takes 5 days", 'en: ¦"It takes {n} days"', "placeholder_not_here", "facts[0].en"),
    (SERVICE, "      when: {paid: true}", "      when: {¦payed: true}", "unknown_field", "solve.options[1].when.payed"),
    (SERVICE, "      when: {paid: true}", "      when: {paid: ¦maybe}", "never_such_value", "solve.options[1].when.paid"),
    (SERVICE, "when: {branch: [north, south]}", "when: {branch: [north, ¦west]}", "never_such_value", "listen.do[0].when.branch[1]"),
    (SERVICE, "when: {branch: [north, south]}", "when: ¦{}", "blank", "listen.do[0].when"),
    (SERVICE, "shared.about-paying, when: {branch: north}", "shared.about-paying, when: ¦{paid: false}", "used_never_holds", "solve.options[1].say[1].when"),
    (SERVICE, "authority: clerk", "authority: ¦clark", "unknown_name", "solve.options[0].authority"),
    (SERVICE, "may_cite: [fee-7]", "may_cite: [¦fee-8]", "unknown_name", "solve.options[2].may_cite[0]"),
    (SERVICE, "      refusal: true\n", "", "only_refusals_cite", "solve.options[2].may_cite"),
    (SERVICE, "department: permits\n", "department: ¦permit\n", "unknown_name", "department"),
    (SERVICE, '"department:permits"', '¦"department:permit"', "unknown_name", "solve.options[0].promise.owner"),
    (SERVICE, '"department:permits"', '¦"somebody"', "bad_format", "solve.options[0].promise.owner"),
    (SERVICE, "{days: 2, ", "¦{days: 2, hours: 3, ", "one_term", "solve.options[0].promise"),
    (SERVICE, "{days: 2, ", "¦{", "one_term", "solve.options[0].promise"),
    (SERVICE, 'amount: "200"', 'amount: ¦"501"', "limit_above_ceilings", "solve.options[1].limit.amount"),
    (SERVICE, "authority: senior", "authority: supervisor", "nobody_may_give", "solve.options[1].limit"),
    (SERVICE, '"200", currency: SAR', '"200", currency: ¦USD', "other_currency", "solve.options[1].limit.currency"),
    (SERVICE, "type: bool,", "type: bool, ¦currency: SAR,", "not_for_type", "fields[1].currency"),
    (SERVICE, "type: bool,", 'type: bool, ¦pattern: "x",', "not_for_type", "fields[1].pattern"),
    (SERVICE, '"[0-9]{4,10}"', '¦"[0-9"', "bad_pattern", "fields[0].pattern"),
    (SERVICE, '"[0-9]{4,10}"', '¦"(a+)+"', "slow_pattern", "fields[0].pattern"),
    (SERVICE, '"[0-9]{4,10}"', '¦"(a|ab|b)*c"', "slow_pattern", "fields[0].pattern"),
    (SERVICE, '"[0-9]{4,10}"', '¦".*.*.*.*.*.*x"', "slow_pattern", "fields[0].pattern"),
    (SERVICE, "languages: [ar, en]", "languages: [ar, en, ¦fr]", "not_in_list", "languages[2]"),
    (SERVICE, "    - {use: shared.thanks}", "    ¦- {id: t, mood: [upset, angry], text: {ar: ا, en: b}}", "stage_without_phrase", "thank.say"),
    (LIBRARY, "{use: shared.danger}", "{use: ¦shared.still-there}", "purpose_elsewhere", "emergency[0].use"),
    (LIBRARY, "- {id: supervisor,", "- {id: ¦senior,", "duplicate_id", "grades[2].id"),
    (LIBRARY, "id: one-minute, text: {ar: دقيقة من فضلكم., en: One minute please.}", 'id: one-minute, text: {ar: دقيقة., en: ¦"{request_no}?"}', "unknown_placeholder", "hold[0].text.en"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "code", "where"), FORM + MEANING)
def test_a_mistake_is_told_once_and_at_its_place(
    scripts: Scripts, path: str, old: str, new: str, code: str, where: str
) -> None:
    place = scripts.replace(path, old, new)
    problems = scripts.problems()
    assert [(one.path.as_posix(), one.code, one.where) for one in problems] == [(path, code, where)]
    if "¦" in new:
        assert (problems[0].line, problems[0].column) == place
    assert str(problems[0]).startswith(f"{path}:{problems[0].line}:{problems[0].column}: {where}")


# what is wrong in one place and shows in others
SEVERAL = [
    (SERVICE, "    - {ar: \"لا تقاطع {customer_word}\", en: \"Let the {customer_word} finish\", when: {branch: [north, south]}}",
     "    - {when: {paid: true}}", {("missing_language", "listen.do[0]")}),
    (SHARED, "{ar: سنبقى معكم., en: We stay with you.}", "{ar: سنبقى معكم.}",
     {("missing_language", "phrases[1].text"), ("use_broken", "emergency[0].use")}),
    (SHARED, '"Hello, {agent} speaking."', '"Hello, {agnet} speaking."',
     {("unknown_placeholder", "phrases[0].text.en"), ("use_broken", "listen.say[0].use")}),
    (SHARED, "- id: thanks\n", "- id: danger\n",
     {("duplicate_id", "phrases[3].id"), ("unknown_phrase", "thank.say[0].use")}),
    (SERVICE, "- {id: paid, ", "- {id: payed, ",
     {("unknown_field", "phrases[4].when.paid"), ("unknown_field", "solve.options[1].when.paid"),
      ("use_broken", "solve.options[1].say[1].use")}),
    (SERVICE, "      refusal: true\n", "      refusal: true\n      say: []\n    - id: after\n",
     {("refusal_not_last", "solve.options[3]"), ("missing_key", "solve.options[3]"),
      ("only_refusals_cite", "solve.options[3].may_cite")}),
    (SERVICE, "type: bool", "type: choice",
     {("choices_missing", "fields[1]"), ("never_such_value", "solve.options[1].when.paid"),
      ("used_never_holds", "solve.options[1].say[1].use")}),
    (SERVICE, "    type: choice", "    type: number",
     {("not_for_type", "fields[2].choices"), ("never_such_value", "listen.do[0].when.branch[0]"),
      ("never_such_value", "listen.do[0].when.branch[1]"), ("never_such_value", "solve.options[1].say[1].when.branch")}),
    (SERVICE, "    - {use: shared.thanks}", "    - {id: t, text: {ar: ا, en: \"Thank you, {customer}.\"}}",
     {("stage_without_phrase", "thank.say")}),
    (SERVICE, "required: true}", "required: false}",
     {("stage_without_phrase", "apologise.say")}),
    (LIBRARY, '"500.50", currency: SAR', '"500.50", currency: USD',
     {("other_currency", "grades[1].ceiling.currency")}),
    (LIBRARY, 'amount: "500.50"', 'amount: "50"', {("ceiling_falls", "grades[1].ceiling")}),
    (LIBRARY, "{use: shared.danger}", "{use: shared.about-paying}",
     {("used_needs_field", "emergency[0].use")}),
    (LIBRARY, "languages: [ar, en]", "languages: [ar]", {("language_not_offered", "languages[1]")}),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "expected"), SEVERAL)
def test_a_mistake_with_consequences_is_told_with_them(
    scripts: Scripts, path: str, old: str, new: str, expected: set[tuple[str, str]]
) -> None:
    scripts.replace(path, old, new)
    assert {(one.code, one.where) for one in scripts.problems()} == expected


def test_all_mistakes_of_all_files_are_told_at_once(scripts: Scripts) -> None:
    scripts.replace(LIBRARY, "timezone: Asia/Riyadh", "timezone: Nowhere")
    scripts.replace(SHARED, "- id: thanks", "- id: Thanks")
    scripts.replace(SERVICE, "version: 3", "version: three")
    scripts.write("services/other.yaml", "a: [\n")
    found = [(one.path.as_posix(), one.code) for one in scripts.problems()]
    assert found == [
        (LIBRARY, "unknown_zone"),
        (SHARED, "bad_format"),
        (SERVICE, "wrong_type"),
        (SERVICE, "unknown_phrase"),
        ("services/other.yaml", "unclosed_bracket"),
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (SERVICE, "kind: complaint", "knid: complaint", "kind"),
        (SERVICE, "kind: complaint", "kind: complain", "complaint"),
        (SERVICE, "{use: shared.thanks}", "{use: shared.thank}", "shared.thanks"),
        (SERVICE, "authority: clerk", "authority: clark", "clerk"),
        (SERVICE, '"department:permits"', '"department:permit"', "department:permits"),
        (SERVICE, "      when: {paid: true}", "      when: {payed: true}", "paid"),
        (SERVICE, "[north, south]", "[north, sout]", "south"),
        (SERVICE, "late.", "late, {custmer}.", "customer"),
    ],
)
def test_the_nearest_known_name_is_offered(scripts: Scripts, path: str, old: str, new: str, hint: str) -> None:
    scripts.replace(path, old, new)
    (problem,) = scripts.problems()
    assert problem.params["hint"] == hint
    assert problem.message(Language.ENGLISH).endswith(f"Did you mean {hint}?")
    assert f"«{hint}»" in problem.message(Language.ARABIC)


NEAR_MISSES = [
    (SERVICE, "version: 3", "version: 1000000"),
    (SERVICE, "en: Backlog}", 'en: "no"}'),
    (SERVICE, "en: Backlog}", 'en: "12"}'),
    (SERVICE, "en: Backlog}", 'en: "1:30 [A-12] 100% & <<"}'),
    (SERVICE, "en: Backlog}", "en: 09:30-10:00}"),
    (SERVICE, "    - {use: shared.thanks}\n", "    - {use: shared.thanks}\n    - {use: shared.by-then}\n"),
    (SERVICE, "ask_satisfaction: true", "ask_satisfaction: TRUE"),
    (SERVICE, "mood: [upset, angry]", "mood: [calm, upset, angry]"),
    (SERVICE, 'amount: "200"', 'amount: "500.50"'),
    (SERVICE, "authority: senior", "authority: clerk"),
    (SERVICE, '"[0-9]{4,10}"', '"([0-9]{1,3}\\\\.){3}[0-9]{1,3}"'),
    (SERVICE, '"[0-9]{4,10}"', '"(REQ|APP)-[A-Z]+-[0-9]+-[0-9]+"'),
    (SERVICE, "review_by: 2027-01-31", 'review_by: "2028-02-29"'),
    (SERVICE, '"department:permits"', "agent"),
    (SERVICE, '"department:permits"', '"staff:huda.s"'),
    (SERVICE, "{days: 2, ", "{minutes: 90, working: false, "),
    (SERVICE, "      when: {paid: true}", "      when: {paid: [true, false]}"),
    (SERVICE, "title: {ar: معاملة متأخرة", "title: &t {ar: معاملة متأخرة"),
    (SERVICE, "id: delayed-request", "id: delayed-request # comment: with colon"),
    (LIBRARY, "currency: SAR\n", ""),
    (LIBRARY, 'ramadan: "10:00-15:00"', "ramadan: 10:00-15:00"),
    (LIBRARY, "timezone: Asia/Riyadh", "timezone: UTC"),
    (LIBRARY, "{use: shared.danger}", "{use: shared.thanks}"),
]


@pytest.mark.parametrize(("path", "old", "new"), NEAR_MISSES)
def test_near_misses_pass(scripts: Scripts, path: str, old: str, new: str) -> None:
    scripts.replace(path, old, new)
    assert scripts.problems() == ()


def test_one_languages_script_needs_no_other(scripts: Scripts) -> None:
    text = re.sub(r", en: (\"[^\"]*\"|\[[^]]*\]|[^,}]*)", "", scripts.read(SERVICE))
    text = re.sub(r"\n +en: .*", "", text).replace("[ar, en]", "[ar]")
    assert " en: " not in text
    scripts.write(SERVICE, text)
    assert scripts.problems() == ()
    assert scripts.load().scripts["delayed-request"].languages == (Language.ARABIC,)


def test_warnings_leave_the_script_in_use(scripts: Scripts) -> None:
    scripts.replace(
        SERVICE, "      mood: [upset, angry]\n", "      mood: [upset, angry]\n      fault: [unknown, ours]\n"
    )
    scripts.write("notes.yaml", "x")
    scripts.write("serices/x.yaml", "x")
    scripts.write("services/deep/x.yaml", "x")
    scripts.write("services/x.yml", "x")
    scripts.write("phrases/.hidden.yaml", "x")
    scripts.write("scenarios/x.yaml", "x")
    scripts.write("README.md", "x")
    library = scripts.load()
    assert not library.problems
    assert "delayed-request" in library.scripts
    assert [(one.path.as_posix(), one.code) for one in library.warnings] == [
        ("notes.yaml", "unknown_file"),
        ("serices", "unknown_folder"),
        ("services/deep", "unknown_folder"),
        (SERVICE, "fault_without_phrase"),
        ("services/x.yml", "not_yaml"),
    ]
    for warning in library.warnings:
        assert warning.message(Language.ARABIC) != warning.message(Language.ENGLISH)
    assert "services" in library.warnings[1].message(Language.ENGLISH)
