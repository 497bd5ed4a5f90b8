"""What a word is looked up by: its own form, lighter readings of it, and what it means."""

from __future__ import annotations

from functools import lru_cache

from agent_tui.library.finding.arabic import readings
from agent_tui.library.finding.english import family, inflected
from agent_tui.library.finding.meanings import meanings
from agent_tui.library.finding.words import VALUE, word_set

FAMILY, MEANING, EXPRESSION = 0.9, 0.62, 0.7
"""How surely a word stands for another of its family, or of its meaning."""

_FUNCTION = word_set(
    """
    a an the i me my we us our you your he him his she her it its they them their this that these those there
    here be am is are was were been have has had do does did will would shall should can could may might must
    let of to in on at for from by with about as into than then so and or but if also just too very not no get
    give tell go make take know say see what which how please now ok okay well right في من على إلى عن ما ماذا هل
    أن إن أنا نحن أنت أنتم هو هي هم هذا هذه ذلك تلك التي الذي الذين كان كانت كنت قد لقد لا لم لن ليس سوف مع أو
    ثم كل بعد قبل عند حتى إذا لو أي لكن بأن لأن إنه أنه لكم لك لنا به بها له لها منا منكم بكم بك عنه عليه عليكم
    عليك إليكم إليك إلينا فيه فيها كما يا
    """
)
FUNCTION_IMPORTANCE = 0.25


def importance(word: str) -> float:
    """How much a word says by itself: the small words of grammar say little."""
    return FUNCTION_IMPORTANCE if word in _FUNCTION else 1.0


def is_arabic(word: str) -> bool:
    """Whether a folded word is written in Arabic letters."""
    return "\u0620" <= word[0] <= "\u06ff"


@lru_cache(maxsize=32768)
def form(word: str) -> str:
    """The first thing a word is looked up by."""
    return word if is_arabic(word) or not word.isalpha() else inflected(word)


@lru_cache(maxsize=32768)
def terms(word: str) -> tuple[tuple[str, float], ...]:
    """Everything a folded word is looked up by, with weights, heaviest first."""
    if word.startswith("@"):
        return ((word, 1.0 if word == VALUE else EXPRESSION),)
    if is_arabic(word):
        own = readings(word)
    elif word.isalpha():
        first, root = inflected(word), family(word)
        own = ((first, 1.0), (f"{root}-", FAMILY))
    else:
        own = ((word, 1.0),)
    meant: dict[str, float] = {}
    for reading, weight in own:
        for meaning in meanings(reading):
            meant[meaning] = max(meant.get(meaning, 0.0), weight * MEANING)
    return (*own, *sorted(meant.items(), key=lambda one: (-one[1], one[0])))
