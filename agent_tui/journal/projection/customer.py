"""How a customer is known again, and where values about people are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.codec import personal_values
from agent_tui.core.events.fact import Event, Personal, Slot
from agent_tui.journal.body import stream_id
from agent_tui.journal.personal import Vault

if TYPE_CHECKING:
    from sqlite3 import Connection

PHONE_DIGITS = 9
"""A number is compared by its last digits: +966 50 123 4567, 00966501234567 and 0501234567 are one telephone."""
FEWEST_DIGITS = 4
LONGEST = 64


def phone_key(value: str) -> str | None:
    """The key of a telephone number; None for what is too short to be one."""
    digits = "".join(letter for letter in _folded(value) if letter.isdigit())
    return f"phone:{digits[-PHONE_DIGITS:]}" if len(digits) >= PHONE_DIGITS else None


def value_key(value: str) -> str | None:
    """The key of a reference, a customer number or a name: letters and digits only, folded; None for a text."""
    letters = "".join(letter for letter in _folded(value) if letter.isalnum())
    return f"value:{letters}" if 0 < len(letters) <= LONGEST else None


def keys(value: str) -> tuple[str, ...]:
    """Every key under which a typed value may be found."""
    return tuple(key for key in (phone_key(value), value_key(value)) if key is not None)


def mention(connection: Connection, event: Event) -> None:
    """Note which values about people an event uses, so that all that hangs on one can be found."""
    for personal in personal_values(event.fact):
        connection.execute(
            "INSERT INTO mention(ref, stream) VALUES (?, ?) ON CONFLICT DO NOTHING", (personal.ref, event.stream)
        )


def project(connection: Connection, event: Event) -> None:
    """Keep what identifies the customer of an interaction."""
    match event.fact:
        case facts.CallerIdentified(phone=phone, beneficiary=beneficiary):
            _index(connection, event, phone)
            _index(connection, event, beneficiary)
        case facts.FieldCaptured(value=value):
            # Words and choices are no key; what has a few digits is a request, an account or a telephone.
            _index(connection, event, value, fewest_digits=FEWEST_DIGITS)


def _index(connection: Connection, event: Event, slot: Slot | None, fewest_digits: int = 0) -> None:
    if slot is None:
        return
    # The stored value, not the event's: an erased one must not come back through a program that remembers it.
    value = Vault(connection).value(slot.ref) if isinstance(slot, Personal) else slot
    if value is None or sum(letter.isdigit() for letter in value) < fewest_digits:
        return
    ref = slot.ref if isinstance(slot, Personal) else ""
    connection.executemany(
        "INSERT INTO customer_key(key, interaction, ref) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(key, stream_id(event.stream), ref) for key in keys(value)],
    )


def _folded(value: str) -> str:
    from agent_tui.arabic.folding import fold

    return fold(value)
