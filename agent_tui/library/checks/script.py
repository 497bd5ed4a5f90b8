"""A script as a whole: its languages, ids, department, and everything its stages say."""

from __future__ import annotations

from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Home
from agent_tui.library.checks.conditions import check_condition
from agent_tui.library.checks.dates import check_dates
from agent_tui.library.checks.fields import check_fields, check_unique
from agent_tui.library.checks.names import Names, Scene
from agent_tui.library.checks.options import check_known, check_options
from agent_tui.library.checks.phrases import check_said, said_phrases
from agent_tui.library.checks.texts import check_placeholders, check_texts, leaves
from agent_tui.library.source import Source, Spot

STAGES = ("listen", "apologise", "solve", "thank")


def declared(languages: Spot) -> tuple[Language, ...]:
    """The languages a file says it is written in."""
    known = {language.value: language for language in Language}
    return tuple(known[one.text] for one in languages.each() if one.text in known)


def check_script(source: Source, names: Names) -> None:
    """Report everything in a script's meaning that would not work in a call."""
    script = source.root
    languages = declared(script["languages"])
    for language in script["languages"].each():
        if names.languages and language.text in list(Language) and language.text not in names.languages:
            language.report("language_not_offered", language=language.text, known=", ".join(names.languages))
    if names.organisation is not None:
        check_known(script["department"], "department", [one.id for one in names.organisation.departments])
    check_texts(script, languages)
    check_dates(script)
    check_unique((cause["id"] for cause in script["causes"].each()), "cause")
    check_unique((phrase["id"] for phrase in said_phrases(script)), "phrase")
    scene = Scene(names, languages, check_fields(script["fields"]))
    for stage in STAGES:
        for line in script[stage]["do"].each():
            check_condition(line["when"], scene.fields)
            for leaf in leaves(line):
                check_placeholders(leaf, scene.fields, promise=False)
    _check_stages(script, scene)


def _check_stages(script: Spot, scene: Scene) -> None:
    options = script["solve"]["options"]
    promise = any(isinstance(option["promise"].value, dict) for option in options.each())
    check_said(script["listen"]["say"], scene, Home.LISTEN)
    check_said(script["listen"]["read_back"], scene, Home.READ_BACK)
    check_said(script["apologise"]["say"], scene, Home.APOLOGISE)
    check_said(script["solve"]["say"], scene, Home.SOLVE, promise=promise)
    check_options(options, scene)
    check_said(script["thank"]["say"], scene, Home.THANK, promise=promise)
