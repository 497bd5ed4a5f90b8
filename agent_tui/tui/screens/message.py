"""The message a written contact is answered with."""

from __future__ import annotations

from agent_tui.core.message import compose, left_out
from agent_tui.core.state import State
from agent_tui.desk import Desk
from agent_tui.locale import _, ngettext
from agent_tui.tui.screens.page import Page


class MessageScreen(Page):
    """The phrases said so far, as one message to send."""

    def __init__(self, desk: Desk, state: State) -> None:
        held_back = left_out(state)
        hint = _("Made of the phrases you picked, in the order of the walk.")
        if held_back:
            hint = ngettext(
                "{n} phrase with personal data is left out of this public message: send it privately.",
                "{n} phrases with personal data are left out of this public message: send them privately.",
                held_back,
            ).format(n=held_back)
        text = compose(state, desk.exact_words)
        super().__init__(_("Message to the customer"), text, hint, desk.journal.path.parent, f"message-{state.id}")
