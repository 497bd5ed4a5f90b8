"""Welcome and Home: the first minute of a computer's life, and of every contact."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Channel, Comeback, Mode
from agent_tui.library import Library
from agent_tui.locale import _, use
from agent_tui.locale.labels import label, role_label
from agent_tui.places import Places, Preferences
from agent_tui.tui.screens.call import CallScreen
from agent_tui.tui.screens.choose import Choose
from agent_tui.tui.screens.help import HelpDialog
from agent_tui.tui.screens.home import HomeScreen
from agent_tui.tui.screens.promise import PromiseDialog
from agent_tui.tui.screens.welcome import WelcomeScreen
from agent_tui.tui.widgets.choice_line import ChoiceLine
from agent_tui.tui.widgets.text_field import TextField
from tests.tui.at_work import LARGE, NAMES, SMALL, AtWork, at_work, employ, too_wide

EVERY_SIZE = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
BOTH = pytest.mark.parametrize("language", list(Language))


@BOTH
@EVERY_SIZE
async def test_three_questions_and_then_home(nobody: Places, language: Language, size: tuple[int, int]) -> None:
    async with at_work(nobody, size=size, seated=False) as work:
        work.on(WelcomeScreen)
        if language is Language.ARABIC:
            await work.press("up", "space", "down")
        assert work.shows(_("Welcome"), _("Your name"), role_label("agent"))
        await work.press("enter")
        assert work.words("#complaint") == _("Type your name: customers will hear it, and it stands on every record.")
        await work.write(f" {NAMES[language]} ")
        await work.press("down", "right" if language is Language.ENGLISH else "left")
        assert work.shows(NAMES[language], role_label("trainer"))
        assert not too_wide(work.rows(), size[0])
        await work.press("enter")
        await work.until(lambda: work.desk.person is not None and isinstance(work.screen, HomeScreen))
        await work.pilot.pause()
        assert work.shows(_("A customer is on the line"), _("Nothing is waiting for you."), NAMES[language])
        (person,) = work.desk.staff.active()
        assert (person.name, person.roles, person.language) == (NAMES[language], ("trainer",), language)
    assert Preferences.read(nobody.preferences) == Preferences(language.value, person.id, None)


async def test_turning_the_language_keeps_what_was_typed(nobody: Places) -> None:
    async with at_work(nobody, seated=False) as work:
        await work.write("Salma")
        await work.press("down", "space", "up", "up", "space")
        screen = work.on(WelcomeScreen)
        assert screen.query_one("#name", TextField).value == "Salma"
        assert screen.query_one("#role", ChoiceLine).value == "trainer"
        assert work.shows(_("Your name"), "العربية")


@BOTH
@EVERY_SIZE
async def test_a_service_is_found_and_a_contact_begun(
    nobody: Places, library: Library, language: Language, size: tuple[int, int]
) -> None:
    use(language)
    employ(nobody, library, language)
    async with at_work(nobody, size=size) as work:
        titles = [script.title[language] for script in library.scripts.values()]
        assert work.shows(_("A customer is on the line"), _("Waiting for you"), *titles)
        await work.write({Language.ARABIC: "معاملتي", Language.ENGLISH: "where is my request"}[language])
        wanted = library.scripts["delayed-request"].title[language]
        assert work.shows(wanted)
        assert not work.shows(library.scripts["refund"].title[language])
        assert not too_wide(work.rows(), size[0])
        await work.press("enter")
        call = work.on(CallScreen)
        assert call.interaction.state.language is language
        assert call.interaction.script.id == "delayed-request"
        assert work.words("#contact").startswith(f" {wanted} · {label(Channel.PHONE)}")


@pytest.mark.parametrize(("typed", "name", "phone"), [("Huda S.", "Huda S.", None), ("0501234567", None, "0501234567")])
async def test_what_is_known_of_the_customer_goes_along(
    places: Places, typed: str, name: str | None, phone: str | None
) -> None:
    async with at_work(places) as work:
        await work.press("tab", "right")
        await work.press("tab")
        await work.write(typed)
        await work.press("enter")
        caller = work.state.caller
        assert (caller.name and caller.name.value, caller.phone and caller.phone.value) == (name, phone)
        assert work.state.channel is Channel.COUNTER
        await work.press("f8", "escape")
        assert work.on(HomeScreen).query_one("#customer", TextField).value == ""


async def test_what_nobody_calls_it_begins_nothing(places: Places) -> None:
    async with at_work(places) as work:
        await work.write("zzzz")
        await work.press("enter")
        work.on(HomeScreen)
        assert not work.desk.journal.interactions()


async def a_promise(work: AtWork) -> None:
    await work.begin("late")
    await work.to_solve(angry=True)
    await work.press("p", "1", "f8", "escape")
    await work.press("tab", "tab", "tab")
    agenda = work.screen.query_one("#agenda", OptionList)
    (promise,) = work.desk.journal.promises()
    for _step in range(3):
        if agenda.highlighted_option is not None and agenda.highlighted_option.id == promise.id:
            break
        await work.press("down")
    await work.press("enter")
    work.on(PromiseDialog)


async def test_a_dropped_line_stands_first_and_a_promise_can_be_settled(places: Places) -> None:
    async with at_work(places) as work:
        await a_promise(work)
        await work.press("4")
        await work.press("enter")
        assert work.words("#complaint") == _("Nothing was typed. Esc leaves without it.")
        await work.write("nobody answered")
        await work.press("enter")
        work.on(HomeScreen)
        (promise,) = work.desk.journal.promises(status=None)
        assert promise.status.value == "broken"
        assert work.shows(_("Customers to ring back"))
        assert not work.shows(_("My promises"))


async def test_changing_ones_mind_about_a_promise_records_nothing(places: Places) -> None:
    async with at_work(places) as work:
        await a_promise(work)
        await work.press("1", "escape", "escape")
        work.on(HomeScreen)
        (promise,) = work.desk.journal.promises()
        assert (promise.status.value, promise.seq) == ("open", 0)


async def test_the_mark_stays_on_its_line_while_the_list_changes(places: Places) -> None:
    async with at_work(places) as work:
        for _number in range(2):
            await work.begin("late")
            await work.press("f8", "escape")
        await work.press("tab", "tab", "tab", "down")
        agenda = work.screen.query_one("#agenda", OptionList)
        before = agenda.highlighted_option
        assert before is not None
        first, second = work.desk.agenda().callbacks
        assert before.id == second.id
        work.desk.resume(first.id, Comeback.THEY_RANG)
        await work.press("f5")
        after = agenda.highlighted_option
        assert after is not None
        assert after.id == second.id


async def test_after_a_contact_the_next_one_can_be_typed_at_once(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("f8", "escape", "tab", "tab", "tab", "enter", "1")
        work.on(CallScreen)
        await work.press("f8", "escape")
        await work.write("refund")
        assert work.on(HomeScreen).query_one("#wanted", TextField).value == "refund"


async def test_practice_is_marked_and_kept_apart(places: Places) -> None:
    async with at_work(places) as work:
        await work.press("f3")
        assert work.words("#head").startswith(f" {_('PRACTICE: no real case')}")
        await work.begin("late")
        await work.press("1")
        assert _("PRACTICE: no real case") in work.words("#contact")
        assert [row.mode for row in work.desk.journal.interactions()] == [Mode.PRACTICE]
        await work.press("f8", "escape", "f3")
        assert work.desk.mode is Mode.LIVE
        assert not work.desk.journal.interactions()
        assert not work.shows(_("Customers to ring back"))


async def test_whoever_sits_down_in_practice_sits_there_for_real_contacts_too(places: Places, library: Library) -> None:
    employ(places, library, Language.ENGLISH, name="Omar")
    async with at_work(places) as work:
        await work.press("f10")
        dialog = work.on(Choose)
        assert dialog is not None
        await work.press("1")  # Omar, by name
        await work.press("f3")
        await work.press("f10", "2", "f3")
        assert work.words("#head").startswith(" Salma")
        await work.begin("late")
        assert work.state.agent == work.desk.me.id
        assert work.desk.me.name == "Salma"


async def test_help_names_the_keys_of_the_screen_it_is_asked_from(places: Places) -> None:
    async with at_work(places, size=LARGE) as work:
        await work.press("f1")
        work.on(HelpDialog)
        assert work.shows("F3", "F10", _("A colleague takes over this computer"))
        await work.press("f1")  # no second one over the first
        await work.press("escape")
        work.on(HomeScreen)
