"""Listen: what must be known, heard and read back before anything else; who is calling; matters."""

from __future__ import annotations

import pytest

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Personal
from agent_tui.core.fields import FieldError
from agent_tui.core.language import Gender
from agent_tui.core.rules import Rule, Warn
from agent_tui.core.vocabulary import Channel, Mode, Mood, Outcome, ReadBackResult, Relation, Stage, Verified
from tests.core.world import AR, COMPLAINT, EN, ENQUIRY, Desk


def test_a_contact_opens_at_listen_with_its_script_pinned(desk: Desk) -> None:
    call = desk.open()
    assert desk.kinds() == ["opened", "matter_opened", "stage_entered"]
    assert (call.state.stage, call.state.mode, call.state.grade) == (Stage.LISTEN, Mode.LIVE, "clerk")
    assert call.state.current.script_hash == COMPLAINT.hash
    assert desk.contents == {COMPLAINT.hash: COMPLAINT.canonical}


def test_nobody_opens_a_contact_with_a_grade_there_is_not(desk: Desk) -> None:
    with desk.forbids(Rule.AUTHORITY_NEEDED):
        desk.open(grade="director")


def test_listen_waits_for_the_fields_the_end_and_the_read_back(desk: Desk) -> None:
    call = desk.open()
    with desk.waits_for("field", "finished", "read_back"):
        call.advance()
    call.capture("request_no", "٤٥٢١")
    assert call.state.current.plain_values() == {"request_no": "4521"}
    with desk.waits_for("finished", "read_back"):
        call.advance()
    call.finish_listening()
    with desk.waits_for("read_back"):
        call.advance()
    call.read_back(ReadBackResult.CONFIRMED, phrase=desk.phrase(call, "read"))
    assert desk.said() == ["read"]
    assert call.advance() is Stage.SOLVE
    desk.checked(call)


@pytest.mark.parametrize("result", [ReadBackResult.CONFIRMED, ReadBackResult.CORRECTED, ReadBackResult.DECLINED])
def test_whatever_the_customer_says_to_it_the_matter_was_read_back(desk: Desk, result: ReadBackResult) -> None:
    call = desk.open()
    call.capture("request_no", "4521")
    call.finish_listening()
    call.read_back(result)
    assert call.advance() is Stage.SOLVE


def test_a_calm_enquiry_is_not_read_back_and_the_record_says_so(desk: Desk) -> None:
    call = desk.open(ENQUIRY)
    call.finish_listening()
    assert call.advance() is Stage.SOLVE
    (waived,) = desk.facts(facts.ReadBack)
    assert (waived.result, waived.reason) == (ReadBackResult.WAIVED, "calm_enquiry")
    assert desk.facts(facts.StageEntered)[-1].passed == {"apologise": "not_needed"}


def test_an_upset_enquiry_is_read_back(desk: Desk) -> None:
    call = desk.open(ENQUIRY)
    call.note_mood(Mood.UPSET)
    call.note_mood(Mood.CALM)
    call.finish_listening()
    with desk.waits_for("read_back"):
        call.advance()


def test_no_agent_waives_the_read_back_of_a_complaint(desk: Desk) -> None:
    call = desk.open()
    with desk.forbids(Rule.GATE_SHUT):
        call.read_back(ReadBackResult.WAIVED)


def test_what_was_waived_while_calm_is_owed_again_once_the_customer_is_not(desk: Desk) -> None:
    call = desk.at_solve(script=ENQUIRY)
    call.back()
    call.note_mood(Mood.ANGRY)
    with desk.waits_for("read_back"):
        call.advance()


def test_only_a_phrase_for_reading_back_reads_back(desk: Desk) -> None:
    call = desk.open()
    with desk.forbids(Rule.UNKNOWN_PHRASE):
        call.read_back(ReadBackResult.CONFIRMED, phrase=desk.phrase(call, "say-decline"))


def test_an_answer_that_is_not_of_its_form_is_not_kept(desk: Desk) -> None:
    call = desk.open()
    with pytest.raises(FieldError):
        call.capture("request_no", "45")
    with desk.forbids(Rule.UNKNOWN_FIELD, field="shoe_size"):
        call.capture("shoe_size", "44")
    assert not desk.facts(facts.FieldCaptured)


def test_a_corrected_answer_replaces_the_first_and_the_same_answer_is_not_logged_twice(desk: Desk) -> None:
    call = desk.open()
    for typed in ("4521", "4521", "4522"):
        call.capture("request_no", typed)
    assert [fact.value for fact in desk.facts(facts.FieldCaptured)] == ["4521", "4522"]


def test_a_personal_answer_is_kept_by_reference_also_where_a_phrase_repeats_it(desk: Desk) -> None:
    call = desk.at_solve()
    call.identify(name="Huda")
    call.capture("mobile", "050 123 4567")
    desk.say(call, "mobile-noted")
    (mobile,) = (fact.value for fact in desk.facts(facts.FieldCaptured) if fact.field == "mobile")
    assert isinstance(mobile, Personal)
    (said,) = desk.facts(facts.Said)
    assert said.slots["mobile"] == mobile
    assert said.slots["customer"] == Personal(said.slots["customer"].ref, "Ms Huda")


def test_a_phrase_waits_for_what_it_mentions(desk: Desk) -> None:
    call = desk.open()
    with desk.forbids(Rule.SLOT_EMPTY, slots=("mobile", "customer")):
        desk.say(call, "mobile-noted")


def test_the_caller_may_speak_for_somebody_else(desk: Desk) -> None:
    call = desk.open()
    call.identify(name="Huda", gender=Gender.FEMALE)
    call.identify(relation=Relation.ATTORNEY, beneficiary="Omar", authority="deed 77", verified=Verified.YES)
    caller = call.state.caller
    assert (caller.name, caller.beneficiary) == (desk.facts(facts.CallerIdentified)[0].name, caller.beneficiary)
    assert caller.beneficiary is not None
    assert (caller.beneficiary.value, caller.relation, caller.gender) == ("Omar", Relation.ATTORNEY, Gender.FEMALE)
    before = len(desk.events)
    call.identify(name=" Huda ")
    assert len(desk.events) == before
    with desk.forbids(Rule.EMPTY):
        call.identify(name="  ")


def test_an_unverified_caller_gets_general_facts_only(desk: Desk) -> None:
    call = desk.at_solve()
    call.identify(name="Huda", verified=Verified.NO)
    call.show_fact(0)
    desk.say(call, "when")
    with desk.forbids(Rule.IDENTITY_NEEDED):
        desk.say(call, "balance")
    with desk.forbids(Rule.IDENTITY_NEEDED):
        call.offer("send-file")
    with desk.forbids(Rule.IDENTITY_NEEDED):
        desk.say(call, "say-send-file", late=True)
    call.identify(verified=Verified.YES)
    call.offer("send-file")
    desk.say(call, "balance")
    assert desk.said() == ["when", "say-send-file", "balance"]


def test_the_form_of_address_follows_the_customer_and_falls_back_to_the_courtesy_plural(desk: Desk) -> None:
    call = desk.open(language=AR)
    for gender, form in ((Gender.FEMALE, Gender.FEMALE), (Gender.MALE, Gender.NEUTRAL)):
        call.identify(gender=gender)
        desk.say(call, "when")
        assert desk.facts(facts.Said)[-1].form is form


def test_each_matter_has_its_own_listen_and_one_greeting_serves_both(desk: Desk) -> None:
    call = desk.at_solve()
    desk.say(call, "greet")
    call.offer("guidance")
    call.accept("guidance")
    second = call.add_matter(ENQUIRY)
    assert (call.state.stage, call.state.matter) == (Stage.LISTEN, second)
    assert desk.contents[ENQUIRY.hash] == ENQUIRY.canonical
    with desk.waits_for("finished"):
        call.advance()
    with desk.forbids(Rule.UNKNOWN_FIELD):
        call.capture("request_no", "4521")
    call.capture("request_no", "9999", matter="m1")
    assert call.state.matters["m1"].plain_values()["request_no"] == "9999"
    assert call.say(desk.phrase(call, "greet")) == (Warn.SECOND_GREETING,)
    call.switch_matter("m1")
    assert call.state.stage is Stage.SOLVE
    with desk.forbids(Rule.UNKNOWN_MATTER):
        call.switch_matter("m9")
    desk.checked(call)


def test_there_is_one_thank_for_all_matters_and_an_outcome_for_each(desk: Desk) -> None:
    call = desk.at_solve()
    call.add_matter(ENQUIRY)
    call.switch_matter("m1")
    call.offer("guidance")
    call.accept("guidance")
    assert call.advance() is Stage.LISTEN
    assert call.state.matter == "m2"
    call.finish_listening()
    call.advance()
    call.offer("inform")
    call.accept("inform")
    assert call.advance() is Stage.THANK
    desk.say(call, "thank")
    call.advance()
    with desk.waits_for("outcome", "outcome"):
        call.close()
    call.close_matter(matter="m1")
    with desk.forbids(Rule.MATTER_ENDED):
        call.close_matter(matter="m1")
    with desk.waits_for("outcome"):
        call.close()
    call.close_matter(matter="m2")
    call.close()
    assert [fact.outcome for fact in desk.facts(facts.MatterClosed)] == [Outcome.SOLVED] * 2


def test_a_matter_added_at_thank_is_solved_before_anybody_leaves(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("guidance")
    call.accept("guidance")
    call.advance()
    call.add_matter(ENQUIRY)
    call.switch_matter("m1")
    assert call.state.stage is Stage.THANK
    desk.say(call, "thank")
    for leave in (call.advance, call.skip_thanks):
        leave()
        assert (call.state.matter, call.state.stage) == ("m2", Stage.LISTEN)
        call.switch_matter("m1")


def test_a_promise_owed_in_one_matter_is_not_left_behind_by_turning_to_another(desk: Desk) -> None:
    call = desk.at_solve()
    call.offer("guidance")
    call.accept("guidance")
    desk.say(call, "will-call")
    with desk.waits_for("promise"):
        call.advance()
    call.add_matter(ENQUIRY)
    desk.to_solve(call)
    call.offer("inform")
    call.accept("inform")
    call.advance()
    assert (call.state.matter, call.state.stage) == ("m1", Stage.SOLVE)


def test_in_another_language_the_same_rules_hold(desk: Desk) -> None:
    call = desk.open(language=EN)
    with desk.forbids(Rule.NOT_APPROVED):
        desk.say(call, "draft")
    call.change_language(AR)
    desk.say(call, "draft")
    assert desk.facts(facts.Said)[-1].language is AR
    call.change_language(AR, spoken="ur")
    call.change_language(AR, spoken="ur", interpreter=True)
    call.change_language(AR, spoken="ur", interpreter=True)
    assert [fact.interpreter for fact in desk.facts(facts.LanguageChanged)] == [False, False, True]
    assert (call.state.spoken, call.state.interpreter) == ("ur", True)


def test_what_is_not_approved_is_for_practice_only(desk: Desk) -> None:
    call = desk.open(mode=Mode.PRACTICE)
    desk.say(call, "draft")
    assert desk.said() == ["draft"]


def test_facts_notes_and_incidents_are_logged(desk: Desk) -> None:
    call = desk.open(channel=Channel.COUNTER)
    call.show_fact(0)
    with desk.forbids(Rule.UNKNOWN_FACT):
        call.show_fact(1)
    call.add_note("rang three times")
    call.heard_first("the site is down")
    call.flag_abuse()
    call.flag_abuse("shouted")
    with desk.forbids(Rule.EMPTY):
        call.add_note(" ")
    state = desk.checked(call)
    assert state.shown_facts == (("m1", 0),)
    assert [(note.topic, note.text.value) for note in state.notes] == [
        ("note", "rang three times"),
        ("heard_first", "the site is down"),
    ]
    assert state.abuse
