"""What an approval covers: these words, beside these in the other language; and that two writers lose nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from agent_tui.core.language import Language
from agent_tui.library import Approval, load, read_approvals, record_approvals, revising
from agent_tui.library.approvals import write_approvals
from agent_tui.library.approving import lock
from agent_tui.library.approving.difference import Mark, Piece, compared, lines, unseen
from agent_tui.library.approving.scope import approvable
from agent_tui.library.canonical import canonical
from agent_tui.library.loading import read_folder
from tests.library.shelf import SERVICE, SHARED, Scripts

AR, EN = Language.ARABIC, Language.ENGLISH
APPROVALS = "approvals.yaml"
ROOT = Path(__file__).parents[2]
AT = 1_767_225_600_000  # 2026-01-01T00:00:00Z
FORMS = '{neutral: "نشكركم كثيرًا.", male: "نشكرك كثيرًا.", female: "نشكركِ كثيرًا."}'
ENGLISH = '{neutral: "We thank you much.", male: "We thank you, Sir.", female: "We thank you, Madam."}'
BANKED, INLINE = "shared.thanks", "delayed-request.sorry"
EDITS = {
    (BANKED, "neutral", AR): (SHARED, "نشكركم كثيرًا", "نشكركم كثيرأ"),
    (BANKED, "male", AR): (SHARED, "نشكرك كثيرًا", "نشكرك كثيرا"),
    (BANKED, "female", AR): (SHARED, "نشكركِ كثيرًا", "نشكركَ كثيرًا"),
    (BANKED, "neutral", EN): (SHARED, "thank you much", "thank  you much"),
    (BANKED, "male", EN): (SHARED, "you, Sir.", "you, Sir"),
    (BANKED, "female", EN): (SHARED, "you, Madam", "you, madam"),
    (INLINE, "neutral", AR): (SERVICE, "نعتذر عن تأخر", "نعتذر عن تاخر"),
    (INLINE, "male", AR): (SERVICE, "نعتذر لكَ", "نعتذر لك"),
    (INLINE, "female", AR): (SERVICE, "نعتذر لكِ", "نعتذر لك"),
    (INLINE, "neutral", EN): (SERVICE, "I am sorry that", "I am sorry thät"),
    (INLINE, "male", EN): (SERVICE, "Sorry, Sir", "Sorry, sir"),
    (INLINE, "female", EN): (SERVICE, "Sorry, Madam", "Sorry, Madam,"),
}
"""One character in each form of a phrase of a bank and of one that stands in a script."""
MOODED = "- mood: [angry, upset]\n      id: sorry"


@pytest.fixture
def scripts(scripts: Scripts) -> Scripts:
    """Two phrases with every form in both languages, and all of it approved."""
    scripts.replace(SHARED, "{ar: نشكركم., en: Thank you for telling us.}", f"{{ar: {FORMS}, en: {ENGLISH}}}")
    scripts.replace(SERVICE, 'female: "نعتذر لكِ', 'male: "نعتذر لكَ عن {request_no}.", female: "نعتذر لكِ')
    scripts.replace(
        SERVICE,
        'en: "I am sorry that {request_no} is late."',
        'en: {neutral: "I am sorry that {request_no} is late.", male: "Sorry, Sir.", female: "Sorry, Madam."}',
    )
    record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    return scripts


def approved(scripts: Scripts) -> dict[str, frozenset[Language]]:
    """What is usable live: as a bank or a script has it, wherever it is said."""
    library = scripts.load()
    assert library.problems == ()
    found = {phrase.id: phrase.approved for phrase in library.phrases()}
    for script in library.scripts.values():
        assert all(found[phrase.id] == phrase.approved for phrase in script.phrases())
    return found


@pytest.mark.parametrize(("phrase", "form", "language"), EDITS)
def test_one_character_and_neither_language_is_usable(
    scripts: Scripts, phrase: str, form: str, language: Language
) -> None:
    before = approved(scripts)
    assert set(before.values()) == {frozenset({AR, EN})}
    texts = {one.id: one.text[language] for one in scripts.load().phrases()}
    scripts.replace(*EDITS[phrase, form, language])
    after = {one.id: one.text[language] for one in scripts.load().phrases()}
    assert {name for name in texts if texts[name] != after[name]} == {phrase}
    assert getattr(after[phrase], form) != getattr(texts[phrase], form)
    assert approved(scripts) == before | {phrase: frozenset()}
    new = record_approvals(scripts.root, scripts.load(), "salma", "omar", AT)
    assert {(one.phrase, one.language) for one in new} == {(phrase, AR), (phrase, EN)}
    assert approved(scripts) == before


def rewritten(scripts: Scripts, path: str, change: Callable[[str], str]) -> None:
    before = scripts.read(path)
    scripts.write(path, change(before))
    assert scripts.read(path) != before


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (SHARED, lambda text: text.replace("\n", "  # said of it\n")),
        (SHARED, lambda text: re.sub(r"(?<=: )\{neutral", "{   neutral", text)),
        (SHARED, lambda text: f"# a head\n\n{text}\n\n"),
        (SHARED, lambda text: text.replace("aliases: {ar: [مرحبا], en: [hello]}", "aliases: {en: [hi], ar: [أهلا]}")),
        (SHARED, lambda text: text.replace("ar: أول المكالمة, en: At the start", "ar: أولًا, en: First")),
        (SHARED, lambda text: text.replace("- id: thanks\n", "- review_by: 2020-01-01\n    id: thanks\n")),
        (SERVICE, lambda text: text.replace("parts: [effort, regret]", "parts: [regret,  effort]")),
        (SERVICE, lambda text: text.replace("      mood: [upset, angry]\n", "").replace("- id: sorry", MOODED)),
        (SERVICE, lambda text: text.replace("version: 3", "version: 4")),
    ],
    ids=["comments", "blanks", "head", "aliases", "situation", "review", "order", "key-order", "version"],
)
def test_what_is_no_part_of_the_words_touches_nothing(
    scripts: Scripts, path: str, change: Callable[[str], str]
) -> None:
    before = approved(scripts)
    rewritten(scripts, path, change)
    assert approved(scripts) == before


def test_a_form_that_is_gone_is_a_change_of_the_words(scripts: Scripts) -> None:
    scripts.replace(SHARED, 'male: "نشكرك كثيرًا.", ', "")
    assert approved(scripts)[BANKED] == frozenset()


def test_what_makes_the_words_true_is_approved_with_them(scripts: Scripts) -> None:
    scripts.replace(SERVICE, "parts: [effort, regret]", "parts: [effort]")
    assert approved(scripts)[INLINE] == frozenset()


def test_one_language_approved_again_leaves_its_twin_waiting(scripts: Scripts) -> None:
    scripts.replace(SHARED, "We thank you much", "We thank you")
    thanks = scripts.load().banks[BANKED]
    with revising(scripts.root) as register:
        register.put(Approval(BANKED, EN, thanks.hashes[EN], "huda", "omar", "2026-01-02T00:00:00Z", thanks.hashes[AR]))
    assert approved(scripts)[BANKED] == {EN}
    assert [one.language for one in record_approvals(scripts.root, scripts.load(), "huda", "omar", AT)] == [AR]
    assert approved(scripts)[BANKED] == {AR, EN}


# Entries from before there was a twin in them


def old_style(scripts: Scripts) -> None:
    approvals, _ = read_approvals(scripts.root)
    write_approvals(scripts.root, [replace(one, twin=None) for one in approvals])
    assert "twin" not in scripts.read(APPROVALS)


def test_an_old_entry_counts_beside_the_twin_that_stands(scripts: Scripts) -> None:
    old_style(scripts)
    before = scripts.read(APPROVALS)
    assert set(approved(scripts).values()) == {frozenset({AR, EN})}
    assert record_approvals(scripts.root, scripts.load(), "huda", "omar", AT) == ()
    assert scripts.read(APPROVALS) == before
    scripts.replace(SHARED, "We thank you much", "We thank you")
    assert approved(scripts)[BANKED] == frozenset()


def test_an_old_entry_keeps_what_its_twin_was(scripts: Scripts) -> None:
    old_style(scripts)
    old = scripts.load().banks[BANKED].hashes[EN]
    scripts.replace(SHARED, "We thank you much", "We thank you")
    thanks = scripts.load().banks[BANKED]
    with revising(scripts.root) as register:
        register.put(Approval(BANKED, EN, thanks.hashes[EN], "huda", "omar", "2026-01-02T00:00:00Z", thanks.hashes[AR]))
    held = {one.key: one for one in read_approvals(scripts.root)[0]}
    assert held[BANKED, AR].twin == old
    assert approved(scripts)[BANKED] == {EN}
    with revising(scripts.root) as register:
        register.take((INLINE, EN))
    assert approved(scripts)[INLINE] == {AR}
    scripts.replace(SERVICE, "I am sorry that", "I regret that")
    assert approved(scripts)[INLINE] == frozenset()


def test_an_old_entry_without_its_pair_counts_for_nothing(scripts: Scripts) -> None:
    old_style(scripts)
    approvals, _ = read_approvals(scripts.root)
    write_approvals(scripts.root, [one for one in approvals if one.key != (BANKED, EN)])
    assert approved(scripts)[BANKED] == frozenset()


@pytest.mark.parametrize("by_hand", [False, True])
def test_both_readers_read_both_kinds_of_entry(scripts: Scripts, by_hand: bool) -> None:
    approvals, _ = read_approvals(scripts.root)
    mixed = [replace(one, twin=None) if one.language is EN else one for one in approvals]
    write_approvals(scripts.root, mixed)
    if by_hand:
        scripts.write(APPROVALS, f"# by hand\n{scripts.read(APPROVALS)}")
    assert read_approvals(scripts.root)[0] == tuple(sorted(mixed))


def test_the_starter_stands_approved() -> None:
    library = load(ROOT / "scripts")
    assert library.problems == ()
    assert library.warnings == ()
    phrases = list(library.phrases())
    assert len(phrases) >= 175
    assert [one.id for one in phrases if one.approved != set(one.text)] == []


# Several writers


def test_writers_at_the_same_moment_lose_no_entry(scripts: Scripts) -> None:
    (scripts.root / APPROVALS).unlink()
    library = scripts.load()
    names = [phrase.id for phrase in library.phrases()]
    with ThreadPoolExecutor(len(names)) as pool:
        for done in [
            pool.submit(record_approvals, scripts.root, library, "salma", "omar", AT, only=[name]) for name in names
        ]:
            assert len(done.result()) == 2
    assert {one.phrase for one in read_approvals(scripts.root)[0]} == set(names)
    assert not (scripts.root / lock.FILE).exists()


def test_a_file_that_a_dead_writer_left_locks_nobody_out(scripts: Scripts) -> None:
    (scripts.root / lock.FILE).write_text("")
    with lock.locked(scripts.root, patience=0):
        pass


def test_who_never_comes_to_an_end_is_told_of(scripts: Scripts) -> None:
    with lock.locked(scripts.root):
        with pytest.raises(lock.ApprovalsBusy), lock.locked(scripts.root, patience=0.05):
            raise AssertionError("the lock is held")
        assert scripts.load().warnings == ()
    with lock.locked(scripts.root, patience=0):
        pass


def test_what_fails_writes_nothing(scripts: Scripts) -> None:
    before = scripts.read(APPROVALS)
    with suppress(ZeroDivisionError), revising(scripts.root) as register:
        register.take((BANKED, EN))
        raise ZeroDivisionError
    assert scripts.read(APPROVALS) == before


# What may be approved


def test_nothing_of_a_file_with_errors(scripts: Scripts) -> None:
    scripts.replace(SHARED, "purpose: silence", "purpose: silense")
    phrases, problems = approvable(read_folder(scripts.root))
    assert {one.code for one in problems} >= {"not_in_list"}
    assert not [one.id for one in phrases if one.id.startswith("shared.")]
    phrases, problems = approvable(read_folder(scripts.root), Path(SERVICE))
    assert problems == ()
    assert {one.id.partition(".")[0] for one in phrases} == {"delayed-request"}


def test_nothing_of_a_broken_script_but_all_the_rest(scripts: Scripts) -> None:
    scripts.replace(SERVICE, "version: 3", "version: three")
    phrases, problems = approvable(read_folder(scripts.root))
    assert {one.path for one in problems} == {Path(SERVICE)}
    assert {one.id.partition(".")[0] for one in phrases} == {"shared", "library"}


# What changed


def signed(pieces: tuple[Piece, ...]) -> str:
    return " ".join(piece.signed for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a b c", "a b c", "a b c"),
        ("a b c", "a x y c", "a [-b-] {+x y+} c"),
        ("a b", "a b c", "a b {+c+}"),
        ("a b c", "b c", "[-a-] b c"),
        ("نعتذر عن التأخير.", "نعتذر عن تأخيرنا.", "نعتذر عن [-التأخير.-] {+تأخيرنا.+}"),
        ("in {n} days", "in {m} days", "in [-{n}-] {+{m}+} days"),
        ("a\nb", "a\nc", "a ¶ [-b-] {+c+}"),
        (None, "a b", "{+a b+}"),
        ("a b", None, "[-a b-]"),
    ],
)
def test_words_are_compared_with_words(old: str | None, new: str | None, told: str) -> None:
    assert signed(compared(old, new)) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("علمنا", "علِمنا", ("+ U+0650 ARABIC KASRA",)),
        ("أخبرتَنا", "أخبرتِنا", ("- U+064E ARABIC FATHA", "+ U+0650 ARABIC KASRA")),
        ("a b", "a  b", ("+ U+0020 SPACE",)),
        ("a b ", "a c", ("- U+0020 SPACE",)),
        ("a b", "a\u00a0b", ("- U+0020 SPACE", "+ U+00A0 NO-BREAK SPACE")),
        ("معي", "معی", ("- U+064A ARABIC LETTER YEH", "+ U+06CC ARABIC LETTER FARSI YEH")),
        ("Sorry", "sorry", ()),
        ("one", "two", ()),
    ],
)
def test_what_the_eye_would_miss_is_spelt_out(old: str, new: str, told: tuple[str, ...]) -> None:
    assert unseen(old, new) == told


def form(text: dict[str, str], **traits: object) -> str:
    held = {"parts": [], "mood": [], "fault": [], "promises": False, "identity": False}
    return canonical({"text": text, **held, **traits})


def test_every_form_is_shown_and_the_traits_that_differ() -> None:
    old = form({"neutral": "a b", "male": "c"}, parts=["effort", "regret"], mood=["angry"])
    new = form({"neutral": "a x", "female": "d"}, parts=["effort", "repair"], mood=["angry"], promises=True)
    assert {line.name: signed(line.pieces) for line in lines(old, new)} == {
        "neutral": "a [-b-] {+x+}",
        "male": "[-c-]",
        "female": "{+d+}",
        "parts": "effort [-regret-] {+repair+}",
        "promises": "[-false-] {+true+}",
    }
    assert [line.name for line in lines(None, new)] == ["neutral", "female", "parts", "mood", "promises"]
    assert not any(line.changed for line in (*lines(None, new), *lines(new, new)))
    assert {piece.mark for line in lines(None, new) for piece in line.pieces} == {Mark.KEPT}
