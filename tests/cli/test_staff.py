"""Who works here, without a screen."""

from __future__ import annotations

import json
from typing import Any

import pytest

from agent_tui.journal import Journal
from agent_tui.places import Preferences
from tests.cli.conftest import Run
from tests.cli.contacts import Centre


def people(run: Run, centre: Centre) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in json.loads(run(centre, "staff", "list", "--json").stdout)}


def authors(centre: Centre, kind: str) -> list[str]:
    """By whom such events were recorded, by name."""
    with Journal.open_read_only(centre.places.journal) as journal:
        names = {person.id: person.name or "" for person in journal.people()}
        return [names[one.event.by] for one in journal.stream() if one.event.kind == kind]


def test_the_first_person_makes_the_journal_and_enters_themselves(run: Run, centre: Centre) -> None:
    result = run(centre, "staff", "add", "Huda Salem", "--role", "supervisor", "--language", "ar")
    assert (result.exit_code, result.stdout) == (0, "Huda Salem works here now, as supervisor.\n")
    huda = people(run, centre)["Huda Salem"]
    assert (huda["roles"], huda["grade"], huda["language"], huda["active"]) == (
        ["supervisor"],
        "supervisor",
        "ar",
        True,
    )
    assert authors(centre, "joined") == ["Huda Salem"]


def test_the_others_are_entered_by_the_only_supervisor(run: Run, centre: Centre) -> None:
    centre.staff(Mona="supervisor", Salma="agent")
    assert run(centre, "staff", "add", "Tariq", "--role", "agent", "--grade", "senior").exit_code == 0
    assert authors(centre, "joined")[-1] == "Mona"
    assert people(run, centre)["Tariq"]["grade"] == "senior"


def test_with_several_supervisors_one_says_who_they_are(run: Run, centre: Centre) -> None:
    centre.staff(Mona="supervisor", Nadia="supervisor")
    result = run(centre, "staff", "add", "Tariq", "--role", "agent")
    assert result.exit_code == 2
    assert "--as NAME" in result.stderr
    assert run(centre, "staff", "add", "Tariq", "--role", "agent", "--as", "Nadia").exit_code == 0
    assert run(centre, "--as", "Nadia", "staff", "deactivate", "Tariq").exit_code == 0
    assert authors(centre, "joined")[-1] == authors(centre, "deactivated")[-1] == "Nadia"
    assert run(centre, "staff", "add", "Zaid", "--role", "agent", "--as", "Nobody").exit_code == 3


def test_whoever_sat_here_last_is_asked_last(run: Run, centre: Centre) -> None:
    centre.staff(Mona="supervisor", Nadia="supervisor")
    Preferences(person=people(run, centre)["Nadia"]["id"]).write(centre.places.preferences)
    assert run(centre, "staff", "add", "Tariq", "--role", "agent").exit_code == 0
    assert authors(centre, "joined")[-1] == "Nadia"


def test_whoever_left_stays_on_the_list(run: Run, centre: Centre) -> None:
    centre.staff(Mona="supervisor", Salma="agent")
    result = run(centre, "staff", "deactivate", "Salma")
    assert (result.exit_code, result.stdout) == (0, "Salma no longer works here.\n")
    lines = run(centre, "staff", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["Name", "Mona", "Salma"]
    assert "has left" in lines[2]
    assert people(run, centre)["Salma"]["active"] is False


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("deactivate", "Nobody"), 3, "Nobody here is called “Nobody”"),
        (("deactivate", "Mona"), 5, "Mona is the only one here"),
        (("add", "Mona", "--role", "agent"), 5, "works here already"),
        (("add", "  ", "--role", "agent"), 2, "A name is needed."),
        (("add", "Tariq", "--role", "agent", "--grade", "king"), 2, "There is no grade “king”"),
    ],
)
def test_what_cannot_be_done(run: Run, centre: Centre, words: tuple[str, ...], code: int, told: str) -> None:
    centre.staff(Mona="supervisor")
    result = run(centre, "staff", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr


def test_it_speaks_arabic(run: Run, centre: Centre, in_arabic: None) -> None:
    result = run(centre, "staff", "add", "هدى", "--role", "supervisor")
    assert result.stdout.startswith("أُضيف هدى إلى العاملين هنا")
    assert people(run, centre)["هدى"]["language"] == "ar"
    assert "لا أحد هنا سوى هدى" in run(centre, "staff", "deactivate", "هدى").stderr


def test_a_lost_journal_is_not_quietly_begun_anew(run: Run, centre: Centre) -> None:
    centre.places.data.mkdir()
    Preferences(person="somebody").write(centre.places.preferences)
    result = run(centre, "staff", "add", "Huda", "--role", "supervisor")
    assert result.exit_code == 4
    assert not centre.places.journal.exists()
