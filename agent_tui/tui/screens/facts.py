"""The facts of a service, one key away; a digit notes which one was told."""

from __future__ import annotations

from collections.abc import Sequence

from agent_tui.core.language import in_language
from agent_tui.core.script import FactCard
from agent_tui.locale import _, current
from agent_tui.tui.screens.choose import Choose


class FactsDialog(Choose[int]):
    """The fact cards; picking one says that the customer was told."""

    def __init__(self, cards: Sequence[FactCard]) -> None:
        texts = [(number, in_language(card.text, current())) for number, card in enumerate(cards)]
        hint = _("Pick the one you tell the customer.") if cards else _("There are no facts for this service.")
        super().__init__(_("Facts"), texts, hint)
