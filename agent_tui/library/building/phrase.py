"""Phrases from the values of a file, with their hashes, and placed where they are said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from agent_tui.core.language import Language
from agent_tui.core.script import Condition, Phrase, Wording
from agent_tui.core.vocabulary import Fault, Home, Mood, Part
from agent_tui.core.wording import PROMISE_PLACEHOLDERS, placeholders
from agent_tui.library.building.basics import Data, chosen, day, names, text
from agent_tui.library.canonical import hash_of, phrase_form
from agent_tui.library.checks.conditions import condition, joined
from agent_tui.library.checks.phrases import PURPOSE_HOMES

Approved: TypeAlias = Mapping[tuple[str, Language, str], str | None]
"""What was approved: phrase id, language and hash -> the twin's hash it was approved beside, None for any."""


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """What phrases are made with: the shared ones by bank and id, and what was approved."""

    banks: Mapping[str, Phrase] = field(default_factory=dict)
    approved: Approved = field(default_factory=dict)


def phrase(data: Data, owner: str, home: Home, book: Phrasebook, option: str | None = None) -> Phrase:
    """A phrase written in a file; `owner` is the script or bank its id begins with."""
    phrase_id = f"{owner}.{data['id']}"
    wordings = {language: _wording(data["text"][language.value]) for language in Language if language in data["text"]}
    return with_hashes(
        Phrase(
            id=phrase_id,
            home=home,
            text=wordings,
            hashes={},
            canonical={},
            option=option,
            parts=chosen(Part, data.get("parts")),
            mood=chosen(Mood, data.get("mood")),
            fault=chosen(Fault, data.get("fault")),
            when=condition(data.get("when", {})),
            situation=text(data.get("situation")),
            aliases=names(data.get("aliases")),
            promises=bool(data.get("promises")) or _mentions_promise(wordings.values()),
            identity=bool(data.get("identity")),
            review_by=day(data.get("review_by")),
        ),
        book.approved,
    )


def with_hashes(phrase: Phrase, approved: Approved) -> Phrase:
    """The phrase with its canonical forms, their hashes, and the languages it stands approved in."""
    canonical = {
        language: phrase_form(
            phrase.id,
            language,
            wording,
            parts=phrase.parts,
            mood=phrase.mood,
            fault=phrase.fault,
            promises=phrase.promises,
            identity=phrase.identity,
        )
        for language, wording in phrase.text.items()
    }
    hashes = {language: hash_of(form) for language, form in canonical.items()}
    standing = frozenset(language for language in hashes if _stands(phrase.id, language, hashes, approved))
    return replace(phrase, canonical=canonical, hashes=hashes, approved=standing)


def _stands(phrase_id: str, language: Language, hashes: Mapping[Language, str], approved: Approved) -> bool:
    """Whether a phrase was approved in a language as it stands, beside its twin as that stands."""
    name = (phrase_id, language, hashes[language])
    if name not in approved:
        return False
    beside, twin = approved[name], hashes.get(language.other)
    return beside is None or twin is None or beside == twin


def _wording(data: str | Data) -> Wording:
    if isinstance(data, str):
        return Wording(data)
    return Wording(data["neutral"], data.get("male"), data.get("female"))


def _mentions_promise(wordings: Iterable[Wording]) -> bool:
    return any(
        name in PROMISE_PLACEHOLDERS for wording in wordings for one in wording.texts() for name in placeholders(one)
    )


def said(
    items: Iterable[Data] | None, owner: str, home: Home, book: Phrasebook, option: str | None = None
) -> tuple[Phrase, ...]:
    """The phrases said in one place, shared ones and those written there; a shared one that is broken is left out."""
    placed = []
    for item in items or ():
        if "use" not in item:
            placed.append(phrase(item, owner, home, book, option))
        elif item["use"] in book.banks:
            placed.append(_placed(book.banks[item["use"]], home, option, condition(item.get("when", {}))))
    return tuple(placed)


def _placed(shared: Phrase, home: Home, option: str | None, when: Condition) -> Phrase:
    kept = shared.home if shared.home in PURPOSE_HOMES else home
    return replace(shared, home=kept, option=option, when=joined(shared.when, when))
