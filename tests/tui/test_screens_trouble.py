"""When the disk, another program or a file stands in the way: it is said, nothing is lost, nothing is done twice."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from agent_tui.core.events.fact import Event
from agent_tui.core.language import Language
from agent_tui.journal import DiskFull, Journal, JournalBusy, JournalError
from agent_tui.library import Library, LibraryError, load
from agent_tui.locale import _
from agent_tui.places import Places
from agent_tui.tui.screens.ask import Ask
from agent_tui.tui.screens.call import CallScreen
from agent_tui.tui.screens.home import HomeScreen
from agent_tui.tui.screens.promise import PromiseDialog
from agent_tui.tui.screens.trouble import TroubleScreen
from agent_tui.tui.screens.welcome import WelcomeScreen
from tests.tui.at_work import AtWork, at_work, drawn

BUSY = "Saving: another program is writing to the journal. Please wait."
FULL = "NOT SAVED: the disk is full. Free some space; this is kept and tried again."


@contextmanager
def writing(path: Path) -> Iterator[Callable[[], None]]:
    """Another program that is writing to the journal until it is told to stop."""
    from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # a second library would not see our locks

    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")

    def stop() -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")

    try:
        yield stop
    finally:
        stop()
        connection.close()


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[JournalError | None]], list[Sequence[Event]]]:
    """Have the journal answer the coming appends so: an error, or None where it takes them."""
    written: list[Sequence[Event]] = []
    taken = Journal._append

    def prepare(answers: list[JournalError | None]) -> list[Sequence[Event]]:
        def append(self: Journal, events: Sequence[Event], contents: Mapping[str, str]) -> None:
            error = answers.pop(0) if answers else None
            if error is not None:
                raise error
            taken(self, events, contents)
            written.append(events)

        monkeypatch.setattr(Journal, "_append", append)
        return written

    return prepare


def busy() -> JournalError:
    return JournalBusy("held", path="journal.db")


async def all_saved(work: AtWork) -> None:
    await work.until(lambda: work.onward.endswith("| "))


async def test_a_busy_journal_says_saving_and_takes_the_act_once(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        with writing(places.journal) as stop:
            await work.press("1")
            assert work.onward.endswith(f"| {_(BUSY)} ")
            assert "said" not in work.kinds()
            await work.press("m")
            assert work.told == _("Still saving. One moment.")
            stop()
            await all_saved(work)
        assert work.kinds()[3:] == ["said"]
        await work.press("m")
        assert work.kinds()[3:] == ["said", "mood_noted"]
        assert not work.told


async def test_an_answer_that_waits_for_the_journal_is_kept_once(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("enter")
        with writing(places.journal) as stop:
            await work.write("4521")
            await work.press("enter")
            stop()
            await all_saved(work)
        assert work.kinds()[3:] == ["field_captured"]
        assert work.state.current.plain_values() == {"request_no": "4521"}


async def test_a_full_disk_is_red_and_the_act_is_tried_again(
    places: Places, refuse: Callable[[list[JournalError | None]], list[Any]]
) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        full = DiskFull("no room", path=str(places.journal))
        answers: list[JournalError | None] = [full] * 4  # the act, and again once the reserve was given up
        refuse(answers)
        await work.press("1")
        assert work.onward.endswith(f"| {_(FULL)} ")
        foot = work.screen.query_one("#onward")
        assert foot.has_class("-waiting")
        red = foot.styles.background
        assert red.r > red.g
        assert red.r > red.b
        await all_saved(work)
        assert not foot.has_class("-waiting")
        assert work.kinds()[3:] == ["said"]


async def test_typing_a_note_while_the_journal_is_busy(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("n")
        with writing(places.journal) as stop:
            await work.write("hallo")
            work.on(Ask)
            stop()
        await work.press("enter")
        assert [note.text.value for note in work.state.notes] == ["hallo"]


async def test_a_draft_that_cannot_be_forgotten_does_not_note_twice(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agent_tui.journal.drafts import Drafts

    async with at_work(places) as work:
        await work.begin("late")
        await work.press("n")
        await work.write("hallo")

        def held(*_arguments: object) -> None:
            raise busy()

        for name in ("save", "clear"):
            monkeypatch.setattr(Drafts, name, held)
        await work.press("enter", "m")
        assert work.kinds()[3:] == ["noted", "mood_noted"]


async def test_a_contact_is_begun_once_however_often_enter_is_pressed(places: Places) -> None:
    async with at_work(places) as work:
        await work.write("late")
        with writing(places.journal) as stop:
            await work.press("enter")
            work.on(HomeScreen)
            assert _(BUSY) in work.toasts
            await work.press("enter")
            stop()
            await work.until(lambda: isinstance(work.screen, CallScreen))
        assert len(work.desk.journal.interactions()) == 1


async def test_a_contact_whose_customer_was_not_saved_is_not_begun_again(
    places: Places, refuse: Callable[[list[JournalError | None]], list[Any]]
) -> None:
    async with at_work(places) as work:
        await work.press("tab", "tab")
        await work.write("Huda")
        refuse([None, busy()])
        await work.press("enter")
        await work.until(lambda: isinstance(work.screen, CallScreen))
        (row,) = work.desk.journal.interactions()
        assert row.customer == "Huda"


async def test_a_rating_whose_next_step_was_not_saved_is_not_given_twice(
    places: Places, refuse: Callable[[list[JournalError | None]], list[Any]]
) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.to_solve(angry=True)
        await work.press("1", "1", "enter", "enter", "enter")
        refuse([None, busy()])
        await work.press("4")
        await all_saved(work)
        assert work.kinds()[-2:] == ["satisfaction_answered", "stage_entered"]
        assert work.kinds().count("satisfaction_answered") == 1


async def test_a_promise_settled_late_is_settled_once(
    places: Places, refuse: Callable[[list[JournalError | None]], list[Any]]
) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.to_solve(angry=True)
        await work.press("p", "1", "f8", "escape")
        await work.press("tab", "tab", "tab", "down", "enter")
        work.on(PromiseDialog)
        await work.press("1")
        await work.write("SMS")
        refuse([busy()])
        await work.press("enter")
        await work.until(lambda: isinstance(work.screen, HomeScreen))
        (promise,) = work.desk.journal.promises(status=None)
        assert (promise.status.value, promise.seq) == ("kept", 1)


async def test_taking_up_a_contact_while_the_journal_is_busy(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("f8", "escape", "tab", "tab", "tab", "enter")
        with writing(places.journal) as stop:
            await work.press("1")
            assert _(BUSY) in work.toasts
            stop()
            await work.until(lambda: isinstance(work.screen, CallScreen))
        assert work.kinds().count("resumed") == 1


async def test_starting_and_leaving_while_another_program_writes(places: Places) -> None:
    with writing(places.journal) as stop:
        async with at_work(places, seated=False) as work:
            await work.until(lambda: _(BUSY) in work.toasts)
            stop()
            await work.until(lambda: work.desk.person is not None and work.words("#head").startswith(" Salma"))
            await work.begin("late")
            assert work.state.stage == "listen"
            with writing(places.journal):
                pass
    with writing(places.journal) as stop:
        stop()
        async with at_work(places) as work:
            await work.press("f3")
            other = writing(places.journal)
            other.__enter__()
    other.__exit__(None, None, None)
    assert not list(places.data.glob("crash-*"))


async def trouble(places: Places, *said: str, **how: Any) -> None:
    async with at_work(places, seated=False, **how) as work:
        work.on(TroubleScreen)
        for text in said:
            assert any(drawn(text) in row for row in work.rows()), work.picture()
        await work.press("q")
    assert not list(places.data.glob("crash-*"))


async def test_a_journal_that_is_gone_is_not_begun_anew(places: Places) -> None:
    places.journal.unlink()
    await trouble(places, "is not there. Restore it from a backup")
    assert not places.journal.exists()


async def test_a_damaged_journal(places: Places) -> None:
    for end in ("-wal", "-shm"):
        places.journal.with_name(places.journal.name + end).unlink(missing_ok=True)
    held = bytearray(places.journal.read_bytes())
    held[:64] = b"\0" * 64
    places.journal.write_bytes(bytes(held))
    await trouble(places, "Stop using it, keep the file as it is")
    assert places.journal.read_bytes() == bytes(held)


async def test_a_file_of_another_program(places: Places) -> None:
    import sqlite3

    places.journal.unlink()
    with closing(sqlite3.connect(places.journal)) as other:
        other.execute("CREATE TABLE holiday_pictures(name)")
    await trouble(places, "Choose another --data folder")


async def test_scripts_that_cannot_be_used(nobody: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()

    def read(_root: Path) -> Library:
        return load(broken)

    monkeypatch.setattr("agent_tui.tui.opening.load_library", read)
    with pytest.raises(LibraryError) as raised:
        load(broken)
    assert raised.value.problems
    async with at_work(nobody, seated=False) as work:
        work.on(TroubleScreen)
        assert any("library.yaml" in row for row in work.rows())
        await work.press("f6", "f7", "q")


async def test_colours_chosen_before_there_is_a_journal_do_not_make_one_missing(
    nobody: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    await test_scripts_that_cannot_be_used(nobody, tmp_path, monkeypatch)
    monkeypatch.setattr("agent_tui.tui.opening.load_library", lambda _root: library)
    async with at_work(nobody, seated=False, language=Language.ENGLISH) as work:
        work.on(WelcomeScreen)


AS_NOBODY = """
import asyncio, os, sys
from pathlib import Path
from agent_tui.places import Places
from agent_tui.tui.app import AgentApp
from agent_tui.tui.screens.trouble import TroubleScreen

async def open_at(folder):
    app = AgentApp(Places(Path(folder), Path(sys.argv[1])))
    async with app.run_test(size=(80, 24)) as pilot:
        while len(app.screen_stack) < 2:
            await pilot.pause(0.025)
        await pilot.pause()
        return type(app.screen).__name__, [strip.text for strip in app.screen._compositor.render_strips()]

print(asyncio.run(open_at(sys.argv[2]))[0])  # everything is loaded while we may still read our own libraries
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
print(*asyncio.run(open_at(sys.argv[3])))
"""


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX")
def test_a_data_folder_that_cannot_be_written(places: Places, tmp_path: Path) -> None:
    """In a process of its own, which gives its rights up: root may write anywhere."""
    for parent in (tmp_path, *list(tmp_path.parents)[:2], places.scripts.parent):
        parent.chmod(0o755)
    for file in places.data.iterdir():
        file.chmod(0o444)
    places.data.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(places.scripts), str(tmp_path / "mine"), str(places.data)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    finally:
        places.data.chmod(0o755)
    told = " ".join(done.stdout.split())
    assert "TroubleScreen" in told, done.stdout + done.stderr
    assert "Ask for write permission on its folder" in told, done.stdout
