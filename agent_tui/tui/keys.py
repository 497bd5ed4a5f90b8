"""Keys as people press them: a letter shortcut is taken on an Arabic keyboard layout too."""

from __future__ import annotations

from textual.binding import Binding

from agent_tui.arabic.keys import arabic_key

_LAM_ALEF = "\ufefb"
_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")


def letter(latin: str) -> str:
    """A binding's keys for a Latin letter or digit: its own, and the Arabic characters on the same key."""
    if latin.isdigit():
        return ",".join([latin, *(row[int(latin)] for row in _DIGITS)])
    arabic = arabic_key(latin)
    # X11 sends one ligature for the key that types lam and alef; two letters cannot be told from two keys.
    arabic = _LAM_ALEF if arabic is not None and len(arabic) > 1 else arabic
    return f"{latin},{arabic}" if arabic else latin


def command(room: str, keys: str, action: str, description: str, tooltip: str = "", *, first: bool = False) -> Binding:
    """A key as it is declared once for foot, help and palette; `first` takes it before the focused widget does."""
    keys = letter(keys) if len(keys) == 1 else keys
    name = f"{room}.{action.rpartition('.')[2]}"
    return Binding(keys, action, description, tooltip=tooltip or description, id=name, priority=first)
