"""Whether the journal is as it was written, and where it is not."""

from __future__ import annotations

from contextlib import closing

import pytest

from agent_tui.journal import Journal
from agent_tui.journal.connection import connect
from tests.cli.conftest import Run
from tests.cli.contacts import Centre


def count(centre: Centre) -> int:
    with Journal.open_read_only(centre.places.journal) as journal:
        return sum(1 for _one in journal.stream())


def forge(centre: Centre, n: int) -> None:
    """Change a row's words as somebody with the file and the knowledge would."""
    with closing(connect(centre.places.journal, mode="rw", busy_ms=1_000)) as connection:
        connection.execute("DROP TRIGGER journal_never_changed")
        connection.execute("UPDATE journal SET body = replace(body, '\"elapsed\":', '\"elapsed\":1') WHERE n = ?", (n,))


def test_a_sound_journal(run: Run, day: Centre) -> None:
    result = run(day, "verify")
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{count(day)} events, as they were written." in result.stdout
    assert "Last seal: " in result.stdout
    assert run(day, "verify", "--practice").exit_code == 0


@pytest.mark.parametrize("place", ["inside", "the end"])
def test_a_changed_row_is_named(run: Run, copied: Centre, place: str) -> None:
    n = 7 if place == "inside" else count(copied)
    forge(copied, n)
    result = run(copied, "verify")
    assert result.exit_code == 1
    assert f"Row {n}: it is not as it was written." in result.stdout
    assert "NOT as it was written" in result.stderr


def test_a_journal_with_a_broken_end_is_used_for_nothing_else(run: Run, copied: Centre) -> None:
    forge(copied, count(copied))
    result = run(copied, "log", "list")
    assert result.exit_code == 4
    assert "is damaged" in result.stderr


def test_it_speaks_arabic(run: Run, copied: Centre, in_arabic: None) -> None:
    assert "كما كُتبت." in run(copied, "verify").stdout
    forge(copied, 7)
    assert "القيد 7: ليس كما كُتب." in run(copied, "verify").stdout
