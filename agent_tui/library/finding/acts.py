"""What somebody does by saying something: asks, or tells. Told by signs that hold in any field."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from agent_tui.library.finding.words import word_set


class Act(Enum):
    """What a sentence does, as far as its form says."""

    ASK = "ask"
    TELL = "tell"


_OPENERS = word_set(
    "and so then ok okay right well now thanks great alright sure yes no also hi hello of course و حسنا طيب"
)
_ASKING = word_set(
    "what which who whom whose when where why how can could may might do does did is are was were will would shall "
    "should have has am please provide give tell let kindly your name need هل ما ماذا متى أين كم كيف لماذا من أي ممكن "
    "نرجو أرجو يرجى فضلا زودونا أعطني أحتاج"
)
_SUBJECTS = word_set(
    "i we you your the it this that our my there unfortunately sorry thank نعتذر شكرا تم لقد قد لا لم لن سوف"
)
_STATING = word_set(
    "is are was were has have had am will cannot can been be sorry thank unfortunately نعتذر شكرا تم لقد قد لا لم لن "
    "سوف"
)
_WANTING = word_set("need want provide tell give must أحتاج نحتاج")
_NEAR = 4


def act(text: str, words: Sequence[str]) -> Act | None:
    """The act of a text with these folded words; None where its form does not say, as with one or two words."""
    if text.rstrip().endswith(("?", "؟")):
        return Act.ASK
    said = list(words)
    while said and said[0] in _OPENERS:
        del said[0]
    if len(said) < 3:
        return None
    if said[0] in _SUBJECTS:
        near = said[:_NEAR]
        if not _WANTING.isdisjoint(near):
            return Act.ASK
        return Act.TELL if not _STATING.isdisjoint(near) else None
    return Act.ASK if said[0] in _ASKING else None
