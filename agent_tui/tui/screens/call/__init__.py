"""The Call screen: one thing to do, one thing to say, always in the same two places."""

from agent_tui.tui.screens.call.screen import CallScreen

__all__ = ["CallScreen"]
