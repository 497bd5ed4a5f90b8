"""What agent and customer tell each other: who is calling, answers, mood, approved phrases, notes."""

from __future__ import annotations

from dataclasses import replace

from agent_tui.core.authority import decider, may_decide
from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Personal, Slot
from agent_tui.core.fields import parse
from agent_tui.core.interaction.recorder import Recorder
from agent_tui.core.language import Gender, Language
from agent_tui.core.money import Money
from agent_tui.core.rules import Missing, Need, Rule, RuleError, Warn, refusal_open, waivable
from agent_tui.core.script import Option, Phrase
from agent_tui.core.state import Matter
from agent_tui.core.vocabulary import (
    Answer,
    Fault,
    Home,
    Mode,
    Mood,
    OptionStatus,
    ReadBackResult,
    Relation,
    Verified,
)
from agent_tui.core.wording import applies, fill, placeholders

ONCE = {Home.GREETING: Warn.SECOND_GREETING, Home.APOLOGISE: Warn.SECOND_APOLOGY}


class Conversation(Recorder):
    """The acts of listening and speaking."""

    def identify(
        self,
        *,
        name: str | None = None,
        phone: str | None = None,
        gender: Gender | None = None,
        relation: Relation | None = None,
        beneficiary: str | None = None,
        authority: str | None = None,
        verified: Verified | None = None,
    ) -> None:
        """Record who is on the line; what is not given stays as known."""
        known = self.state.caller
        told = {"name": name, "phone": phone, "beneficiary": beneficiary, "authority": authority}
        kept: dict[str, Personal | None] = {}
        for key, value in told.items():
            before: Personal | None = getattr(known, key)
            same = value is None or (before is not None and before.value == value.strip())
            kept[key] = before if same else self._personal(value or "")
        caller = replace(
            known,
            **kept,
            gender=gender or known.gender,
            relation=relation or known.relation,
            verified=verified or known.verified,
        )
        if caller == known:
            return
        self._record(
            facts.CallerIdentified(
                caller.name,
                caller.phone,
                caller.gender,
                caller.relation,
                caller.beneficiary,
                caller.authority,
                caller.verified,
            )
        )

    def capture(self, field_id: str, typed: str, matter: str | None = None) -> None:
        """Record the answer to a question; FieldError where it is not of the field's form."""
        about = self.matter_of(matter)
        field = self.script_of(about.id).field(field_id)
        if field is None:
            raise RuleError(Rule.UNKNOWN_FIELD, field=field_id)
        value = parse(field, typed)
        if about.plain_values().get(field_id) == value:
            return
        slot: Slot = self._personal(value) if field.personal else value
        self._record(facts.FieldCaptured(about.id, field_id, slot))

    def note_mood(self, mood: Mood) -> None:
        """Record how the customer feels now."""
        if mood is not self.state.mood:
            self._record(facts.MoodNoted(mood))

    def note_fault(self, fault: Fault, *, believes_ours: bool | None = None) -> None:
        """Record whose fault it is as far as we know, and whether the customer thinks it is ours."""
        believes = self.state.believes_ours if believes_ours is None else believes_ours
        if (fault, believes) != (self.state.fault, self.state.believes_ours):
            self._record(facts.FaultNoted(fault, believes))

    def change_language(self, language: Language, *, spoken: str | None = None, interpreter: bool = False) -> None:
        """Go on in the other language, or record one we do not speak and need an interpreter for."""
        if (language, spoken, interpreter) != (self.state.language, self.state.spoken, self.state.interpreter):
            self._record(facts.LanguageChanged(language, spoken, interpreter))

    def finish_listening(self) -> None:
        """Record that the customer has told the whole of it."""
        self._with_customer()
        if not self.state.current.finished:
            self._record(facts.CustomerFinished(self.state.matter))

    def read_back(self, result: ReadBackResult, reason: str | None = None, *, phrase: Phrase | None = None) -> None:
        """Record what the customer said to the matter as we read it back, and the phrase it was read back with."""
        self._with_customer()
        if phrase is not None and phrase.home is not Home.READ_BACK:
            raise RuleError(Rule.UNKNOWN_PHRASE, phrase=phrase.id)
        if result is ReadBackResult.WAIVED and not waivable(self.state, self.state.current):
            raise RuleError(Rule.GATE_SHUT, needs=(Need(Missing.READ_BACK),))
        said: tuple[facts.Said, ...] = ()
        contents: dict[str, str] = {}
        if phrase is not None:
            fact, contents = self._spoken(phrase)
            said = (fact,)
        self._record(*said, facts.ReadBack(self.state.matter, result, reason), contents=contents)

    def say(self, phrase: Phrase, *, late: bool = False) -> tuple[Warn, ...]:
        """Record an approved phrase as said, with its exact words; `late` where it was said before.

        Returns what is better not repeated. RuleError where the phrase may not be used as it stands.
        """
        self._with_customer()
        fact, contents = self._spoken(phrase, late=late)
        before = self.state.times_said(phrase.home)
        self._record(fact, contents=contents)
        return (ONCE[phrase.home],) if before and phrase.home in ONCE else ()

    def add_note(self, text: str, *, topic: str = "note") -> None:
        """Record the agent's own words."""
        self._record(facts.Noted(self._personal(text), topic, self.state.matter or None))

    def show_fact(self, card: int) -> None:
        """Record that a fact card was told to the customer."""
        if not 0 <= card < len(self.script.facts):
            raise RuleError(Rule.UNKNOWN_FACT, card=card)
        self._with_customer()
        self._record(facts.FactShown(self.state.matter, card))

    def heard_first(self, subject: str) -> None:
        """Record that the customer knew of something of ours before we were told."""
        self._record(facts.HeardFirstFromCustomer(self._personal(subject)))

    def flag_abuse(self, text: str | None = None) -> None:
        """Record that the agent was insulted or threatened."""
        self._record(facts.AbuseFlagged(self._personal(text) if text else None))

    def wording(self, phrase: Phrase) -> str:
        """The words a phrase would be said in now; RuleError where it may not be."""
        return self._words(phrase)[1]

    def _spoken(
        self, phrase: Phrase, *, late: bool = False, refusing: bool = False
    ) -> tuple[facts.Said, dict[str, str]]:
        form, _, slots = self._words(phrase)
        self._decided(phrase, self.state.current, refusing=refusing)
        language = self.state.language
        said = facts.Said(
            matter=self.state.matter,
            phrase=phrase.id,
            phrase_hash=phrase.hashes[language],
            language=language,
            form=form,
            home=phrase.home,
            slots={name: self._slot(name, words) for name, words in slots.items()},
            option=phrase.option,
            promises=phrase.promises,
            late=late,
        )
        return said, {phrase.hashes[language]: phrase.canonical[language]}

    def _spoken_or_not(self, phrase: Phrase | None) -> tuple[tuple[facts.Said, ...], dict[str, str]]:
        if phrase is None:
            return (), {}
        said, contents = self._spoken(phrase)
        return (said,), contents

    def _words(self, phrase: Phrase) -> tuple[Gender, str, dict[str, str]]:
        matter, language = self.state.current, self.state.language
        option = self._usable(phrase, matter)
        form, text = phrase.text[language].form(self.state.caller.gender)
        known = self.setting.slots(self.state, self.script, language, option, self.setting.clock().at)
        names = placeholders(text)
        empty = tuple(name for name in names if name not in known)
        if empty:
            raise RuleError(Rule.SLOT_EMPTY, slots=empty)
        slots = {name: known[name] for name in names}
        return form, fill(text, slots), slots

    def _usable(self, phrase: Phrase, matter: Matter) -> Option | None:
        organisation = self.setting.organisation
        shared = (*organisation.emergency, *organisation.silence, *organisation.hold)
        if phrase not in self.script.phrases() and phrase not in shared:
            raise RuleError(Rule.UNKNOWN_PHRASE, phrase=phrase.id)
        if self.state.language not in phrase.text:
            raise RuleError(Rule.NOT_IN_LANGUAGE, phrase=phrase.id, language=self.state.language)
        if self.state.mode is Mode.LIVE and self.state.language not in phrase.approved:
            raise RuleError(Rule.NOT_APPROVED, phrase=phrase.id)
        if phrase.fault and self.state.fault not in phrase.fault:
            admits = Fault.OURS in phrase.fault
            raise RuleError(Rule.FALSE_ADMISSION if admits else Rule.NOT_FITTING, phrase=phrase.id)
        if not applies(phrase.when, matter.plain_values()):
            raise RuleError(Rule.NOT_FITTING, phrase=phrase.id)
        option = self.script.option(phrase.option) if phrase.option else None
        if option is not None and not applies(option.when, matter.plain_values()):
            raise RuleError(Rule.NOT_FITTING, phrase=phrase.id)
        if phrase.identity or (option is not None and option.identity):
            self._identified()
        if option is not None and option.refusal and matter.refused != option.id and not refusal_open(matter, option):
            raise RuleError(Rule.REFUSAL_LOCKED, option=option.id)
        return option

    def _decided(self, phrase: Phrase, matter: Matter, *, refusing: bool) -> None:
        """An option's words are as good as the option: nobody says what they may not give, nor no after a yes."""
        option = self.script.option(phrase.option) if phrase.option else None
        if option is None:
            return
        if option.id not in matter.offers and matter.refused != option.id:
            self._authorised(option, matter)
        if option.refusal and matter.with_status(OptionStatus.ACCEPTED):
            raise RuleError(Rule.ALREADY_ACCEPTED, option=option.id)
        if option.refusal and matter.refused != option.id and not refusing:  # a no is logged as one, before its words
            raise RuleError(Rule.REFUSAL_LOCKED, option=option.id)

    def _authorised(self, option: Option, matter: Matter, money: Money | None = None) -> None:
        organisation = self.setting.organisation
        if matter.escalations.get(option.id) is Answer.GRANTED:
            return
        if not may_decide(option, organisation, self.state.grade, money):
            whom = decider(option, organisation, money)
            raise RuleError(Rule.AUTHORITY_NEEDED, option=option.id, grade=whom.id if whom else None)

    def _identified(self) -> None:
        if self.state.caller.verified is not Verified.YES:
            raise RuleError(Rule.IDENTITY_NEEDED)

    def _slot(self, name: str, words: str) -> Slot:
        caller, values = self.state.caller, self.state.current.values
        held = values.get(name)
        if isinstance(held, str):
            return words
        if held is None and name != "customer":
            return words
        kept = held if isinstance(held, Personal) else caller.name
        if kept is not None and kept.value == words:
            return kept
        return Personal(self.setting.new_id(), words)
