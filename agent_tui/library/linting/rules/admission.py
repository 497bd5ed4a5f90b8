"""Admissions: that the fault is ours is said only where it is known to be."""

from __future__ import annotations

from collections.abc import Iterator

from agent_tui.core.vocabulary import Part
from agent_tui.library.linting.cues import LEADS, arabic, cues, english, told_once
from agent_tui.library.linting.remark import Remark
from agent_tui.library.linting.rules.courtesy import MONEY
from agent_tui.library.linting.said import Said

OURS = "(?:منا|من جانبنا|من طرفنا|من عندنا|من قبلنا|من ناحيتنا)"
SUPPOSED = (
    arabic(
        "(?:إن|إذا|لو|هل|سواء|متى|حين) (?:كان|كانت|يكون|أكان|ثبت|تبين|وقع|حدث|اتضح)",
        "هل|ما لم|إلا إذا",
        "[تي]?شترط|بشرط|شرط|المادة|لائحة|اللائحة|قواعد",
        "(?:تقول|ترو|تري|تظن|تعتقد|ذكرت)(?:ون|ين|م|ن|ي)?",
    ),
    english(
        "if|whether|unless|where|should|requires?|required|what was|anything that was|article|regulation|rules?",
        "you (?:say|think|believe|feel|told|mentioned)",
    ),
)
"""Words that make of an admission a condition, a question or the customer's own view."""

ADMISSION = cues(
    arabic(
        f"خطأ {OURS}",
        "خطأ (?:وقعنا فيه|ارتكبناه|ارتكبه موظفونا)",
        f"الخطأ (?:{OURS}|خطؤنا|خطأنا|علينا|عندنا|لدينا)",
        "(?:لولا|هذا|هو|بسبب) (?:خطؤنا|خطئنا|خطأنا)",
        "(?:ل)?خطئنا",
        "أخطأنا",
        f"تقصير {OURS}",
        "تقصيرنا|إهمالنا|إخلالنا",
        "(?:لقد )?قصرنا (?:في|معكم|معك)",
        f"(?:إهمال|سهو|إخلال) {OURS}",
        f"(?:تأخير|تأخر|عطل|خلل|سبب|ذنب) (?:{OURS}|بسببنا)",
        "بسببنا|سببناه",
        "مسؤولية (?:علينا|مسؤوليتنا|تقع علينا|لدينا)",
        "نحن (?:المسؤولون|المسئولون|السبب|المخطئون|من أخطأ)",
        "[نأ]تحمل (?:كامل |كل )?(?:ال)?(?:مسؤولية|مسؤوليته|مسؤوليتها|خطأ|تبعة|تبعته|ذنب)",
        rf"كان علينا(?! {MONEY})",
        "كان (?:يجب علينا|ينبغي لنا|ينبغي علينا|الأجدر بنا|من واجبنا)",
        r"لم نف\w? (?:به|بها|بوعد\w*|بما|بالتزام\w*)",
        leads=LEADS,
    ),
    english(
        r"our (?:own )?(?:fault|mistake|error|failing|failings|failure|oversight|negligence)",
        r"our responsibility(?! (?:is )?to(?!\w))",
        r"(?:is|was|are|were) (?:all |entirely |clearly |wholly )?(?:ours|on our side|our doing)",
        "(?:fault|mistake|error|blame|responsibility) (?:is|was|lies|rests) with us",
        "we (?:have )?(?:made|make) (?:a|an|this|that|the) (?:mistake|error)",
        "we (?:were|are) (?:wrong|at fault|to blame|mistaken)",
        r"we (?:were|are) responsible for (?:the|this|that) (?:\w+ )?(?:delay|mistake|error|fault|trouble|loss|harm)",
        "we (?:take|accept|bear) (?:full |the |all )?(?:responsibility|blame)",
        "we (?:ought to|should) have (?:told|kept|called|rung|informed|answered|warned|let|done|known|replied|checked)",
        "we (?:have )?(?:failed|let you down|broke our|neglected)",
        "our delay",
        "(?:trouble|worry|delay|harm|loss|problem|inconvenience) we (?:have )?caused",
    ),
    unless=SUPPOSED,
)


def responsibility_without_fault(said: Said) -> Iterator[Remark]:
    """Report a phrase that takes responsibility and could be said where the fault is not known to be ours."""
    if Part.RESPONSIBILITY in said.parts and not said.only_ours:
        yield said.remark("responsibility_without_fault", "fault" if said.spot["fault"] else "parts")


def hidden_admission(said: Said) -> Iterator[Remark]:
    """Report words that admit a fault in a phrase that could be said where the fault is not known to be ours."""
    if said.only_ours or Part.RESPONSIBILITY in said.parts:
        return
    for line, found in told_once(said.lines, ADMISSION):
        yield line.remark("hidden_admission", found)
