"""Courtesy: no blame, no favours, no empty forms of address, and no office's commands.

What DESIGN asks of a courteous clerk decides the doubtful ones: a plain imperative in the courtesy plural («تفضّلوا»),
«نرجو» and «من فضلكم» are how one asks; «الرجاء» and «يرجى» speak to nobody, and «عليكم أن» or "you must" give orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent_tui.core.language import Language
from agent_tui.library.linting.cues import LEADS, arabic, cues, english, told_once
from agent_tui.library.linting.remark import Remark
from agent_tui.library.linting.said import Said

MONEY = r"(?:رسم|رسوم|مبلغ|مبالغ|مستحق|مخالفة|غرامة|دين|فاتورة|فواتير|التزام)\w*"
SUBJECT = "(?:ال|ادار|هذه|تلك|اي|احد|جه|هيي|بلدي|وزار)"
"""How the noun begins that makes لم تقم and أخطأت speak of somebody else: لم تقم الإدارة."""

BLAME = cues(
    arabic(
        rf"كان (?:يجب |ينبغي |يتوجب |لا بد |المفترض |المفروض |الأولى )?(?:عليكم|عليك)(?! {MONEY})",
        "كان ينبغي (?:لكم|لك|أن ت\\w+)",
        "كان (?:المفترض|المفروض|الأجدر|الأولى) (?:أن ت\\w+|بكم|بك)",
        "لم تقوم(?:وا|ي)",
        rf"لم تقم(?! {SUBJECT})",
        "(?:لم تلتزم|لم تنتبه|لم تهتم)(?:وا|ي)",
        "أخطأتم(?:وا)?|أخطأتن",
        rf"أخطأت(?! {SUBJECT})",
        "بسبب(?:كم|ك)|(?:تقصير|إهمال|خطئ|خطؤ|خطأ)(?:كم|ك)",
        "أهملتم|نسيتم|تجاهلتم",
        "سبق أن (?:قلنا|أخبرنا|أوضحنا)(?:ا?كم|ا?ك)? ?(?:لكم|لك)?",
        leads=LEADS,
    ),
    english(
        r"you (?:should not|shouldn't) have(?! (?:had|been|needed|got)(?!\w))",
        r"you (?:really )?(?:should|ought to|could) have(?! (?:been|had|received|got|heard|an?|the|it|your)(?!\w))",
        "you (?:have |had )?(?:failed|forgot|forgotten|neglected|refused)",
        "you (?:were|are|must be) (?:wrong|mistaken|at fault|to blame)",
        r"your (?:own )?(?:fault|mistake|error|negligence|carelessness|failure)",
        "because of you(?!r)",
        "you must have (?:entered|typed|made|given|sent|lost|forgotten)",
        "as (?:i|we) (?:have )?(?:already )?(?:said|told you|explained)",
    ),
)
FAVOUR = cues(
    arabic(
        "تكرمنا|تكرما منا|تفضلا منا|كرما منا|منة منا",
        "تفضلنا (?:عليكم|عليك)",
        "(?:من باب|على سبيل) (?:الكرم|التكرم|التفضل|المجاملة)",
        "[نأ]تفضل (?:عليكم|عليك)",
        "[نأ]?(?:سدي|صنع) (?:لكم|لك|إليكم|إليك) معروفا",
        leads=LEADS,
    ),
    english(
        "as a (?:personal |special )?favou?r",
        "(?:doing|do|did|done|grant|granting) you (?:a|this|the) (?:\\w+ )?favou?r",
        "we are doing you",
        "out of (?:the )?(?:kindness|generosity|goodness)",
        "you (?:are|should be) (?:lucky|grateful)",
    ),
)
ADDRESS = cues(
    arabic(
        "عزيز(?:ي|تي|نا|تنا) (?:ال)?(?:عميل|مستفيد|متعامل|مراجع|مواطن|متصل|زبون|مشترك)(?:ة)?",
        "(?:ال)?(?:عميل|مستفيد|متعامل|مراجع|متصل)(?:ة|نا|تنا)? (?:ال)?(?:عزيز|كريم)(?:ة)?",
        "أعزا[ءئ](?:نا|ي) (?:ال)?\\w+",
    ),
    english(
        "dear (?:valued )?(?:customer|client|caller|citizen|resident|sir|madam|user)",
        "valued (?:customer|client|caller|user)s?",
    ),
)
FORMULA = cues(
    arabic(
        "(?:مكالمت|اتصال)(?:كم|ك) (?:ي|ت)هم(?:نا|ني)(?: جدا)?",
        "عن أي (?:إزعاج|إرباك|مضايقة)",
        "شاكرين (?:لكم|لك) (?:حسن )?(?:تفهم|تعاون)(?:كم|ك)",
        "حسن (?:تفهم|تعاون)(?:كم|ك)",
    ),
    english(
        "your call is (?:very )?important to us",
        "(?:for )?any inconvenience",
        "we value your (?:business|patience|loyalty|call)",
        "your satisfaction is our",
    ),
)
REGRET = re.compile(
    r"\s*(?:unfortunately|regrettably|sadly|(?:ل|مع |بكل )(?:ل|ال)?اسف|لسوء الحظ|"
    r"(?:يوسفنا|ناسف) (?:ل|ان )?(?:ابلاغ|نبلغ|اخبار|نخبر)\w*)(?!\w)"
)
REQUEST = cues(arabic("الرجاء|يرجى"), english("kindly (?:be|note|ensure|refrain)", "you are (?:kindly )?requested to"))
ORDER = cues(
    arabic(
        r"(?<!كان\s)(?:يجب|يتوجب|يلزم|يتعين) (?:عليكم|عليك)(?! " + MONEY + ")",
        r"لا بد (?:لكم|لك) (?:من|أن)",
        r"(?<!\w)عليكم? (?:فقط )?أن",
    ),
    english(r"you must(?! have)", "you are (?:required|obliged) to", r"(?<!not\s)(?<!n't\s)(?<!that\s)you have to"),
)
CLAUSE_ENDS = ("", ".", "،", "؛", "!", "؟", ":")


def blames_customer(said: Said) -> Iterator[Remark]:
    """Report words that put the fault on the customer."""
    for line, found in told_once(said.lines, BLAME):
        # أخطأتُ is the agent's own.
        if line.words(found.start(), found.end()).endswith("\u064f"):
            continue
        yield line.remark("blames_customer", found)


def favour(said: Said) -> Iterator[Remark]:
    """Report a service called a favour."""
    for line, found in told_once(said.lines, FAVOUR):
        yield line.remark("favour", found)


def formulas(said: Said) -> Iterator[Remark]:
    """Report empty forms of address on the telephone, phrases of a call centre's tape, and a refusal's first sigh."""
    if not said.places or any(place.spoken for place in said.places):
        for line, found in told_once(said.lines, ADDRESS):
            yield line.remark("empty_address", found)
    for line, found in told_once(said.lines, FORMULA):
        yield line.remark("empty_formula", found)
    if said.refuses:
        told: set[Language] = set()
        for line in said.lines:
            if line.language not in told and (opening := REGRET.match(line.folded)):
                told.add(line.language)
                yield line.remark("sighing_refusal", opening)


def orders(said: Said) -> Iterator[Remark]:
    """Report requests nobody makes and orders nobody likes."""
    for line, found in told_once(said.lines, REQUEST):
        yield line.remark("official_request", found)
    for line, found in told_once(said.lines, ORDER):
        # «عليكم أن» is an order at the head of a clause only: أعرض عليكم أن is an offer.
        verb = found[0].lstrip("وف").startswith("علي")
        if not verb or line.folded[: found.start()].rstrip()[-1:] in CLAUSE_ENDS:
            yield line.remark("order", found)
