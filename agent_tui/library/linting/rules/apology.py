"""Apologies: one, for something named, with more in it than regret, and where the walk has its place for it.

No apology in this sense are words of empathy ("sorry to hear"), a request to repeat ("sorry?", «عذرًا، هل …؟»)
and an apology spoken of as a thing to be given ("a written apology", «اعتذار مكتوب»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Home, Part
from agent_tui.library.linting.cues import arabic, cues, english, told_once
from agent_tui.library.linting.line import SENTENCE_END, SLOT, Line
from agent_tui.library.linting.remark import Remark
from agent_tui.library.linting.said import Said

STRONG = frozenset({Part.RESPONSIBILITY, Part.REPAIR, Part.EFFORT})
COURTESIES = frozenset({Home.EMERGENCY, Home.HOLD, Home.SILENCE})
"""Where an apology is a courtesy, for a wait or a bad line, and none the walk counts."""

ASKING_AGAIN = (
    r",? (?:but )?(?:(?:could|can|would|may) (?:you|i)|"
    r"i (?:did not|didn't|do not|don't|cannot|can't) (?:quite |fully )?(?:hear|catch|understand|follow|get)(?!\w))"
)
APOLOGY = cues(
    arabic(
        "[نأ]عتذر",
        "نأسف",
        r"يؤسف(?:نا|ني)(?! (?:سماع|لسماع|أن نسمع|أن أسمع|ما سمع|ما مر))",
        "اعتذار(?:نا|ي|اتنا)",
        "متأسف(?:ة|ا|ون|ين)?",
        "آسف(?:ة|ا|ون|ين)? (?:على|عن|لأن|جدا|يا)",
        "عذرا (?:على|عن)",
    ),
    english(
        rf"(?<!than\s)sorry(?!\s*\?)(?! to (?:hear|learn|read))(?!{ASKING_AGAIN})",
        r"(?<!need\sto\s)(?<!nothing\sto\s)(?<!not\s)apologi[sz](?:e|es|ing)",
        r"(?:my|our|sincere|sincerest|deepest) (?!written|formal)(?:\w+ )?apolog(?:y|ies)",
        "apologies (?:for|that|about)",
        "(?:we|i) (?:deeply |very much |truly )?regret",
    ),
)
FORGIVENESS = cues(
    arabic(
        "[نأ]رجو (?:منكم |منك )?(?:المعذرة|العفو|السماح|المسامحة|أن (?:تعذر|تسامح)\\w+)",
        "[نأ]لتمس (?:منكم |منك )?(?:العذر|المعذرة|العفو)",
        "[نأ]طلب (?:منكم |منك )?(?:العفو|السماح|المسامحة|الصفح|المعذرة)",
        "سامح(?:ونا|نا|ينا|وني|ني|يني)",
        "اعذر(?:ونا|نا|ينا|وني|ني|يني)",
        "[نأ]ستميح(?:كم|ك) عذرا",
    ),
    english(
        "forgive (?:us|me)",
        "(?:your|for) forgiveness",
        "pardon (?:us|me)",
        r"(?:we|i) beg your pardon(?!\s*\?)",
    ),
)

TO_WHOM = (
    rf"(?:\s*،?\s*(?:لكم|لك|منكم|منك|اليكم|اليك|جميعا|جدا|حقا|كثيرا|بشده|بصدق|{SLOT}+|يا|استاذ\w*|سيد\w*|"
    r"(?:من|ل|الي) ?(?:حضرت|سياد|سعاد|جناب)\w*))*"
)
NAMED = re.compile(
    rf"{TO_WHOM}\s*(?:(?:عن|علي|من|بسبب|حين|عند)\s+(?!(?:ذلك|هذا|هذه|تلك)\s*(?:[.،؛!؟]|$))(?:\w|{SLOT})|"
    r"(?:عما|عمن|مما|لما)\s+\w|لان\w*|لكون\w*|لعدم|اذ\s|ان\s|ل\w{4,})"
)
LEAST_WORDS = 3


def weak_apology(said: Said) -> Iterator[Remark]:
    """Report an apology in which we neither take responsibility nor offer repair or effort."""
    if said.apologises and not said.parts & STRONG:
        yield said.remark("weak_apology", "parts")


def apology_elsewhere(said: Said) -> Iterator[Remark]:
    """Report words of apology where the walk counts none; a refusal may say it is sorry to refuse."""
    if not said.homes or said.apologises or said.refuses or said.homes <= COURTESIES:
        return
    for line, found in told_once(said.lines, APOLOGY):
        yield line.remark("apology_elsewhere", found)


def apology_without_cause(said: Said) -> Iterator[Remark]:
    """Report an apology that does not say what for; in English the next sentence may say it."""
    for line, found in told_once(said.lines, APOLOGY):
        named = _named(line, found.end()) if line.language is Language.ARABIC else _goes_on(line, found)
        if not named:
            yield line.remark("apology_without_cause", found)


def _named(line: Line, after: int) -> bool:
    if line.folded[:after].endswith(("عن", "علي", "لان")):
        return True
    end = SENTENCE_END.search(line.folded, after)
    rest = line.folded[after : end.start() if end else len(line.folded)]
    # يؤسفنا is followed by its own clause.
    return NAMED.match(rest) is not None or ("يوسف" in line.folded[:after] and bool(rest.strip(" ،")))


def _goes_on(line: Line, found: re.Match[str]) -> bool:
    rest = line.folded[: found.start()] + line.folded[found.end() :]
    words = [word for word in re.findall(r"[\w']+", rest) if word not in ("i", "we", "am", "are", "i'm", "we're", "so")]
    return len(words) >= LEAST_WORDS


def doubled_apology(said: Said) -> Iterator[Remark]:
    """Report a second apology in one phrase: said twice it sounds less meant."""
    told: set[Language] = set()
    for line in said.lines:
        found = list(APOLOGY.each(line))
        if len(found) > 1 and line.language not in told:
            told.add(line.language)
            yield line.remark("doubled_apology", found[1])


def begs_forgiveness(said: Said) -> Iterator[Remark]:
    """Report a phrase that asks to be forgiven and offers nothing: the weakest there is."""
    if said.homes & COURTESIES:
        return
    for line, found in told_once(said.lines, FORGIVENESS):
        if not said.parts & STRONG or APOLOGY.first(line) is None:
            yield line.remark("begs_forgiveness", found)
