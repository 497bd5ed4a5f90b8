"""Hashes change with the words and with nothing else, and a canonical form is enough to have the script back."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import rfc8785
import yaml
from hypothesis import given, strategies as st

from agent_tui.core.language import Language
from agent_tui.core.script import Script
from agent_tui.library import load, read_approvals, restore
from agent_tui.library.canonical import canonical
from tests.library.shelf import BANK, HOUSE, LIBRARY, SCRIPT, SERVICE, SHARED, Scripts

AR, EN = Language.ARABIC, Language.ENGLISH


def hashes(script: Script) -> dict[tuple[str, Language], str]:
    return {(phrase.id, language): held for phrase in script.phrases() for language, held in phrase.hashes.items()}


def the(scripts: Scripts) -> Script:
    return scripts.load().scripts["delayed-request"]


def test_a_hash_is_sha_256_of_the_canonical_form(scripts: Scripts) -> None:
    script = the(scripts)
    for phrase in script.phrases():
        for language, form in phrase.canonical.items():
            assert phrase.hashes[language] == hashlib.sha256(form.encode()).hexdigest()
            assert rfc8785.dumps(json.loads(form)) == form.encode()
    assert script.hash == hashlib.sha256(script.canonical.encode()).hexdigest()
    assert rfc8785.dumps(json.loads(script.canonical)) == script.canonical.encode()


def test_the_canonical_form_of_a_phrase_for_ever(scripts: Scripts) -> None:
    """Records are verified against these forms: whoever changes one needs a new number in `form`."""
    sorry = the(scripts).apologise.say[0]
    assert sorry.canonical[AR] == (
        '{"fault":[],"form":1,"id":"delayed-request.sorry","identity":false,"language":"ar","mood":["angry","upset"],'
        '"parts":["effort","regret"],"promises":false,'
        '"text":{"female":"نعتذر لكِ عن تأخر {request_no}.","neutral":"نعتذر عن تأخر {request_no}."}}'
    )
    assert sorry.hashes[EN] == "1b01f8bf88af4d130206d7c09a0c04b16f5f2edd494515dc8d34b96f1477a306"


def test_layout_comments_and_order_of_keys_change_nothing(scripts: Scripts) -> None:
    before = scripts.load()
    for path in (LIBRARY, SHARED, SERVICE):
        data: Any = yaml.safe_load(scripts.read(path))
        dumped = yaml.safe_dump(data, allow_unicode=True, sort_keys=True, default_style='"', width=40)
        dumped = (
            dumped.replace("!!bool ", "")
            .replace("!!timestamp ", "")
            .replace("!!int ", "")
            .replace('"true"', "true")
            .replace('"false"', "false")
        )
        for number in ("1", "2", "3", "7"):
            dumped = dumped.replace(f': "{number}"\n', f": {number}\n")
        scripts.write(path, f"# a comment\n\n{dumped}\n# the end\n")
        assert scripts.read(path) != {LIBRARY: HOUSE, SHARED: BANK, SERVICE: SCRIPT}[path]
    after = scripts.load()
    assert after.problems == ()
    assert after.scripts == before.scripts
    assert {name: phrase.hashes for name, phrase in after.banks.items()} == {
        name: phrase.hashes for name, phrase in before.banks.items()
    }


def test_two_ways_to_write_a_letter_are_one_text(scripts: Scripts) -> None:
    before = the(scripts).hash
    scripts.replace(SERVICE, "title: {ar: رفض", "title: {ar: '  رفض '")
    scripts.replace(SERVICE, "ar: [تأخير]", "ar: [تا\u0654خير]")
    assert the(scripts).hash == before


@pytest.mark.parametrize(
    ("path", "old", "new", "changed"),
    [
        (SERVICE, "نعتذر عن تأخر", "نعتذر لتأخر", {("delayed-request.sorry", AR)}),
        (SERVICE, "نعتذر لكِ", "نعتذر إليكِ", {("delayed-request.sorry", AR)}),
        (SERVICE, "I am sorry", "I'm sorry", {("delayed-request.sorry", EN)}),
        (
            SERVICE,
            "[upset, angry]",
            "[calm, upset, angry]",
            {("delayed-request.sorry", AR), ("delayed-request.sorry", EN)},
        ),
        (SERVICE, "[effort, regret]", "[effort]", {("delayed-request.sorry", AR), ("delayed-request.sorry", EN)}),
        (SHARED, "Thank you for", "Thanks for", {("shared.thanks", EN)}),
        (
            SHARED,
            "- id: thanks\n",
            "- id: thanks\n    identity: true\n",
            {("shared.thanks", AR), ("shared.thanks", EN)},
        ),
        (SHARED, "- id: thanks\n", "- id: thanks\n    review_by: 2027-01-01\n", set()),
        (SHARED, "- id: thanks\n", "- id: thanks\n    situation: {ar: ختام, en: End}\n", set()),
        (SERVICE, "shared.about-paying, when: {branch: north}", "shared.about-paying", set()),
        (SERVICE, "version: 3", "version: 4", set()),
    ],
)
def test_what_changes_a_hash(
    scripts: Scripts, path: str, old: str, new: str, changed: set[tuple[str, Language]]
) -> None:
    before = the(scripts)
    scripts.replace(path, old, new)
    after = the(scripts)
    assert {name for name, held in hashes(after).items() if hashes(before)[name] != held} == changed
    assert after.hash != before.hash


def test_an_order_of_values_is_no_change(scripts: Scripts) -> None:
    before = the(scripts)
    scripts.replace(SERVICE, "[upset, angry]", "[angry, upset]")
    scripts.replace(SERVICE, "[phone, chat]", "[chat, phone]")
    scripts.replace(SERVICE, "when: {branch: [north, south]}", "when: {branch: [south, north]}")
    assert the(scripts) == before


def test_a_file_is_moved_without_a_change(scripts: Scripts) -> None:
    before = the(scripts)
    (scripts.root / SERVICE).rename(scripts.root / "services/renamed.yaml")
    assert the(scripts) == before


def test_a_script_comes_back_from_its_canonical_form(scripts: Scripts) -> None:
    script = the(scripts)
    assert restore(script.canonical) == script
    approved = [("shared.thanks", AR, script.thank.say[0].hashes[AR]), ("shared.thanks", EN, "0" * 64)]
    assert restore(script.canonical, approved).thank.say[0].approved == {AR}


@pytest.mark.parametrize("text", ["", "[]", '{"form":2,"script":{}}', '{"form":1}', "nonsense"])
def test_what_is_no_canonical_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        restore(text)


FORMS = st.recursive(
    st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(max_codepoint=127)), inner),
)


@given(FORMS)
def test_our_canonical_json_is_rfc_8785(form: object) -> None:
    assert canonical(form).encode() == rfc8785.dumps(form)  # type: ignore[arg-type]


def test_the_starter_scripts_come_back_too() -> None:
    root = Path(__file__).parents[2] / "scripts"
    approvals, _ = read_approvals(root)
    for script in load(root).scripts.values():
        assert restore(script.canonical, [(one.phrase, one.language, one.hash) for one in approvals]) == script
