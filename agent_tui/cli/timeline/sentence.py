"""An event as a sentence, for whoever reads the log; each kind has its own, and a kind without one is named."""

from __future__ import annotations

from functools import singledispatch

from agent_tui.cli.page import isolated
from agent_tui.cli.timeline.scene import Scene
from agent_tui.core.events.fact import Event, Fact, Personal


def sentence(event: Event, scene: Scene) -> str:
    """What happened."""
    return told(event.fact, event, scene)


@singledispatch
def told(fact: Fact, event: Event, scene: Scene) -> str:
    """What a fact tells."""
    return event.kind


def joined(*parts: str) -> str:
    """Parts of a sentence that stand side by side."""
    return " · ".join(isolated(part) for part in parts if part)


def with_reason(said: str, reason: Personal | None, scene: Scene) -> str:
    """A sentence with the words that explain it, where there are any."""
    return said if reason is None else f"{said}: {isolated(scene.known(reason))}"
