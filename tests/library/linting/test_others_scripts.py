"""Real scripts of others, English only, load and are found without an error; nothing of them is lost on the way."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from agent_tui.core.language import Language
from agent_tui.core.script import Script
from agent_tui.library.linting import Level
from tests.library.linting import converted
from tests.library.linting.shelf import Content

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
EN = Language.ENGLISH


def source(name: str) -> Path:
    if not (DATA / name).is_dir():
        pytest.skip(f"the data of {name} is not here: ../shared/data/{name}")
    return DATA / name


@pytest.fixture
def content(tmp_path: Path) -> Content:
    folder = Content(tmp_path / "scripts")
    converted.write_house(folder)
    return folder


def errors(content: Content) -> list[str]:
    return [
        f"{one.path}:{one.line}:{one.column}: [{one.code}] {one.message(EN)}"
        for one in content.remarks()
        if one.level is Level.ERROR
    ]


def spoken(script: Script) -> set[str]:
    """Every English text of a script as it was loaded."""
    texts = [script.title, *(fact.text for fact in script.facts), *(option.title for option in script.solve.options)]
    texts += [line.text for stage in (script.listen, script.solve) for line in stage.do]
    return {text[EN] for text in texts} | {phrase.text[EN].neutral for phrase in script.phrases()}


def test_abcd_policies(content: Content) -> None:
    policies = list(converted.abcd_policies(source("abcd")))
    assert len(policies) == 55
    assert max(Counter(converted.slug(name) for name, _policy in policies).values()) == 1
    for name, policy in policies:
        converted.write_script(content, converted.abcd_script(name, policy))
    assert errors(content) == []
    scripts = content.load().scripts
    for name, policy in policies:
        assert {one.strip() for one in converted.abcd_strings(policy)} <= spoken(scripts[converted.slug(name)]), name


def test_star_replies(content: Content) -> None:
    tasks = converted.star_tasks(source("star"))
    assert len(tasks) == 3
    for task in tasks:
        converted.write_script(content, converted.star_script(task))
    assert errors(content) == []
    scripts = content.load().scripts
    for task in tasks:
        script = scripts[converted.slug(task.name)]
        assert set(converted.star_replies(task).values()) <= spoken(script)
        kept = {alias for phrase in script.phrases() for alias in phrase.aliases.get(EN, ())}
        replies = converted.star_replies(task)
        assert {
            one for name, held in converted.star_paraphrases(task).items() if name in replies for one in held
        } <= kept
