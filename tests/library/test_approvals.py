"""Approvals: per phrase and language, as it stands, by somebody else; the file is written whole, sorted and stable."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent_tui.core.language import Language
from agent_tui.library import LibraryError, read_approvals, record_approvals
from tests.library.shelf import SERVICE, SHARED, Scripts

AR, EN = Language.ARABIC, Language.ENGLISH
APPROVALS = "approvals.yaml"
AT = 1_767_225_600_000  # 2026-01-01T00:00:00Z
STAMP = "2026-01-01T00:00:00Z"
LATER = AT + 86_400_000


def approved(scripts: Scripts) -> dict[str, set[str]]:
    return {phrase.id: set(phrase.approved) for phrase in scripts.load().phrases()}


def test_nothing_is_approved_before_somebody_does(scripts: Scripts) -> None:
    assert set(map(frozenset, approved(scripts).values())) == {frozenset()}


def test_all_phrases_as_they_stand(scripts: Scripts) -> None:
    new = record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    assert len(new) == 22
    library = scripts.load()
    assert library.problems == ()
    assert library.warnings == ()
    assert all(held == {"ar", "en"} for held in approved(scripts).values())
    everywhere = (*library.scripts["delayed-request"].phrases(), *library.banks.values(), *library.organisation.hold)
    assert all(phrase.approved == {AR, EN} for phrase in everywhere)


def test_an_entry_as_it_is_written(scripts: Scripts) -> None:
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT, only=["shared.thanks"])
    hashes = scripts.load().banks["shared.thanks"].hashes
    assert scripts.read(APPROVALS).splitlines()[2:10] == [
        "approvals:",
        "  - phrase: shared.thanks",
        "    language: ar",
        f'    hash: "{hashes[AR]}"',
        f'    twin: "{hashes[EN]}"',
        '    author: "salma"',
        '    approver: "omar"',
        '    at: "2026-01-01T00:00:00Z"',
    ]
    assert approved(scripts)["shared.thanks"] == {"ar", "en"}
    assert approved(scripts)["shared.opening"] == set()


def test_a_change_in_one_language_asks_for_both_again(scripts: Scripts) -> None:
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    before = scripts.read(APPROVALS)
    scripts.replace(SHARED, "Thank you for telling us.", "Thank you.")
    assert approved(scripts)["shared.thanks"] == set()
    new = record_approvals(scripts.root, scripts.load(), "huda", "omar", LATER)
    assert [(one.phrase, one.language, one.at) for one in new] == [
        ("shared.thanks", language, "2026-01-02T00:00:00Z") for language in (AR, EN)
    ]
    after = scripts.read(APPROVALS)
    assert len(set(before.splitlines()) ^ set(after.splitlines())) == 6
    assert approved(scripts)["shared.thanks"] == {"ar", "en"}


def test_approving_again_changes_nothing(scripts: Scripts) -> None:
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    before = scripts.read(APPROVALS)
    assert record_approvals(scripts.root, scripts.load(), "huda", "ali", LATER) == ()
    assert scripts.read(APPROVALS) == before


def test_what_is_left_out_today_keeps_its_approval(scripts: Scripts) -> None:
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    scripts.replace(SERVICE, "version: 3", "version: three")
    assert record_approvals(scripts.root, scripts.load(), "huda", "ali", LATER) == ()
    scripts.replace(SERVICE, "version: three", "version: 3")
    assert all(held == {"ar", "en"} for held in approved(scripts).values())


def test_nobody_approves_their_own_words(scripts: Scripts) -> None:
    with pytest.raises(ValueError, match="somebody other"):
        record_approvals(scripts.root, scripts.load(), "salma", "salma", AT)
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT, only=["shared.thanks"])
    text = scripts.read(APPROVALS).replace('"omar"', '"salma"', 1)
    scripts.write(APPROVALS, text)
    (problem,) = scripts.problems()
    assert (problem.code, problem.line, problem.where) == ("own_approval", 9, "approvals[0].approver")
    assert approved(scripts)["shared.thanks"] == {"en"}


def test_an_unknown_phrase_cannot_be_approved(scripts: Scripts) -> None:
    with pytest.raises(ValueError, match=r"shared\.gone"):
        record_approvals(scripts.root, scripts.load(), "salma", "omar", AT, only=["shared.gone"])
    assert not (scripts.root / APPROVALS).exists()


@pytest.mark.parametrize(
    ("old", "new", "code", "where"),
    [
        ("language: ar", "language: fr", "not_in_list", "approvals[0].language"),
        ("    language: ar\n", "", "missing_key", "approvals[0]"),
        (f'at: "{STAMP}"\n  - ', f"at: {STAMP}\n  - ", "yaml_date", "approvals[0].at"),
        ("language: en", "language: ar", "approved_twice", "approvals[1]"),
    ],
)
def test_a_bad_entry_approves_nothing_and_is_told(scripts: Scripts, old: str, new: str, code: str, where: str) -> None:
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT, only=["shared.thanks"])
    scripts.replace(APPROVALS, old, new)
    (problem,) = scripts.problems()
    assert (problem.code, problem.where) == (code, where)
    assert len(approved(scripts)["shared.thanks"]) == 1
    with pytest.raises(LibraryError):
        record_approvals(scripts.root, scripts.load(), "salma", "omar", LATER)


def test_an_approval_of_a_phrase_that_is_gone_is_warned_of(scripts: Scripts) -> None:
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    scripts.replace(SERVICE, "id: read,", "id: read-again,")
    library = scripts.load()
    assert library.problems == ()
    assert [(one.code, one.params["phrase"]) for one in library.warnings] == 2 * [
        ("approved_nothing", "delayed-request.read")
    ]


def test_a_crash_while_writing_leaves_the_old_file(scripts: Scripts, monkeypatch: pytest.MonkeyPatch) -> None:
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT, only=["shared.thanks"])
    before = scripts.read(APPROVALS)

    def crash(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(OSError, match="No space"):
        record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    assert scripts.read(APPROVALS) == before
    assert sorted(one.name for one in scripts.root.iterdir()) == [
        "approvals.yaml",
        "library.yaml",
        "phrases",
        "services",
    ]


def test_the_list_may_be_empty(scripts: Scripts) -> None:
    scripts.write(APPROVALS, "approvals: []\n")
    assert scripts.problems() == ()
    assert read_approvals(scripts.root)[0] == ()


def test_a_file_in_anybodys_yaml_is_read_as_ours_is(scripts: Scripts) -> None:
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    ours, _ = read_approvals(scripts.root)
    assert len(ours) == 22
    text = scripts.read(APPROVALS).replace("  - phrase", "\n  # by hand\n  - phrase")
    scripts.write(APPROVALS, text)
    theirs, source = read_approvals(scripts.root)
    assert theirs == ours
    assert source.problems == []


def test_a_name_of_digits_stays_a_name(scripts: Scripts) -> None:
    scripts.write("phrases/1.yaml", "phrases:\n  - {id: '5', text: {ar: ا, en: b}}\n")
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    assert approved(scripts)["1.5"] == {"ar", "en"}
    scripts.write(APPROVALS, f"# by hand\n{scripts.read(APPROVALS)}")
    assert approved(scripts)["1.5"] == {"ar", "en"}
