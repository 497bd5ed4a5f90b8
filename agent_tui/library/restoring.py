"""The way back: a script from its canonical form, as it was used on the day, whatever the files say now."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from agent_tui.core.language import Language
from agent_tui.core.money import Money
from agent_tui.core.script import (
    Apologise,
    Cause,
    Choice,
    Condition,
    FactCard,
    Field,
    FieldType,
    Guidance,
    Kind,
    Listen,
    Option,
    Phrase,
    PromiseTerms,
    Script,
    Solve,
    Thank,
    Wording,
)
from agent_tui.core.vocabulary import Channel, Fault, Home, Mood, Part
from agent_tui.library.building.basics import Data, chosen, day, names, text
from agent_tui.library.building.phrase import Approved, with_hashes
from agent_tui.library.canonical import FORM, hash_of


def restore(canonical: str, approved: Iterable[tuple[str, Language, str]] = ()) -> Script:
    """The script whose canonical text this is; `approved` are phrase ids, languages and hashes.

    ValueError for a text that is no script of a form this program knows.
    """
    held = json.loads(canonical)
    if not isinstance(held, dict) or held.get("form") != FORM or "script" not in held:
        raise ValueError("not the canonical form of a script")
    try:
        return _script(held["script"], canonical, dict.fromkeys(approved))
    except (KeyError, TypeError) as error:
        raise ValueError(f"not the canonical form of a script: {error!r}") from error


def _script(data: Data, canonical: str, standing: Approved) -> Script:
    def said(items: Iterable[Data]) -> tuple[Phrase, ...]:
        return tuple(with_hashes(_phrase(item), standing) for item in items)

    def option(one: Data) -> Option:
        limit, promise = one.get("limit"), one.get("promise")
        return Option(
            id=one["id"],
            title=text(one["title"]),
            authority=one.get("authority"),
            refusal=one["refusal"],
            may_cite=tuple(one["may_cite"]),
            limit=Money(Decimal(limit["amount"]), limit["currency"]) if limit else None,
            when=_condition(one["when"]),
            promise=PromiseTerms(**{**promise, "channel": Channel(promise["channel"])}) if promise else None,
            identity=one["identity"],
            say=said(one["say"]),
        )

    listen, apologise, solve, thank = (data[stage] for stage in ("listen", "apologise", "solve", "thank"))
    return Script(
        id=data["id"],
        version=data["version"],
        hash=hash_of(canonical),
        canonical=canonical,
        languages=tuple(Language(one) for one in data["languages"]),
        title=text(data["title"]),
        channels=chosen(Channel, data["channels"]),
        kind=Kind(data["kind"]),
        department=data.get("department"),
        aliases=names(data["aliases"]),
        causes=tuple(Cause(one["id"], text(one["label"])) for one in data["causes"]),
        facts=tuple(FactCard(text(one["text"]), day(one.get("review_by"))) for one in data["facts"]),
        fields=tuple(_field(one) for one in data["fields"]),
        listen=Listen(_do(listen), said(listen["say"]), said(listen["read_back"])),
        apologise=Apologise(_do(apologise), said(apologise["say"])),
        solve=Solve(_do(solve), said(solve["say"]), tuple(option(one) for one in solve["options"])),
        thank=Thank(_do(thank), said(thank["say"]), thank["ask_satisfaction"]),
    )


def _do(stage: Data) -> tuple[Guidance, ...]:
    return tuple(Guidance(text(line["text"]), _condition(line["when"])) for line in stage["do"])


def _condition(data: Data) -> Condition:
    return {name: tuple(values) for name, values in data.items()}


def _field(data: Data) -> Field:
    choices = tuple(Choice(one["id"], text(one["label"])) for one in data["choices"])
    return Field(**{**data, "label": text(data["label"]), "type": FieldType(data["type"]), "choices": choices})


def _phrase(data: Data) -> Phrase:
    review_by: Any = data.get("review_by")
    return Phrase(
        id=data["id"],
        home=Home(data["home"]),
        text={Language(language): Wording(**wording) for language, wording in data["text"].items()},
        hashes={},
        canonical={},
        option=data.get("option"),
        parts=chosen(Part, data["parts"]),
        mood=chosen(Mood, data["mood"]),
        fault=chosen(Fault, data["fault"]),
        when=_condition(data["when"]),
        situation=text(data["situation"]),
        aliases=names(data["aliases"]),
        promises=data["promises"],
        identity=data["identity"],
        review_by=date.fromisoformat(review_by) if review_by else None,
    )
