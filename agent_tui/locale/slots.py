"""What fills a phrase's placeholders, put as the customer will hear it in the language of the contact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from agent_tui.core import promise as ledger
from agent_tui.core.figures import plain
from agent_tui.core.language import Gender, Language, Text, in_language
from agent_tui.core.money import Money
from agent_tui.core.organisation import Digits, Organisation
from agent_tui.core.script import Field, FieldType, Option, PromiseTerms, Script
from agent_tui.core.state import Pledge, State
from agent_tui.core.vocabulary import Channel
from agent_tui.locale.catalogue import N_, in_words
from agent_tui.locale.dates import clock_time, gregorian_words, in_digits, spoken_date
from agent_tui.locale.labels import label

_TITLES = {
    (Language.ARABIC, Gender.MALE): "أستاذ {name}",
    (Language.ARABIC, Gender.FEMALE): "أستاذة {name}",
    (Language.ENGLISH, Gender.MALE): "Mr {name}",
    (Language.ENGLISH, Gender.FEMALE): "Ms {name}",
}
_YES, _NO = N_("yes"), N_("no")


@dataclass(frozen=True)
class SpokenSlots:
    """Fills placeholders for one agent at work; `person_name` answers a staff id with a name."""

    organisation: Organisation
    agent_name: str
    person_name: Callable[[str], str]

    def __call__(
        self, state: State, script: Script, language: Language, option: Option | None, at: int
    ) -> Mapping[str, str]:
        """Placeholder -> words, for everything that is known now."""
        digits = self.organisation.digits.get(language, Digits.LATIN)
        today = self.organisation.calendar.local(at).date()
        slots = {
            "organisation": in_language(self.organisation.name, language),
            "customer_word": in_language(self.organisation.customer_word, language),
            "agent": self.agent_name,
            "today": spoken_date(today, language, digits),
        }
        if state.caller.name is not None and state.caller.name.value is not None:
            slots["customer"] = addressed(state.caller.name.value, state.caller.gender, language)
        for field_id, value in state.current.plain_values().items():
            field = script.field(field_id)
            if field is not None:
                slots[field_id] = spoken_value(field, value, language, digits)
        slots.update(self._promised(state, language, option, at, digits))
        return slots

    def _promised(
        self, state: State, language: Language, option: Option | None, at: int, digits: Digits
    ) -> dict[str, str]:
        if option is not None and option.promise is not None:
            terms, due = option.promise, ledger.due(option.promise, self.organisation.calendar, at)
            owner = f"staff:{state.agent}" if terms.owner == "agent" else terms.owner
            return self._terms(terms, due, owner, language, digits)
        made = state.current.promises
        if not made:
            return {}
        pledge = state.promises[made[-1]]
        return self._terms(pledge, pledge.due, pledge.owner, language, digits)

    def _terms(
        self, terms: PromiseTerms | Pledge, due: int, owner: str, language: Language, digits: Digits
    ) -> dict[str, str]:
        return {
            "promise_within": within(terms, language, digits),
            "promise_due": self._due_words(terms, due, language, digits),
            "promise_owner": self.owner_name(owner, language),
            "promise_channel": channel_words(terms.channel, language),
        }

    def _due_words(self, terms: PromiseTerms | Pledge, due: int, language: Language, digits: Digits) -> str:
        local = self.organisation.calendar.local(due)
        day = spoken_date(local.date(), language, digits)
        if terms.days is not None:
            return day
        joint = "الساعة" if language is Language.ARABIC else "at"
        return f"{day} {joint} {clock_time(local, digits)}"

    def owner_name(self, owner: str, language: Language) -> str:
        """Who keeps a promise, by name."""
        sort, _, owner_id = owner.partition(":")
        department = self.organisation.department(owner_id) if sort == "department" else None
        if department is not None:
            return in_language(department.title, language)
        return self.person_name(owner_id)


def addressed(name: str, gender: Gender, language: Language) -> str:
    """A customer's name with the courtesy title that goes with it."""
    return _TITLES.get((language, gender), "{name}").format(name=name)


def within(terms: PromiseTerms | Pledge, language: Language, digits: Digits) -> str:
    """How soon, with its preposition: "within 2 working days", «خلال يومَي عمل»."""
    from agent_tui.arabic.numbers import counted

    if terms.days is not None:
        length, noun = terms.days, "working day" if terms.working else "day"
    elif terms.hours is not None:
        length, noun = terms.hours, "working hour" if terms.working else "hour"
    else:
        length, noun = terms.minutes or 0, "minute"
    if language is Language.ARABIC:
        return in_digits(f"خلال {counted(length, noun, 'genitive')}", digits)
    return f"within {length} {noun}{'' if length == 1 else 's'}"


def channel_words(channel: Channel, language: Language) -> str:
    """The channel as it is named to a customer."""
    return label(channel, language)


def spoken_value(field: Field, value: str, language: Language, digits: Digits) -> str:
    """A kept value as it is said: a choice by its name, a date in words, figures in the organisation's digits."""
    choice = field.choice(value)
    if choice is not None:
        return in_language(choice.label, language)
    match field.type:
        case FieldType.BOOL:
            return in_words(_YES if value == "true" else _NO, language)
        case FieldType.DATE:
            return in_digits(gregorian_words(date.fromisoformat(value), language), digits)
        case FieldType.MONEY:
            return in_digits(money_words(value, field.currency or "", language), digits)
        case FieldType.NUMBER:
            return in_digits(value, digits)
    return value


def money_words(amount: str, code: str, language: Language) -> str:
    """A sum as it is said, in figures with the counted name of its currency (ISO 4217 code where that has none)."""
    from agent_tui.arabic.numbers import NOUNS, counted

    noun = _CURRENCIES.get(code)
    if noun is None:
        return f"{amount} {code}"
    if amount.isdecimal():
        return counted(int(amount), noun, "genitive", language=language.value)
    return f"{amount} {NOUNS[noun].singular if language is Language.ARABIC else NOUNS[noun].english_plural}"


def sum_words(money: Money, language: Language) -> str:
    """A sum as it is said."""
    return money_words(plain(money.amount), money.currency, language)


def promise_titles(customer_word: Text) -> dict[Language, str]:
    """What an agent promises who will come back with an answer, in every language."""
    return {
        language: in_words(N_("Get back to the {customer_word} with an answer"), language).format(
            customer_word=in_language(customer_word, language)
        )
        for language in Language
    }


_CURRENCIES = {
    "SAR": "riyal",
    "QAR": "riyal",
    "OMR": "riyal",
    "AED": "dirham",
    "MAD": "dirham",
    "KWD": "dinar",
    "BHD": "dinar",
    "JOD": "dinar",
    "TND": "dinar",
    "EGP": "pound",
}
