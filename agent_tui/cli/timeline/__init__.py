"""One interaction from its first event to its last, as a page or as data."""

from agent_tui.cli.timeline.timeline import Timeline

__all__ = ["Timeline"]
