"""A script from the values of its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from agent_tui.core.language import Language
from agent_tui.core.organisation import Organisation
from agent_tui.core.script import (
    Apologise,
    Cause,
    Choice,
    FactCard,
    Field,
    FieldType,
    Guidance,
    Kind,
    Listen,
    Option,
    PromiseTerms,
    Script,
    Solve,
    Thank,
)
from agent_tui.core.vocabulary import Channel, Home
from agent_tui.library.building.basics import Data, chosen, day, money, names, text
from agent_tui.library.building.phrase import Phrasebook, said
from agent_tui.library.canonical import hash_of, script_form
from agent_tui.library.checks.conditions import condition


def script(data: Data, organisation: Organisation, book: Phrasebook) -> Script:
    """The script, its hash taken over everything in it."""
    owner = data["id"]
    listen, apologise, solve, thank = (data[stage] for stage in ("listen", "apologise", "solve", "thank"))
    built = Script(
        id=owner,
        version=data["version"],
        hash="",
        canonical="",
        languages=tuple(Language(language) for language in data["languages"]),
        title=text(data["title"]),
        channels=chosen(Channel, data.get("channels")) or frozenset(Channel),
        kind=Kind(data.get("kind", Kind.REQUEST)),
        department=data.get("department"),
        aliases=names(data.get("aliases")),
        causes=tuple(Cause(one["id"], text(one["label"])) for one in data.get("causes", ())),
        facts=tuple(FactCard(text(one), day(one.get("review_by"))) for one in data.get("facts", ())),
        fields=tuple(_field(one, organisation) for one in data.get("fields", ())),
        listen=Listen(
            _do(listen),
            said(listen.get("say"), owner, Home.LISTEN, book),
            said(listen.get("read_back"), owner, Home.READ_BACK, book),
        ),
        apologise=Apologise(_do(apologise), said(apologise.get("say"), owner, Home.APOLOGISE, book)),
        solve=Solve(
            _do(solve),
            said(solve.get("say"), owner, Home.SOLVE, book),
            tuple(_option(one, owner, book) for one in solve["options"]),
        ),
        thank=Thank(
            _do(thank),
            said(thank.get("say"), owner, Home.THANK, book),
            bool(thank.get("ask_satisfaction")),
        ),
    )
    form = script_form(built)
    return replace(built, canonical=form, hash=hash_of(form))


def _do(stage: Data) -> tuple[Guidance, ...]:
    lines: Iterable[Data] = stage.get("do", ())
    return tuple(Guidance(text(line), condition(line.get("when", {}))) for line in lines)


def _field(data: Data, organisation: Organisation) -> Field:
    kind = FieldType(data["type"])
    return Field(
        id=data["id"],
        label=text(data["label"]),
        type=kind,
        required=data.get("required", False),
        personal=data.get("personal", True),
        recallable=data.get("recallable", False),
        pattern=data.get("pattern"),
        choices=tuple(Choice(one["id"], text(one["label"])) for one in data.get("choices", ())),
        currency=data.get("currency", organisation.currency) if kind is FieldType.MONEY else None,
    )


def _option(data: Data, owner: str, book: Phrasebook) -> Option:
    return Option(
        id=data["id"],
        title=text(data["title"]),
        authority=data.get("authority"),
        refusal=data.get("refusal", False),
        may_cite=tuple(data.get("may_cite", ())),
        limit=money(data.get("limit")),
        when=condition(data.get("when", {})),
        promise=_promise(data.get("promise")),
        identity=data.get("identity", False),
        say=said(data.get("say"), owner, Home.SOLVE, book, data["id"]),
    )


def _promise(data: Data | None) -> PromiseTerms | None:
    if data is None:
        return None
    return PromiseTerms(
        owner=data["owner"],
        channel=Channel(data["channel"]),
        days=data.get("days"),
        hours=data.get("hours"),
        minutes=data.get("minutes"),
        working=data.get("working", True),
    )
