"""Search folding: one spelling for what a searcher takes as the same."""

import re
from functools import lru_cache
from unicodedata import bidirectional, category, combining, decimal, normalize

# What compatibility decomposition leaves apart and Arabic readers, or the keyboards they have, do not tell apart.
_SAME = {
    "\u0640": "",  # tatweel
    "\u0671": "\u0627",  # alef wasla
    "\u0629": "\u0647",  # teh marbuta
    "\u0649": "\u064a",  # alef maksura
    "\u06cc": "\u064a",  # Persian yeh
    "\u06a9": "\u0643",  # Persian keheh
    "\u066a": "%",
    "\u066b": ".",
    "\u066c": ",",
}
# Marks of lower classes are letters to their readers: nukta, the voicing of kana, virama, vowel signs.
_HIGHEST_KEPT_CLASS = 9
_IGNORED = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_DIRECTIONAL_MARKS = frozenset("\u200e\u200f\u061c")
_VARIATION_SELECTORS = re.compile("[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def fold(text: str) -> str:
    """The text as search compares it; folding twice changes nothing more, and NFC or NFD makes no difference.

    Compatibility forms are decomposed and case folded; marks, tatweel and bidi controls are gone; أإآٱ are ا, ة is ه,
    ى is ي, ؤ is و, ئ is ي, as are Persian ی and ک the Arabic letters; decimal digits of any script are 0 to 9.
    """
    if text.isascii() and text.isprintable():
        return text.lower()
    return "".join(map(_folded, text))


def fold_with_map(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded text, and for each of its characters the index in `text` of the character it came from."""
    folded = [_folded(char) for char in text]
    return "".join(folded), tuple(index for index, part in enumerate(folded) for _ in part)


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    caseless = normalize("NFKD", normalize("NFKD", char).casefold())
    return "".join(_plain(part) for part in caseless)


def _plain(char: str) -> str:
    if _is_ignored(char):
        return ""
    if category(char) == "Nd":
        return str(decimal(char))
    return _SAME.get(char, char)


def _is_ignored(char: str) -> bool:
    return (
        combining(char) > _HIGHEST_KEPT_CLASS
        or category(char) == "Me"
        or bidirectional(char) in _IGNORED
        or char in _DIRECTIONAL_MARKS
        or _VARIATION_SELECTORS.match(char) is not None
    )
