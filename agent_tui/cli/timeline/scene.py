"""The names of what an interaction's events speak of: options, fields, people, times, in the language spoken now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from agent_tui.core.events.fact import Slot
from agent_tui.core.language import Language, Text, in_language
from agent_tui.core.organisation import Digits
from agent_tui.core.script import Script
from agent_tui.core.state import SaidPhrase, State, plain
from agent_tui.desk import Desk
from agent_tui.locale import N_, _, current
from agent_tui.locale.dates import in_digits
from agent_tui.locale.labels import title_in
from agent_tui.locale.slots import money_words, spoken_value

LANGUAGES: dict[Language, str] = {Language.ARABIC: N_("Arabic"), Language.ENGLISH: N_("English")}


@dataclass(frozen=True)
class Scene:
    """One interaction as it stands now, with everything that names its parts."""

    desk: Desk
    state: State

    @cached_property
    def language(self) -> Language:
        """The language the page is written in."""
        return current()

    @cached_property
    def digits(self) -> Digits:
        """The digits the organisation chose for it."""
        return self.desk.library.organisation.digits.get(self.language, Digits.LATIN)

    @cached_property
    def _said(self) -> dict[str, SaidPhrase]:
        return {said.event: said for said in self.state.said}

    @cached_property
    def _scripts(self) -> dict[str, Script | None]:
        return {matter.id: self._kept(matter.script_hash) for matter in self.state.matters.values()}

    def _kept(self, script_hash: str) -> Script | None:
        try:
            return self.desk.find_script(script_hash)
        except (KeyError, TypeError, ValueError):
            # Another version may have kept scripts in another form; the events are told with their ids then.
            return None

    def script(self, matter: str) -> Script | None:
        """A matter's script as it was used, as far as it can be read."""
        return self._scripts.get(matter)

    def script_title(self, matter: str) -> str:
        """The title of a matter's script."""
        script = self.script(matter)
        return self.text(script.title) if script is not None else self.state.matters[matter].script

    def option(self, matter: str, option: str | None) -> str:
        """An option's title; the whole matter's where there is no option."""
        if option is None:
            return self.script_title(matter)
        script = self.script(matter)
        found = script.option(option) if script is not None else None
        return self.text(found.title) if found is not None else option

    def field(self, matter: str, field: str) -> str:
        """A field's label."""
        script = self.script(matter)
        found = script.field(field) if script is not None else None
        return self.text(found.label) if found is not None else field

    def value(self, matter: str, field: str, slot: Slot) -> str:
        """A field's value as people write it."""
        script, value = self.script(matter), plain(slot)
        found = script.field(field) if script is not None else None
        if found is None or value is None:
            return self.known(slot)
        try:
            return spoken_value(found, value, self.language, self.digits)
        except ValueError:
            return value

    def fact(self, matter: str, card: int) -> str:
        """The text of a fact card."""
        script = self.script(matter)
        if script is None or card >= len(script.facts):
            return str(card + 1)
        return self.text(script.facts[card].text)

    def cause(self, matter: str, cause: str) -> str:
        """What a matter came from."""
        script = self.script(matter)
        causes = script.causes if script is not None else ()
        return next((self.text(one.label) for one in causes if one.id == cause), cause)

    def policy(self, policy: str) -> str:
        """A policy's title."""
        found = self.desk.library.organisation.policy(policy)
        return self.text(found.title) if found is not None else policy

    def department(self, department: str) -> str:
        """A department's title."""
        found = self.desk.library.organisation.department(department)
        return self.text(found.title) if found is not None else department

    def person(self, person: str) -> str:
        """A member of staff, or whoever else answered."""
        return self.desk.name_of(person.removeprefix("staff:"))

    def owner(self, owner: str) -> str:
        """Who keeps a promise."""
        sort, _separator, name = owner.partition(":")
        return self.department(name) if sort == "department" else self.person(name or sort)

    def promise(self, promise: str) -> str:
        """What was promised."""
        pledge = self.state.promises.get(promise)
        return self.title(pledge.title) if pledge is not None else promise

    def title(self, title: Mapping[str, str]) -> str:
        """A title kept by language tag."""
        return title_in(title, self.language)

    def words(self, event: str) -> str:
        """The exact words of a sentence that was said; none where the journal does not hold them."""
        return self.desk.exact_words(self._said[event])

    def money(self, amount: str, currency: str | None) -> str:
        """A sum."""
        return in_digits(money_words(amount, currency or "", self.language).strip(), self.digits)

    def moment(self, at: int) -> str:
        """A day and a time where the organisation is."""
        return in_digits(f"{self.desk.library.organisation.calendar.local(at):%Y-%m-%d %H:%M}", self.digits)

    def clock(self, at: int) -> str:
        """A time of day, to the second."""
        return in_digits(f"{self.desk.library.organisation.calendar.local(at):%H:%M:%S}", self.digits)

    def known(self, slot: Slot | None) -> str:
        """A value as it is, or that it was erased."""
        value = plain(slot)
        return value if value is not None else _("[erased]")

    def text(self, text: Text) -> str:
        """A text in the language spoken now."""
        return in_language(text, self.language)

    def language_name(self, language: Language) -> str:
        """A language's name."""
        return _(LANGUAGES[language])
