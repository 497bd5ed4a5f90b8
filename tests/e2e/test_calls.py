"""Whole contacts on a terminal, key by key, as an agent lives them; and what the journal holds of them afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event
from agent_tui.core.fold import replay
from agent_tui.core.language import Language
from agent_tui.core.next_step import Step
from agent_tui.core.state import State
from agent_tui.core.vocabulary import Channel, Home, Mood, Outcome, ReadBackResult, Stage, Thanks
from agent_tui.desk import Desk
from agent_tui.journal import InteractionRow, Journal, PromiseStatus, SystemClock
from agent_tui.library import Library, load
from agent_tui.places import Places
from tests.e2e.terminal import Terminal, foot, in_arabic
from tests.tui.at_work import employ

pytestmark = pytest.mark.terminal


@dataclass
class Record:
    """What the journal holds of one contact."""

    row: InteractionRow
    events: tuple[Event, ...]
    words: list[str]

    @property
    def state(self) -> State:
        return replay(self.events)

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events]


def records(places: Places, path: Path | None = None) -> list[Record]:
    """Every contact in the journal of real ones, or in another, oldest first."""
    with Journal.open_read_only(path or places.journal) as journal:
        assert journal.verify().sound
        desk = Desk(load(places.scripts), journal, SystemClock())
        found = []
        for row in reversed(journal.interactions()):
            events = journal.events(row.stream)
            found.append(Record(row, events, [desk.exact_words(said) for said in replay(events).said]))
        return found


def the_record(places: Places) -> Record:
    (only,) = records(places)
    return only


def test_from_the_first_start_to_the_summary_with_an_angry_customer_in_arabic(
    terminal: Terminal, places: Places, library: Library
) -> None:
    # Nobody has worked here before: three questions, the language first of all.
    terminal.start("--lang", "en")
    terminal.wait_for("Welcome", "Your name")
    terminal.write("سلمى")
    terminal.wait_for("سلمى")
    terminal.press("Up", "Space")
    terminal.wait_for(in_arabic("Welcome"), in_arabic("Your name"), "سلمى")
    terminal.press("Enter")

    # Home, in Arabic from now on. The customer's own word finds the service.
    terminal.wait_for(in_arabic("A customer is on the line"), "معاملة متأخرة", in_arabic("Nothing is waiting for you."))
    terminal.write("معاملتي واقفة")
    terminal.wait_until_gone("استرداد مبلغ")
    terminal.press("Enter")
    terminal.wait_for(in_arabic("Listen"), "السلام عليكم، معكم سلمى")

    # Listen: greet, note the anger and whose fault it is, type what is asked.
    terminal.keys = 0
    terminal.press("1")
    terminal.wait_for(in_arabic("Greeting"))
    terminal.press("m", "m")
    terminal.wait_for(in_arabic("angry"))
    terminal.press("f")
    terminal.wait_for(in_arabic("ours"))
    terminal.press("Enter")
    terminal.write("٤٥٢١")
    terminal.wait_for("٤٥٢١")
    typed = terminal.keys
    terminal.press("Enter")
    terminal.write("بانتظار مستند")
    terminal.wait_for("بانتظار مستند")
    terminal.press("Enter")
    terminal.keys = typed  # the Enter that ends a typed value belongs to typing it
    terminal.press("Escape")
    terminal.press("Enter")
    terminal.wait_for(in_arabic("Read the matter back"), in_arabic("confirmed"))
    terminal.press("Enter")

    # Apologise: one sentence.
    terminal.wait_for(in_arabic("one apology"), "نعتذر عن تأخر معاملتكم رقم 4521.")
    terminal.press("Enter")
    terminal.wait_until_gone(in_arabic("one apology"))
    terminal.press("Enter")

    # Solve: two options, of which the second is accepted, with its promise.
    terminal.wait_for(foot(Step.OFFER, Language.ARABIC))
    terminal.press("1", "2")
    terminal.wait_for(foot(Step.ANSWER_OFFER, Language.ARABIC))
    terminal.press("2")
    terminal.wait_for(foot(Step.ADVANCE, Language.ARABIC))
    terminal.press("Enter")

    # Thank, satisfaction, outcome.
    terminal.wait_for(in_arabic("thank the customer"))
    terminal.press("Enter")
    terminal.wait_for(foot(Step.ASK_SATISFACTION, Language.ARABIC))
    terminal.press("Enter")
    terminal.wait_for(in_arabic("very satisfied"))
    terminal.press("4")
    terminal.wait_for(in_arabic("CAUSE"))
    terminal.press("1", "Enter")

    # The summary, and the next contact.
    terminal.wait_for(in_arabic("Summary"), in_arabic("promised"))
    assert terminal.keys <= 20
    terminal.press("Enter")
    terminal.wait_for(in_arabic("A customer is on the line"))

    found = the_record(places)
    state = found.state
    assert (found.row.language, found.row.peak, found.row.outcome) == (Language.ARABIC, Mood.ANGRY, Outcome.PROMISED)
    assert (found.row.csat, found.row.thanks, found.row.channel) == (4, Thanks.SAID, Channel.PHONE)
    assert state.current.plain_values() == {"request_no": "4521", "status": "awaiting_document"}
    assert state.current.read_back is ReadBackResult.CONFIRMED
    assert state.current.cause == "our-backlog"
    assert [said.home for said in state.said] == [
        Home.GREETING,
        Home.READ_BACK,
        Home.APOLOGISE,
        Home.SOLVE,
        Home.SOLVE,
        Home.THANK,
    ]
    greeting, read_back, apology, _first, offer, _thanks = found.words
    assert greeting == "السلام عليكم، معكم سلمى من هيئة خدمات مدينة الواحة. كيف يمكنني خدمتكم؟"
    assert "4521" in read_back
    assert apology.startswith("نعتذر عن تأخّر معاملتكم رقم 4521.")
    assert "خلال يومَي عمل" in offer
    (promise,) = state.promises.values()
    assert (promise.option, promise.days, promise.working) == ("expedite", 2, True)
    opened = found.events[1].fact
    assert isinstance(opened, facts.MatterOpened)
    assert (opened.script, opened.version) == ("delayed-request", library.scripts["delayed-request"].version)
    times = [(event.at, event.elapsed) for event in found.events]
    assert times == sorted(times)
    assert state.stage is Stage.WRAP_UP
    assert state.closed

    told = terminal.run("log", "show", "last")
    assert all(f"«{words}»" in told for words in found.words)
    assert f"delayed-request · version {opened.version} · {opened.script_hash[:12]}" in told
    clock = library.organisation.calendar.local
    assert all(f"{clock(said.at):%H:%M:%S}" in told for said in state.said)


def test_a_calm_enquiry_in_english(terminal: Terminal, places: Places, library: Library) -> None:
    employ(places, library, Language.ENGLISH)
    terminal.start()
    terminal.wait_for("A customer is on the line", "Requirements enquiry")
    terminal.write("which documents")
    terminal.wait_until_gone("Refund")
    terminal.press("Enter")
    terminal.wait_for("Hello, this is Salma")

    terminal.keys = 0
    terminal.press("1", "Enter")
    terminal.write("1")
    typed = terminal.keys
    terminal.press("Enter")
    terminal.keys = typed
    terminal.press("Escape", "Enter")
    terminal.wait_for("– Apologise", foot(Step.OFFER))  # calm: the apology is passed by itself
    terminal.press("1")
    terminal.wait_for("○ Explain the requirements", foot(Step.ANSWER_OFFER))
    terminal.press("1")
    terminal.wait_for(foot(Step.ADVANCE))
    terminal.press("Enter")
    terminal.wait_for("thank the customer")
    terminal.press("Enter")
    terminal.wait_for(foot(Step.ADVANCE))
    terminal.press("Enter")
    terminal.wait_for(foot(Step.CLOSE_MATTER, outcome="solved"))
    terminal.press("Enter")
    terminal.wait_for("Summary", "Requirements enquiry: solved")
    assert terminal.keys <= 10

    found = the_record(places)
    assert found.row.outcome is Outcome.SOLVED
    assert found.state.passed == {Stage.APOLOGISE: "not_needed"}
    assert found.state.current.read_back is ReadBackResult.WAIVED
    assert "satisfaction_answered" not in found.kinds()


def to_solve(terminal: Terminal, service: str = "delayed") -> None:
    """From Home to Solve, in English, with a customer who is upset."""
    terminal.wait_for("A customer is on the line", "Refund")
    terminal.write(service)
    terminal.wait_until_gone("Refund")
    terminal.press("Enter")
    terminal.wait_for("Hello, this is Salma")
    terminal.press("1", "m", "Enter")
    terminal.wait_for("Greeting", "upset")
    terminal.write("4521")
    terminal.press("Enter", "Escape", "Enter")
    terminal.wait_for("confirmed")
    terminal.press("Enter")
    terminal.wait_for("one apology")
    terminal.press("Enter")
    terminal.wait_for(foot(Step.ADVANCE))
    terminal.press("Enter")
    terminal.wait_for(foot(Step.OFFER))


def test_a_power_cut_in_the_middle_of_solve(terminal: Terminal, places: Places, library: Library) -> None:
    employ(places, library, Language.ENGLISH)
    terminal.start()
    to_solve(terminal)
    terminal.press("1")
    terminal.wait_for(foot(Step.ANSWER_OFFER))
    terminal.kill()
    before = the_record(places)

    terminal.start()
    terminal.wait_for("Left unfinished", "Delayed request · Solve")
    terminal.press("Tab", "Tab", "Tab", "Enter")
    terminal.wait_for("▶ Solve", foot(Step.ANSWER_OFFER))
    terminal.press("1", "Enter")
    terminal.wait_for("thank the customer")

    found = the_record(places)
    assert found.events[: len(before.events)] == before.events
    assert found.kinds()[len(before.events) :] == ["resumed", "option_accepted", "promise_made", "stage_entered"]
    assert found.state.stage is Stage.THANK


def test_a_dropped_line_is_rung_back_without_a_second_greeting(
    terminal: Terminal, places: Places, library: Library
) -> None:
    employ(places, library, Language.ENGLISH)
    terminal.start()
    to_solve(terminal)
    terminal.press("F8")
    terminal.wait_for(foot(Step.COME_BACK))
    terminal.press("Escape")
    terminal.wait_for("A customer is on the line", "Customers to ring back", "Delayed request · Solve")
    terminal.press("Tab", "Tab", "Tab", "Enter")
    terminal.wait_for("The line is back", "we rang back")
    terminal.press("1")
    terminal.wait_for("▶ Solve", foot(Step.OFFER))
    assert not terminal.shows("Hello, this is Salma")

    state = the_record(places).state
    assert state.stage is Stage.SOLVE
    assert not state.dropped
    assert [state.times_said(home) for home in (Home.GREETING, Home.APOLOGISE)] == [1, 1]


def test_a_written_contact_is_answered_with_one_message(terminal: Terminal, places: Places, library: Library) -> None:
    employ(places, library, Language.ENGLISH)
    terminal.start()
    terminal.wait_for("A customer is on the line", "Refund")
    terminal.press("Tab", "Space", "Space", "Space")
    terminal.wait_for("◂ e-mail ▸")
    terminal.press("BTab")
    to_solve(terminal)
    terminal.press("1")
    terminal.wait_for(foot(Step.ANSWER_OFFER))
    terminal.press("w")
    terminal.wait_for("Message to the customer", "Hello, this is Salma")
    terminal.press("s")
    terminal.wait_for("Saved as")

    found = the_record(places)
    (saved,) = places.data.glob(f"message-{found.row.id}.txt")
    text = saved.read_text("utf-8")
    assert all(words in text for words in found.words if "past its time" not in words)
    terminal.press("Enter")
    terminal.wait_for("▶ Solve")


def test_home_in_the_other_language_colours_help_and_practice(
    terminal: Terminal, places: Places, library: Library
) -> None:
    employ(places, library, Language.ENGLISH)
    terminal.start()
    terminal.wait_for("A customer is on the line", "Delayed request")
    terminal.press("F7")
    terminal.wait_for(in_arabic("A customer is on the line"), "معاملة متأخرة")
    terminal.press("F7")
    terminal.wait_for("A customer is on the line", "Delayed request")
    terminal.press("F6")
    terminal.wait_until(lambda: '"textual-light"' in places.preferences.read_text("utf-8"), "the light theme")
    terminal.press("F1")
    terminal.wait_for("Letters and digits act outside a text field", "F3")
    terminal.press("Escape")
    terminal.press("F3")
    terminal.wait_for("PRACTICE: no real case")
    terminal.write("delayed")
    terminal.wait_until_gone("Refund")
    terminal.press("Enter")
    terminal.wait_for("Hello, this is Salma", "PRACTICE")
    terminal.press("1")
    terminal.wait_for("Greeting")

    assert records(places) == []
    assert [one.row.mode.value for one in records(places, places.practice)] == ["practice"]


def test_a_promise_of_mine_is_kept_with_proof(terminal: Terminal, places: Places, library: Library) -> None:
    employ(places, library, Language.ENGLISH)
    terminal.start()
    to_solve(terminal)
    terminal.press("p")
    terminal.wait_for("Promise an answer", "within 2 working hours")
    terminal.press("1")
    terminal.wait_for("1 promise")
    terminal.press("F8")
    terminal.wait_for(foot(Step.COME_BACK))
    terminal.press("Escape")
    terminal.wait_for("My promises", "Get back to the customer")
    terminal.press("Tab", "Tab", "Tab", "Down", "Enter")
    terminal.wait_for("What became of this promise?", "Kept")
    terminal.press("1")
    terminal.wait_for("proof")
    terminal.write("SMS 4521 sent")
    terminal.press("Enter")
    terminal.wait_for("A customer is on the line", "Customers to ring back")
    terminal.wait_until(lambda: not terminal.shows("My promises"), "a list without the promise")

    with Journal.open_read_only(places.journal) as journal:
        (promise,) = journal.promises(status=None)
        (kept,) = journal.events(f"promise:{promise.id}")
    assert promise.status is PromiseStatus.KEPT
    assert kept.kind == "kept"
