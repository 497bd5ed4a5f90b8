"""What to say now: the approved phrases that fit, and on Solve the ladder of options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var

from agent_tui.arabic.layout import Base
from agent_tui.core.authority import decider, may_decide, most_of
from agent_tui.core.interaction import Interaction
from agent_tui.core.language import in_language
from agent_tui.core.repertoire import repertoire
from agent_tui.core.rules import RuleError, refusal_open
from agent_tui.core.script import Cause, Option, Phrase
from agent_tui.core.state import Offer, State
from agent_tui.core.vocabulary import Answer, OptionStatus, Stage
from agent_tui.locale import _, current
from agent_tui.locale.slots import money_words, sum_words
from agent_tui.tui.direction import base_of, interface_base
from agent_tui.tui.text import Words, shown
from agent_tui.tui.widgets.numbered import Numbered

MARKS = {OptionStatus.OFFERED: "○", OptionStatus.ACCEPTED: "✓", OptionStatus.DECLINED: "✗"}
MARK_STYLES = {
    OptionStatus.OFFERED: "$text-primary",
    OptionStatus.ACCEPTED: "$text-success",
    OptionStatus.DECLINED: "dim",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What stands behind a digit: a phrase with its words, an option of the ladder, or a cause."""

    phrase: Phrase | None = None
    words: str = ""
    option: Option | None = None
    cause: Cause | None = None


class Row(NamedTuple):
    """How a line is drawn."""

    words: Content
    base: Base
    classes: str = ""


class SayPanel(VerticalScroll, can_focus=False):
    """Numbered lines; `line(n)` tells what stands behind a digit."""

    state: var[State | None] = var(None)
    cause: var[str | None] = var(None)
    """The cause chosen while wrapping up."""

    def __init__(self, interaction: Interaction, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self._interaction = interaction
        self._stage: Stage | None = None

    def line(self, number: int) -> Line | None:
        """What stands behind a digit now, counted from 1, even where it is not painted yet."""
        lines = self._lines(self._interaction.state)
        return lines[number - 1] if 0 < number <= len(lines) else None

    def _lines(self, state: State) -> tuple[Line, ...]:
        if state.stage is Stage.WRAP_UP:
            return self._causes(state)
        return (*self._ladder(state), *self._phrases(state))

    def offered(self) -> Option | None:
        """The option the customer was offered last and has not answered."""
        state = self._interaction.state
        waiting = state.current.with_status(OptionStatus.OFFERED) if state.matters else ()
        return self._interaction.script.option(waiting[-1]) if waiting else None

    async def watch_state(self, state: State | None) -> None:
        """Draw the new state."""
        if state is None or not self.is_attached:
            return
        if self.border_title != (title := shown(self._title(state))):
            self.border_title = title
        rows = [self._row(line, state) for line in self._lines(state)]
        standing = [child for child in self.children if isinstance(child, Numbered)]
        for line, row in zip(standing, rows, strict=False):
            line.show(row.words, row.base, classes=row.classes)
        if len(rows) != len(standing) or not rows:
            await self._fit(rows, standing, state)
        if state.stage is not self._stage:
            self._stage = state.stage
            self.scroll_home(animate=False)

    async def _fit(self, rows: list[Row], standing: list[Numbered], state: State) -> None:
        async with self.batch():
            await self.remove_children(standing[len(rows) :] if rows and standing else "*")
            if not rows:
                await self.mount(Words(_nothing_to_say(state), base=interface_base(), classes="empty"))
            await self.mount_all(
                Numbered(number, row.words, row.base, classes=row.classes)
                for number, row in enumerate(rows[len(standing) :], start=len(standing) + 1)
            )

    async def watch_cause(self) -> None:
        """Mark the cause that was chosen."""
        await self.watch_state(self.state)

    def _title(self, state: State) -> str:
        if state.stage is Stage.WRAP_UP:
            return _("CAUSE")
        names = {"ar": "عربي", "en": "English"}
        return f"{_('SAY')}  {names[state.language.value]} ⇄ {names[state.language.other.value]}"

    def _causes(self, state: State) -> tuple[Line, ...]:
        open_matter = next((one for one in state.matters.values() if one.outcome is None), None)
        if open_matter is None:
            return ()
        script = self._interaction.script_of(open_matter.id)
        return tuple(Line(cause=one, words=in_language(one.label, current())) for one in script.causes)

    def _phrases(self, state: State) -> tuple[Line, ...]:
        interaction, lines = self._interaction, []
        for phrase in repertoire(state, interaction.script, interaction.setting.organisation):
            try:
                lines.append(Line(phrase, interaction.wording(phrase)))
            except RuleError:
                continue
        return tuple(lines)

    def _ladder(self, state: State) -> tuple[Line, ...]:
        solving = state.stage is Stage.SOLVE and state.held_since is None and state.emergency is None
        if not solving or state.current.outcome is not None:
            return ()
        return tuple(Line(option=option, words=self._option_words(option)) for option in self._interaction.options())

    def _option_words(self, option: Option) -> str:
        for phrase in option.say:
            try:
                return self._interaction.wording(phrase)
            except RuleError:
                continue
        return ""

    def _row(self, line: Line, state: State) -> Row:
        if line.cause is not None:
            picked = line.cause.id == self.cause
            words = Content(f"{'● ' if picked else '○ '}{line.words}").stylize("bold" if picked else "")
            return Row(words, interface_base())
        if line.option is None:
            said = any(line.phrase is not None and one.phrase == line.phrase.id for one in state.said)
            words = Content(f"{'✓ ' if said else ''}{line.words}").stylize("dim" if said else "")
            if line.phrase is not None and state.language not in line.phrase.approved:
                warning = Content(_("not approved") + " ").stylize("bold $text-warning")
                words = Content("").join([warning, words])
            return Row(words, base_of(state.language))
        head = self._option_head(line.option, state)
        if not line.words or line.option.id in state.current.offers:
            return Row(head, interface_base(), "option")
        words = Content(f"“{line.words}”").stylize("dim")
        return Row(Content("\n").join([head, words]), "auto", "option")

    def _option_head(self, option: Option, state: State) -> Content:
        offer = state.current.offers.get(option.id)
        title = in_language(option.title, current())
        if offer is not None:
            name = Content(f"{MARKS[offer.status]} {title}").stylize(MARK_STYLES[offer.status])
            return Content(" — ").join([name.stylize("bold"), Content(_offer_words(offer))])
        if option.refusal:
            return self._refusal_head(option, title, state)
        organisation = self._interaction.setting.organisation
        granted = state.current.escalations.get(option.id)
        if granted is Answer.GRANTED or may_decide(option, organisation, state.grade):
            limit = (
                _("up to {sum}").format(sum=self._limit(option, state)) if option.limit else _("you may decide this")
            )
            return Content(" — ").join([Content(f"● {title}").stylize("bold"), Content(limit).stylize("$text-success")])
        words = _("asked: waiting for the answer")
        if option.id not in state.current.escalations:
            whom = decider(option, organisation)
            words = _("beyond everybody's authority")
            if whom is not None:
                words = _("needs: {who} (e)").format(who=in_language(whom.title, current()))
        return Content(" — ").join([Content(f"▲ {title}").stylize("bold"), Content(words).stylize("$text-warning")])

    def _refusal_head(self, option: Option, title: str, state: State) -> Content:
        if state.current.refused == option.id:
            return Content(f"✓ {title}").stylize("bold")
        if refusal_open(state.current):
            return Content(f"■ {title}").stylize("bold $text-error")
        locked = _("locked: offer two options first")
        if option.may_cite:
            locked = _("locked: offer two options first, or cite a rule (v)")
        return Content(" — ").join([Content(f"□ {title}").stylize("dim"), Content(locked).stylize("dim")])

    def _limit(self, option: Option, state: State) -> str:
        most = most_of(option, self._interaction.setting.organisation, state.grade)
        return sum_words(most, current()) if most else ""


def _offer_words(offer: Offer) -> str:
    if offer.amount is None:
        words = {
            OptionStatus.OFFERED: _("offered: same digit accepts, x declines"),
            OptionStatus.ACCEPTED: _("accepted"),
            OptionStatus.DECLINED: _("not wanted"),
        }
        return words[offer.status]
    words = {
        OptionStatus.OFFERED: _("{sum} offered: same digit accepts, x declines"),
        OptionStatus.ACCEPTED: _("{sum} accepted"),
        OptionStatus.DECLINED: _("{sum} not wanted"),
    }
    return words[offer.status].format(sum=money_words(offer.amount, offer.currency or "", current()))


def _nothing_to_say(state: State) -> str:
    if state.stage is Stage.WRAP_UP:
        return _("Enter closes the contact.")
    if state.held_since is not None:
        return _("The customer is on hold. Enter comes back.")
    return _("No approved phrase fits here. Go on in your own words and note them (n).")
