"""Counted nouns: a number with its noun, in the form Arabic grammar asks of both; and digits by system."""

from dataclasses import dataclass
from typing import Literal

Case = Literal["nominative", "genitive"]
Language = Literal["ar", "en"]
System = Literal["latn", "arab"]

_TO_ARAB = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TO_LATN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_FATHA = "\u064e"
_KASRATAN = "\u064d"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in the forms that numbers ask for: `dual` nominative, `tamyiz` the accusative singular after 11 to 99.

    A noun with a complement (يوم عمل) counts as its first word, and the complement follows unchanged. Before it that
    word is in the construct state: the dual loses its ن and the accusative its tanween (يوما عمل, 11 يوم عمل).
    """

    singular: str
    dual: str
    plural: str
    tamyiz: str
    english_plural: str
    complement: str = ""

    @property
    def feminine(self) -> bool:
        """Whether واحدة, not واحد, follows one of it."""
        return self.singular.endswith("ة")

    @property
    def plural_after_no(self) -> str:
        """The plural after لا, where a defective one (ثوانٍ) takes its ي back."""
        return self.plural.removesuffix(_KASRATAN) + "ي" if self.plural.endswith(_KASRATAN) else self.plural


_DAY = ("يوم", "يومان", "أيام", "يومًا")
_HOUR = ("ساعة", "ساعتان", "ساعات", "ساعة")

NOUNS = {
    "day": Noun(*_DAY, "days"),
    "working day": Noun(*_DAY, "working days", complement="عمل"),
    "week": Noun("أسبوع", "أسبوعان", "أسابيع", "أسبوعًا", "weeks"),
    "month": Noun("شهر", "شهران", "أشهر", "شهرًا", "months"),
    "year": Noun("سنة", "سنتان", "سنوات", "سنة", "years"),
    "hour": Noun(*_HOUR, "hours"),
    "working hour": Noun(*_HOUR, "working hours", complement="عمل"),
    "minute": Noun("دقيقة", "دقيقتان", "دقائق", "دقيقة", "minutes"),
    "second": Noun("ثانية", "ثانيتان", "ثوانٍ", "ثانية", "seconds"),
    "time": Noun("مرة", "مرتان", "مرات", "مرة", "times"),
    "interaction": Noun("تفاعل", "تفاعلان", "تفاعلات", "تفاعلًا", "interactions"),
    "matter": Noun("موضوع", "موضوعان", "موضوعات", "موضوعًا", "matters"),
    "promise": Noun("التزام", "التزامان", "التزامات", "التزامًا", "promises"),
    "callback": Noun("معاودة", "معاودتان", "معاودات", "معاودة", "callbacks", complement="اتصال"),
    "call": Noun("مكالمة", "مكالمتان", "مكالمات", "مكالمة", "calls"),
    "phrase": Noun("جملة", "جملتان", "جمل", "جملة", "phrases"),
    "option": Noun("خيار", "خياران", "خيارات", "خيارًا", "options"),
    "note": Noun("ملاحظة", "ملاحظتان", "ملاحظات", "ملاحظة", "notes"),
    "key": Noun("مفتاح", "مفتاحان", "مفاتيح", "مفتاحًا", "keys"),
    "riyal": Noun("ريال", "ريالان", "ريالات", "ريالًا", "riyals"),
    "dirham": Noun("درهم", "درهمان", "دراهم", "درهمًا", "dirhams"),
    "dinar": Noun("دينار", "ديناران", "دنانير", "دينارًا", "dinars"),
    "pound": Noun("جنيه", "جنيهان", "جنيهات", "جنيهًا", "pounds"),
    "word": Noun("كلمة", "كلمتان", "كلمات", "كلمة", "words"),
}
"""English singular -> the noun in its counted forms; grows with the interface's words."""


def digits(text: str, system: System) -> str:
    """The text with its decimal digits as 0-9 ("latn") or ٠-٩ ("arab"); Persian digits are taken as well."""
    latn = text.translate(_TO_LATN)
    return latn.translate(_TO_ARAB) if system == "arab" else latn


def counted(
    n: int,
    noun: str,
    case: Case = "nominative",
    *,
    language: Language = "ar",
    system: System = "latn",
    spell_one: bool = True,
) -> str:
    """A number of a noun: «يومان», in the genitive (after خلال، بعد، منذ) «يومين», «3 أيام», «11 يومًا», «100 يوم».

    None of it is «لا أيام», in the genitive "0 يوم"; one is «يوم واحد», or «يوم» where `spell_one` is false. The number
    decides by its last two digits, as CLDR's plural categories do. `noun` is a key of NOUNS, its English singular.
    Raises ValueError for a noun not in that table and for a number below 0.
    """
    if noun not in NOUNS:
        raise ValueError(f"no counted noun {noun!r}: take one of {', '.join(NOUNS)}, or add it to NOUNS")
    if n < 0:
        raise ValueError(f"cannot count {n} of {noun!r}: give a number from 0 on")
    text = _english(n, noun, case) if language == "en" else _arabic(n, NOUNS[noun], case, spell_one)
    return digits(text, system)


def _english(n: int, noun: str, case: Case) -> str:
    number = "no" if n == 0 and case == "nominative" else str(n)
    return f"{number} {noun if n == 1 else NOUNS[noun].english_plural}"


def _arabic(n: int, noun: Noun, case: Case, spell_one: bool) -> str:
    complement = f" {noun.complement}" if noun.complement else ""
    if n == 0 and case == "nominative":
        return f"لا {noun.plural_after_no}{complement}"
    if n == 1:
        one = (" واحدة" if noun.feminine else " واحد") if spell_one else ""
        return noun.singular + complement + one
    if n == 2:
        return _dual(noun, case) + complement
    last_two = n % 100
    if 3 <= last_two <= 10:
        return f"{n} {noun.plural}{complement}"
    if last_two >= 11 and not complement:
        return f"{n} {noun.tamyiz}"
    return f"{n} {noun.singular}{complement}"


def _dual(noun: Noun, case: Case) -> str:
    stem = noun.dual.removesuffix("ان")
    if not noun.complement:
        return noun.dual if case == "nominative" else f"{stem}ين"
    # Without the fatha يومي reads as "my day".
    return f"{stem}ا" if case == "nominative" else f"{stem}{_FATHA}ي"
