"""The Call screen: what stands on it after each key, and what the journal holds by then."""

from __future__ import annotations

import pytest

from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Emergency, Fault, Home, Mood, Stage
from agent_tui.library import Library
from agent_tui.locale import _, use
from agent_tui.locale.labels import label
from agent_tui.places import Places
from agent_tui.tui.screens.ask import Ask
from agent_tui.tui.screens.call import CallScreen
from agent_tui.tui.screens.caller import CallerDialog
from agent_tui.tui.screens.choose import Choose
from agent_tui.tui.screens.home import HomeScreen
from agent_tui.tui.screens.page import Page
from agent_tui.tui.screens.summary import SummaryScreen
from agent_tui.tui.widgets.field_form import FieldLine
from agent_tui.tui.widgets.text_field import TextField
from tests.tui.at_work import LARGE, SMALL, StandingClock, at_work, employ, too_wide


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", list(Language))
async def test_the_walk_key_by_key(nobody: Places, library: Library, language: Language, size: tuple[int, int]) -> None:
    use(language)
    employ(nobody, library, language)
    async with at_work(nobody, size=size) as work:

        def stands(*, at: Stage, next_: str) -> None:
            assert work.state.stage is at
            assert work.onward == f" ⏎ {next_} | "
            assert not work.told
            assert not too_wide(work.rows(), size[0])
            assert work.shows(label(at))

        await work.begin("request")
        number = library.scripts["delayed-request"].fields[0].label[language]
        stands(at=Stage.LISTEN, next_=_("ask: {field}").format(field=number))
        await work.press("1")
        assert work.shows(label(Home.GREETING))
        await work.press("m", "m")
        assert work.shows(label(Mood.ANGRY))
        await work.press("enter")
        assert isinstance(work.app.focused, FieldLine)
        await work.write("٤٥٢١")
        await work.press("enter", "escape")
        stands(at=Stage.LISTEN, next_=_("the customer has finished"))
        await work.press("enter")
        assert work.shows(_("Read the matter back"))
        await work.press("1")
        stands(at=Stage.APOLOGISE, next_=_("say the first phrase"))
        await work.press("enter")
        stands(at=Stage.APOLOGISE, next_=_("next stage"))
        await work.press("enter")
        stands(at=Stage.SOLVE, next_=_("offer options by their digits"))
        await work.press("1")
        stands(at=Stage.SOLVE, next_=_("the digit again: accepted · x: declined"))
        await work.press("x")
        stands(at=Stage.SOLVE, next_=_("offer options by their digits"))
        await work.press("2", "2")
        stands(at=Stage.SOLVE, next_=_("next stage"))
        await work.press("enter")
        stands(at=Stage.THANK, next_=_("say the first phrase"))
        await work.press("enter")
        stands(at=Stage.THANK, next_=_("ask how satisfied the customer was"))
        await work.press("enter")
        assert work.shows(_("very satisfied"))
        await work.press("3")
        assert work.state.stage is Stage.WRAP_UP
        assert work.shows(_("CAUSE"))
        await work.press("2", "enter")
        work.on(SummaryScreen)
        assert work.shows(_("Summary"))
        (row,) = work.desk.journal.interactions()
        assert (row.csat, row.peak, row.status.value) == (3, Mood.ANGRY, "closed")
        await work.press("enter")
        work.on(HomeScreen)


async def test_a_note_being_typed_outlives_the_dialog_and_the_program(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("n")
        await work.write("rang three ti")
        await work.press("escape", "n")
        assert work.on(Ask).query_one("#answer", TextField).value == "rang three ti"
        await work.write("mes")
    async with at_work(places) as work:
        await work.press("tab", "tab", "tab", "enter")
        await work.press("n")
        assert work.on(Ask).query_one("#answer", TextField).value == "rang three times"
        await work.press("enter")
        assert work.state.notes[-1].text.value == "rang three times"
        await work.press("n")
        assert work.on(Ask).query_one("#answer", TextField).value == ""


async def test_a_wrong_answer_is_told_in_the_one_place_for_it(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("enter")
        await work.write("45")
        await work.press("enter")
        assert work.told == _("{field}: “{typed}” is not of the expected form.").format(
            field="Request number", typed="45"
        )
        line = work.app.focused
        assert isinstance(line, FieldLine)
        assert line.classes >= {"-wrong"}
        assert "field_captured" not in work.kinds()
        await work.write("21")
        await work.press("enter")
        assert line.classes >= {"-kept"}
        assert not line.classes & {"-wrong"}
        assert not work.told
        assert work.state.current.plain_values() == {"request_no": "4521"}


async def test_an_answer_left_without_enter_is_kept(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("enter")
        await work.write("4521")
        await work.press("escape")
        assert work.state.current.plain_values() == {"request_no": "4521"}


async def test_digits_on_the_heels_of_enter_are_typed_and_not_said(places: Places) -> None:
    from textual.events import Key

    async with at_work(places) as work:
        await work.begin("late")
        for key in ("enter", "4", "5", "2", "1"):
            work.app.post_message(Key(key, key if len(key) == 1 else None))
        await work.until(lambda: isinstance(work.app.focused, FieldLine) and work.app.focused.value == "4521")
        assert "said" not in work.kinds()


async def test_hold_and_back(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("1", "h")
        assert work.kinds()[-1] == "held"
        assert work.call.has_class("-held")
        assert _("come back from hold") in work.onward
        await work.press("u")
        assert work.told == _("The customer is on hold. Press h to come back first.")
        await work.press("enter")
        assert work.state.held_since is None
        assert "-held" not in work.call.classes


async def test_an_emergency_needs_nothing_more(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("m", "m", "f9", "2")
        assert work.state.emergency is Emergency.SELF_HARM
        assert work.call.has_class("-emergency")
        assert work.onward.startswith(f" ⏎ {_('close as: {outcome}').format(outcome=_('emergency'))}")
        await work.press("1")
        assert work.state.said[-1].home is Home.EMERGENCY
        await work.press("enter")
        work.on(SummaryScreen)
        (row,) = work.desk.journal.interactions()
        assert (row.status.value, row.outcome, row.thanks) == ("closed", "emergency", "not_due")


async def test_what_was_said_before_it_could_be_noted_is_marked(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("s")
        assert work.told == _("Pick the phrase that was said already.")
        await work.press("1")
        assert work.state.said[-1].late
        assert work.shows(_("(earlier)"))
        assert not work.told
        await work.press("1")
        assert not work.state.said[-1].late


async def test_a_second_apology_is_recorded_and_warned_of(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.to_solve(angry=True)
        await work.press("b", "2")
        assert work.told == _("That was a second apology. One is enough: go on to the options.")
        assert work.state.times_said(Home.APOLOGISE) == 2
        await work.press("enter")
        assert not work.told


async def test_the_latest_said_is_in_sight(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        for _number in range(5):
            await work.press("1")
        said = work.state.said[-1]
        await work.until(lambda: work.shows(work.desk.exact_words(said)[:40]))


async def test_fault_mood_and_belief_turn_with_their_keys(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("f")
        assert (work.state.fault, work.shows(_("fault: {fault}").format(fault=_("ours")))) == (Fault.OURS, True)
        await work.press("f", "f", "a")
        assert (work.state.fault, work.state.believes_ours) == (Fault.UNKNOWN, True)
        assert work.told == _("Noted: the customer believes the fault is ours.")
        await work.press("m", "m", "m")
        assert (work.state.mood, work.state.peak) == (Mood.CALM, Mood.ANGRY)


async def test_letters_work_on_an_arabic_keyboard(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("ة", "١")
        assert work.state.mood is Mood.UPSET
        assert work.state.said[-1].home is Home.GREETING


async def test_who_is_on_the_line(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("c")
        work.on(CallerDialog)
        await work.write("هدى السالم")
        await work.press("down", "right", "right", "down")
        await work.write("٠٥٠١٢٣٤٥٦٧")
        await work.press("down", "right", "enter")
        caller = work.state.caller
        assert caller.name is not None
        assert caller.phone is not None
        assert (caller.name.value, caller.gender) == ("هدى السالم", "female")
        assert caller.phone.value == "٠٥٠١٢٣٤٥٦٧"
        assert caller.verified != "not_needed"
        assert work.shows("هدى السالم")
        await work.press("c", "escape")
        assert work.kinds().count("caller_identified") == 1


async def test_facts_and_language_and_a_second_matter(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("f4", "2")
        assert work.state.shown_facts == (("m1", 1),)
        await work.press("l")
        assert work.state.language is Language.ARABIC
        assert work.shows("السلام عليكم")
        await work.press("plus")
        work.on(Choose)
        await work.press("3")
        assert len(work.state.matters) == 2
        assert work.state.matter == "m2"


async def test_a_choice_moves_with_the_arrows_and_can_be_left(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("f2", "down", "down", "up", "enter")  # the second line: the caller is silent
        assert work.state.said[-1].home is Home.SILENCE
        await work.press("f2", "9", "9", "escape")
        work.on(CallScreen)


async def test_the_interface_turns_in_the_middle_of_a_contact(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("1", "f7")
        await work.until(lambda: work.shows("معاملة متأخرة"))
        assert work.onward == f" ⏎ {_('ask: {field}').format(field='رقم المعاملة')} | "
        assert work.state.language is Language.ENGLISH  # the customer's language stays
        await work.press("f7")
        await work.until(lambda: work.shows("Delayed request"))
        assert [one.home for one in work.state.said] == [Home.GREETING]


async def test_a_message_is_composed_copied_and_saved(places: Places) -> None:
    async with at_work(places) as work:
        await work.press("tab", "left", "left")
        await work.press("shift+tab")
        await work.begin("late")
        assert work.state.channel.value == "email"
        await work.to_solve(angry=True)
        await work.press("w")
        page = work.on(Page)
        await work.press("c")
        assert "Hello, this is Salma" in work.app.clipboard
        await work.press("s")
        (saved,) = places.data.glob("message-*.txt")
        assert saved.read_text("utf-8").strip() == work.app.clipboard
        await work.press("enter")
        assert work.screen is not page
        work.on(CallScreen)


async def test_a_text_that_cannot_be_saved_says_why(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("f9", "1", "enter")
        monkeypatch.setattr(work.on(SummaryScreen), "_folder", places.data / "missing")
        await work.press("s")
        assert any(_("Not saved: {reason}").partition(":")[0] in toast for toast in work.toasts)


async def test_the_clocks_are_the_desks(places: Places) -> None:
    clock = StandingClock()
    async with at_work(places, clock=clock) as work:
        await work.begin("late")
        assert work.words("#contact").endswith(f"{_('LIVE')} 00:00 ")
        clock.pass_by(125)
        await work.until(lambda: work.words("#contact").endswith(f"{_('LIVE')} 02:05 "))
        await work.press("1")
        assert work.events()[-1].elapsed == 125_000


async def test_a_dropped_line_leaves_for_home_and_comes_back(places: Places) -> None:
    async with at_work(places) as work:
        await work.begin("late")
        await work.press("1", "f8")
        assert work.call.has_class("-dropped")
        assert _("the line is back") in work.onward
        await work.press("enter", "2")
        assert not work.state.dropped
        await work.press("f8", "escape")
        work.on(HomeScreen)
