"""No key says no before it is the last of the options; then two ways are open, and both are recorded with grounds."""

from __future__ import annotations

from agent_tui.core.events import interaction as facts
from agent_tui.core.vocabulary import OptionStatus, Outcome, Stage
from agent_tui.library import Library
from agent_tui.places import Places
from agent_tui.tui.screens.call import CallScreen
from tests.tui.at_work import AtWork, at_work

REFUSAL = "4"  # expedite, written-status, delay-credit (needs a senior), then the refusal
TRICKS = (
    "4 escape 4 escape",
    "enter enter 4 escape",
    "x 4 escape",
    "v escape 4 escape",
    "1 4 escape x 4 escape",
    "1 x 1 x 4 escape",  # the same alternative again is no second one
    "3 escape 4 escape",
    "e 2 4 escape",
    "e 1 e 1 4 escape",  # granted to decide, but nothing more was declined
    "3 5 0 enter 4 escape",
    "s 4 escape",
    "5 6 7 8 9 4 escape",
    "h 4 escape h",
    "f8 4 escape enter 1 4 escape",
    "f2 4 1 4 escape",
    "b 4 enter 4 escape",
    "u 4 escape",
    "l 4 escape l",
    "n 4 enter 4 escape",
    "a m f 4 escape",
    "p 1 4 escape",
    "f4 1 4 escape",
)


def refused(work: AtWork) -> list[facts.Refused]:
    return [event.fact for event in work.events() if isinstance(event.fact, facts.Refused)]


async def test_nothing_refuses_before_its_time_and_then_two_alternatives_do(seated: Places) -> None:
    async with at_work(seated) as work:
        await work.begin("late")
        await work.to_solve(angry=True)
        assert work.stage() is Stage.SOLVE
        for trick in TRICKS:
            await work.press(*trick.split())
            while not isinstance(work.screen, CallScreen):
                await work.press("escape")
            assert not refused(work), trick
            if work.stage() is not Stage.SOLVE:
                await work.press("enter")
            assert work.stage() is Stage.SOLVE, trick
        matter = work.state.current
        assert matter.with_status(OptionStatus.DECLINED) == ("expedite",)
        assert not matter.cited

        await work.press("2", "x", REFUSAL)
        (fact,) = refused(work)
        assert set(fact.declined) == {"expedite", "written-status"}
        assert fact.cited == ()
        assert "why" in work.state.said[-1].phrase
        await work.press("enter")
        assert work.stage() is Stage.THANK


async def test_a_rule_that_was_cited_opens_the_refusal_that_rests_on_it(seated: Places, library: Library) -> None:
    option = library.scripts["delayed-request"].option("decline")
    assert option is not None
    async with at_work(seated) as work:
        await work.begin("late")
        await work.to_solve(angry=True)
        await work.press(REFUSAL, "1")
        assert work.kinds()[-1] == "policy_cited"
        assert not refused(work)
        await work.press(REFUSAL)
        (fact,) = refused(work)
        assert fact.cited == option.may_cite[:1]
        await work.press("enter", "enter", "enter", "enter", "enter")
        assert work.desk.journal.interactions()[0].outcome is Outcome.REFUSED
