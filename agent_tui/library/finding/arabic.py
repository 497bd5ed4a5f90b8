"""Arabic words as readers take them apart: what may be a prefix or a suffix, each reading with its weight.

No dictionary decides whether the first letter of a word is a preposition or a letter of its root. So every word keeps
itself as its first reading, and a part taken away makes a lighter one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from agent_tui.library.finding.words import word_set

ARTICLE, PARTICLE, SUFFIX, VERB = 0.92, 0.6, 0.85, 0.5
SHORTEST = 3
_LIGHTEST = 0.3

_ARTICLES = ("وبال", "فبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
_PARTICLES = ("وب", "ول", "فل", "فب", "وس", "و", "ف", "ب", "ك", "ل")
_LONG_SUFFIXES = (
    *("اتكما", "اتهما", "اتها", "اتهم", "اتكم", "اتنا", "اتي", "اتك", "اته"),
    *("كما", "هما", "تها", "تهم", "تكم", "تنا", "تين", "تان"),
    *("كم", "كن", "هم", "هن", "ها", "نا", "ات", "ون", "ين", "ان", "تم", "وا"),
)
_SHORT_SUFFIXES = ("ه", "ي", "ك", "ت", "ا")
_FEMININE_BEFORE = frozenset(("تها", "تهم", "تكم", "تنا", "تين", "تان"))

# Words of everyday service whose first or last letters look like a particle or a pronoun and are not.
_ROOT_FIRST = word_set(
    """
    فاتورة فواتير فرع فروع فترة فوري فورية فريق فكرة فرق فقط فندق فحص فصل فشل فقدان فاعلية فضل فائدة فرصة فيديو
    بريد بطاقة بطاقات بيانات بيان بنك بنوك بلدية بلاغ بلاغات بلد بدل بداية بدء بديل بدائل بعد بعض برنامج بوابة
    بيت باب باقة باقات بحث بناء بلا بصمة بضاعة بائع وقت وثيقة وثائق وزارة وزير وظيفة وظائف وكيل وكالة ورقة وصل
    وصول وضع وحدة وعد وعود واجب واجبات واضح وافي وسيلة وسائل وصف وجود وجهة وفاة ولادة والد والدة ولد ولكن وسط
    وسيط وديعة وقود وزن ورشة وجبة كشف كشوف كتاب كتب كلمة كلمات كامل كاملة كافي كثير كبير كرامة كود كفالة كلام
    كاتب كيف كارت كهرباء لجنة لجان لوحة لوحات لقاء لازم لغة ليلة لائحة لوائح لماذا لدي لدينا لديك لديكم لست
    """
)
_ROOT_LAST = word_set(
    """
    قانون تأمين تمرين تعيين تحسين عنوان ضمان زمان مكان لسان إيمان بيان قرآن ميزان سكان عدوان إعلان إنسان فقدان
    برلمان إثبات بنك شيك اشتراك مشترك شريك صك ملك أيضا هنا هذا متى أين كان وقت بيت صوت تحت أنت موقت تثبيت توقيت
    ثابت الآن حين نحن شحن سكن مدن كافي تالي حالي جاري إداري مالي مدني وطني سنوي شهري يومي رسمي نهائي كلي
    """
)
_IMPERFECT = "نتيا"


@lru_cache(maxsize=32768)
def readings(word: str) -> tuple[tuple[str, float], ...]:
    """Every reading of a folded word with its weight, the word itself first."""
    found: dict[str, float] = {}
    for stem, weight in _without_prefix(word):
        for short, light in _without_suffix(stem):
            found[short] = max(found.get(short, 0.0), weight * light)
    for reading, weight in tuple(found.items()):
        for pattern in _deeds(reading):
            found[pattern] = max(found.get(pattern, 0.0), weight * VERB)
    kept = {reading: weight for reading, weight in found.items() if weight >= _LIGHTEST}
    return tuple(sorted(kept.items(), key=lambda one: -one[1]))


def _without_prefix(word: str) -> Iterator[tuple[str, float]]:
    yield word, 1.0
    if any(stem in _ROOT_FIRST for stem, _ in _without_suffix(word)):
        return
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= SHORTEST - 1:
            yield word[len(article) :], ARTICLE
            return
    for particle in _PARTICLES:
        if word.startswith(particle) and len(word) - len(particle) >= SHORTEST:
            yield word[len(particle) :], PARTICLE


def _without_suffix(word: str) -> Iterator[tuple[str, float]]:
    yield word, 1.0
    if word in _ROOT_LAST:
        return
    for suffix in _LONG_SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST:
            stem = word[: -len(suffix)]
            yield stem, SUFFIX
            if suffix in _FEMININE_BEFORE:
                yield stem + "ه", SUFFIX
            elif stem.endswith("ا"):
                yield stem[:-1] + "ي", SUFFIX
            break
    for suffix in _SHORT_SUFFIXES:
        if word.endswith(suffix) and len(word) - 1 >= SHORTEST:
            stem = word[:-1]
            yield stem, SUFFIX
            if stem.endswith("ت") and len(stem) > SHORTEST:
                yield stem[:-1] + "ه", SUFFIX
                yield stem[:-1], SUFFIX * SUFFIX


def _deeds(word: str) -> Iterator[str]:
    """What نعتذر, يعتذر and اعتذار, or نسجل and تسجيل, have in common; marked so that nouns do not meet it."""
    bare = word[1:] if word.startswith("س") and len(word) > SHORTEST + 1 and word[1] in _IMPERFECT else word
    if len(bare) > SHORTEST and bare[0] in _IMPERFECT:
        yield "=" + bare[1:]
    if bare.startswith("ا") and len(bare) > SHORTEST + 1 and bare[-2] == "ا":
        yield "=" + bare[1:-2] + bare[-1]
    if bare.startswith("ت") and len(bare) == SHORTEST + 2 and bare[-2] == "ي":
        yield "=" + bare[1:-2] + bare[-1]
