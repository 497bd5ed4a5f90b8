"""Texts: every declared language is there, and placeholders stand only where they are filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agent_tui.core.language import Language
from agent_tui.core.wording import PLACEHOLDER, PROMISE_PLACEHOLDERS, placeholders
from agent_tui.library.source import Spot

ALWAYS = ("customer", "customer_word", "agent", "today", "organisation")
"""Placeholders every sentence may use; the customer's name alone may not be known yet."""
NOT_TEXTS = frozenset({"aliases", "digits", "when", "week", "standards"})
TEXT_LISTS = frozenset({"do", "facts"})
FILLED = frozenset({"text", "do"})


def texts(spot: Spot) -> Iterator[Spot]:
    """Every text in several languages below a place, the place itself included."""
    if isinstance(spot.value, dict):
        in_list = len(spot.steps) > 1 and isinstance(spot.steps[-1], int) and spot.steps[-2] in TEXT_LISTS
        if in_list or any(language.value in spot.value for language in Language):
            yield spot
            return
        for key, held in spot.entries():
            if key not in NOT_TEXTS:
                yield from texts(held)
    for member in spot.each():
        yield from texts(member)


def leaves(text: Spot) -> Iterator[Spot]:
    """Every single string of a text: one a language, or one a gender form."""
    for language in Language:
        held = text[language.value]
        if held.text:
            yield held
        for form in ("neutral", "male", "female"):
            if held[form].text:
                yield held[form]


def check_texts(spot: Spot, languages: Iterable[Language]) -> None:
    """Report texts that lack a language, and braces in texts nobody fills."""
    for text in texts(spot):
        for language in languages:
            if language.value not in text.value:
                text.report("missing_language", language=language.value)
        if not _is_filled(text):
            for leaf in leaves(text):
                if "{" in leaf.text or "}" in leaf.text:
                    leaf.report("placeholder_not_here")


def _is_filled(text: Spot) -> bool:
    keys = [step for step in text.steps if isinstance(step, str)]
    return bool(keys) and keys[-1] in FILLED and "policies" not in keys


def check_placeholders(leaf: Spot, known: Iterable[str], *, promise: bool) -> None:
    """Report stray braces and placeholders that nothing fills."""
    if any(brace in PLACEHOLDER.sub("", leaf.text) for brace in "{}"):
        leaf.report("stray_brace")
    known = [*ALWAYS, *known, *(sorted(PROMISE_PLACEHOLDERS) if promise else ())]
    for name in placeholders(leaf.text):
        if name in known:
            continue
        if name in PROMISE_PLACEHOLDERS:
            leaf.report("promise_placeholder", name=name)
        else:
            leaf.report("unknown_placeholder", near=known, name=name)
