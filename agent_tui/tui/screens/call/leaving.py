"""Leaving the straight walk: urgent, emergency, hold, dropped lines, transfer, silence, other matters."""

from __future__ import annotations

from agent_tui.core.language import in_language
from agent_tui.core.script import Script
from agent_tui.core.vocabulary import Channel, Comeback, Emergency, Outcome
from agent_tui.locale import N_, _, current
from agent_tui.locale.labels import label
from agent_tui.tui.screens.call.solving import Solving

MORE = (
    ("drop", N_("The line dropped")),
    ("silent", N_("The caller is silent")),
    ("transfer", N_("Transfer the call")),
    ("redirect", N_("Send the customer elsewhere")),
    ("add_matter", N_("Another matter")),
    ("switch_matter", N_("Turn to another matter of this contact")),
    ("heard_first", N_("The customer knew of something before we were told")),
    ("abuse", N_("The customer insulted or threatened me")),
    ("withdraw", N_("The customer withdraws the matter")),
    ("emergency", N_("Emergency")),
)


class Leaving(Solving):
    """The acts that leave the straight walk."""

    def action_more(self) -> None:
        """Show what happens less often."""

        async def chosen(action: str | None) -> None:
            if action is not None:
                await self.run_action(action)

        from agent_tui.tui.screens.choose import Choose

        single = len(self.interaction.state.matters) < 2
        lines = [(name, _(words)) for name, words in MORE if not (single and name == "switch_matter")]
        self.app.push_screen(Choose(_("What happened?"), lines), chosen)

    def action_hold(self) -> None:
        """Put the customer on hold, or come back."""
        phrases = self.interaction.setting.organisation.hold
        if self.interaction.state.held_since is not None:
            self.act(lambda: self.interaction.unhold(self.usable(phrases[1:])))
        else:
            self.act(lambda: self.interaction.hold(self.usable(phrases[:1])))

    def action_urgent(self) -> None:
        """Go straight to Solve."""
        self.act(self.interaction.urgent)

    def action_emergency(self) -> None:
        """Raise an emergency."""
        self.choose(
            _("Emergency: what is the danger?"),
            [(danger, label(danger)) for danger in Emergency],
            self.interaction.emergency,
            _("Stay on the line. The supervisor is alerted; nothing else is asked of you."),
        )

    def action_drop(self) -> None:
        """Note that the line dropped, or that it is back."""
        if not self.interaction.state.dropped:
            if self.act(self.interaction.drop):
                self.tell(f"Esc: {_('back to Home')}", good=True)
            return
        self.choose(
            _("The line is back"),
            [(Comeback.WE_RANG, _("we rang back")), (Comeback.THEY_RANG, _("they rang again"))],
            self.interaction.come_back,
        )

    def action_silent(self) -> None:
        """Say the next prompt to a silent caller, or close after the last."""
        prompts = self.interaction.setting.organisation.silence
        said = {one.phrase for one in self.interaction.state.said}
        waiting = [phrase for phrase in prompts[:2] if phrase.id not in said]
        if waiting:
            self.say(waiting[0])
        else:
            self.act(self.interaction.close_silent)

    def action_transfer(self) -> None:
        """Hand the call over, or note that it was taken."""
        state = self.interaction.state
        if state.transferred_to is not None and state.transfer_accepted is None:
            receiver = state.transferred_to
            self.choose(
                _("Was the call taken?"),
                [(receiver, _("Yes, with everything known so far"))],
                self.interaction.accept_transfer,
            )
            return
        self.choose(_("Hand the call to whom?"), self._receivers(), self.interaction.transfer)

    def action_redirect(self) -> None:
        """Note that the customer was merely told to turn elsewhere."""
        self.choose(
            _("Where was the customer sent?"),
            self._receivers(),
            self.interaction.redirect,
            _("This is counted. A transfer or a promise serves the customer better."),
        )

    def _receivers(self) -> list[tuple[str, str]]:
        organisation = self.interaction.setting.organisation
        colleagues = [one for one in self.desk.staff.active() if one.id != self.desk.me.id]
        found = [(f"staff:{one.id}", one.name or one.id) for one in colleagues]
        return found + [(f"department:{one.id}", in_language(one.title, current())) for one in organisation.departments]

    def action_add_matter(self) -> None:
        """Begin another matter of the same contact."""
        self.choose(_("Which matter?"), self._scripts(), self.interaction.add_matter)

    def _scripts(self) -> list[tuple[Script, str]]:
        channel: Channel = self.interaction.state.channel
        scripts = self.desk.library.find_service("", current())
        return [(one, in_language(one.title, current())) for one in scripts if channel in one.channels]

    def action_switch_matter(self) -> None:
        """Turn to another matter of this contact."""
        matters = self.interaction.state.matters.values()
        titles = [(one.id, in_language(self.interaction.script_of(one.id).title, current())) for one in matters]
        self.choose(_("Which matter?"), titles, self.interaction.switch_matter)

    def action_heard_first(self) -> None:
        """Note what the customer knew before we were told."""
        self.ask(_("What did the customer know before us?"), self.interaction.heard_first)

    def action_abuse(self) -> None:
        """Note an insult or a threat."""
        self.ask(_("What was said? (their words)"), self.interaction.flag_abuse)

    def action_withdraw(self) -> None:
        """Note that the customer wants nothing more of the matter."""
        self.act(lambda: self.interaction.close_matter(Outcome.WITHDRAWN))
