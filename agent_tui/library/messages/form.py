"""What can be wrong with the form of a value: its key, its type, the way it is written."""

from __future__ import annotations

from agent_tui.library.messages.terms import Pairs

FORM: Pairs = {
    "duplicate_key": (
        "The key {key} stands here a second time. Keep one of the two.",
        "المفتاح «{key}» مكرر هنا. أبقِ واحدًا منهما.",
    ),
    "key_not_text": (
        "This key ({found}) is read as something other than text. Put the key in quotes.",
        "هذا المفتاح ({found}) يُقرأ على أنه غير نص. ضعه بين علامتي اقتباس.",
    ),
    "yaml_word": (
        'YAML may read {found} as true or false. Write true or false; for the word itself put it in quotes: "{found}".',
        "قد يقرأ YAML الكلمة {found} على أنها true أو false. اكتب true أو false، "
        'وإن أردت الكلمة نفسها فضعها بين علامتي اقتباس: "{found}".',
    ),
    "yaml_number": (
        "YAML may read {found} as another number (base 8, base 60 and the like). "
        'Write it in plain digits, or in quotes where text is meant: "{found}".',
        "قد يقرأ YAML القيمة {found} عددًا آخر (ثمانيًا أو ستينيًا مثلًا). "
        'اكتبها بأرقام عادية، أو بين علامتي اقتباس إن كان المراد نصًا: "{found}".',
    ),
    "number_unquoted": (
        'Numbers with decimals are kept as text, so that no digit is lost. Put it in quotes: "{found}".',
        'الأعداد الكسرية تُحفظ نصًا كي لا تضيع خانة منها. ضعها بين علامتي اقتباس: "{found}".',
    ),
    "yaml_date": (
        'YAML reads {found} as a date, and text was expected. Put it in quotes: "{found}".',
        'يقرأ YAML القيمة {found} تاريخًا والمتوقع نص. ضعها بين علامتي اقتباس: "{found}".',
    ),
    "unprintable": (
        "The text holds an invisible control character ({character}). Delete it.",
        "في النص محرف تحكم خفي ({character}). احذفه.",
    ),
    "unknown_key": ("The key {name} is not known here.", "المفتاح «{name}» غير معروف هنا."),
    "missing_key": (
        "The key {name} is missing here. Add it.",
        "المفتاح «{name}» ناقص هنا. أضفه.",
    ),
    "wrong_type": (
        "Expected {expected}, found {found_kind}. Correct the value.",
        "المتوقع {expected}، والموجود {found_kind}. صحّح القيمة.",
    ),
    "quote_it": (
        'Expected text, but YAML reads this as {found_kind}. Put it in quotes: "{found}".',
        'المتوقع نص، وYAML يقرأ هذه القيمة على أنها {found_kind}. ضعها بين علامتي اقتباس: "{found}".',
    ),
    "not_in_list": (
        "{found} is not one of the values possible here.",
        "«{found}» ليست من القيم الممكنة هنا.",
    ),
    "bad_format": (
        "Expected {format}; found “{found}”.",
        "المتوقع {format}، والموجود «{found}».",
    ),
    "blank": (
        "Nothing stands here. Write something, or leave the key out.",
        "لا شيء هنا. اكتب قيمة أو احذف المفتاح.",
    ),
    "too_long": (
        "More stands here than the limit of {limit}. Shorten it.",
        "ما هنا أكثر من الحد {limit}. اختصره.",
    ),
    "out_of_range": (
        "Expected a whole number from {least} to {most}; found {found}.",
        "المتوقع عدد صحيح من {least} إلى {most}، والموجود {found}.",
    ),
    "repeated": (
        "A value stands twice in this list. Keep it once.",
        "في هذه القائمة قيمة مكررة. أبقها مرة واحدة.",
    ),
    "wrong_form": (
        "The value has not the form the schema asks for ({keyword}). Compare it with a starter script.",
        "القيمة ليست على الصورة المطلوبة ({keyword}). قارنها بأحد أدلة الحوار الأولية.",
    ),
    "no_such_date": (
        "There is no {found} in the calendar. Correct the day.",
        "لا يوجد {found} في التقويم. صحّح اليوم.",
    ),
    "unknown_zone": (
        "The time zone {found} is not in the IANA list. Write one such as Asia/Riyadh.",
        "المنطقة الزمنية «{found}» ليست في قائمة IANA. اكتب مثل Asia/Riyadh.",
    ),
    "hours_reversed": (
        "{found} closes before it opens. Opening comes first, and both are on one day.",
        "وقت الانتهاء في {found} قبل وقت البدء. يُكتب البدء أولًا، وكلاهما في يوم واحد.",
    ),
    "bad_pattern": (
        "The pattern is no regular expression; it fails at its character {place}. Correct it there.",
        "النمط ليس تعبيرًا نمطيًا صحيحًا، والخطأ عند المحرف {place} منه. صحّحه هناك.",
    ),
    "slow_pattern": (
        "The pattern repeats what repeats itself and could stop the screen while somebody types. "
        "Simplify it, for example: [0-9]{{4,10}}.",
        "في النمط تكرار داخل تكرار قد يوقف الشاشة أثناء الكتابة. بسّطه: [0-9]{{4,10}}.",
    ),
}
