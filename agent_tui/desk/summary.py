"""The summary of a finished contact, to paste into the organisation's own CRM."""

from __future__ import annotations

from agent_tui.core.language import Language, in_language
from agent_tui.core.state import Matter, State, plain
from agent_tui.core.vocabulary import OptionStatus
from agent_tui.desk.desk import Desk
from agent_tui.locale import _
from agent_tui.locale.dates import clock_time, gregorian_words
from agent_tui.locale.labels import label, title_in
from agent_tui.locale.slots import spoken_value


def summary(desk: Desk, state: State, language: Language) -> str:
    """What was asked, offered and promised, in a few plain lines."""
    calendar = desk.library.organisation.calendar
    opened = calendar.local(state.opened_at)
    lines = [
        _("Contact {id}").format(id=state.id),
        f"{gregorian_words(opened.date(), language)} {clock_time(opened)}"
        f" · {label(state.channel)} · {desk.name_of(state.agent)}",
    ]
    if plain(state.caller.name):
        lines.append(
            _("Customer: {name} ({verified})").format(
                name=plain(state.caller.name), verified=label(state.caller.verified)
            )
        )
    lines.append(_("Mood: {peak} at the peak, {end} at the end").format(peak=label(state.peak), end=label(state.mood)))
    for matter in state.matters.values():
        lines += ["", *_matter(desk, state, matter, language)]
    notes = [note.text.value for note in state.notes if note.text.value]
    if notes:
        lines += ["", _("Notes:"), *[f"- {note}" for note in notes]]
    return "\n".join(lines)


def _matter(desk: Desk, state: State, matter: Matter, language: Language) -> list[str]:
    script = desk.find_script(matter.script_hash)
    if script is None:
        return [matter.script]
    organisation = desk.library.organisation
    outcome = label(matter.outcome) if matter.outcome else _("open")
    lines = [f"{in_language(script.title, language)}: {outcome}"]
    for field in script.fields:
        value = matter.plain_values().get(field.id)
        if value is not None:
            words = spoken_value(field, value, language, organisation.digits[language])
            lines.append(f"- {in_language(field.label, language)}: {words}")
    verdicts = {
        OptionStatus.ACCEPTED: _("accepted: {options}"),
        OptionStatus.DECLINED: _("declined: {options}"),
        OptionStatus.OFFERED: _("offered, not answered: {options}"),
    }
    for status, sentence in verdicts.items():
        options = [script.option(option_id) for option_id in matter.with_status(status)]
        titles = [in_language(option.title, language) for option in options if option is not None]
        if titles:
            lines.append("- " + sentence.format(options=_(", ").join(titles)))
    for promise_id in matter.promises:
        pledge = state.promises[promise_id]
        due = organisation.calendar.local(pledge.due)
        lines.append(
            "- "
            + _("promised: {what}, by {day} {time}, kept by {owner}").format(
                what=title_in(pledge.title, language),
                day=gregorian_words(due.date(), language),
                time=clock_time(due),
                owner=desk.spoken.owner_name(pledge.owner, language),
            )
        )
    cause = next((one for one in script.causes if one.id == matter.cause), None)
    if cause is not None:
        lines.append("- " + _("cause: {cause}").format(cause=in_language(cause.label, language)))
    return lines
