"""What there is to look at: every phrase with the places it is said in, every other text, every script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from agent_tui.core.language import Language
from agent_tui.core.organisation import Digits
from agent_tui.core.vocabulary import Home
from agent_tui.library.checks.house import HOUSE
from agent_tui.library.checks.texts import leaves, texts
from agent_tui.library.linting.line import Line
from agent_tui.library.linting.said import Place, Said
from agent_tui.library.loading import Reading
from agent_tui.library.source import Source, Spot

STAGES = (
    ("listen", "say", Home.LISTEN),
    ("listen", "read_back", Home.READ_BACK),
    ("apologise", "say", Home.APOLOGISE),
    ("solve", "say", Home.SOLVE),
    ("thank", "say", Home.THANK),
)


class Material:
    """A scripts folder, sorted for the rules; `today` decides what is overdue."""

    def __init__(self, reading: Reading, today: date) -> None:
        self.reading, self.today = reading, today
        self.uses: dict[str, list[Place]] = defaultdict(list)
        written = [*self._house(), *(said for source in reading.scripts for said in self._script(source.root))]
        shared = [said for bank in reading.banks for said in self._bank(bank)]
        self.said: tuple[Said, ...] = (*shared, *written)

    @property
    def house(self) -> Spot:
        """What library.yaml says."""
        return self.reading.house.root

    @property
    def scripts(self) -> tuple[Spot, ...]:
        """The scripts, as far as they can be read."""
        return tuple(source.root for source in self.reading.scripts if source.node is not None)

    @property
    def whole(self) -> bool:
        """Whether every file could be read, so that what no file names is named nowhere."""
        files = (self.reading.house, *self.reading.banks, *self.reading.scripts)
        return all(source.node is not None for source in files)

    @cached_property
    def by_id(self) -> dict[str, Said]:
        """The phrases by their ids in the library."""
        return {said.id: said for said in self.said}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every string of every text; other names people use are theirs to spell."""
        sources: tuple[Source, ...] = (self.reading.house, *self.reading.banks, *self.reading.scripts)
        spoken = {
            line.spot.source.path.as_posix() + repr(line.spot.steps): line for one in self.said for line in one.lines
        }
        found = []
        for source in sources:
            for text in texts(source.root):
                for leaf in leaves(text):
                    key = source.path.as_posix() + repr(leaf.steps)
                    found.append(spoken.get(key) or Line(leaf))
        return tuple(found)

    def digits(self, language: Language) -> Digits | None:
        """The digits the organisation says it writes."""
        chosen = self.house["digits"][language.value].text
        return Digits(chosen) if chosen in list(Digits) else None

    def _house(self) -> Iterator[Said]:
        for home in (Home.EMERGENCY, Home.SILENCE, Home.HOLD):
            yield from self._items(self.house[home.value], HOUSE, Place(home))

    def _script(self, script: Spot) -> Iterator[Said]:
        owner = script["id"].text
        for stage, key, home in STAGES:
            yield from self._items(script[stage][key], owner, Place(home, script))
        for option in script["solve"]["options"].each():
            yield from self._items(option["say"], owner, Place(Home.SOLVE, script, option))

    def _items(self, items: Spot, owner: str, place: Place) -> Iterator[Said]:
        for item in items.each():
            if item["use"].text:
                self.uses[item["use"].text].append(place)
            else:
                yield Said(f"{owner}.{item['id'].text}", item, (place,))

    def _bank(self, bank: Source) -> Iterator[Said]:
        for phrase in bank.root["phrases"].each():
            name = f"{bank.path.stem}.{phrase['id'].text}"
            places, purpose = self.uses.get(name, []), phrase["purpose"].text
            if purpose in list(Home):
                places = [Place(Home(purpose), place.script, place.option) for place in places] or [
                    Place(Home(purpose))
                ]
            yield Said(name, phrase, tuple(places))
