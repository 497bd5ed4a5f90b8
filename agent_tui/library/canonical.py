"""The canonical form of phrases and scripts (RFC 8785), their hashes, and the way back from a form kept in a record.

A phrase's form, one a language, holds the words and what makes them true: its id in the library, the language,
every gender form, parts, mood, fault, and whether it promises or needs an identity. Where and under which
fields it is said is its script's matter; that, when to use it, other names for it and its review date are not
in it, and to change them asks for no new approval. A script's form holds everything, `use:` resolved and both
languages in full; approvals are in neither.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from typing import Any

from agent_tui.core.language import Language
from agent_tui.core.script import Script, Wording
from agent_tui.core.vocabulary import Fault, Mood, Part

FORM = 1
"""The number of the form; it changes when the keys or their meaning do."""

LEFT_OUT = frozenset({"hash", "hashes", "canonical", "approved"})


def canonical(form: object) -> str:
    """The one JSON text of a form (RFC 8785).

    For what forms are made of (text, truth, small whole numbers, ASCII keys) this is what the rfc8785 package
    writes, in a tenth of the time; a test holds the two together.
    """
    return json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def hash_of(text: str) -> str:
    """SHA-256 of a canonical text, in hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def phrase_form(
    phrase_id: str,
    language: Language,
    wording: Wording,
    *,
    parts: frozenset[Part],
    mood: frozenset[Mood],
    fault: frozenset[Fault],
    promises: bool,
    identity: bool,
) -> str:
    """The canonical text of a phrase in one language."""
    return canonical(
        {
            "form": FORM,
            "id": phrase_id,
            "language": language.value,
            "text": plain(wording),
            "parts": plain(parts),
            "mood": plain(mood),
            "fault": plain(fault),
            "promises": promises,
            "identity": identity,
        }
    )


def script_form(script: Script) -> str:
    """The canonical text of a script, every phrase in full."""
    return canonical({"form": FORM, "script": plain(script)})


def plain(value: Any) -> Any:
    """A value of the domain as JSON: sets sorted, sums and dates as text, what is not set left out."""
    kind = type(value)
    if kind not in _KNOWN:
        _KNOWN[kind] = _writer(kind)
    return _KNOWN[kind](value)


def _writer(kind: type) -> Callable[[Any], Any]:
    if is_dataclass(kind):
        names = [one.name for one in fields(kind) if one.name not in LEFT_OUT]
        return lambda value: {name: plain(held) for name in names if (held := getattr(value, name)) is not None}
    return next((write for kinds, write in _WRITERS if issubclass(kind, kinds)), lambda value: value)


_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Any], Any]], ...] = (
    (Enum, lambda value: value.value),
    (frozenset, lambda value: sorted(plain(one) for one in value)),
    (tuple, lambda value: [plain(one) for one in value]),
    (dict, lambda value: {str(plain(key)): plain(one) for key, one in value.items()}),
    ((Decimal, date), str),
)
_KNOWN: dict[type, Callable[[Any], Any]] = {}
