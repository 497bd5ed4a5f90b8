"""What is said of the form: placeholders, letters, marks, spelling."""

from __future__ import annotations

from collections.abc import Mapping

from agent_tui.library.linting.words.entry import Entry, error, warning

FORM: Mapping[str, Entry] = {
    "other_placeholders": error(
        "The languages are not filled with the same things: {found} stands in one only. Use it in both, or in none.",
        "المواضع في اللغتين مختلفة: {found} في إحداهما فقط. ضعه فيهما معًا أو احذفه.",
    ),
    "form_placeholders": error(
        "The {form} form is not filled with the same things as the neutral one: {names}. Use the same in all forms.",
        "مواضع صيغة {form} غير مواضع الصيغة المحايدة: {names}. اجعلها واحدة في الصيغ كلها.",
    ),
    "wrong_language": error(
        "This text stands under {language} and is not written in it. Put it in its place, or translate it.",
        "هذا النص في موضع {language} وليس مكتوبًا بها. انقله إلى موضعه أو ترجمه.",
    ),
    "slash_form": error(
        "“{found}” is two words nobody can say at once. In Arabic use the courtesy plural (طلبكم), or male and female "
        "forms; in English, they.",
        "«{found}» كلمتان لا تُنطقان معًا. استعمل جمع التعظيم (طلبكم)، أو صيغتي male وfemale.",
    ),
    "tatweel": warning(
        "A letter is drawn out with tatweel (ـ). Delete it; the font draws letters.",
        "في النص تطويل (ـ). احذفه، فالخط هو الذي يمدّ الحروف.",
    ),
    "foreign_letter": error(
        "A letter of Persian or Urdu ({character}) stands where Arabic writes {meant}. Type it on an Arabic keyboard.",
        "هنا حرف فارسي أو أردي ({character}) موضع الحرف العربي {meant}. اكتبه بلوحة مفاتيح عربية.",
    ),
    "mixed_digits": warning(
        "Digits of both kinds, 012 and ٠١٢, stand in one text. Keep to one.",
        "في النص الواحد أرقام من النوعين 012 و٠١٢. اقتصر على أحدهما.",
    ),
    "other_digits": warning(
        "The organisation writes {digits} in this language (library.yaml, digits). Write these.",
        "أرقام الجهة في هذه اللغة هي {digits} (انظر digits في library.yaml). اكتب بها.",
    ),
    "double_space": warning(
        "Two spaces stand between words here. Delete one.",
        "هنا مسافتان بين كلمتين. احذف إحداهما.",
    ),
    "misplaced_space": warning(
        "There is a space here that belongs outside: none before a mark, none inside quotation marks or brackets.",
        "هنا مسافة في غير موضعها: لا مسافة قبل علامة الترقيم، ولا داخل علامات التنصيص والأقواس.",
    ),
    "latin_mark": warning(
        "A Latin mark ({found}) stands in Arabic text. Write {meant}.",
        "في النص العربي علامة ترقيم لاتينية ({found}). اكتب {meant}.",
    ),
    "unbalanced": warning(
        "The other half of {found} is missing. Add it, or delete this one.",
        "العلامة {found} بلا نظيرتها. أضف النظيرة أو احذف هذه.",
    ),
    "hamza": warning(
        "“{found}” is written {meant}. Correct it.",
        "تُكتب «{found}» هكذا: {meant}. صحّحها.",
    ),
    "american_spelling": warning(
        "“{found}” is the American spelling; this library writes {meant}.",
        "كتابة «{found}» أمريكية، وهذه المكتبة تكتب {meant}.",
    ),
}
