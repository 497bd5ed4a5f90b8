"""How many terminal cells one character takes."""

from unicodedata import category, east_asian_width

_UNDRAWN_CATEGORIES = frozenset({"Mn", "Me", "Mc", "Cc", "Cf", "Zl", "Zp"})
# Category Cf, and yet printed: the soft hyphen, and the signs that stand before or over a number.
_PRINTED_FORMAT = frozenset(
    "\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd",
)
# Letters or symbols, and yet part of the cell before: Hangul vowels and finals, their fillers, skin tones.
_JOINED = ((0x1160, 0x11FF), (0x3164, 0x3164), (0xD7B0, 0xD7FB), (0xFFA0, 0xFFA0), (0x1F3FB, 0x1F3FF))
# Wide since Unicode 16: symbols of change, counting rods.
_MADE_WIDE = ((0x2630, 0x2637), (0x268A, 0x268F), (0x4DC0, 0x4DFF), (0x1D300, 0x1D356), (0x1D360, 0x1D376))
# Unassigned to this Python, and wide as soon as a younger Unicode assigns them: emoji, ideographs.
_RESERVED_WIDE = ((0x1F6DC, 0x1F6DF), (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD))


class _Widths(dict[str, int]):
    def __missing__(self, char: str) -> int:
        width = self[char] = _measure(char)
        return width


def _measure(char: str) -> int:
    kind, point = category(char), ord(char)
    if kind in _UNDRAWN_CATEGORIES:
        return 1 if char in _PRINTED_FORMAT else 0
    if _within(point, _JOINED):
        return 0
    if _within(point, _MADE_WIDE):
        return 2
    if kind == "Cn":
        return 2 if _within(point, _RESERVED_WIDE) else 1
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def _within(point: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= point <= last for first, last in ranges)


WIDTHS = _Widths()
"""Cells of a character: 0, 1 or 2; grows as characters are met, so that a row costs lookups only."""


def cells(text: str) -> int:
    """Cells of a drawn text: the sum of its characters'."""
    return sum(map(WIDTHS.__getitem__, text))
