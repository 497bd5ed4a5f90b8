"""A good folder becomes the domain's data, whole and exact."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, time
from decimal import Decimal

import pytest

from agent_tui.core.language import Gender, Language
from agent_tui.core.money import Money
from agent_tui.core.organisation import Digits
from agent_tui.core.script import FieldType, Kind, PromiseTerms
from agent_tui.core.vocabulary import Channel, Fault, Home, Mood, Part
from agent_tui.library import LibraryError, load_script
from agent_tui.library.building.house import is_ramadan
from tests.library.shelf import LIBRARY, SCRIPT, SERVICE, SHARED, Scripts

AR, EN = Language.ARABIC, Language.ENGLISH


def test_the_organisation(scripts: Scripts) -> None:
    library = scripts.load()
    assert library.problems == ()
    assert library.warnings == ()
    house = library.organisation
    assert house.name[EN] == "Oasis Municipality"
    assert house.languages == (AR, EN)
    assert house.digits == {AR: Digits.ARABIC, EN: Digits.LATIN}
    assert [grade.id for grade in house.grades] == ["clerk", "senior", "supervisor"]
    assert house.grades[1].ceiling == Money(Decimal("500.50"), "SAR")
    assert [grade.supervises for grade in house.grades] == [False, False, True]
    assert house.policies[0].text[EN] == "Fees are kept."
    assert house.standards.callback_minutes == 7
    assert house.standards.silence_seconds == 20
    assert [(phrase.id, phrase.home) for phrase in (*house.emergency, *house.silence, *house.hold)] == [
        ("shared.danger", Home.EMERGENCY),
        ("shared.still-there", Home.SILENCE),
        ("library.one-minute", Home.HOLD),
    ]


def test_the_calendar(scripts: Scripts) -> None:
    calendar = scripts.load().organisation.calendar
    assert sorted(calendar.week) == [0, 6]
    assert calendar.hours(date(2026, 9, 20)) is not None
    assert calendar.hours(date(2026, 9, 22)) is None
    assert date(2026, 9, 23) in calendar.holidays
    fasting = calendar.hours(date(2026, 2, 22))
    assert fasting is not None
    assert (fasting.opens, fasting.closes) == (time(10), time(15))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 2, 17), False),
        (date(2026, 2, 18), True),
        (date(2026, 3, 19), True),
        (date(2026, 3, 20), False),
        (date(1900, 1, 1), False),
        (date(2077, 11, 17), False),
        (date.max, False),
    ],
)
def test_ramadan_by_umm_al_qura(day: date, expected: bool) -> None:
    assert is_ramadan(day) is expected


def test_the_script(scripts: Scripts) -> None:
    script = scripts.load().scripts["delayed-request"]
    assert (script.version, script.kind, script.department) == (3, Kind.COMPLAINT, "permits")
    assert script.channels == {Channel.PHONE, Channel.CHAT}
    assert script.aliases == {AR: ("تأخير",), EN: ("late file",)}
    assert script.facts[0].review_by == date(2027, 1, 31)
    number, paid, branch = script.fields
    assert (number.type, number.required, number.personal, number.pattern) == (
        FieldType.TEXT,
        True,
        True,
        "[0-9]{4,10}",
    )
    assert (paid.type, paid.personal) == (FieldType.BOOL, False)
    assert branch.recallable
    assert [choice.id for choice in branch.choices] == ["north", "south"]
    assert script.listen.do[0].when == {"branch": ("north", "south")}
    assert script.thank.ask_satisfaction


def test_the_options(scripts: Scripts) -> None:
    expedite, refund, decline = scripts.load().scripts["delayed-request"].solve.options
    assert expedite.promise == PromiseTerms("department:permits", Channel.PHONE, days=2)
    assert expedite.say[0].promises
    assert refund.limit == Money(Decimal(200), "SAR")
    assert refund.when == {"paid": ("true",)}
    assert decline.refusal
    assert decline.may_cite == ("fee-7",)


def test_phrases_know_their_place(scripts: Scripts) -> None:
    script = scripts.load().scripts["delayed-request"]
    assert [(phrase.id, phrase.home, phrase.option) for phrase in script.phrases()] == [
        ("shared.opening", Home.GREETING, None),
        ("delayed-request.read", Home.READ_BACK, None),
        ("delayed-request.sorry", Home.APOLOGISE, None),
        ("shared.by-then", Home.SOLVE, "expedite"),
        ("delayed-request.refund-it", Home.SOLVE, "refund"),
        ("shared.about-paying", Home.SOLVE, "refund"),
        ("delayed-request.not-possible", Home.SOLVE, "decline"),
        ("shared.thanks", Home.THANK, None),
    ]
    sorry = script.apologise.say[0]
    assert sorry.parts == {Part.EFFORT, Part.REGRET}
    assert sorry.mood == {Mood.UPSET, Mood.ANGRY}
    assert sorry.fault == frozenset[Fault]()
    assert sorry.text[AR].form(Gender.FEMALE) == (Gender.FEMALE, "نعتذر لكِ عن تأخر {request_no}.")
    assert sorry.text[AR].form(Gender.MALE)[0] is Gender.NEUTRAL


def test_a_use_adds_its_condition_to_the_phrases_own(scripts: Scripts) -> None:
    phrase = scripts.load().scripts["delayed-request"].solve.options[1].say[1]
    assert phrase.when == {"paid": ("true",), "branch": ("north",)}


def test_banks_stand_where_they_are_first_said(scripts: Scripts) -> None:
    homes = {name: phrase.home for name, phrase in scripts.load().banks.items()}
    assert homes == {
        "shared.opening": Home.GREETING,
        "shared.danger": Home.EMERGENCY,
        "shared.still-there": Home.SILENCE,
        "shared.thanks": Home.THANK,
        "shared.about-paying": Home.SOLVE,
        "shared.by-then": Home.SOLVE,
    }


def test_a_bad_script_is_left_out_and_the_rest_stands(scripts: Scripts) -> None:
    scripts.write("services/other.yaml", SCRIPT.replace("id: delayed-request", "id: other"))
    scripts.replace(SERVICE, "version: 3", "version: three")
    library = scripts.load()
    assert list(library.scripts) == ["other"]
    assert [problem.code for problem in library.problems] == ["wrong_type"]


def test_two_scripts_cannot_share_an_id(scripts: Scripts) -> None:
    scripts.write("services/other.yaml", SCRIPT)
    library = scripts.load()
    assert [(one.path.name, one.code, one.params["file"]) for one in library.problems] == [
        ("other.yaml", "id_taken", SERVICE)
    ]
    assert list(library.scripts) == ["delayed-request"]


def test_a_broken_shared_phrase_spoils_only_who_uses_it(scripts: Scripts) -> None:
    scripts.write("services/other.yaml", SCRIPT.replace("id: delayed-request", "id: other"))
    scripts.replace(SERVICE, "{use: shared.thanks}", "{id: own, text: {ar: شكرًا., en: Thanks.}}")
    scripts.replace(SHARED, "en: Thank you for telling us.", "en: ''")
    library = scripts.load()
    assert list(library.scripts) == ["delayed-request"]
    assert [(one.path.name, one.code) for one in library.problems] == [
        ("shared.yaml", "blank"),
        ("other.yaml", "use_broken"),
    ]
    assert "shared.thanks" not in library.banks


def test_without_an_organisation_every_other_problem_is_told_too(scripts: Scripts) -> None:
    scripts.write(LIBRARY, "name: [\n")
    scripts.replace(SERVICE, "version: 3", "version: three")
    with pytest.raises(LibraryError) as caught:
        scripts.load()
    assert [one.code for one in caught.value.problems] == ["unclosed_bracket", "wrong_type"]


def test_one_script_by_itself(scripts: Scripts) -> None:
    library = scripts.load()
    script = load_script(scripts.root / SERVICE, library.organisation, library.banks)
    assert script == library.scripts["delayed-request"]
    scripts.replace(SERVICE, "version: 3", "version: three")
    with pytest.raises(LibraryError, match=r"delayed\.yaml:2:10: version: Expected a whole number"):
        load_script(scripts.root / SERVICE, library.organisation, library.banks)


def test_importing_the_library_loads_no_parser() -> None:
    asked = (
        "import json, sys, agent_tui.library; heavy = ('yaml', 'jsonschema_rs', 'rfc8785', 'hijridate', 'tempfile'); "
        "print(json.dumps([name for name in heavy if name in sys.modules]))"
    )
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == []
