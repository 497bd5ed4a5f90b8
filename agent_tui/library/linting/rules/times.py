"""Times that make of a sentence a promise: at once, today, within so many days."""

from __future__ import annotations

import re

from agent_tui.core.language import Language
from agent_tui.library.linting.cues import LEADS, arabic, english
from agent_tui.library.linting.line import SLOT

SPAN = r"(?:يوم\w*|أيام|ساعة|ساعات|ساعتين|دقيقة|دقائق|دقيقتين|أسبوع\w*|أسابيع|شهر\w*|لحظات|مدة|فترة|وقت)"
SOON = {
    Language.ARABIC: arabic(
        "فورا|حالا|عاجلا|قريبا|غدا|الآن",
        r"(?<!قبل\s)(?<!حتى\s)(?<!إلى\s)(?<!منذ\s)اليوم"
        r"(?! (?:كله|بطوله|بأكمله|نفسه|الذي|الأول|الثاني|الوطني|الماضي|السابق|المحدد|الموعود)(?!\w))",
        "في الحال|على الفور",
        "(?:في |ب)(?:أسرع|أقرب) (?:وقت|فرصة|ما يمكن)(?! (?:[تي]ناسب\\w*|متاح|شاغر))",
        rf"خلال (?:ال)?(?:\d+|{SLOT}+|{SPAN})(?! (?:ال)?(?:ماضي|سابق|أخير)\w*)",
        f"بعد (?:قليل|{SPAN})",
        "قبل نهاية (?:ال)?(?:يوم|دوام|أسبوع|شهر)",
        leads=LEADS,
    ),
    Language.ENGLISH: english(
        r"right (?:now|away)|straight away|immediately|at once|(?<!before\s)(?<!until\s)(?<!till\s)today",
        "tomorrow|tonight|shortly|soon",
        "as soon as (?:possible|we can|i can)",
        rf"within (?:an?|the|\d+|{SLOT}+|\w+) (?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?)|within {SLOT}+",
        r"by (?:tomorrow|tonight|noon|the end of|\w+day|next)",
        rf"in (?:an?|a few|\d+|{SLOT}+|one|two|three|five|ten) (?:\w+ )?(?:minutes?|hours?|days?|weeks?)",
        "this (?:morning|afternoon|evening|week)",
    ),
}
"""Language -> the words for a time soon to come."""


DENIED = re.compile(r"(?<!\w)[وف]?(?:لا|لم|لن|الا)\s+$")


def denied(text: str, at: int) -> bool:
    """Whether what begins here in a folded Arabic text is denied."""
    return DENIED.search(text[:at]) is not None


def soon_after(language: Language, text: str, start: int, end: int) -> re.Match[str] | None:
    """A time named between two places of a folded text."""
    return SOON[language].search(text, start, end)
