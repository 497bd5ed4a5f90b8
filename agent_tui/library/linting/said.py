"""A phrase as its file has it, with every place it is said in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from agent_tui.core.vocabulary import Channel, Fault, Home, Part
from agent_tui.core.wording import PROMISE_PLACEHOLDERS, placeholders
from agent_tui.library.checks.texts import leaves
from agent_tui.library.linting.line import Line
from agent_tui.library.linting.remark import Remark, about
from agent_tui.library.source import Spot


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase is said: at home in a stage, in a script or in library.yaml, perhaps under an option."""

    home: Home
    script: Spot | None = None
    option: Spot | None = None

    @property
    def refuses(self) -> bool:
        """Whether it belongs to a refusal."""
        return self.option is not None and self.option["refusal"].is_set

    @property
    def promises(self) -> bool:
        """Whether accepting its option makes a promise."""
        return self.option is not None and isinstance(self.option["promise"].value, dict)

    @property
    def spoken(self) -> bool:
        """Whether it may be said on the telephone."""
        channels = [one.text for one in self.script["channels"].each()] if self.script else []
        return not channels or Channel.PHONE in channels


@dataclass(frozen=True)
class Said:
    """A phrase written in a file; a shared one has the places of all scripts that use it, perhaps none."""

    id: str
    spot: Spot
    places: tuple[Place, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its texts: Arabic before English, the neutral form before the others."""
        return tuple(Line(leaf) for leaf in leaves(self.spot["text"]))

    @cached_property
    def homes(self) -> frozenset[Home]:
        """The stages it is at home in."""
        return frozenset(place.home for place in self.places)

    @property
    def apologises(self) -> bool:
        """Whether it is said as the apology."""
        return Home.APOLOGISE in self.homes

    @property
    def refuses(self) -> bool:
        """Whether it belongs to refusals only."""
        return bool(self.places) and all(place.refuses for place in self.places)

    @cached_property
    def parts(self) -> frozenset[str]:
        """What it says an apology is made of."""
        return frozenset(part.text for part in self.spot["parts"].each()) & frozenset(Part)

    @property
    def only_ours(self) -> bool:
        """Whether it is said only where the fault is ours."""
        return [fault.text for fault in self.spot["fault"].each()] == [Fault.OURS]

    @cached_property
    def promises(self) -> bool:
        """Whether what it binds us to is written into the ledger."""
        named = any(name in PROMISE_PLACEHOLDERS for line in self.lines for name in placeholders(line.text))
        return self.spot["promises"].is_set or named or any(place.promises for place in self.places)

    def remark(self, code: str, key: str = "", **params: object) -> Remark:
        """A remark about the phrase, or about one of its keys."""
        return about(self.spot[key] if key and self.spot[key] else self.spot, code, params=params)
