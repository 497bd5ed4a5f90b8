"""Stages: whatever the customer's mood, each stage has a sentence that can be said."""

from __future__ import annotations

from collections.abc import Iterable

from agent_tui.core.language import Language
from agent_tui.core.script import Kind, Phrase, Script
from agent_tui.core.vocabulary import Fault, Home, Mood
from agent_tui.core.wording import PROMISE_PLACEHOLDERS, placeholders
from agent_tui.library.source import Spot

SURE = frozenset({"customer_word", "agent", "today", "organisation"})
"""What is always known; the customer's own name may not be."""
DUE = (Mood.UPSET, Mood.ANGRY)
"""The moods in which an apology is due."""


def check_stages(spot: Spot, script: Script) -> None:
    """Report stages that leave the agent without a sentence in some mood, from what Listen must capture alone.

    Asked only of scripts without other errors: a sentence that is wrong should be told of once.
    """
    sure = SURE | {field.id for field in script.fields if field.required}
    _check(spot["listen"]["say"], script, script.listen.say, sure, tuple(Mood))
    apologies = [phrase for phrase in script.apologise.say if phrase.home is Home.APOLOGISE]
    unsure = [phrase for phrase in apologies if not phrase.fault or Fault.UNKNOWN in phrase.fault]
    _check(spot["apologise"]["say"], script, unsure, sure, DUE)
    _check(spot["thank"]["say"], script, script.thank.say, sure, tuple(Mood))
    for fault in (Fault.OURS, Fault.NOT_OURS):
        fitting = [phrase for phrase in apologies if not phrase.fault or fault in phrase.fault]
        if moods := _left_out(script, fitting, sure, DUE):
            spot["apologise"]["say"].warn("fault_without_phrase", fault=fault.value, mood=", ".join(moods))
    for place, option in enumerate(script.solve.options):
        kept = sure | (PROMISE_PLACEHOLDERS if option.promise else frozenset())
        said = [*option.say, *script.solve.say]
        if not any(can_be_said(phrase, kept, mood, script.languages) for phrase in said for mood in Mood):
            Spot(spot.source, ("solve", "options", place), option).report("option_without_phrase", id=option.id)
    if script.kind is not Kind.ENQUIRY and not script.listen.read_back:
        spot["listen"].warn("no_read_back")


def _check(spot: Spot, script: Script, said: Iterable[Phrase], sure: frozenset[str], moods: Iterable[Mood]) -> None:
    if left_out := _left_out(script, said, sure, moods):
        spot.report("stage_without_phrase", stage=str(spot.steps[0]), mood=", ".join(left_out))


def _left_out(script: Script, said: Iterable[Phrase], sure: frozenset[str], moods: Iterable[Mood]) -> list[Mood]:
    said = tuple(said)
    return [mood for mood in moods if not any(can_be_said(phrase, sure, mood, script.languages) for phrase in said)]


def can_be_said(phrase: Phrase, sure: frozenset[str], mood: Mood, languages: Iterable[Language]) -> bool:
    """Whether a phrase fits a mood, asks for nothing, and is filled from what is sure in every language and form."""
    if phrase.when or (phrase.mood and mood not in phrase.mood):
        return False
    return all(
        language in phrase.text and all(set(placeholders(text)) <= sure for text in phrase.text[language].texts())
        for language in languages
    )
