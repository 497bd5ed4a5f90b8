"""Approving and withdrawing as it is typed: what is shown, who is refused, and that nothing is written unasked."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

import pytest

from agent_tui.arabic.layout import line
from agent_tui.cli import approve
from agent_tui.cli.difference import put_pieces
from agent_tui.cli.page import Page
from agent_tui.core.language import Language
from agent_tui.journal import Journal
from agent_tui.library import load
from agent_tui.library.approving.difference import compared
from agent_tui.locale import use
from agent_tui.places import Places
from tests.cli.conftest import Run
from tests.cli.contacts import AR, EN, ROOT, Centre

PEOPLE = ("--author", "Salma", "--as", "Mona")
THANKS, SORRY = "thanks.for-telling-us", "delayed-request.delay-is-ours"
BANK, SERVICE = "phrases/thanks.yaml", "services/delayed-request.yaml"
COLOURS = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def centre(tmp_path: Path, approved: Path, monkeypatch: pytest.MonkeyPatch) -> Centre:
    """A centre with scripts of its own, copied from a starter that stands approved."""
    monkeypatch.setattr(approve, "starter_scripts", lambda: approved)
    shutil.copytree(approved, tmp_path / "scripts")
    made = Centre(Places(tmp_path / "data", tmp_path / "scripts"))
    made.staff(Mona="supervisor", Salma="agent", Tariq="trainer")
    return made


def edit(centre: Centre, path: str, old: str, new: str) -> None:
    file = centre.places.scripts / path
    before = file.read_text("utf-8")
    assert old in before
    file.write_text(before.replace(old, new, 1), "utf-8")


def changed(centre: Centre) -> None:
    """One phrase of a bank changed in Arabic, one of a script in English."""
    edit(centre, BANK, 'neutral: "شكرًا لأنكم أخبرتمونا،', 'neutral: "شكرًا لكم إذ أخبرتمونا،')
    edit(centre, SERVICE, "I want to put it right with you.", "I will put it right with you.")


def standing(centre: Centre) -> dict[str, set[str]]:
    return {phrase.id: set(phrase.approved) for phrase in load(centre.places.scripts).phrases()}


def waiting(centre: Centre) -> set[str]:
    return {name for name, held in standing(centre).items() if not held}


def entries(centre: Centre) -> bytes:
    return (centre.places.scripts / "approvals.yaml").read_bytes()


def kinds(centre: Centre) -> list[str]:
    with Journal.open_read_only(centre.places.journal) as journal:
        return [one.event.kind for one in journal.stream() if one.event.stream.startswith("content:")]


def test_nothing_to_approve(run: Run, centre: Centre) -> None:
    before = entries(centre)
    result = run(centre, "approve", *PEOPLE)
    assert (result.exit_code, result.stdout) == (0, "Every phrase here is approved as it stands.\n")
    assert entries(centre) == before


def test_what_changed_is_shown_word_by_word_and_approved(run: Run, centre: Centre) -> None:
    changed(centre)
    assert waiting(centre) == {THANKS, SORRY}
    result = run(centre, "approve", *PEOPLE, "--yes")
    assert result.exit_code == 0, result.stderr
    for told in (
        f"1/2  {THANKS}",
        "Arabic: changed since starter-approver approved it on",
        "شكرًا [-لأنكم-] {+لكم إذ+} أخبرتمونا، فما ذكرتموه",
        "to a woman      شكرًا لأنكِ أخبرتِنا،",
        "English: as starter-approver approved it on",
        "and I [-want to-] {+will+} put it right with you.",
        "2 phrases approved.",
    ):
        assert told in result.stdout
    assert "\x1b" not in result.stdout
    assert waiting(centre) == set()
    assert kinds(centre) == ["approved"] * 4
    assert "Every phrase" in run(centre, "approve", *PEOPLE).stdout
    assert run(centre, "verify").exit_code == 0


def test_the_next_change_is_compared_with_what_was_approved_here(
    run: Run, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(centre)
    run(centre, "approve", *PEOPLE, "--yes")
    monkeypatch.setattr(approve, "starter_scripts", lambda: centre.places.scripts)
    edit(centre, SERVICE, "I will put it right with you.", "I will put it right.")
    result = run(centre, "approve", *PEOPLE)
    assert "English: changed since Mona approved it on" in result.stdout
    assert "put it [-right with you.-] {+right.+}" in result.stdout


def test_without_the_old_words_all_of_the_new_are_shown(
    run: Run, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approve, "starter_scripts", lambda: centre.places.scripts)
    changed(centre)
    result = run(centre, "approve", *PEOPLE)
    assert "were not kept here, so all of today's are shown." in result.stdout
    assert "I will put it right with you." in result.stdout
    assert "parts           repair responsibility" in result.stdout


def test_where_nobody_can_be_asked_it_shows_and_refuses(run: Run, centre: Centre) -> None:
    changed(centre)
    before = entries(centre)
    result = run(centre, "approve", *PEOPLE)
    assert result.exit_code == 2
    assert "[-want to-] {+will+}" in result.stdout
    assert result.stderr == (
        "Nothing was approved: nobody can be asked here.\n"
        "Run it on a terminal, or approve everything shown above: --yes\n"
    )
    assert entries(centre) == before
    assert kinds(centre) == []


@pytest.mark.parametrize(
    ("people", "code", "told"),
    [
        (("--author", "Mona", "--as", "Mona"), 5, "cannot approve words of their own"),
        (("--author", "Mona", "--as", "Salma"), 5, "Salma may not approve or withdraw phrases"),
        (("--author", "Nobody", "--as", "Mona"), 3, "Nobody here is called “Nobody”"),
        (("--author", "Salma", "--as", "Nobody"), 3, "Nobody here is called “Nobody”"),
        (("--as", "Mona"), 2, "--author is missing."),
    ],
)
def test_author_and_approver_are_two_members_of_staff(
    run: Run, centre: Centre, people: Sequence[str], code: int, told: str
) -> None:
    changed(centre)
    before = entries(centre)
    result = run(centre, "approve", *people, "--yes")
    assert result.exit_code == code
    assert told in result.stderr
    assert entries(centre) == before
    assert waiting(centre) == {THANKS, SORRY}


def test_whoever_left_approves_nothing(run: Run, centre: Centre) -> None:
    changed(centre)
    run(centre, "staff", "deactivate", "Tariq", "--as", "Mona")
    assert run(centre, "approve", "--author", "Salma", "--as", "Tariq", "--yes").exit_code == 3
    assert waiting(centre) == {THANKS, SORRY}


def test_people_are_named_by_id_too_and_the_only_supervisor_is_meant(run: Run, centre: Centre) -> None:
    changed(centre)
    ids = {one["name"]: one["id"] for one in json.loads(run(centre, "staff", "list", "--json").stdout)}
    assert run(centre, "approve", "--author", ids["Salma"], "--as", ids["Tariq"], "--only", THANKS, "--yes")
    result = run(centre, "approve", "--author", "Salma", "--yes", "--json")
    assert {(one["phrase"], one["author"], one["approver"]) for one in json.loads(result.stdout)} == {
        (SORRY, ids["Salma"], ids["Mona"])
    }
    assert waiting(centre) == set()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("--only", THANKS), {SORRY}),
        (("--only", THANKS, "--only", SORRY), set()),
        ((SERVICE,), {THANKS}),
        (("phrases",), {SORRY}),
        ((".",), set()),
    ],
)
def test_a_part_of_it(run: Run, centre: Centre, words: Sequence[str], left: set[str]) -> None:
    changed(centre)
    folder = centre.places.scripts
    result = run(
        centre, "approve", *[str(folder / one) if (folder / one).exists() else one for one in words], *PEOPLE, "--yes"
    )
    assert result.exit_code == 0, result.stderr
    assert waiting(centre) == left


def test_one_language(run: Run, centre: Centre) -> None:
    changed(centre)
    result = run(centre, "approve", *PEOPLE, "--yes", "--lang", "en", "--only", SORRY, "--json")
    (one,) = json.loads(result.stdout)
    phrase = next(phrase for phrase in load(centre.places.scripts).phrases() if phrase.id == SORRY)
    assert (one["language"], one["hash"], one["twin"]) == ("en", phrase.hashes[EN], phrase.hashes[AR])
    assert one["why"] == "changed"
    assert phrase.approved == {EN}


def test_a_path_names_other_scripts_than_the_usual(run: Run, centre: Centre, approved: Path) -> None:
    changed(centre)
    places = ("--data", str(centre.places.data), "--scripts", str(approved))
    assert run(None, *places, "approve", str(centre.places.scripts), *PEOPLE, "--yes").exit_code == 0
    assert waiting(centre) == set()


@pytest.mark.parametrize("place", ["nowhere", ""])
def test_a_path_with_no_scripts(run: Run, centre: Centre, tmp_path: Path, place: str) -> None:
    result = run(centre, "approve", str(tmp_path / place), *PEOPLE)
    assert result.exit_code == 3
    assert "There are no scripts at" in result.stderr


def test_an_unknown_phrase_with_the_nearest(run: Run, centre: Centre) -> None:
    result = run(centre, "approve", *PEOPLE, "--only", "thanks.for-teling-us")
    assert result.exit_code == 3
    assert f"Perhaps this is meant: {THANKS}" in result.stderr


def test_nothing_of_a_broken_script(run: Run, centre: Centre) -> None:
    changed(centre)
    edit(centre, SERVICE, "version: 1", "version: one")
    result = run(centre, "approve", *PEOPLE, "--yes")
    assert result.exit_code == 1
    assert f"{SERVICE}:3:" in result.stderr
    assert "1 phrase approved." in result.stdout
    assert SORRY not in result.stdout
    edit(centre, SERVICE, "version: one", "version: 1")
    assert waiting(centre) == {SORRY}
    edit(centre, SERVICE, "version: 1", "version: one")
    broken = run(centre, "approve", str(centre.places.scripts / SERVICE), "--only", SORRY, *PEOPLE, "--yes")
    assert broken.exit_code == 3
    assert "nothing in a file with errors can be approved" in broken.stderr


@pytest.mark.parametrize("path", ["library.yaml", "approvals.yaml"])
def test_without_the_house_or_the_approvals_there_is_nothing(run: Run, centre: Centre, path: str) -> None:
    changed(centre)
    (centre.places.scripts / path).write_text("[", "utf-8")
    result = run(centre, "approve", *PEOPLE, "--yes")
    assert result.exit_code == 4
    assert f"{path}:" in result.stderr
    assert kinds(centre) == []


def test_a_review_that_is_overdue_warns_and_stops_nothing(run: Run, centre: Centre) -> None:
    edit(centre, BANK, "  - id: for-telling-us\n", '  - id: for-telling-us\n    review_by: "2020-01-31"\n')
    assert waiting(centre) == set()
    changed(centre)
    result = run(centre, "approve", *PEOPLE, "--yes")
    assert result.exit_code == 0
    assert "Warning: this phrase was to be looked at again by 2020-01-31." in result.stdout
    assert waiting(centre) == set()


def test_somebody_else_keeps_the_file(run: Run, centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    from agent_tui.library.approving import lock

    changed(centre)
    monkeypatch.setattr(lock.locked.__wrapped__, "__defaults__", (0.05,))  # type: ignore[attr-defined]
    with lock.locked(centre.places.scripts):
        result = run(centre, "approve", *PEOPLE, "--yes")
    assert result.exit_code == 4
    assert "Nothing was changed; try again." in result.stderr
    assert kinds(centre) == []


# Withdrawing


def test_withdrawn_and_approved_again(run: Run, centre: Centre) -> None:
    result = run(centre, "withdraw", THANKS, "--reason", "The law [x] changed", "--as", "Tariq")
    assert result.exit_code == 0, result.stderr
    assert f"{THANKS} (Arabic): the approval is withdrawn." in result.stdout
    assert waiting(centre) == {THANKS}
    assert kinds(centre) == ["withdrawn", "withdrawn"]
    shown = run(centre, "approve", *PEOPLE, "--yes").stdout
    assert "Arabic: the approval was withdrawn, for this reason: The law [x] changed" in shown
    assert waiting(centre) == set()


def test_withdrawn_in_one_language_as_data(run: Run, centre: Centre) -> None:
    result = run(centre, "withdraw", THANKS, "--reason", "x", "--as", "Mona", "--lang", "en", "--json")
    (one,) = json.loads(result.stdout)
    assert (one["phrase"], one["language"], one["approver"]) == (THANKS, "en", "starter-approver")
    assert standing(centre)[THANKS] == {"ar"}


def test_scripts_that_cannot_be_read_stop_no_withdrawal(run: Run, centre: Centre) -> None:
    house = (centre.places.scripts / "library.yaml").read_text("utf-8")
    (centre.places.scripts / "library.yaml").write_text("[", "utf-8")
    assert run(centre, "withdraw", THANKS, "--reason", "x", "--as", "Mona").exit_code == 0
    (centre.places.scripts / "library.yaml").write_text(house, "utf-8")
    assert waiting(centre) == {THANKS}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("nothing.here", "--reason", "x", "--as", "Mona"), 3, "nothing.here is not approved here"),
        ((THANKS, "--reason", " ", "--as", "Mona"), 2, "A reason is needed"),
        ((THANKS, "--as", "Mona"), 2, "--reason is missing."),
        ((THANKS, "--reason", "x", "--as", "Salma"), 5, "Salma may not approve or withdraw"),
    ],
)
def test_a_withdrawal_that_is_refused(run: Run, centre: Centre, words: Sequence[str], code: int, told: str) -> None:
    before = entries(centre)
    result = run(centre, "withdraw", *words)
    assert result.exit_code == code
    assert told in result.stderr
    assert entries(centre) == before


def test_a_withdrawal_cut_short_is_completed_and_told_of(run: Run, centre: Centre) -> None:
    before = entries(centre)
    run(centre, "withdraw", THANKS, "--reason", "x", "--as", "Mona")
    (centre.places.scripts / "approvals.yaml").write_bytes(before)
    assert waiting(centre) == set()
    result = run(centre, "approve", *PEOPLE)
    assert f"{THANKS} (en) had been withdrawn; approvals.yaml says so now too." in result.stderr
    assert waiting(centre) == {THANKS}


# In Arabic, and on a terminal


@pytest.mark.usefixtures("in_arabic")
def test_it_is_said_in_arabic(run: Run, centre: Centre) -> None:
    changed(centre)
    result = run(centre, "approve", *PEOPLE, "--yes")
    assert result.exit_code == 0, result.stderr
    assert "شكرًا [-لأنكم-] {+لكم إذ+} أخبرتمونا، فما ذكرتموه" in result.stdout
    assert "اعتُمدت جملتان." in result.stdout
    words = re.sub(r"\{\+.*?\+\}|\[-.*?-\]", "", result.stdout)
    assert not re.findall(r"changed since|approved|When to say", words)
    assert "سُحب الاعتماد" in run(centre, "withdraw", THANKS, "--reason", "x", "--as", "Mona").stdout


class Screen(StringIO):
    """A terminal that keeps what it is sent."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    for name in ("VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    return Screen()


OLD, NEW = "نعتذر عن تأخر معاملتكم رقم {request_no}.", "نعتذر عن تأخير معاملتكم (SMS 5) رقم {request_no}."


@pytest.mark.parametrize("language", list(Language))
def test_on_a_terminal_signs_stay_beside_their_words(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    use(language)
    monkeypatch.setenv("COLUMNS", "120")
    put_pieces(Page(screen), "label", compared(OLD, NEW), base="rtl")
    shown = screen.getvalue()
    (row,) = COLOURS.sub("", shown).splitlines()
    logical = "نعتذر عن [-تأخر-] {+تأخير+} معاملتكم {+(SMS 5)+} رقم {request_no}."
    assert line(logical, base="rtl") in row
    for signed in ("[-تأخر-]", "{+تأخير+}", "{+(SMS 5)+}"):
        assert line(signed, base="rtl") in row
    assert f"\x1b[31m{line('[-تأخر-]', base='rtl')}\x1b[0m" in shown
    assert f"\x1b[32m{line('{+تأخير+}', base='rtl')}\x1b[0m" in shown
    assert row.strip().endswith("label") is language.rtl


def test_a_wrapped_difference_keeps_its_colour_on_every_row(screen: Screen) -> None:
    use(EN)
    put_pieces(Page(screen), "x", compared("a", " ".join(["word"] * 30)), base="ltr")
    rows = screen.getvalue().splitlines()
    assert len(rows) > 2
    assert all("\x1b[32m" in row and row.endswith("\x1b[0m") for row in rows)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_is_never_the_only_sign(screen: Screen, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    put_pieces(Page(screen), "x", compared("a b", "a c"), base="ltr")
    assert screen.getvalue().split() == ["x", "a", "[-b-]", "{+c+}"]


def test_a_terminal_that_reorders_gets_logical_words(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VTE_VERSION", "7000")
    put_pieces(Page(screen), "x", compared(OLD, NEW), base="rtl")
    assert "نعتذر عن [-تأخر-] {+تأخير+} معاملتكم" in COLOURS.sub("", screen.getvalue())


Typed = Callable[..., tuple[int, str]]
END, INTERRUPT = "\x04", "\x03"


@pytest.fixture
def typed(centre: Centre) -> Typed:
    """Types a command on a real terminal, and an answer whenever it asks."""
    if os.name != "posix":
        pytest.skip("there are no pseudo-terminals")

    def answered(*answers: str) -> tuple[int, str]:
        places = ("--data", str(centre.places.data), "--scripts", str(centre.places.scripts))
        command = [sys.executable, "-m", "agent_tui", *places, "approve", *PEOPLE]
        env = {"PATH": os.environ.get("PATH", ""), "TERM": "xterm", "COLUMNS": "100", "PYTHONUTF8": "1"}
        ours, theirs = os.openpty()
        with subprocess.Popen(command, cwd=ROOT, env=env, stdin=theirs, stdout=theirs, stderr=theirs) as running:
            os.close(theirs)
            seen, left = b"", list(answers)
            while part := _read(ours):
                seen += part
                if left and seen.count(b"stop here (q)") > len(answers) - len(left):
                    answer = left.pop(0)
                    if answer == INTERRUPT:
                        running.send_signal(signal.SIGINT)
                    else:
                        os.write(ours, answer.encode())
        os.close(ours)
        return running.returncode, seen.decode()

    return answered


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""  # Linux tells the end of a terminal this way


@pytest.mark.parametrize(
    ("answers", "code", "left"),
    [
        (("y\n", "n\n"), 0, {SORRY}),
        (("?\n", "\n", "n\n", "نعم\n"), 0, {THANKS}),
        (("a\n",), 0, set()),
        (("غ\n", "q\n"), 0, {SORRY}),
        (("y\n", END), 130, {THANKS, SORRY}),
        (("y\n", INTERRUPT), 130, {THANKS, SORRY}),
    ],
    ids=["yes-no", "asked-again", "all", "arabic-keys", "end", "interrupted"],
)
def test_each_phrase_is_asked_about_before_anything_is_written(
    centre: Centre, typed: Typed, answers: Sequence[str], code: int, left: set[str]
) -> None:
    changed(centre)
    before = entries(centre)
    found, shown = typed(*answers)
    assert found == code, shown
    assert waiting(centre) == left
    assert (entries(centre) == before) is (len(left) == 2)
    assert "\x1b[32m{+will+}\x1b[0m" in shown or {END, INTERRUPT, "q\n"} & set(answers)
