"""What a remark says in Arabic and in English: what is wrong and what to write instead; and how much it weighs."""

from __future__ import annotations

from collections.abc import Mapping

from agent_tui.core.language import Language
from agent_tui.library.linting.words.content import CONTENT
from agent_tui.library.linting.words.entry import Entry
from agent_tui.library.linting.words.form import FORM
from agent_tui.library.linting.words.kinds import KINDS

WORDS: Mapping[str, Entry] = {**CONTENT, **FORM}
"""Code -> its level and its sentences."""


def sentence(code: str, params: Mapping[str, object], language: Language) -> str:
    """A remark's sentence."""
    arabic = language is Language.ARABIC
    told = {name: _kind(name, str(value), arabic) for name, value in params.items()}
    entry = WORDS[code]
    return (entry.ar if arabic else entry.en).format_map(told)


def _kind(name: str, value: str, arabic: bool) -> str:
    return KINDS[name][value][arabic] if name in KINDS else value
