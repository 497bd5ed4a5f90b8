"""Shaping: which code points make one cluster, and the form of each Arabic letter among its neighbours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import bidirectional, category, normalize

from agent_tui.arabic.clusters import Cluster
from agent_tui.arabic.letters import FIRST_LIGATURE, LAM, LAM_ALEF, ZWJ, Forms, letter_forms, ligature_letters
from agent_tui.arabic.widths import WIDTHS, cells

_ARABIC = re.compile("[\u0600-\u08ff]")
_TASHKEEL = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0897-\u089f\u08ca-\u08ff]"
)
_HAMZA_AND_MADDA = frozenset("\u0653\u0654\u0655")
# Nothing joins over these. Embeddings, overrides and the left-to-right mark are transparent in Unicode, but what stands
# on either side of one is on different levels, and may be drawn far apart.
_NON_JOINING = frozenset("\u200b\u200c\u200e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Drawn as nothing, but with a direction: reordering (L2) needs each as a cluster with a level of its own.
_DIRECTIONAL = frozenset({"L", "R", "AL", "LRI", "RLI", "FSI", "PDI", "B", "S"})

# Terminals disagree about the width of emoji sequences, and agree about their parts without the selectors, joiners,
# tags and skin tones between them.
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_BLANK_DRAWN = frozenset("\t\u2028\u2029")
_REGIONAL_INDICATORS = ("\U0001f1e6", "\U0001f1ff")


def shaped(text: str, marks: bool) -> list[Cluster]:
    """Clusters of any text in logical order, covering every index once."""
    drafts = _drafts(text)
    ends = [draft.start for draft in drafts[1:]] + [len(text)]
    return [_finished(draft, text[draft.start : end], end, marks) for draft, end in zip(drafts, ends, strict=True)]


@dataclass(slots=True)
class _Draft:
    """A cluster while its neighbours are still unknown; `letter` is "" for all that does not join."""

    start: int
    letter: str = ""
    forms: Mapping[str, Forms] | None = None
    before: bool = False
    after: bool = False


class _Drawn(dict[str, str]):
    """What a character that is no Arabic letter draws."""

    def __missing__(self, char: str) -> str:
        drawn = self[char] = _drawn(char)
        return drawn


def _drawn(char: str) -> str:
    if char in _BLANK_DRAWN:
        return " "
    kind = category(char)
    if kind == "Cs":
        return "\ufffd"
    if kind == "Cc" or (kind == "Cf" and not WIDTHS[char]) or _IGNORABLE.match(char):
        return ""
    return char


_DRAWN = _Drawn()


def _drafts(text: str) -> list[_Draft]:
    table = letter_forms() if _ARABIC.search(text) else {}
    drafts: list[_Draft] = []
    last = letter = _Draft(0)
    previous = ""  # the nearest character before that is not transparent to joining
    for index, char in enumerate(text):
        forms = table.get(char)
        if forms:
            if previous == LAM and char in LAM_ALEF and last is letter:
                letter.letter, letter.forms = char, LAM_ALEF
            else:
                beside = _joins_on(previous, table)
                before = bool(forms.final) and (beside or previous == ZWJ)
                letter.after = letter.after or (before and beside)
                last = letter = _Draft(index, char, table, before)
                drafts.append(last)
            previous = char
            continue
        if not drafts or not _extends(text, last.start, index):
            last = _Draft(index)
            drafts.append(last)
        if char == ZWJ:
            letter.after = letter.after or _joins_on(previous, table)
            previous = ZWJ
        elif char in _NON_JOINING or (_DRAWN[char] and WIDTHS[char]):
            previous = ""
        elif char in _HAMZA_AND_MADDA and last.forms:
            composed = normalize("NFC", last.letter + char)
            last.letter = composed if composed in last.forms else last.letter
    return drafts


def _joins_on(char: str, table: Mapping[str, Forms]) -> bool:
    return char in table and bool(table[char].initial)


def _extends(text: str, start: int, index: int) -> bool:
    """Whether the character at an index belongs to the cluster that begins at `start` and ends before it."""
    char, before, base = text[index], text[index - 1], text[start]
    if not _DRAWN[char]:
        return bidirectional(char) not in _DIRECTIONAL
    if not WIDTHS[char]:
        return True
    if before == ZWJ:
        return category(base) == "So" and category(char) in {"So", "Sm"}
    first, last = _REGIONAL_INDICATORS
    return index - start == 1 and first <= base <= last and first <= char <= last


def _finished(draft: _Draft, source: str, end: int, marks: bool) -> Cluster:
    if draft.forms:
        display = draft.forms[draft.letter].joined(draft.before, draft.after)
        if marks and len(source) > 1:
            display += _marks_beside(draft.letter, source)
        return Cluster(display, draft.start, end, 1)
    if source < FIRST_LIGATURE and len(source) == 1:
        display = _DRAWN[source]
        return Cluster(display, draft.start, end, WIDTHS[display] if display else 0)
    letters = ligature_letters(source[0])
    if letters:
        display = _ligature_display(letters, marks)
    else:
        display = "".join([_DRAWN[char] for char in (source if marks else _TASHKEEL.sub("", source))])
    width = cells(display)
    return Cluster(display if width else "", draft.start, end, width)


def _marks_beside(letter: str, source: str) -> str:
    composed = set(normalize("NFD", letter)[1:])
    return "".join([char for char in source if category(char) == "Mn" and _DRAWN[char] and char not in composed])


@cache
def _ligature_display(letters: str, marks: bool) -> str:
    return "".join([cluster.display for cluster in reversed(shaped(letters, marks))])
