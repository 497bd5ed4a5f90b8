"""English words without their endings: one form for inflections, and a shorter one for a family of words."""

from __future__ import annotations

from functools import lru_cache

from agent_tui.library.finding.words import word_set

SHORTEST = 3
_VOWELS = frozenset("aeiouy")

_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did doing",
        "go": "goes went gone",
        "get": "got gotten",
        "give": "gave given",
        "take": "took taken",
        "tell": "told",
        "say": "said",
        "pay": "paid",
        "send": "sent",
        "keep": "kept",
        "make": "made",
        "lose": "lost",
        "leave": "left",
        "find": "found",
        "break": "broke broken",
        "know": "knew known",
        "speak": "spoke spoken",
        "buy": "bought",
        "hold": "held",
        "hear": "heard",
        "bring": "brought",
        "choose": "chose chosen",
        "write": "wrote written",
        "understand": "understood",
        "mean": "meant",
        "feel": "felt",
        "come": "came",
        "see": "saw seen",
        "think": "thought",
        "child": "children",
        "person": "people persons",
        "man": "men",
        "woman": "women",
    }.items()
    for form in forms.split()
}
_INVARIABLE = word_set(
    "news always perhaps this his its us as yes thus plus bus during morning evening "
    "anything something nothing everything thing bring"
)
_FAMILY_ENDINGS = (
    *("fulness", "iveness", "ization", "isation", "ification", "ication", "icator"),
    *("ation", "ement", "ment", "ness", "fully", "ably", "ibly", "icate", "ative", "ising", "izing"),
    *("ance", "ence", "able", "ible", "ally", "ful", "ion", "ity", "ify", "ive", "ise", "ize", "ate", "hood"),
    *("less", "day", "ic", "al", "ly", "er", "or", "y", "e"),
)


@lru_cache(maxsize=32768)
def inflected(word: str) -> str:
    """The form that a plural, a past tense or an -ing shares with its dictionary form: requests is request."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= SHORTEST or word in _INVARIABLE:
        return word
    for ending, put in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + put
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST - 1 and not _VOWELS.isdisjoint(stem):
            return _undoubled(stem)
    return word.removesuffix("e") if len(word) > SHORTEST + 1 else word


@lru_cache(maxsize=32768)
def family(word: str) -> str:
    """What verify, verified and verification share; at least four letters are kept."""
    stem = inflected(word)
    for ending in _FAMILY_ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) > SHORTEST:
            return _undoubled(stem[: -len(ending)])
    return stem


def _undoubled(stem: str) -> str:
    if len(stem) > SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "aeiouslz":
        return stem[:-1]
    if stem.endswith("ll") and len(stem) > SHORTEST + 2:
        return stem[:-1]
    return stem.removesuffix("e") if len(stem) > SHORTEST + 1 else stem
