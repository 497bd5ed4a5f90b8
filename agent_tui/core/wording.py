"""Placeholders in a phrase, and the exact words once they are filled."""

from __future__ import annotations

import re
from collections.abc import Mapping

from agent_tui.core.script import Condition, Phrase, Wording

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
PROMISE_PLACEHOLDERS = frozenset({"promise_within", "promise_due", "promise_owner", "promise_channel"})


def placeholders(text: str) -> tuple[str, ...]:
    """The names of the placeholders in a text, in order, each once."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(text)))


def fill(text: str, slots: Mapping[str, str]) -> str:
    """The text with its placeholders filled; KeyError for one that has no value."""
    return PLACEHOLDER.sub(lambda match: slots[match[1]], text)


def lacking(wording: Wording, slots: Mapping[str, str]) -> tuple[str, ...]:
    """The placeholders of the neutral form that have no value yet."""
    return tuple(name for name in placeholders(wording.neutral) if name not in slots)


def applies(condition: Condition, values: Mapping[str, str]) -> bool:
    """Whether every field named by a `when:` has one of its values."""
    return all(values.get(name) in wanted for name, wanted in condition.items())


def fits(phrase: Phrase, values: Mapping[str, str]) -> bool:
    """Whether a phrase applies to what was captured so far."""
    return applies(phrase.when, values)
