"""Clusters: the code points that are drawn as one, each with what a terminal draws for it."""

import re
from typing import NamedTuple

from agent_tui.arabic.widths import WIDTHS

# Characters that stand for themselves: Latin, Greek, Cyrillic, and the punctuation and symbols of an interface.
_PLAIN = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u2bff]*",
)


class Cluster(NamedTuple):
    """What the code points text[start:end] draw: `display` takes `width` cells; "" and 0 where they draw nothing."""

    display: str
    start: int
    end: int
    width: int


def clusters(text: str, *, marks: bool = False) -> list[Cluster]:
    """Clusters of a text in logical order, covering every index once; tashkeel is drawn only with `marks`."""
    if _PLAIN.fullmatch(text):
        return [Cluster(char, index, index + 1, WIDTHS[char]) for index, char in enumerate(text)]
    from agent_tui.arabic.shaping import shaped

    return shaped(text, marks)
