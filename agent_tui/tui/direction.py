"""Which way the interface and its texts run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_tui.core.language import Language
from agent_tui.locale import current

if TYPE_CHECKING:
    from agent_tui.arabic.layout import Base


def base_of(language: Language) -> Base:
    """The base direction of a text in this language."""
    return "rtl" if language.rtl else "ltr"


def interface_base() -> Base:
    """The base direction of the interface now."""
    return base_of(current())


def forward_arrow() -> str:
    """The arrow that points onward in the interface's direction."""
    return "◀" if current().rtl else "▶"
