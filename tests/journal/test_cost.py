"""What keeps the journal quick: nothing heavy is loaded early, and no question asked often reads a whole table."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from agent_tui.core.vocabulary import Mode
from agent_tui.journal import Filter, InteractionStatus, Journal, Place
from tests.journal.history import CONTENTS, SCRIPTS, Past, fill
from tests.journal.writing import ROOT

HOME: dict[str, Callable[[Journal], object]] = {
    "unfinished": lambda journal: journal.unfinished(Mode.LIVE, now=0),
    "callbacks": lambda journal: journal.callbacks(due_before=10),
    "my promises": lambda journal: journal.promises(owner="agent01", due_before=10**15),
    "promises I made": lambda journal: journal.promises(made_by="agent01"),
    "all open promises": lambda journal: journal.promises(),
    "promise": lambda journal: journal.promise("p"),
    "person": lambda journal: journal.person("agent01"),
    "notices": lambda journal: journal.notices_read("agent01"),
    "certificates": lambda journal: journal.certificates("agent01"),
    "history": lambda journal: journal.history(["0510000001", "12345"], exclude="x"),
    "newest": lambda journal: journal.interactions(limit=5),
    "next page": lambda journal: journal.interactions(after=Place(10**13, 10), limit=5),
    "one agent": lambda journal: journal.interactions(Filter(agent="agent01"), limit=5),
    "a month": lambda journal: journal.interactions(Filter(opened_from=1, opened_until=2), limit=5),
    "interaction": lambda journal: journal.interaction("x"),
    "events": lambda journal: journal.events("interaction:x"),
    "tail": lambda journal: next(journal.stream(after=100)),
    "drafts": lambda journal: journal.drafts.read("x"),
    "beat": lambda journal: journal.runs.beat("run", 1),
    "erase": lambda journal: journal.erase(["r"], 1),
}
READ_WHOLE = {"SCAN i USING INDEX interaction_opened", "SCAN i USING INDEX interaction_unfinished"}
"""The list in its own order, as far as the page goes; and a partial index that holds the unfinished alone."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Journal:
    journal = Journal.open(tmp_path_factory.mktemp("cost") / "journal.db", create=True)
    fill(journal, 300)
    with journal._connections.writing() as connection:
        connection.execute("ANALYZE")
    return journal


def plans(journal: Journal, ask: Callable[[Journal], object]) -> dict[str, list[str]]:
    """How SQLite answers each statement of a question."""
    asked: list[str] = []
    with journal._connections.reading() as connection:
        connection.set_trace_callback(asked.append)
        ask(journal)
        connection.set_trace_callback(None)
        found = {}
        for sql in asked:
            if sql.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE", "INSERT")):
                found[sql] = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    assert asked
    return found


def scans(found: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [
        (line, sql)
        for sql, plan in found.items()
        for line in plan
        if line.startswith("SCAN") and line not in READ_WHOLE | {"SCAN k", "SCAN meta", "SCAN CONSTANT ROW"}
    ]


@pytest.mark.parametrize("question", HOME)
def test_no_question_asked_often_reads_a_whole_table(filled: Journal, question: str) -> None:
    found = plans(filled, HOME[question])
    assert scans(found) == []
    sorted_apart = any("TEMP B-TREE FOR ORDER BY" in line for plan in found.values() for line in plan)
    assert sorted_apart == (question in {"history", "notices"})  # of one customer, of one person


def test_appending_reads_no_whole_table(filled: Journal) -> None:
    batches = list(Past(77).interactions(40))
    found: dict[str, list[str]] = {}
    for events in batches:
        found |= plans(filled, lambda journal, events=events: journal.append(events, CONTENTS))  # type: ignore[misc]
    assert len(found) > 500
    assert scans(found) == []


@pytest.mark.parametrize("wanted", [Filter(script=SCRIPTS[0]), Filter(status=InteractionStatus.CLOSED)])
def test_a_rarer_filter_walks_the_list_in_order(filled: Journal, wanted: Filter) -> None:
    found = plans(filled, lambda journal: journal.interactions(wanted, limit=5))
    assert scans(found) == []


def test_importing_the_journal_loads_nothing_heavy() -> None:
    heavy = "{'sqlite_utils', 'sqlite3', 'pysqlite3', 'ulid', 'hypothesis', 'textual', 'bidi', 'yaml', 'asyncio'}"
    program = f"import sys, agent_tui.journal; print(sorted({heavy} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_export_is_flat_in_memory(filled: Journal) -> None:
    import tracemalloc

    for _ in filled.stream():  # what is loaded once is not counted
        pass
    tracemalloc.start()
    for _ in filled.bodies():
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * 1024 * 1024
