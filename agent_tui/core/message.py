"""The message a written contact is answered with: what was said, Listen to Thank, stacked."""

from __future__ import annotations

from collections.abc import Callable

from agent_tui.core.events.fact import Personal
from agent_tui.core.state import SaidPhrase, State
from agent_tui.core.vocabulary import Channel, Home

ORDER = (Home.GREETING, Home.LISTEN, Home.READ_BACK, Home.APOLOGISE, Home.SOLVE, Home.THANK)


def compose(state: State, exact_words: Callable[[SaidPhrase], str]) -> str:
    """The phrases said, in the order of the walk; on social media those with personal data are left out."""
    public = state.channel is Channel.SOCIAL
    lines = []
    for home in ORDER:
        for said in state.said:
            if said.home is home and not said.late and not (public and _personal(said)):
                lines.append(exact_words(said))
    return "\n\n".join(dict.fromkeys(lines))


def left_out(state: State) -> int:
    """How many phrases a public message leaves out because they hold personal data."""
    if state.channel is not Channel.SOCIAL:
        return 0
    return sum(1 for said in state.said if said.home in ORDER and _personal(said))


def _personal(said: SaidPhrase) -> bool:
    return any(isinstance(slot, Personal) for slot in said.slots.values())
