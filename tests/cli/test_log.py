"""The log as a list, and one interaction word for word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from agent_tui.cli.timeline.sentence import told
from agent_tui.core.events.fact import FACTS, StreamType
from agent_tui.journal import Filter, Journal
from agent_tui.places import Places
from tests.cli.conftest import Run
from tests.cli.contacts import Centre
from tests.journal.history import fill


def listed(run: Run, centre: Centre, *words: str) -> list[dict[str, Any]]:
    result = run(centre, "log", "list", "--json", *words)
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def ids(centre: Centre) -> list[str]:
    with Journal.open_read_only(centre.places.journal) as journal:
        return [row.id for row in journal.interactions(Filter())]


def test_the_newest_stands_first(run: Run, day: Centre) -> None:
    lines = run(day, "log", "list").stdout.splitlines()
    assert lines[0].split() == ["Time", "Id", "Service", "Outcome", "Customer", "Agent", "Channel", "Mood"]
    assert [line.split()[2] for line in lines[1:]] == ids(day)
    assert "2026-11-23 09:00" in lines[1]
    assert "not finished" in lines[1]
    assert "Delayed request" in lines[2]
    assert "هدى السالم" in lines[2]
    assert "promised" in lines[3]


def test_it_speaks_arabic(run: Run, day: Centre, in_arabic: None) -> None:
    out = run(day, "log", "list").stdout
    assert out.split()[0] == "الوقت"
    assert "معاملة متأخرة" in out
    assert "لم ينتهِ" in out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), [0, 1, 2]),
        (("--agent", "Salma"), [1, 2]),
        (("--agent", "Salma", "--outcome", "promised"), [1, 2]),
        (("--outcome", "refused"), []),
        (("--channel", "phone"), [0, 1, 2]),
        (("--channel", "chat"), []),
        (("--script", "delayed-request"), [0, 1, 2]),
        (("--from", "2026-11-23"), [0]),
        (("--to", "22/11/2026"), [1, 2]),
        (("--from", "٢٢/١١/٢٠٢٦", "--to", "2026-11-22"), [1, 2]),
        (("--from", "2030-01-01"), []),
        (("--limit", "2"), [0, 1]),
        (("--limit", "0"), [0, 1, 2]),
    ],
)
def test_only_what_was_asked_for(run: Run, day: Centre, words: tuple[str, ...], found: list[int]) -> None:
    known = ids(day)
    assert [row["id"] for row in listed(run, day, *words)] == [known[place] for place in found]


def test_a_row_for_other_programs(run: Run, day: Centre) -> None:
    row = listed(run, day)[-1]
    assert row["opened_at"] == "2026-11-22T06:00:03.000Z"
    assert (row["agent_name"], row["scripts"], row["outcome"]) == ("Salma", ["delayed-request"], "promised")
    assert (row["customer"], row["phone"], row["status"]) == ("Huda", "+966501234567", "closed")


def test_nothing_found_is_said_and_is_no_failure(run: Run, day: Centre) -> None:
    result = run(day, "log", "list", "--from", "2030-01-01")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No interaction fits.\n")
    result = run(day, "log", "list", "--script", "delayd")
    assert "There is no service “delayd”. Known: " in result.stderr


def test_practice_is_kept_apart_and_knows_the_staff(run: Run, day: Centre) -> None:
    (row,) = listed(run, day, "--practice", "--agent", "Salma")
    assert (row["mode"], row["customer"], row["agent_name"]) == ("practice", "A simulated customer", "Salma")
    assert "PRACTICE" in run(day, "log", "show", "last", "--practice").stdout


def test_an_unknown_agent(run: Run, day: Centre) -> None:
    result = run(day, "log", "list", "--agent", "Nobody")
    assert result.exit_code == 3
    assert "Nobody here is called “Nobody”" in result.stderr


def test_every_step_is_shown_with_its_exact_words(run: Run, day: Centre) -> None:
    result = run(day, "log", "show", ids(day)[2])
    assert result.exit_code == 0, result.stderr
    out = result.stdout
    for words in (
        "2026-11-22 09:00 · phone · Salma · Service agent",
        "Customer: Huda · +966501234567 (identity checked)",
        "Sunday 22 November 2026",
        "delayed-request · version 1 · ",
        "Request number: 4521",
        "Mood: angry",
        "Fault: ours · the customer believes it is ours",
        "“I am sorry for the delay in request 4521.",
        "delayed-request.delay-is-ours · English · neutral form · ",
        "Promised: ",
        "kept by Permits Department, told by phone",
        "Outcome: promised",
        "Closed · thanked",
    ):
        assert words in out
    assert "\x1b" not in out
    assert not set("\u2066\u2067\u2068\u2069") & set(out)


def test_each_language_shows_the_words_that_were_said(run: Run, day: Centre, in_arabic: None) -> None:
    out = run(day, "log", "show", ids(day)[1]).stdout
    assert "«نعتذر عن تأخّر معاملتكِ رقم 4521." in out
    assert "delayed-request.delay-is-ours · العربية · بصيغة المؤنث" in out
    assert "المرحلة: الاعتذار" in out
    out = run(day, "log", "show", ids(day)[2]).stdout
    assert "“I am sorry for the delay in request 4521." in out


def test_all_events_as_one_object(run: Run, day: Centre) -> None:
    found = json.loads(run(day, "log", "show", ids(day)[2], "--json").stdout)
    with Journal.open_read_only(day.places.journal) as journal:
        kinds = [event.kind for event in journal.events(f"interaction:{found['id']}")]
    assert [event["kind"] for event in found["events"]] == kinds
    assert [event["seq"] for event in found["events"]] == list(range(1, len(kinds) + 1))
    caller = next(event for event in found["events"] if event["kind"] == "caller_identified")
    assert caller["data"]["name"] == "Huda"
    assert caller["at"].endswith("Z")
    said = [event for event in found["events"] if event["kind"] == "said"]
    assert all(event["words"] and "{" not in event["words"] for event in said)
    (promise,) = found["promises"]
    assert (promise["status"], promise["owner"]) == ("open", "department:permits")


def test_the_beginning_of_an_id_is_enough(run: Run, day: Centre) -> None:
    known = ids(day)
    shortest = next(n for n in range(1, 27) if sum(one.startswith(known[1][:n]) for one in known) == 1)
    for wanted in (known[1][:shortest], known[1][:shortest].lower(), known[1].lower()):
        assert f"Interaction {known[1]}" in run(day, "log", "show", wanted).stdout
    assert f"Interaction {known[0]}" in run(day, "log", "show", "last").stdout


def test_an_ambiguous_beginning_names_what_it_may_mean(run: Run, day: Centre) -> None:
    known = ids(day)
    result = run(day, "log", "show", known[0][:1])
    assert result.exit_code == 3
    assert result.stderr.splitlines()[1:] == [f"  {one}" for one in known]


def test_an_unknown_id_says_where_to_look(run: Run, day: Centre) -> None:
    result = run(day, "log", "show", "01ZZZZ")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "agent-tui log list" in result.stderr
    assert "--practice" in result.stderr


def test_an_empty_log_has_no_last(run: Run, centre: Centre) -> None:
    centre.staff(Mona="supervisor")
    assert run(centre, "log", "show", "last").exit_code == 3
    assert listed(run, centre) == []


def test_what_was_erased_is_gone_from_every_form(run: Run, copied: Centre) -> None:
    wanted = ids(copied)[2]
    with Journal.open(copied.places.journal, create=False) as journal:
        events = journal.events(f"interaction:{wanted}")
        caller = next(event.fact for event in events if event.kind == "caller_identified")
        journal.erase([caller.name.ref, caller.phone.ref], at=0)  # type: ignore[attr-defined]
    shown = run(copied, "log", "show", wanted).stdout
    assert "Caller: [erased] · [erased]" in shown
    assert "Huda" not in shown
    found = json.loads(run(copied, "log", "show", wanted, "--json").stdout)
    assert found["customer"] is None
    data = next(event["data"] for event in found["events"] if event["kind"] == "caller_identified")
    assert (data["name"], data["phone"]) == (None, None)


def test_what_became_of_a_promise_follows(run: Run, copied: Centre) -> None:
    with copied.desk("Salma") as desk:
        promise = desk.journal.promises()[0]
        desk.ledger.attempt(promise, "no answer")
        desk.ledger.keep(promise, "permit 77 handed over")
    out = run(copied, "log", "show", promise.interaction).stdout
    assert "Promise: the customer was tried and not reached: no answer" in out
    assert "Promise kept: permit 77 handed over" in out
    found = json.loads(run(copied, "log", "show", promise.interaction, "--json").stdout)
    assert [event["kind"] for event in found["events"]][-2:] == ["attempted", "kept"]
    assert found["promises"][0]["status"] == "kept"


def test_the_log_is_read_without_the_scripts(run: Run, day: Centre, tmp_path: Path) -> None:
    bare = Centre(Places(day.places.data, tmp_path / "no-scripts"))
    result = run(bare, "log", "show", ids(day)[2])
    assert result.exit_code == 0
    assert "cannot be read. Times are UTC" in result.stderr
    assert "2026-11-22 06:00" in result.stdout
    assert "“I am sorry for the delay in request 4521." in result.stdout
    assert "Request number: 4521" in result.stdout


def test_every_kind_of_event_has_its_sentence() -> None:

    told_of = (StreamType.INTERACTION, StreamType.PROMISE)
    kinds = [cls for (stream, _kind), cls in FACTS.items() if stream in told_of]
    assert kinds
    assert [cls.__name__ for cls in kinds if told.dispatch(cls) is told.dispatch(object)] == []


def test_what_the_journal_does_not_hold_is_named_as_such(run: Run, centre: Centre) -> None:
    centre.places.data.mkdir()
    with Journal.open(centre.places.journal, create=True) as journal:
        fill(journal, 3)
    result = run(centre, "log", "show", "last")
    assert result.exit_code == 0, result.stderr
    assert "[these words are not in the journal]" in result.stdout
    found = json.loads(run(centre, "log", "show", "last", "--json").stdout)
    assert [event["words"] for event in found["events"] if event["kind"] == "said"] == [None]
