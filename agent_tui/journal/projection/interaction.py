"""One row for each interaction and each of its matters, as lists and Home show them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Fact
from agent_tui.core.fold import HEARD
from agent_tui.core.vocabulary import Comeback, Mood, Outcome, Stage
from agent_tui.journal.body import FORMAT, stream_id
from agent_tui.journal.projection import promise
from agent_tui.journal.rows import InteractionStatus

if TYPE_CHECKING:
    from sqlite3 import Connection

Changes: TypeAlias = dict[str, str | int | None]
"""Column -> value; the columns are named in this file, never by data."""
RANG = (Comeback.THEY_RANG, Comeback.WE_RANG)


def project(connection: Connection, n: int, event: Event) -> None:
    """Bring an interaction, its matters and its promises up with one event."""
    of = stream_id(event.stream)
    fact = event.fact
    match fact:
        case facts.Opened():
            _open(connection, n, event, fact)
            return
        case facts.MatterOpened():
            _open_matter(connection, of, event, fact)
        case facts.MatterClosed():
            _close_matter(connection, of, event, fact)
        case facts.PromiseMade():
            promise.make(connection, n, event, fact)
    if _reached(connection, of, fact):
        _open_unreached(connection, of)
    changes = _changes(connection, of, event, fact)
    changes |= {"seq": event.seq, "run": event.run, "last_at": event.at}
    columns = ", ".join(f"{column} = ?" for column in changes)
    connection.execute(f"UPDATE interaction SET {columns} WHERE id = ?", (*changes.values(), of))  # noqa: S608


def _open(connection: Connection, n: int, event: Event, fact: facts.Opened) -> None:
    connection.execute(
        "INSERT INTO interaction(n, id, agent, grade, mode, channel, language, outbound, opened_at, last_at, seq, run,"
        " status, stage, scripts, mood, peak, urgent, dropped, held, abuse, silent)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, '[]', ?, ?, 0, 0, 0, 0, 0) ON CONFLICT(id) DO NOTHING",
        (
            n,
            stream_id(event.stream),
            event.by,
            fact.grade,
            fact.mode.value,
            fact.channel.value,
            fact.language.value,
            fact.outbound,
            event.at,
            event.at,
            event.seq,
            event.run,
            Stage.LISTEN.value,
            Mood.CALM.value,
            Mood.CALM.value,
        ),
    )
    if fact.returns is not None:
        # This contact is the callback that the other one waits for.
        connection.execute("UPDATE interaction SET callback_due = NULL WHERE id = ?", (fact.returns,))


def _open_matter(connection: Connection, of: str, event: Event, fact: facts.MatterOpened) -> None:
    connection.execute(
        "INSERT INTO matter(interaction, id, script, version, script_hash, enquiry, opened_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (of, fact.matter, fact.script, fact.version, fact.script_hash, fact.enquiry, event.at),
    )


def _close_matter(connection: Connection, of: str, event: Event, fact: facts.MatterClosed) -> None:
    connection.execute(
        "UPDATE matter SET outcome = ?, cause = ?, department = ?, closed_at = ?, closed_seq = ?"
        " WHERE interaction = ? AND id = ?",
        (fact.outcome.value, fact.cause, fact.department, event.at, event.seq, of, fact.matter),
    )


def _reached(connection: Connection, of: str, fact: Fact) -> bool:
    if isinstance(fact, facts.Resumed):
        return fact.how in RANG
    return isinstance(fact, HEARD) and _held(connection, of, "status") != InteractionStatus.DROPPED


def _open_unreached(connection: Connection, of: str) -> None:
    changed = connection.execute(
        "UPDATE matter SET outcome = NULL, cause = NULL, department = NULL, closed_at = NULL, closed_seq = NULL"
        " WHERE interaction = ? AND outcome = ?",
        (of, Outcome.UNREACHED.value),
    )
    if changed.rowcount:
        connection.execute("UPDATE interaction SET outcome = ? WHERE id = ?", (_last_outcome(connection, of), of))


def _last_outcome(connection: Connection, of: str) -> str | None:
    row = connection.execute(
        "SELECT outcome FROM matter WHERE interaction = ? AND outcome IS NOT NULL ORDER BY closed_seq DESC LIMIT 1",
        (of,),
    ).fetchone()
    return row[0] if row else None


def _held(connection: Connection, of: str, column: str) -> str | None:
    row = connection.execute(f"SELECT {column} FROM interaction WHERE id = ?", (of,)).fetchone()  # noqa: S608
    return row[0] if row else None


def _changes(connection: Connection, of: str, event: Event, fact: Fact) -> Changes:  # noqa: PLR0912
    match fact:
        case facts.Resumed():
            taken: Changes = {"agent": event.by}
            if fact.grade:
                taken["grade"] = fact.grade
            if fact.how in RANG:
                taken["callback_due"] = None
                if _held(connection, of, "status") == InteractionStatus.DROPPED:
                    taken["status"] = InteractionStatus.OPEN.value
            return taken
        case facts.LanguageChanged():
            return {"language": fact.language.value}
        case facts.CallerIdentified():
            return {
                "name_ref": fact.name.ref if fact.name else None,
                "phone_ref": fact.phone.ref if fact.phone else None,
            }
        case facts.MatterOpened():
            return {"matter": fact.matter, "scripts": _with_script(connection, of, fact.script)}
        case facts.MoodNoted():
            return {"mood": fact.mood.value, "peak": _peak(connection, of, fact.mood)}
        case facts.StageEntered():
            return {"stage": fact.stage.value, "matter": fact.matter}
        case facts.Held():
            return {"held": 1}
        case facts.UrgentTaken():
            return {"urgent": 1}
        case facts.EmergencyRaised():
            return {"emergency": fact.danger.value}
        case facts.Dropped():
            return {"dropped": 1, "status": InteractionStatus.DROPPED.value, "callback_due": fact.callback_due}
        case facts.SatisfactionAnswered():
            return {"csat": fact.score}
        case facts.AbuseFlagged():
            return {"abuse": 1}
        case facts.MatterClosed():
            return {"outcome": _last_outcome(connection, of)}
        case facts.Closed():
            return {
                "status": InteractionStatus.CLOSED.value,
                "closed_at": event.at,
                "thanks": fact.thanks.value,
                "silent": fact.silent,
                "callback_due": fact.callback_due,
            }
        case facts.AbandonedBySystem():
            return {"status": InteractionStatus.ABANDONED.value, "closed_at": event.at, "callback_due": None}
    return {}


def _with_script(connection: Connection, of: str, script: str) -> str:
    scripts: list[str] = json.loads(_held(connection, of, "scripts") or "[]")
    return FORMAT.encode(scripts if script in scripts else [*scripts, script])


def _peak(connection: Connection, of: str, mood: Mood) -> str:
    return max(mood, Mood(_held(connection, of, "peak") or Mood.CALM), key=lambda one: one.heat).value
