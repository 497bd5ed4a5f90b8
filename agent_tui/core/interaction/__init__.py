"""An interaction as the agent drives it: every act checks its rule, is put on disk, and only then is believed."""

from agent_tui.core.interaction.recorder import Setting, Slots
from agent_tui.core.interaction.walk import Interaction

__all__ = ["Interaction", "Setting", "Slots"]
