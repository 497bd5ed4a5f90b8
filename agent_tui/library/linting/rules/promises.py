"""Promises: what we say we will do stands in the ledger, and an apology holds none.

What is done within the contact itself (ask, read out, explain, put on hold) binds us to nothing afterwards; nor does
a time that is the customer's ("you may appeal within 60 days"), or one that is past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent_tui.core.language import Language
from agent_tui.core.vocabulary import Home
from agent_tui.library.linting.cues import arabic, english
from agent_tui.library.linting.line import Line
from agent_tui.library.linting.remark import Remark
from agent_tui.library.linting.rules.apology import APOLOGY
from agent_tui.library.linting.rules.future import commits, future
from agent_tui.library.linting.rules.times import SOON, denied
from agent_tui.library.linting.said import Said

EXEMPT = frozenset({Home.EMERGENCY, Home.HOLD})
WORD = {
    Language.ARABIC: arabic(
        "[نأ]عد(?:كم|ك)(?! من)",
        "[نأ]تعهد",
        "[نأ]ضمن (?:لكم|لك|أن|ألا)",
        "[نأ]لتزم (?:ب\\w+|أن|أمام)",
        "[نأ]ؤكد (?:لكم|لك)",
    ),
    Language.ENGLISH: english(
        r"(?:i|we) (?:can |do )?(?:promise|guarantee|pledge|assure|undertake)", "you have (?:my|our) word"
    ),
}
"""Saying so in so many words."""
STAYING = {
    Language.ARABIC: arabic(
        "لن (?:أترك|نترك|أدع|ندع)(?:كم|ك)", "(?:س?أبقى|س?نبقى) (?:معكم|معك) (?:حتى|إلى)", "لن (?:يتكرر|نكرر|تتكرر)"
    ),
    Language.ENGLISH: english(
        "stay (?:with|on) (?:this|it)", "(?:never|not) happen again", "(?:see|make sure) (?:to it )?that (?:this|it)"
    ),
}
CLAUSE = re.compile(r"[.،؛!؟:,;?]|\s(?=و(?:ل?ن|ل?ا|دع|يهم|سن|سا)\w{2,})|\s(?=and\s+(?:i|we|let)\b)")
PAST = {
    Language.ARABIC: arabic(
        r"كان\w*|الذي|التي|عاني\w*|انتظر\w*|انتظار\w*|اضطرار\w*", r"ما (?:حدث|جرى|حصل|وقع|مر\w*|لقي\w*|واجه\w*)"
    ),
    Language.ENGLISH: english("was|were|had|has|have been|happened|did|waited|went"),
}
"""Words of a clause that tells what happened: then «اليوم» is the day it happened."""


def in_apology(said: Said) -> Iterator[Remark]:
    """Report an apology that promises or speaks of what will be: it says what was wrong, the options come next."""
    if not said.apologises:
        return
    told: set[Language] = set()
    for line in said.lines:
        if line.language in told:
            continue
        found = _word(line) or STAYING[line.language].search(line.folded) or _soon(line)
        code = "promise_in_apology" if found else "future_in_apology"
        remark = line.remark(code, found) if found else future(line, code)
        if remark:
            told.add(line.language)
            yield remark


def _word(line: Line) -> re.Match[str] | None:
    found = WORD[line.language].search(line.folded)
    return found if found and not denied(line.folded, found.start()) else None


def _soon(line: Line) -> re.Match[str] | None:
    """A time in a clause that neither apologises nor tells what happened."""
    start = 0
    ends = [*(found.end() for found in CLAUSE.finditer(line.folded)), len(line.folded)]
    for end in ends:
        clause = line.folded[start:end]
        sorry = APOLOGY.patterns[line.language].search(clause) or PAST[line.language].search(clause)
        if not sorry and (found := SOON[line.language].search(line.folded, start, end)):
            return found
        start = end
    return None


def hidden(said: Said) -> Iterator[Remark]:
    """Report a phrase that binds us and says nothing of it: no promise would be written into the ledger."""
    if said.promises or said.apologises or said.homes & EXEMPT:
        return
    told: set[Language] = set()
    for line in said.lines:
        if line.language in told:
            continue
        found = _word(line)
        remark = line.remark("hidden_promise", found) if found else commits(line, "hidden_promise")
        if remark:
            told.add(line.language)
            yield remark
