"""Solving on the Call screen: the ladder of options, escalation, policies, promises, outcomes."""

from __future__ import annotations

from agent_tui.core.authority import decider, may_decide, most_of
from agent_tui.core.language import in_language
from agent_tui.core.rules import founded, likely_outcome, refusal_open
from agent_tui.core.script import Option, PromiseTerms
from agent_tui.core.vocabulary import Answer, OptionStatus, Outcome
from agent_tui.locale import _, current
from agent_tui.locale.labels import label
from agent_tui.locale.slots import promise_titles, sum_words, within
from agent_tui.tui.screens.call.talking import Talking
from agent_tui.tui.widgets.say_panel import SayPanel

HOURS, DAYS = (2,), (1, 2, 5)


class Solving(Talking):
    """The acts of solving."""

    outcomes: dict[str, Outcome]
    """Outcomes chosen by hand instead of the likely ones, by matter."""

    def pick_option(self, option: Option) -> None:
        """Offer an option; pick it again and the customer has accepted it."""
        offer = self.interaction.state.current.offers.get(option.id)
        if option.refusal:
            self._pick_refusal(option)
        elif offer is not None and offer.status is OptionStatus.OFFERED:
            self.act(lambda: self.interaction.accept(option.id))
        elif not self._mine(option):
            self.escalate(option)
        elif option.limit is not None:
            most = most_of(option, self.interaction.setting.organisation, self.interaction.state.grade)
            limit = sum_words(most or option.limit, current())
            self.ask(
                in_language(option.title, current()),
                lambda amount: self.interaction.offer(option.id, amount),
                _("How much? Up to {limit}.").format(limit=limit),
                placeholder=option.limit.currency,
            )
        else:
            self.act(lambda: self.interaction.offer(option.id))

    def _mine(self, option: Option) -> bool:
        state = self.interaction.state
        granted = state.current.escalations.get(option.id) is Answer.GRANTED
        return granted or may_decide(option, self.interaction.setting.organisation, state.grade)

    def _pick_refusal(self, option: Option) -> None:
        if not refusal_open(self.interaction.state.current) and option.may_cite:
            self._cite(option)
        else:
            self.act(lambda: self.interaction.refuse(option.id))

    def action_decline(self) -> None:
        """Note that the customer does not want what was offered last."""
        option = self.query_one(SayPanel).offered()
        if option is None:
            self.tell(_("Nothing is on offer."))
        else:
            self.act(lambda: self.interaction.decline(option.id))

    def action_cite(self) -> None:
        """Cite a rule, which opens the refusal that rests on it."""
        refusals = [option for option in self.interaction.options() if option.refusal and option.may_cite]
        if refusals:
            self._cite(refusals[0])
        else:
            self.tell(_("No rule can be cited here."))

    def _cite(self, option: Option) -> None:
        organisation = self.interaction.setting.organisation
        policies = [policy for policy in map(organisation.policy, option.may_cite) if policy is not None]
        choices = [
            (policy.id, f"{in_language(policy.title, current())}: {in_language(policy.text, current())}")
            for policy in policies
        ]
        self.choose(
            _("Which rule was cited to the customer?"),
            choices,
            lambda policy: self.interaction.cite(policy, option.id),
            _("Citing a rule is recorded. It is no answer to an angry customer unless it really decides the matter."),
        )

    def action_escalate(self) -> None:
        """Ask somebody with more authority, or note their answer."""
        beyond = [option for option in self.interaction.options() if not option.refusal and not self._mine(option)]
        self.escalate(beyond[0] if beyond else None)

    def escalate(self, option: Option | None) -> None:
        """Ask about an option or the whole matter; ask for the answer where that was done."""
        key = option.id if option is not None else ""
        asked = self.interaction.state.current.escalations
        if key in asked and asked[key] is None:
            self._answer(option)
            return
        organisation = self.interaction.setting.organisation
        grade = decider(option, organisation) if option is not None else None
        receivers = [(f"grade:{one.id}", in_language(one.title, current())) for one in organisation.grades[1:]]
        receivers += [(f"department:{one.id}", in_language(one.title, current())) for one in organisation.departments]
        if grade is not None:
            receivers.sort(key=lambda receiver: receiver[0] != f"grade:{grade.id}")
        title = in_language(option.title, current()) if option is not None else _("The whole matter")
        option_id = option.id if option is not None else None
        self.choose(
            _("Whom do you ask?"), receivers, lambda receiver: self.interaction.escalate(receiver, option_id), title
        )

    def _answer(self, option: Option | None) -> None:
        answers = [Answer.GRANTED, Answer.DENIED, Answer.TAKEN] if option else [Answer.TAKEN, Answer.DENIED]
        option_id = option.id if option is not None else None

        def answered(answer: Answer) -> None:
            self.interaction.answer_escalation(answer, self.desk.me.id, option_id)

        self.choose(_("What did they answer?"), [(answer, label(answer)) for answer in answers], answered)

    def action_promise(self) -> None:
        """Promise the customer to ring back with an answer, and enter it in the ledger."""
        channel = self.interaction.state.channel
        terms = [PromiseTerms("agent", channel, hours=hours) for hours in HOURS]
        terms += [PromiseTerms("agent", channel, days=days) for days in DAYS]
        organisation = self.interaction.setting.organisation
        digits = organisation.digits[current()]
        self.choose(
            _("Promise an answer"),
            [(one, within(one, current(), digits)) for one in terms],
            lambda one: self.interaction.promise(promise_titles(organisation.customer_word), one),
            _("It stands in your ledger until you record it as kept, broken or released."),
        )

    def action_outcome(self) -> None:
        """Choose another outcome than the likely one."""
        state = self.interaction.state
        matter = next((one for one in state.matters.values() if one.outcome is None), None)
        if matter is None:
            return
        open_ones = [(outcome, label(outcome)) for outcome in Outcome if founded(state, matter, outcome)]
        self.choose(_("How did it end?"), open_ones, lambda outcome: self.outcomes.__setitem__(matter.id, outcome))

    def outcome_of(self, matter: str) -> Outcome:
        """The outcome that will be recorded."""
        state = self.interaction.state
        return self.outcomes.get(matter) or likely_outcome(state, state.matters[matter])
