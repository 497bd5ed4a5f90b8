"""What a problem is called in Arabic and in English: what is wrong, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Mapping

from agent_tui.core.language import Language
from agent_tui.library.messages.file import FILE
from agent_tui.library.messages.form import FORM
from agent_tui.library.messages.meaning import MEANING
from agent_tui.library.messages.say import SAY
from agent_tui.library.messages.terms import HINT, KNOWN, TERMS
from agent_tui.library.shapes.formats import FORMATS

MESSAGES: Mapping[str, tuple[str, str]] = {**FILE, **FORM, **MEANING, **SAY}
"""Code -> English and Arabic."""


def message(code: str, params: Mapping[str, object], language: Language) -> str:
    """A problem's sentence, with the nearest known name where there is one."""
    arabic = language is Language.ARABIC
    words = {name: _word(name, str(value), arabic) for name, value in params.items()}
    sentence = MESSAGES[code][arabic].format_map(words)
    if words.get("hint"):
        return f"{sentence} {HINT[arabic].format_map(words)}"
    if words.get("known"):
        return f"{sentence} {KNOWN[arabic].format_map(words)}"
    return sentence


def _word(name: str, value: str, arabic: bool) -> str:
    if name == "format":
        return FORMATS[value].ar if arabic else FORMATS[value].en
    if name not in TERMS:
        return value
    words = [TERMS[name].get(one, (one, one))[arabic] for one in value.split(", ")]
    return (" أو " if arabic else " or ").join(words)
