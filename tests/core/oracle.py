"""A second opinion: the rules of the walk read off a list of events, sharing no code with the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Event, Personal
from agent_tui.core.organisation import Organisation
from agent_tui.core.script import Option, Phrase, PromiseTerms, Script
from agent_tui.core.vocabulary import Passage, Stage

WITH_THE_CUSTOMER = (
    facts.Said,
    facts.CustomerFinished,
    facts.ReadBack,
    facts.FactShown,
    facts.OptionOffered,
    facts.OptionAccepted,
    facts.OptionDeclined,
    facts.PolicyCited,
    facts.Refused,
    facts.Transferred,
    facts.Redirected,
    facts.UrgentTaken,
    facts.MatterOpened,
    facts.SatisfactionAnswered,
    facts.Held,
)
HEARD = (
    facts.FieldCaptured,
    facts.MoodNoted,
    facts.CustomerFinished,
    facts.ReadBack,
    facts.OptionAccepted,
    facts.OptionDeclined,
    facts.SatisfactionAnswered,
    facts.AbuseFlagged,
)
ORDER = ["listen", "apologise", "solve", "thank", "wrap_up"]
TALKED_OUT = {"withdrawn", "redirected", "transferred"}


@dataclass
class Book:
    """What the oracle remembers of one matter."""

    script: Script
    enquiry: bool
    stage: str = "listen"
    values: dict[str, str | None] = field(default_factory=dict)
    finished: bool = False
    read_back: str | None = None
    answers: dict[str, str] = field(default_factory=dict)  # option -> offered, accepted, declined
    asked: dict[str | None, str | None] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    owed: list[str | None] = field(default_factory=list)
    pledged: list[str | None] = field(default_factory=list)
    handed_over: bool = False
    sent_away: bool = False
    outcome: str | None = None

    def answered(self, answer: str) -> set[str]:
        return {option for option, what in self.answers.items() if what == answer}

    def settled(self) -> bool:
        taken = "taken" in self.asked.values()
        return bool(self.outcome or self.answered("accepted") or self.refused or taken or self.handed_over)

    def in_debt(self) -> bool:
        """Whether a sentence promised what no entry of the ledger stands behind."""
        free = None in self.pledged
        for option in self.owed:
            if option is None and not self.pledged:
                return True
            if option and option not in self.pledged and not free and self.answers.get(option) != "offered":
                return True
        return False


class Oracle:
    """Reads events one by one and names every rule they break."""

    def __init__(self, organisation: Organisation, scripts: Iterable[Script]) -> None:
        self.organisation = organisation
        self.scripts = {script.hash: script for script in scripts}
        self.broken: list[str] = []
        self.books: dict[str, Book] = {}
        self.matter = ""
        self.stage = "listen"
        self.heat = 0
        self.apologies = self.prompts = 0
        self.fault, self.believes = "unknown", False
        self.held = self.dropped = self.over = self.emergency = self.thanked = False
        self.heard = self.verified = self.urgent = False
        self.transfer: str | None = None
        self.last_said: Event | None = None
        self.due: int | None = None
        self.pending: tuple[str, str, PromiseTerms] | None = None

    def read(self, events: Iterable[Event]) -> list[str]:
        for event in events:
            self.see(event)
        return self.broken

    def see(self, event: Event) -> None:
        fact = event.fact
        if isinstance(fact, facts.Opened):
            self.agent, self.grade, self.live = event.by, fact.grade, fact.mode == "live"
            self.language = fact.language
            return
        if self.over:
            self.blame("after the close", event)
        if event.by != self.agent and not isinstance(fact, facts.Resumed):
            self.blame("another agent", event)
        forward = isinstance(fact, facts.StageEntered) and fact.how in (Passage.NEXT, Passage.URGENT)
        if (self.held or self.dropped) and (forward or isinstance(fact, WITH_THE_CUSTOMER)):
            self.blame("customer not there", event)
        if self.pending and not (isinstance(fact, facts.PromiseMade) and fact.option == self.pending[1]):
            self.blame("promise not in the ledger", event)
            self.pending = None
        spoke = isinstance(fact, HEARD) or (isinstance(fact, facts.FaultNoted) and fact.believes_ours)
        self.heard = self.heard or spoke
        getattr(self, f"on_{event.kind}", lambda event, fact: None)(event, fact)
        rang = isinstance(fact, facts.Resumed) and fact.how in ("they_rang", "we_rang")
        if rang or (spoke and not self.dropped):  # was not out of reach after all
            for book in self.books.values():
                book.outcome = None if book.outcome == "unreached" else book.outcome

    def blame(self, rule: str, event: Event) -> None:
        self.broken.append(f"{rule}: {event.seq} {event.fact}")

    # Who, what, whose

    def on_resumed(self, event: Event, fact: facts.Resumed) -> None:
        if event.by != self.agent and (fact.grade is None or fact.how == "restart"):
            self.blame("borrowed authority", event)
        self.agent, self.grade = event.by, fact.grade or self.grade
        if fact.how in ("they_rang", "we_rang"):
            self.dropped, self.due = False, None
        if fact.how == "received":
            if self.transfer is None:
                self.blame("received without a transfer", event)
            self.transfer = None
            for book in self.books.values():
                book.handed_over = book.handed_over and book.outcome is not None

    def on_language_changed(self, event: Event, fact: facts.LanguageChanged) -> None:
        self.language = fact.language

    def on_caller_identified(self, event: Event, fact: facts.CallerIdentified) -> None:
        self.verified = fact.verified == "yes"

    def on_matter_opened(self, event: Event, fact: facts.MatterOpened) -> None:
        self.books[fact.matter] = Book(self.scripts[fact.script_hash], fact.enquiry)
        self.matter = fact.matter

    def on_field_captured(self, event: Event, fact: facts.FieldCaptured) -> None:
        value = fact.value
        self.books[fact.matter].values[fact.field] = value.value if isinstance(value, Personal) else value

    def on_mood_noted(self, event: Event, fact: facts.MoodNoted) -> None:
        self.heat = max(self.heat, ["calm", "upset", "angry"].index(fact.mood))

    def on_fault_noted(self, event: Event, fact: facts.FaultNoted) -> None:
        self.fault, self.believes = str(fact.fault), fact.believes_ours

    def on_customer_finished(self, event: Event, fact: facts.CustomerFinished) -> None:
        self.books[fact.matter].finished = True

    def on_read_back(self, event: Event, fact: facts.ReadBack) -> None:
        book = self.books[fact.matter]
        if fact.result == "waived" and not (book.enquiry and self.calm()):
            self.blame("read-back waived", event)
        book.read_back = str(fact.result)

    def calm(self) -> bool:
        return self.heat == 0 and not self.believes

    def apology_due(self) -> bool:
        return not self.calm() and not self.emergency

    # Moving

    def on_stage_entered(self, event: Event, fact: facts.StageEntered) -> None:
        book = self.books[fact.matter]
        if fact.how is Passage.NEXT:
            self.gate(event, fact)
        elif fact.how is Passage.SWITCHED and fact.stage != book.stage:
            self.blame("switched into a stage", event)
        elif fact.how is Passage.BACK and ORDER.index(fact.stage) >= ORDER.index(self.stage):
            self.blame("back goes forward", event)
        self.matter, self.stage, book.stage = fact.matter, str(fact.stage), str(fact.stage)

    def gate(self, event: Event, fact: facts.StageEntered) -> None:
        book, step = self.books[fact.matter], (self.stage, str(fact.stage))
        if fact.matter != self.matter or step not in (
            ("listen", "apologise"),
            ("listen", "solve"),
            ("apologise", "solve"),
            ("solve", "thank"),
            ("thank", "wrap_up"),
        ):
            self.blame("stage skipped", event)
        if self.stage == "listen":
            lacks = [one.id for one in book.script.fields if one.required and book.values.get(one.id) is None]
            unread = book.read_back is None or (book.read_back == "waived" and not self.calm())
            if lacks or not book.finished or unread:
                self.blame("listen not over", event)
        if fact.stage == "solve" and self.apology_due() and not self.apologies:
            self.blame("apology owed", event)
        if fact.stage in ("thank", "wrap_up"):
            if not all(one.settled() for one in self.books.values()):
                self.blame("no remedy", event)
            if any(one.in_debt() for one in self.books.values()):
                self.blame("promise owed", event)
        left = fact.passed.get("thank") == "not_fitting"
        if fact.stage == "wrap_up" and not (self.thanked or left or self.emergency):
            self.blame("thanks owed", event)

    def on_urgent_taken(self, event: Event, fact: facts.UrgentTaken) -> None:
        self.urgent = True

    def on_noted(self, event: Event, fact: facts.Noted) -> None:
        self.urgent = self.urgent and fact.topic != "urgent"

    def on_emergency_raised(self, event: Event, fact: facts.EmergencyRaised) -> None:
        self.emergency = True

    def on_held(self, event: Event, fact: facts.Held) -> None:
        self.held = True

    def on_unheld(self, event: Event, fact: facts.Unheld) -> None:
        self.held = False

    def on_dropped(self, event: Event, fact: facts.Dropped) -> None:
        if fact.callback_due != event.at + self.organisation.standards.callback_minutes * 60_000:
            self.blame("callback at a wrong time", event)
        self.dropped, self.held, self.due = True, False, fact.callback_due

    # Speaking

    def on_said(self, event: Event, fact: facts.Said) -> None:
        book, shared = self.books[fact.matter], self.organisation
        known = [*book.script.phrases(), *shared.emergency, *shared.silence, *shared.hold]
        found = [phrase for phrase in known if phrase.hashes.get(fact.language) == fact.phrase_hash]
        if not found or fact.matter != self.matter or fact.language != self.language:
            self.blame("unknown words", event)
            return
        self.judge_words(event, fact, found[0], book)
        self.last_said = event
        self.apologies += fact.home == "apologise"
        self.prompts += fact.home == "silence"
        self.thanked = self.thanked or fact.home == "thank"
        if fact.promises:
            book.owed.append(found[0].option)

    def judge_words(self, event: Event, fact: facts.Said, phrase: Phrase, book: Book) -> None:
        if self.live and fact.language not in phrase.approved:
            self.blame("unapproved words", event)
        if phrase.fault and self.fault not in phrase.fault:
            self.blame("false admission" if "ours" in phrase.fault else "words not fitting", event)
        if not self.holds(phrase.when, book):
            self.blame("words not fitting", event)
        if phrase.identity and not self.verified:
            self.blame("identity not checked", event)
        option = book.script.option(phrase.option or "")
        if option is None:
            return
        if option.refusal and (option.id not in book.refused or book.answered("accepted")):
            self.blame("refusal said", event)
        if not option.refusal and option.id not in book.answers and not self.may_give(option, book, None):
            self.blame("no authority", event)
        if not self.holds(option.when, book):
            self.blame("words not fitting", event)
        if option.identity and not self.verified:
            self.blame("identity not checked", event)

    def holds(self, condition: object, book: Book) -> bool:
        assert isinstance(condition, dict)
        return all(book.values.get(name) in wanted for name, wanted in condition.items())

    def may_give(self, option: Option, book: Book, amount: Decimal | None) -> bool:
        if option.limit is not None and amount is not None and amount > option.limit.amount:
            return False
        if book.asked.get(option.id) == "granted":
            return True
        ladder = [grade.id for grade in self.organisation.grades]
        if option.authority and ladder.index(self.grade) < ladder.index(option.authority):
            return False
        if option.limit is None:
            return True
        ceiling = self.organisation.grades[ladder.index(self.grade)].ceiling
        return ceiling is not None and (amount is None or amount <= ceiling.amount)

    # Remedies

    def at_the_ladder(self, event: Event, matter: str, option_id: str) -> tuple[Book, Option]:
        book = self.books[matter]
        option = book.script.option(option_id)
        assert option is not None
        if matter != self.matter or self.stage != "solve" or book.outcome or not self.holds(option.when, book):
            self.blame("not at the ladder", event)
        if option.identity and not self.verified:
            self.blame("identity not checked", event)
        return book, option

    def on_option_offered(self, event: Event, fact: facts.OptionOffered) -> None:
        book, option = self.at_the_ladder(event, fact.matter, fact.option)
        amount = Decimal(fact.amount) if fact.amount else None
        if option.refusal or (amount is None) is not (option.limit is None) or (amount is not None and amount <= 0):
            self.blame("no real offer", event)
        if not self.may_give(option, book, amount):
            self.blame("no authority", event)
        if book.answers.get(option.id) == "accepted":
            self.blame("offered after acceptance", event)
        book.answers[option.id] = "offered"

    def on_option_accepted(self, event: Event, fact: facts.OptionAccepted) -> None:
        book, option = self.at_the_ladder(event, fact.matter, fact.option)
        if book.answers.get(option.id) != "offered":
            self.blame("answered without an offer", event)
        book.answers[option.id] = "accepted"
        if option.promise is not None:
            self.pending = (fact.matter, option.id, option.promise)

    def on_option_declined(self, event: Event, fact: facts.OptionDeclined) -> None:
        book, option = self.at_the_ladder(event, fact.matter, fact.option)
        if book.answers.get(option.id) != "offered":
            self.blame("answered without an offer", event)
        book.answers[option.id] = "declined"
        book.owed = [one for one in book.owed if one != option.id]

    def on_policy_cited(self, event: Event, fact: facts.PolicyCited) -> None:
        self.books[fact.matter].cited.add(fact.policy)

    def on_refused(self, event: Event, fact: facts.Refused) -> None:
        book, option = self.at_the_ladder(event, fact.matter, fact.option)
        alternatives = {one for one in book.answered("declined") if not getattr(book.script.option(one), "refusal", 0)}
        cited = book.cited & set(option.may_cite)
        if not option.refusal or not (len(alternatives) >= 2 or cited):
            self.blame("refusal without grounds", event)
        if set(fact.declined) != alternatives or set(fact.cited) != cited:
            self.blame("grounds misstated", event)
        if book.answered("accepted"):
            self.blame("refusal after acceptance", event)
        if not self.may_give(option, book, None):
            self.blame("no authority", event)
        book.refused.add(option.id)

    def on_escalated(self, event: Event, fact: facts.Escalated) -> None:
        self.books[fact.matter].asked[fact.option] = None

    def on_escalation_answered(self, event: Event, fact: facts.EscalationAnswered) -> None:
        asked = self.books[fact.matter].asked
        if asked.get(fact.option, "never") is not None or (fact.option is None and fact.answer == "granted"):
            self.blame("answer without a question", event)
        asked[fact.option] = str(fact.answer)

    def on_promise_made(self, event: Event, fact: facts.PromiseMade) -> None:
        self.pending = None
        self.books[fact.matter].pledged.append(fact.option)
        if fact.due != self.falls_due(fact, event.at):
            self.blame("due at a wrong time", event)
        option = self.books[fact.matter].script.option(fact.option or "")
        terms = option.promise if option else None
        if terms is not None:
            owner = f"staff:{event.by}" if terms.owner == "agent" else terms.owner
            length = (terms.days, terms.hours, terms.minutes, terms.working)
            if (fact.days, fact.hours, fact.minutes, fact.working) != length or fact.owner != owner:
                self.blame("other terms than the option's", event)

    def falls_due(self, fact: facts.PromiseMade, at: int) -> int:
        """Worked out day by day; a day is worked where the calendar has hours for it."""
        calendar = self.organisation.calendar
        made = datetime.fromtimestamp(at / 1000, calendar.zone)
        day, left = made.date(), fact.days or 0
        if fact.days is not None:
            while left:
                day += timedelta(days=1)
                left -= not fact.working or calendar.hours(day) is not None
            hours = calendar.hours(day)
            closing = datetime.combine(day, hours.closes if hours else made.time().max, calendar.zone)
            if not fact.working:
                closing = datetime.combine(day, made.time(), calendar.zone).replace(hour=23, minute=59, second=0)
            return round(closing.replace(microsecond=0).timestamp() * 1000)
        rest = timedelta(hours=fact.hours or 0, minutes=fact.minutes or 0)
        while fact.working:
            hours = calendar.hours(day)
            if hours is not None:
                opens, closes = (datetime.combine(day, one, calendar.zone) for one in (hours.opens, hours.closes))
                start = max(opens, made)
                if start < closes and start + rest <= closes:
                    return round((start + rest).timestamp() * 1000)
                rest -= max(closes - start, timedelta())
            day += timedelta(days=1)
        return at + rest // timedelta(milliseconds=1)

    def on_transferred(self, event: Event, fact: facts.Transferred) -> None:
        self.transfer = fact.to
        for book in self.books.values():
            book.handed_over = book.handed_over and book.outcome is not None

    def on_transfer_accepted(self, event: Event, fact: facts.TransferAccepted) -> None:
        if self.transfer is None:
            self.blame("answer without a question", event)
        for book in self.books.values():
            book.handed_over = book.handed_over or book.outcome is None

    def on_redirected(self, event: Event, fact: facts.Redirected) -> None:
        self.books[fact.matter or self.matter].sent_away = True

    # Ending

    def silent(self) -> bool:
        return self.prompts >= 2 and not self.heard and not any(book.refused for book in self.books.values())

    def on_matter_closed(self, event: Event, fact: facts.MatterClosed) -> None:
        book = self.books[fact.matter]
        accepted = book.answered("accepted")
        mild = not book.refused or bool(accepted)
        grounds = {
            "solved": bool(accepted),
            "promised": bool(book.pledged) and mild,
            "refused": bool(book.refused),
            "escalated": "taken" in book.asked.values(),
            "transferred": book.handed_over,
            "redirected": book.sent_away and mild,
            "withdrawn": mild,
            "unreached": (self.dropped or self.silent()) and mild,
            "emergency": self.emergency,
        }
        if book.outcome or not grounds[fact.outcome]:
            self.blame("outcome without grounds", event)
        book.outcome = str(fact.outcome)

    def on_closed(self, event: Event, fact: facts.Closed) -> None:
        self.over = True
        ends = {book.outcome for book in self.books.values()}
        if None in ends:
            self.blame("no outcome", event)
        if any(book.in_debt() for book in self.books.values()):
            self.blame("promise owed", event)
        if self.urgent and not self.emergency:
            self.blame("urgent without a reason", event)
        if "unreached" in ends and not (self.dropped or self.silent()):
            self.blame("outcome without grounds", event)
        excused = self.stage == Stage.WRAP_UP or self.emergency or self.dropped or ends <= TALKED_OUT
        if not excused and not (self.silent() and self.waited(event)):
            self.blame("closed too early", event)
        if self.dropped and "unreached" in ends and event.at < (self.due or 0) and fact.callback_due is None:
            self.blame("callback lost", event)
        if (fact.thanks == "said") is not self.thanked:
            self.blame("thanks misstated", event)

    def waited(self, event: Event) -> bool:
        last = self.last_said
        seconds = self.organisation.standards.silence_seconds
        return last is not None and (last.run != event.run or event.elapsed - last.elapsed >= seconds * 1000)

    def on_abandoned_by_system(self, event: Event, fact: facts.AbandonedBySystem) -> None:
        self.over = True
