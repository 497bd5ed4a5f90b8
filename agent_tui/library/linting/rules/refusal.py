"""Refusals: why, what instead, how to appeal; and at least two ways forward beside them."""

from __future__ import annotations

from collections.abc import Iterator

from agent_tui.library.checks.script import declared
from agent_tui.library.checks.texts import leaves
from agent_tui.library.linting.cues import CONJUNCTIONS, LEADS, Cues, arabic, cues, english
from agent_tui.library.linting.line import Line
from agent_tui.library.linting.material import Material
from agent_tui.library.linting.remark import Remark, about
from agent_tui.library.source import Spot

APPEALING = r"(?:ال)?(?:تظلم|اعتراض|طعن|شكوى)"
NEEDED: tuple[tuple[str, Cues], ...] = (
    (
        "refusal_without_reason",
        cues(
            arabic(
                r"لأن\w*|بسبب|وفق\w*|بموجب|بحسب|حسب|بناء على|نظرا ل\w+|إذ|حيث إن\w*|استنادا|عملا ب\w+|لكون\w*|لعدم",
                r"(?:لا )?(?:تنص|ينص|تشترط|يشترط|توجب|يوجب|تجيز|يجيز|تسمح|يسمح|تقضي|يقضي|تمنع|يمنع)\w*",
                "السبب",
            ),
            english(
                "because|since|due to|according to|in accordance with|in line with|the reason",
                r"under (?:the|our|article|section|rule|law|regulation|policy|these|this)",
                r"(?:does|do) not (?:allow|permit)|requires?|allows? only|(?:article|section|rule) \d+|not permitted",
            ),
        ),
    ),
    (
        "refusal_without_alternative",
        cues(
            arabic(
                "بدلا|عوضا|بديل|بدائل|خيار آخر|حل آخر|طريق آخر|في المقابل",
                rf"(?<!لا\s)(?:يمكنكم|يمكنك|بإمكانكم|بإمكانك|بوسعكم|بوسعك)(?! {APPEALING})",
                r"(?<!لا\s)(?:يمكننا|يمكنني|بإمكاننا|نستطيع|أستطيع)",
                leads=CONJUNCTIONS,
            ),
            english(
                "instead|alternatively|alternatives?|another (?:way|option)|what (?:we|i) can",
                r"(?:we|i) (?:can|could)(?! ?not)",
                r"you (?:can|could)(?! ?not| (?:also )?(?:appeal|object|complain|challenge|contest|ask for a))",
            ),
        ),
    ),
    (
        "refusal_without_appeal",
        cues(
            arabic(r"تظلم\w*|اعتراض\w*|[تي]عترض\w*|طعن|تطعن\w*|إعادة النظر|مراجعة القرار|شكوى", leads=LEADS),
            english(
                r"appeal\w*|object|objections?|reconsider\w*|complain\w*|challenge|contest",
                r"reviewed|(?:ask for|request) (?:a|the) (?:\w+ )?review|review (?:of|by|the decision)|ombudsman",
            ),
        ),
    ),
)
LEAST_ALTERNATIVES = 2


def incomplete_refusal(script: Spot, material: Material) -> Iterator[Remark]:
    """Report what the sentences of a refusal, taken together, do not tell, in each language."""
    for option in script["solve"]["options"].each():
        if not option["refusal"].is_set:
            continue
        lines = _lines(option, material)
        if lines is None:
            continue
        for code, wanted in NEEDED:
            for language in declared(script["languages"]):
                if not any(wanted.first(line) for line in lines if line.language is language):
                    yield about(option["say"] if option["say"] else option, code, params={"language": language.value})


def _lines(option: Spot, material: Material) -> list[Line] | None:
    """The texts of an option; nothing where it uses a phrase there is not, since loading tells of that."""
    found: list[Line] = []
    for item in option["say"].each():
        used = item["use"].text
        if used and used not in material.by_id:
            return None
        if used:
            found += material.by_id[used].lines
        else:
            found += [Line(leaf) for leaf in leaves(item["text"])]
    return found


def few_alternatives(script: Spot, material: Material) -> Iterator[Remark]:
    """Report a refusal with fewer than two ways beside it, or with ways that may all be closed to some customer.

    What another grade decides counts, for it is reached by escalation; one way must be the first grade's own.
    """
    options = list(script["solve"]["options"].each())
    refusal = next((option for option in options if option["refusal"].is_set), None)
    if refusal is None:
        return
    others = [option for option in options if not option["refusal"].is_set]
    always = [option for option in others if not option["when"]]
    first = next((grade["id"].text for grade in material.house["grades"].each()), "")
    if len(others) < LEAST_ALTERNATIVES:
        yield about(refusal, "few_alternatives", params={"count": len(others)})
    elif len(always) < LEAST_ALTERNATIVES or not any(one["authority"].text in ("", first) for one in always):
        yield about(refusal, "conditional_alternatives", params={"count": len(always)})
