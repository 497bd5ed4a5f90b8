"""Short hands for the tests: events of a stream, and everything a journal's read models hold."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Fact, Personal
from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Channel, Mode
from agent_tui.journal import Journal, new_id
from agent_tui.journal.connection import connect
from agent_tui.journal.schema import READ_MODEL_TABLES

ROOT = Path(__file__).resolve().parents[2]
OPENED = facts.Opened(Mode.LIVE, Channel.PHONE, Language.ARABIC, "clerk")
HELD = facts.Held()


def event(stream: str, seq: int, fact: Fact, *, at: int = 1_000, run: str = "run1", by: str = "huda") -> Event:
    """An event with a new id."""
    return Event(new_id(), stream, seq, at + seq, seq, run, by, fact)


def tell(journal: Journal, stream: str, *told: Fact, at: int = 1_000, run: str = "run1", by: str = "huda") -> None:
    """Append facts to a stream, wherever it stands."""
    first = len(journal.events(stream)) + 1
    journal.append([event(stream, first + i, fact, at=at, run=run, by=by) for i, fact in enumerate(told)], {})


def caller(number: int, name: str, phone: str) -> facts.CallerIdentified:
    """A caller whose values stand under references `name<number>` and `phone<number>`."""
    return facts.CallerIdentified(Personal(f"name{number}", name), Personal(f"phone{number}", phone))


def openings(path: Path, *, create: bool) -> tuple[Callable[[], Journal], ...]:
    """The ways a journal is opened."""
    return partial(Journal.open, path, create=create), partial(Journal.open_read_only, path)


def raw(path: Path) -> Any:
    """A connection of one's own to the file, past everything that protects it."""
    return connect(path, mode="rw", busy_ms=1_000)


def read_models(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every read model."""
    connection = raw(journal.path)
    try:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in READ_MODEL_TABLES}
    finally:
        connection.close()


def forge(path: Path, n: int, old: str, new: str) -> None:
    """Change a row's words as somebody with the file and the knowledge would."""
    connection = raw(path)
    connection.execute("DROP TRIGGER journal_never_changed")
    connection.execute("UPDATE journal SET body = replace(body, ?, ?) WHERE n = ?", (old, new, n))
    connection.close()
