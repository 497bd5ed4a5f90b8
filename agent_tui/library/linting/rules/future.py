"""The future: which verbs speak of it in Arabic and English, and which of them bind us after the contact."""

from __future__ import annotations

import re

from agent_tui.core.language import Language
from agent_tui.library.linting.cues import arabic, english
from agent_tui.library.linting.line import Line
from agent_tui.library.linting.remark import Remark
from agent_tui.library.linting.rules.times import denied, soon_after

# On bare text: سأ is the agent's future, سا begins ساعة and سابق. A few verbs are known without their hamza too.
OURS = re.compile(
    r"(?<!\w)[وف]?(?:سأ(?!ل(?:ت(?:م|ما|ن|ني|نا|ه|ها|ك|كم|موني|مونا|موه)?|نا\w*|وا\w*|ه|ها|هم|ني)?(?!\w))\w{2,}|"
    r"سا(?:تصل|رسل|تابع|قوم|عمل|رد|راجع|عود|عاود|كون|بلغ|حل|عالج|تواصل|وافي|حرص|ضمن)\w*|"
    r"سن(?!وات|وي|وية|ويا|تين|تان|دا?(?!\w)|دات|ين(?!\w)|ه(?!\w)|ة(?!\w)|ا(?!\w)|ام(?!\w))\w{2,})(?!\w)"
)
THEIRS = re.compile(
    r"(?<!\w)[وف]?س[تي](?!د(?:ي|ة|ه|تي|ات|ان|ين|ا)?(?!\w)|دتنا|ار|ر(?:ة|ه|ها|هم|تنا|كم)?(?!\w)|اس|اق|ئ|ما(?!\w)|ل|نا|طر|"
    r"ة(?!\w)|ه(?!\w)|ون(?!\w)|ين(?!\w)|مائة|ان(?!\w))\w{2,}(?!\w)"
)
OTHER = re.compile(r"(?<!\w)[وف]?(?:سوف|لن)(?!\w)")
WILL = re.compile(
    r"(?<!at\s)(?<!good\s)(?<!free\s)(?<!a\s)(?<!the\s)(?<!his\s)(?<!her\s)(?<!their\s)(?<!your\s)"
    r"\b(?:will|shall|won't)\b|'ll\b|\bgoing\s+to\s+(?!a\b|the\b|your\b)"
)

IN_CONTACT = {
    Language.ARABIC: re.compile(
        "س[أن](?:سأل|قرأ|شرح|ذكر|وضح|تحقق|حول|دون|كتب|نتظر|بدأ|نتقل|ستمع|عرض|طلع|نهي|كمل|بقى|ضعكم|ضعك|كرر|لخص|عدد)"
    ),
    Language.ENGLISH: re.compile(
        r"\s+(?:(?:now|just|first|then|also|briefly)\s+)?(?:ask|read|repeat|explain|list|name|transfer|connect|put|end|"
        r"close|begin|start|wait|note|write|go|walk|take\s+you|check|look|see|tell|be\b(?!\s+(?:in\s+touch|back)))"
    ),
}
"""What is done while the customer is there."""
REACHING = {
    Language.ARABIC: arabic(
        r"س?[نأتي]?(?:تصل|رسل|بلغ|عاود|وافي|خبر|رجع|تواصل)\w*",
        r"(?:ال)?(?:اتصال|إرسال|إبلاغ|رد) (?:بكم|بك|إليكم|عليكم)",
    ),
    Language.ENGLISH: english(
        r"call|ring|phone|send|e-?mail|get back|come back|return|refund|let you know|inform|contact|reply|update you"
    ),
}
SERVING = {
    Language.ARABIC: re.compile(
        r"(?<!\w)[وف]?(?:[نا](?:تصل|رسل|بلغ|رد|رجع|عيد|عاود|وافي|خبر|نجز|حل|عالج|نهي|صدر|سلم|حول|ودع|دفع)(?:كم|ك|ها|ه|هما)?|"
        r"(?:يمكن|بامكان|نستطيع|استطيع)\w*\s+(?:ال)?(?:ارسال|اتصال|رد|اعاده|ابلاغ|تحويل|انجاز|معالجه|حل|اصدار|تسليم)\w*)(?!\w)"
    ),
    Language.ENGLISH: re.compile(
        r"\b(?:i|we)(?:'m|'re|\s+am|\s+are)?\s+(?:(?!cannot|can't|do\b|don't|did|not\b|never)[\w'-]+\s+){0,2}"
        r"(?:call|calling|ring|ringing|phone|send|sending|e-?mail|return|refund|reply|answer|write|tell|inform|let\s+you\s+know|"
        r"finish|complete|issue|deliver|solve|fix|repair|get\s+back|contact)\b"
    ),
}
"""What we do for somebody afterwards; a promise once a time is named with it."""
ARRIVING = {
    Language.ARABIC: re.compile(
        r"(?<!\w)[وف]?س[تي](?:صل(?:كم|ك|ني)|تلقى|تلقون|تلقين|تصل(?:ون)?|تواصل|رد|ردون|بلغ(?:كم|ك|ون)|عاود(?:ون)?|عود(?:ون)?|رسل|"
        r"حصلون|نجز|عالج|حل|وافي\w*|خبر(?:كم|ك|ون)|تابع|ودع|عاد|تم\s+(?:ال)?(?:اتصال|ارسال|رد|ابلاغ|معالجه|حل|تحويل|اعاده|تواصل))"
        r"(?!\w)"
    ),
    Language.ENGLISH: re.compile(
        r"\byou\s+(?:will|'ll|shall)\s+(?:hear|receive|get|be\s+(?:told|called|contacted|informed|notified|refunded|paid))\b|"
        r"\b(?:will|shall)\s+(?:call|ring|contact|phone|reach|reply|answer|write|send|arrive|knock|get\s+back|refund|return|"
        r"be\s+(?:returned|sent|refunded|ready|done|with\s+you|delivered|solved|fixed|paid))\b"
    ),
}
"""What will come from us, without our being named."""
OFFERED = {
    Language.ARABIC: re.compile(r"(?<!\w)[وف]?(?:يمكن|بامكان|نستطيع|استطيع)\w*"),
    Language.ENGLISH: re.compile(r"\b(?:i|we)\s+(?:can|could)\b"),
}
ASKED = re.compile(r"\s*(?:did|have|has|do|does|was|were|when|who)\b")


def future(line: Line, code: str) -> Remark | None:
    """A remark about the first verb of the future, whoever it speaks of."""
    if line.language is Language.ENGLISH:
        found = WILL.search(line.folded)
        return line.remark(code, found) if found else None
    found = next((one for pattern in (OURS, THEIRS, OTHER) if (one := pattern.search(line.bare))), None)
    return _bare_remark(line, code, found) if found else None


def commits(line: Line, code: str) -> Remark | None:
    """A remark about the first words that bind us to do something after the contact."""
    for start, sentence in line.sentences():
        remark = _ours(line, code, start, start + len(sentence)) or _times(line, code, start, start + len(sentence))
        if remark:
            return remark
    return None


def _ours(line: Line, code: str, start: int, end: int) -> Remark | None:
    """Our own future, then what will arrive by itself."""
    text = line.folded
    if line.language is Language.ENGLISH:
        for found in OUR_WILL.finditer(text, start, end):
            within = IN_CONTACT[Language.ENGLISH].match(text, found.end(), end)
            if not within or REACHING[Language.ENGLISH].search(text, within.end(), end):
                return line.remark(code, found)
    elif start == 0:
        # Bare and folded text differ in length; Arabic verbs are looked for once, in the whole text.
        for verb in OURS.finditer(line.bare):
            within = IN_CONTACT[Language.ARABIC].match(verb[0].lstrip("وف"))
            if not within or REACHING[Language.ARABIC].search(text):
                return _bare_remark(line, code, verb)
    found_coming = ARRIVING[line.language].search(text, start, end)
    if found_coming and not OFFERED[line.language].search(text, start, found_coming.start()):
        return line.remark(code, found_coming)
    return None


OUR_WILL = re.compile(
    r"(?<![\w'])(?:i|we)(?:'ll|\s+will|\s+shall|\s+(?:am|are)\s+going\s+to|'(?:m|re)\s+going\s+to)(?:\s+(?:also|then|now|surely|certainly|gladly))?\b"
)


def _times(line: Line, code: str, start: int, end: int) -> Remark | None:
    """A service with its time: «نتصل بكم غدًا», "we can send it today"."""
    text = line.folded
    if ASKED.match(text, start):
        return None
    for found in SERVING[line.language].finditer(text, start, end):
        if not denied(text, found.start()) and soon_after(line.language, text, found.end(), end):
            return line.remark(code, found)
    return None


def _bare_remark(line: Line, code: str, found: re.Match[str]) -> Remark:
    return line.remark_at(code, line.bare_place(found.start()), line.bare_place(found.end() - 1) + 1)
