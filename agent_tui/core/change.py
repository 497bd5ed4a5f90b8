"""What one fact does to an interaction's state; the modules that know how register here."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from typing import Any

from agent_tui.core.events.fact import Event, Fact
from agent_tui.core.state import State


class BrokenStreamError(Exception):
    """Events that cannot be an interaction's: out of order, or not begun by an opening."""


@singledispatch
def change(fact: Fact, state: State, event: Event) -> State:
    """The state after a fact; BrokenStreamError for a fact that is none of an interaction."""
    raise BrokenStreamError(f"{event.kind} is no fact of an interaction")


def with_matter(state: State, matter: str, **changes: Any) -> State:
    """The state with one of its matters changed."""
    return replace(state, matters={**state.matters, matter: replace(state.matters[matter], **changes)})


def with_transfer(state: State, *, transferred: bool) -> State:
    """The state with every matter that has no outcome yet in the receiver's hands, or back in ours."""
    return replace(
        state,
        matters={
            name: matter if matter.outcome is not None else replace(matter, transferred=transferred)
            for name, matter in state.matters.items()
        },
    )
