"""Phrases: what is used exists, every placeholder can be filled where it is said, every condition can hold."""

from __future__ import annotations

from collections.abc import Iterator

from agent_tui.core.script import Phrase
from agent_tui.core.vocabulary import Home
from agent_tui.core.wording import PROMISE_PLACEHOLDERS, placeholders
from agent_tui.library.checks.conditions import can_be, check_condition, condition, joined
from agent_tui.library.checks.names import Scene
from agent_tui.library.checks.texts import ALWAYS, check_placeholders, leaves
from agent_tui.library.source import Spot

PURPOSE_HOMES = frozenset({Home.GREETING, Home.HOLD, Home.SILENCE, Home.EMERGENCY})
PURPOSE_PLACES = {
    Home.GREETING: (Home.LISTEN,),
    Home.HOLD: (Home.HOLD,),
    Home.SILENCE: (Home.SILENCE,),
    Home.EMERGENCY: (Home.EMERGENCY,),
}


def said_phrases(script: Spot) -> Iterator[Spot]:
    """Every place of a script where a phrase is used or written."""
    for stage, key in (
        ("listen", "say"),
        ("listen", "read_back"),
        ("apologise", "say"),
        ("solve", "say"),
        ("thank", "say"),
    ):
        yield from script[stage][key].each()
    for option in script["solve"]["options"].each():
        yield from option["say"].each()


def check_said(items: Spot, scene: Scene, home: Home, *, promise: bool = False) -> None:
    """Report what is wrong with a list of phrases said in one place."""
    lines: dict[str, int] = {}
    for item in items.each():
        used = item["use"]
        if used.text in lines:
            used.report("used_twice", name=used.text, line=lines[used.text])
        elif used.text:
            lines[used.text] = used.line
        check_condition(item["when"], scene.fields)
        if item["use"].text:
            _check_use(item, scene, home, promise)
        for leaf in leaves(item["text"]):
            check_placeholders(leaf, scene.fields, promise=promise)


def _check_use(item: Spot, scene: Scene, home: Home, promise: bool) -> None:
    used, names = item["use"], scene.names
    phrase = names.banks.get(used.text)
    if phrase is None:
        bank = used.text.partition(".")[0]
        if used.text in names.broken or bank in names.lost:
            used.report("use_broken", name=used.text)
        elif "." in used.text:
            used.report("unknown_phrase", near={*names.banks, *names.broken}, name=used.text)
        return
    if home not in PURPOSE_PLACES.get(phrase.home, (home,)):
        used.report("purpose_elsewhere", name=used.text, purpose=phrase.home.value)
    for language in scene.languages:
        if language not in phrase.text:
            used.report("used_lacks_language", name=used.text, language=language.value)
    _check_used_placeholders(used, phrase, scene, promise)
    _check_used_condition(item, phrase, scene)


def _check_used_placeholders(used: Spot, phrase: Phrase, scene: Scene, promise: bool) -> None:
    wanted = dict.fromkeys(
        name for wording in phrase.text.values() for text in wording.texts() for name in placeholders(text)
    )
    for name in wanted:
        if name in PROMISE_PLACEHOLDERS:
            if not promise:
                used.report("used_promises", name=used.text, placeholder=name)
        elif name not in ALWAYS and name not in scene.fields:
            used.report("used_needs_field", name=used.text, field=name)


def _check_used_condition(item: Spot, phrase: Phrase, scene: Scene) -> None:
    for name, values in phrase.when.items():
        field = scene.fields.get(name)
        if field is None:
            item["use"].report("used_needs_field", name=item["use"].text, field=name)
        elif not any(can_be(value, field) for value in values):
            item["use"].report("used_never_holds", name=item["use"].text, field=name)
    here = item["when"].value
    if isinstance(here, dict) and here and not all(joined(phrase.when, condition(here)).values()):
        item["when"].report("used_never_holds", name=item["use"].text, field=", ".join(here))
