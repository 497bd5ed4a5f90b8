"""The ladder of Solve: options offered, accepted or declined, escalations, promises, and the refusal at its end."""

from __future__ import annotations

from agent_tui.core import promise as ledger
from agent_tui.core.authority import sum_of
from agent_tui.core.clock import Moment
from agent_tui.core.events import interaction as facts
from agent_tui.core.events.fact import Fact
from agent_tui.core.figures import plain
from agent_tui.core.interaction.conversation import Conversation
from agent_tui.core.language import Text
from agent_tui.core.rules import Rule, RuleError, Warn, alternatives_declined, cited_for, refusal_open
from agent_tui.core.script import Option, Phrase, PromiseTerms
from agent_tui.core.state import Matter
from agent_tui.core.vocabulary import Answer, OptionStatus, Stage
from agent_tui.core.wording import applies

WHOLE_MATTER = ""


class Ladder(Conversation):
    """The acts of solving."""

    def options(self) -> tuple[Option, ...]:
        """The options of the present matter that apply to what was captured, refusals last."""
        values = self.state.current.plain_values()
        open_ones = [option for option in self.script.solve.options if applies(option.when, values)]
        return tuple(sorted(open_ones, key=lambda option: option.refusal))

    def say(self, phrase: Phrase, *, late: bool = False) -> tuple[Warn, ...]:
        """Record an approved phrase as said; to say a refusal's words is to refuse."""
        option = self.script.option(phrase.option) if phrase.option else None
        if option is not None and option.refusal and self.state.current.refused != option.id:
            self._refuse(option.id, phrase, late=late)
            return ()
        return super().say(phrase, late=late)

    def offer(self, option_id: str, amount: str | None = None, phrase: Phrase | None = None) -> None:
        """Record that a remedy was offered, in the option's own words; RuleError beyond the agent's authority."""
        option = self._open_option(option_id, refusal=False)
        matter = self.state.current
        money = sum_of(option, amount)
        self._authorised(option, matter, money)
        self._still_open(matter, option)
        said, contents = self._said_for(option, phrase)
        sum_text, currency = (plain(money.amount), money.currency) if money else (None, None)
        self._record(facts.OptionOffered(matter.id, option.id, sum_text, currency), *said, contents=contents)

    def accept(self, option_id: str) -> None:
        """Record that the customer accepts an offered remedy; what it promises enters the ledger with it."""
        option = self._open_option(option_id, refusal=False)
        self._offered(option)
        made: tuple[Fact, ...] = ()
        now = self.setting.clock()
        if option.promise is not None:
            made = (self._promise(option.promise, option.title, now, option.id),)
        self._record(facts.OptionAccepted(self.state.matter, option.id), *made, now=now)

    def decline(self, option_id: str) -> None:
        """Record that the customer does not want an offered remedy."""
        option = self._open_option(option_id, refusal=False)
        self._offered(option)
        self._record(facts.OptionDeclined(self.state.matter, option.id))

    def cite(self, policy_id: str, option_id: str) -> None:
        """Record that a rule was cited to the customer; it opens the refusal that may cite it."""
        option = self._open_option(option_id, refusal=True)
        if policy_id not in option.may_cite or self.setting.organisation.policy(policy_id) is None:
            raise RuleError(Rule.UNKNOWN_POLICY, policy=policy_id)
        if policy_id not in self.state.current.cited:
            self._record(facts.PolicyCited(self.state.matter, policy_id))

    def refuse(self, option_id: str, phrase: Phrase | None = None) -> None:
        """Record a refusal with its grounds and its words; RuleError before two alternatives or a policy."""
        self._refuse(option_id, phrase)

    def _refuse(self, option_id: str, phrase: Phrase | None, *, late: bool = False) -> None:
        option = self._open_option(option_id, refusal=True)
        matter = self.state.current
        if not refusal_open(matter, option):
            raise RuleError(Rule.REFUSAL_LOCKED, option=option.id)
        if matter.with_status(OptionStatus.ACCEPTED):
            raise RuleError(Rule.ALREADY_ACCEPTED, option=option.id)
        self._authorised(option, matter)
        said, contents = self._said_for(option, phrase, late=late)
        refused = facts.Refused(matter.id, option.id, alternatives_declined(matter), cited_for(matter, option))
        self._record(refused, *said, contents=contents)

    def escalate(self, to: str, option_id: str | None = None) -> None:
        """Ask somebody with more authority, about an option or about the whole matter; the customer may hold."""
        self._not_ended()
        if option_id is not None:
            self._applying(option_id)
        self._record(facts.Escalated(self.state.matter, to, option_id))

    def answer_escalation(self, answer: Answer, answered_by: str, option_id: str | None = None) -> None:
        """Record the receiver's answer; what was granted may be offered, what was taken over is settled."""
        self._not_ended()
        option_id = option_id or None
        asked = self.state.current.escalations
        if asked.get(option_id or WHOLE_MATTER, answer) is not None:
            raise RuleError(Rule.NOT_ESCALATED, option=option_id)
        if answer is Answer.GRANTED and option_id is None:
            raise RuleError(Rule.UNKNOWN_OPTION, option=option_id)
        self._record(facts.EscalationAnswered(self.state.matter, answer, answered_by, option_id))

    def promise(self, title: Text, terms: PromiseTerms) -> str:
        """Enter a promise of its own in the ledger, such as a referral owned by its receiver; returns its id."""
        now = self.setting.clock()
        made = self._promise(terms, title, now)
        self._record(made, now=now)
        return made.promise

    def _promise(self, terms: PromiseTerms, title: Text, now: Moment, option: str | None = None) -> facts.PromiseMade:
        try:
            due = ledger.due(terms, self.setting.organisation.calendar, now.at)
        except (ValueError, OverflowError) as error:
            raise RuleError(Rule.BAD_TERMS, reason=str(error)) from None
        return facts.PromiseMade(
            matter=self.state.matter,
            promise=self.setting.new_id(),
            title={language.value: text for language, text in title.items()},
            owner=f"staff:{self.setting.by}" if terms.owner == "agent" else terms.owner,
            due=due,
            channel=terms.channel,
            option=option,
            days=terms.days,
            hours=terms.hours,
            minutes=terms.minutes,
            working=terms.working,
        )

    def _applying(self, option_id: str) -> Option:
        option = next((one for one in self.options() if one.id == option_id), None)
        if option is None:
            raise RuleError(Rule.UNKNOWN_OPTION, option=option_id)
        if self.state.stage is not Stage.SOLVE:
            raise RuleError(Rule.NOT_AT_SOLVE, option=option_id)
        return option

    def _open_option(self, option_id: str, *, refusal: bool) -> Option:
        self._with_customer()
        option = self._applying(option_id)
        if option.refusal is not refusal:
            raise RuleError(Rule.IS_A_REFUSAL if option.refusal else Rule.NOT_A_REFUSAL, option=option_id)
        self._not_ended()
        if option.identity:
            self._identified()
        return option

    def _not_ended(self) -> None:
        if self.state.current.outcome is not None:
            raise RuleError(Rule.MATTER_ENDED, matter=self.state.matter)

    def _still_open(self, matter: Matter, option: Option) -> None:
        offer = matter.offers.get(option.id)
        if offer is not None and offer.status is OptionStatus.ACCEPTED:
            raise RuleError(Rule.ALREADY_ACCEPTED, option=option.id)

    def _offered(self, option: Option) -> None:
        self._still_open(self.state.current, option)
        offer = self.state.current.offers.get(option.id)
        if offer is None or offer.status is not OptionStatus.OFFERED:
            raise RuleError(Rule.NOT_OFFERED, option=option.id)

    def _said_for(
        self, option: Option, wanted: Phrase | None, *, late: bool = False
    ) -> tuple[tuple[facts.Said, ...], dict[str, str]]:
        """The option's first phrase that may be said now, or the wanted one."""
        first_error: RuleError | None = None
        for phrase in (wanted,) if wanted else option.say:
            if phrase.option != option.id:
                raise RuleError(Rule.UNKNOWN_PHRASE, phrase=phrase.id)
            try:
                said, contents = self._spoken(phrase, late=late, refusing=option.refusal)
            except RuleError as error:
                first_error = first_error or error
                continue
            return (said,), contents
        if first_error is not None:
            raise first_error
        return (), {}
