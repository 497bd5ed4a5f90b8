"""Who speaks: the agent may be a man or a woman, so no sentence says which; nor does a slash say both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from agent_tui.arabic.folding import fold
from agent_tui.core.language import Language
from agent_tui.library.linting.line import Line
from agent_tui.library.linting.remark import Remark
from agent_tui.library.linting.said import Said

# On bare text: folded, آسف (sorry, of a man) and أسف (regret) would be one word.
SORRY = "(?:آسف|اسف|متأسف|متاسف|معتذر)(?:ة|ه|ا)?"
STATES = (
    "سعيد|مسرور|متأكد|متاكد|ممتن|مستعد|واثق|حريص|مضطر|حزين|فخور|شاكر|متفهم|مقدر|مدرك|مهتم|موجود|جاهز|"
    "متأثر|عاجز|(?:ال)?مسؤول|(?:ال)?مسئول"
)
MYSELF = "(?:ل?أنا|انا|[لف]?إنني|[لف]?إني|ل?أنني|ل?أني|لانني|لاني|سأكون|ساكون|(?:ما|لا) ?زلت)"
BETWEEN = "(?:(?:جدا|حقا|أيضا|ايضا|دائما|هنا|معكم|معك|فعلا) )?"
OPENING = "(?:سعيد|مسرور|ممتن|شاكر|فخور|حريص)"
AFTER_OPENING = (
    "(?:بخدمت|بمساعدت|بتواصل|باتصال|بلقا|بالحديث|بالتواصل|بمعرفت|بسماع|بذلك|بكم|بك|لسماع|لخدمت|لمساعدت|لأن|لان|"
    "جدا|على|لكم|لك)"
)
GENDERED = re.compile(
    rf"(?<!\w)[وف]?(?:{SORRY}|{MYSELF} {BETWEEN}(?:{STATES})(?:ة|ه|ا)?)(?!\w)"
    rf"|(?:^|[.،؛!؟:]\s*){OPENING}(?:ة|ه|ا)?(?= {AFTER_OPENING})"
)

SLASH = re.compile(r"([\u0621-\u064a]{2,})\s?[/\\]\s?([\u0621-\u064a]+)")
BRACKET = re.compile(r"[\u0621-\u064a](?:\((?:ة|ه|ين|ات|ون|ي|ها|ت)\)|\s\((?:ة|ين|ات|ون)\))")
ENDINGS = frozenset(
    ["ة", "ه", "ات", "ين", "ون", "ية", "ته", "تها", "ها", "هن", "ي", "ت", "تم", "تن", "ك", "كم", "كن", "وا", "نا", "ا"]
)
PAIRS = frozenset({("هو", "هي"), ("له", "لها"), ("أخ", "أخت"), ("أخي", "أختي"), ("ابن", "ابنة"), ("رجل", "امرأة")})
ENGLISH_SLASH = re.compile(
    r"(?<![\w/])(?:s/he|\(s\)he|he/she|she/he|him/her|her/him|his/hers?|her/his|himself/herself|sir/(?:madam|ma'am)|"
    r"mr\.?/m(?:r?s)\.?)(?![\w/])"
)


def gendered_speaker(said: Said) -> Iterator[Remark]:
    """Report an Arabic sentence only a man, or only a woman, can say of themselves."""
    for line in said.lines:
        if line.language is Language.ARABIC and (found := GENDERED.search(line.bare)):
            lead = len(found[0]) - len(found[0].lstrip(".،؛!؟: "))
            yield line.remark_at(
                "gendered_speaker", line.bare_place(found.start() + lead), line.bare_place(found.end() - 1) + 1
            )
            return


def slash_form(line: Line) -> Iterator[Remark]:
    """Report two genders in one word, which nobody can say."""
    if line.language is Language.ENGLISH:
        found = ENGLISH_SLASH.search(line.masked.lower())
        if found:
            yield line.remark_at("slash_form", found.start(), found.end())
        return
    joined = next((one for one in SLASH.finditer(line.bare) if _both_genders(one[1], one[2])), None)
    found = joined or BRACKET.search(line.bare)
    if found:
        yield line.remark_at("slash_form", line.bare_place(found.start()), line.bare_place(found.end() - 1) + 1)


def _both_genders(first: str, second: str) -> bool:
    if second in ENDINGS or (first, second) in PAIRS or (second, first) in PAIRS:
        return True
    one, other = (fold(word).removeprefix("ال") for word in (first, second))
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return stem >= 3 and stem >= max(len(one), len(other)) - 2
