"""Spelling: a few common words, from a closed list, that are often typed without their hamza or in American."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent_tui.core.language import Language
from agent_tui.library.linting.line import Line
from agent_tui.library.linting.remark import Remark

ALONE = {
    "ان": "أن أو إن",
    "الى": "إلى",
    "او": "أو",
    "اذا": "إذا",
    "اي": "أي",
    "انا": "أنا",
    "انت": "أنت",
    "انتم": "أنتم",
    "انه": "إنه أو أنه",
    "انها": "إنها أو أنها",
    "انكم": "إنكم أو أنكم",
    "لان": "لأن",
    "لانه": "لأنه",
    "لانكم": "لأنكم",
    "الان": "الآن",
    "امس": "أمس",
}
"""Words that take و or ف before them and nothing else: كان, بان and والي are words of their own, as is واحد."""
NOUNS = {
    "اجراء": "إجراء",
    "اجراءات": "إجراءات",
    "ادارة": "إدارة",
    "ارسال": "إرسال",
    "اعادة": "إعادة",
    "الغاء": "إلغاء",
    "انجاز": "إنجاز",
    "انهاء": "إنهاء",
    "ايام": "أيام",
    "ايصال": "إيصال",
    "ايقاف": "إيقاف",
    "اشعار": "إشعار",
    "اسبوع": "أسبوع",
    "اكثر": "أكثر",
    "اقل": "أقل",
    "اخرى": "أخرى",
    "امر": "أمر",
    "إتصال": "اتصال",
    "إجتماع": "اجتماع",
    "إختيار": "اختيار",
    "إستخدام": "استخدام",
    "إسترداد": "استرداد",
    "إستفسار": "استفسار",
    "إستلام": "استلام",
    "إعتذار": "اعتذار",
    "إعتراض": "اعتراض",
    "إنتظار": "انتظار",
}
"""Nouns, with the particles and pronouns that may be joined to them."""
ARABIC = re.compile(
    rf"(?<!\w)[وف]?(?:(?P<alone>{'|'.join(ALONE)})|(?:ال|لل|[بلك](?:ال)?)?(?P<noun>{'|'.join(NOUNS)})"
    r"(?:كم|ك|نا|ه|ها|هم|ي)?)(?!\w)"
)
AMERICAN = {
    "apologize": "apologise",
    "apologized": "apologised",
    "apologizing": "apologising",
    "authorize": "authorise",
    "authorized": "authorised",
    "analyze": "analyse",
    "behavior": "behaviour",
    "canceled": "cancelled",
    "canceling": "cancelling",
    "center": "centre",
    "centers": "centres",
    "color": "colour",
    "favor": "favour",
    "favorite": "favourite",
    "finalize": "finalise",
    "fulfill": "fulfil",
    "honor": "honour",
    "labor": "labour",
    "neighbor": "neighbour",
    "organization": "organisation",
    "organize": "organise",
    "prioritize": "prioritise",
    "realize": "realise",
    "recognize": "recognise",
    "recognized": "recognised",
    "summarize": "summarise",
    "traveler": "traveller",
}
ENGLISH = re.compile(rf"\b(?:{'|'.join(AMERICAN)})\b", re.IGNORECASE)


def spelling(line: Line) -> Iterator[Remark]:
    """Report a misspelt Arabic word or an American spelling, the first of a text."""
    if line.language is Language.ENGLISH:
        # A capital within a sentence makes it a name: the Rockefeller Center is called so.
        for found in ENGLISH.finditer(line.masked):
            if found[0].islower() or found.start() == 0:
                yield line.remark_at("american_spelling", *found.span(), meant=AMERICAN[found[0].lower()])
                return
        return
    found_word = ARABIC.search(line.bare)
    if found_word:
        alone = found_word["alone"]
        yield line.remark_at(
            "hamza",
            line.bare_place(found_word.start()),
            line.bare_place(found_word.end() - 1) + 1,
            meant=ALONE[alone] if alone else NOUNS[found_word["noun"]],
        )
