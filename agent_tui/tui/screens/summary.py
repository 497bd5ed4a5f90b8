"""After the contact: its summary for the organisation's own CRM."""

from __future__ import annotations

from agent_tui.core.state import State
from agent_tui.desk import Desk
from agent_tui.desk.summary import summary
from agent_tui.locale import _, current
from agent_tui.tui.screens.page import Page


class SummaryScreen(Page):
    """The summary of a contact that was closed."""

    def __init__(self, desk: Desk, state: State) -> None:
        text = summary(desk, state, current())
        hint = _("For the CRM: c copies it, s saves it, Enter takes you to the next contact.")
        super().__init__(_("Summary"), text, hint, desk.journal.path.parent, f"contact-{state.id}")
