"""UAX #9 on the logical text of one paragraph: base direction, levels, and the order of a row."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, Protocol
from unicodedata import bidirectional

Base = Literal["auto", "rtl", "ltr"]
Direction = Literal["rtl", "ltr"]

_ISOLATE_INITIATORS = frozenset({"LRI", "RLI", "FSI"})
_SEPARATORS = frozenset({"B", "S"})
_RESET_BEFORE_SEPARATORS = frozenset(
    {"WS", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"},
)

# Every character whose class can raise a level above 0 in a left-to-right paragraph: R, AL, AN and the explicit
# formatting characters. Whole blocks, because unassigned characters in them are right-to-left as well.
_ABOVE_ZERO = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]",
)

# A paragraph ends at a newline here, so any other separator of class B must not start a new one in the resolver;
# a lone surrogate cannot be encoded for it. Both are neutral, as the blank that stands in for them.
_UNRESOLVABLE = re.compile("[\r\x1c-\x1e\x85\u2029\ud800-\udfff]")


class _Dump(Protocol):
    def __call__(self, text: str, *, base_dir: str, debug: bool) -> str: ...


@cache
def _resolver() -> _Dump:
    from bidi import get_display

    dump: _Dump = get_display
    return dump


def first_strong(text: str) -> Direction | None:
    """Direction of the first strong character outside isolates, None where there is none (rules P2, P3)."""
    isolates = 0
    for char in text:
        kind = bidirectional(char)
        if kind in _ISOLATE_INITIATORS:
            isolates += 1
        elif kind == "PDI":
            isolates = max(isolates - 1, 0)
        elif not isolates:
            if kind == "L":
                return "ltr"
            if kind in {"R", "AL"}:
                return "rtl"
    return None


def base_level(paragraph: str, base: Base = "auto") -> int:
    """Paragraph level, 0 or 1: forced, else of the first strong character, else 0."""
    direction = first_strong(paragraph) if base == "auto" else base
    return 1 if direction == "rtl" else 0


def resolve(paragraph: str, base: Base = "auto") -> tuple[int, bytes]:
    """Paragraph level, and one level per code point before L1; what X9 removes has the level of its neighbour."""
    if base != "rtl" and (paragraph.isascii() or not _ABOVE_ZERO.search(paragraph)):
        return 0, bytes(len(paragraph))
    level = base_level(paragraph, base)
    resolvable = _UNRESOLVABLE.sub(" ", paragraph)
    dump = _resolver()(resolvable, base_dir="R" if level else "L", debug=True)
    # The dump has "Level(", "0,", ")," for every UTF-8 byte; a character's level is that of its leading byte.
    per_byte = dump[dump.rindex("\n    levels: [") : dump.rindex("\n    paragraphs: [")].split()[3::3]
    return level, bytes(
        [int(found[:-1]) for found, byte in zip(per_byte, resolvable.encode(), strict=True) if byte & 0xC0 != 0x80],
    )


def row_levels(paragraph: str, levels: bytes, base: int, start: int, end: int) -> bytes:
    """Levels of the row paragraph[start:end] after L1: separators, and blanks before them or the end, take the base."""
    row = bytearray(levels[start:end])
    resetting = True
    for index in range(end - 1, start - 1, -1):
        kind = bidirectional(paragraph[index])
        if kind in _SEPARATORS:
            resetting = True
        elif kind not in _RESET_BEFORE_SEPARATORS:
            resetting = False
        if resetting:
            row[index - start] = base
    return bytes(row)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Indexes of the levels from left to right (rule L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level & 1), default=None)
    if lowest_odd is None:
        return order
    for floor in range(max(levels), lowest_odd - 1, -1):
        index = 0
        while index < len(order):
            run = index
            while run < len(order) and levels[order[run]] >= floor:
                run += 1
            if run > index:
                order[index:run] = order[index:run][::-1]
            index = run + 1
    return order


@cache
def mirror_images() -> dict[str, str]:
    """Bracket -> its mirror image, which is drawn in its place on an odd level (rule L4)."""
    from bidi.mirror import MIRRORED

    images: dict[str, str] = MIRRORED
    return images
