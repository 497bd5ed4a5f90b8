"""Arabic on plain standard output, outside the full-screen program."""

from agent_tui.arabic.layout import layout
from agent_tui.arabic.levels import Base


def for_terminal(text: str, width: int = 0, *, base: Base = "auto") -> str:
    """The text as drawn, for a terminal that reorders nothing itself; right-to-left rows flush right at `width` cells.

    A pipe or a file gets the logical text instead, and so does a terminal that `reorders_itself`.
    """
    rows = layout(text, width, base=base)
    return "\n".join([" " * (width - row.width) * row.rtl + row.text for row in rows])
