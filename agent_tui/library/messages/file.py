"""What can be wrong with a file before its content is looked at, and with YAML itself."""

from __future__ import annotations

from agent_tui.library.messages.terms import Pairs

FILE: Pairs = {
    "file_missing": (
        "The file {name} is missing. Every scripts folder needs it; copy the one of the starter scripts and adapt it.",
        "الملف {name} غير موجود، ولا بد منه في كل مجلد scripts. انسخ ملف المجموعة الأولية وعدّله.",
    ),
    "folder_missing": (
        "There is no scripts folder at {name}. Check the path, or create the folder with library.yaml in it.",
        "لا يوجد مجلد أدلة حوار في {name}. تحقق من المسار، أو أنشئ المجلد وفيه library.yaml.",
    ),
    "folder_for_file": (
        "This is a folder, but a file was expected. Rename or move the folder.",
        "هذا مجلد والمتوقع ملف. غيّر اسم المجلد أو انقله.",
    ),
    "file_for_folder": (
        "{name} is a file, but a folder was expected. Move the file and create the folder.",
        "«{name}» ملف والمتوقع مجلد. انقل الملف وأنشئ المجلد.",
    ),
    "not_a_file": (
        "This is no ordinary file (a device or a pipe). Put a text file in its place.",
        "هذا ليس ملفًا عاديًا (جهاز أو أنبوب). ضع مكانه ملفًا نصيًا.",
    ),
    "unreadable": (
        "The system does not let it be read: {reason}. Check permissions and links.",
        "لا يسمح النظام بقراءته: {reason}. تحقق من الصلاحيات والروابط.",
    ),
    "file_too_big": (
        "The file is bigger than {limit} kB, which no script needs. Split it into several files.",
        "حجم الملف أكبر من {limit} كيلوبايت، ولا يحتاج دليل حوار إلى ذلك. قسّمه إلى عدة ملفات.",
    ),
    "other_encoding": (
        "The file is in {encoding}, but UTF-8 was expected. Save it again in UTF-8.",
        "الملف بترميز {encoding} والمتوقع UTF-8. احفظه من جديد بترميز UTF-8.",
    ),
    "not_utf8": (
        "From here on the file is not UTF-8; it may be Windows-1256 or Latin-1. Save it again in UTF-8.",
        "الملف من هذا الموضع ليس بترميز UTF-8، ولعله Windows-1256 أو Latin-1. احفظه من جديد بترميز UTF-8.",
    ),
    "control_in_file": (
        "An invisible control character ({character}) stands here. Delete it.",
        "هنا محرف تحكم خفي ({character}). احذفه.",
    ),
    "empty_file": (
        "The file holds nothing but comments or blanks. Write its content, or delete the file.",
        "ليس في الملف سوى تعليقات أو فراغ. اكتب محتواه أو احذف الملف.",
    ),
    "too_deep": (
        "Values are nested more than {limit} levels deep here. Flatten this part; no script needs so many.",
        "تداخلت القيم هنا أكثر من {limit} مستوى، ولا يحتاج دليل حوار إلى ذلك. بسّط هذا الجزء.",
    ),
    "too_many_values": (
        "With aliases written out the file has more than {limit} values. Remove aliases (*), or split the file.",
        "في الملف بعد فكّ الأسماء المستعارة أكثر من {limit} قيمة. احذف الأسماء المستعارة (*) أو قسّم الملف.",
    ),
    "too_many_aliases": (
        "The file has more than {limit} aliases (*). Write the values out, or use phrases from a bank.",
        "في الملف أكثر من {limit} اسم مستعار (*). اكتب القيم نفسها، أو استعمل جملًا من مجموعة مشتركة.",
    ),
    "text_too_big": (
        "One text is longer than {limit} kB. A quotation mark may be missing; otherwise shorten it.",
        "هنا نص واحد أطول من {limit} كيلوبايت. لعل علامة اقتباس سقطت، وإلا فاختصره.",
    ),
    "unknown_alias": (
        "The alias *{anchor} refers to nothing that stands before it. Put text that begins with * in quotes.",
        "الاسم المستعار *{anchor} لا يشير إلى شيء قبله. ضع النص الذي يبدأ بنجمة بين علامتي اقتباس.",
    ),
    "alias_of_itself": (
        "The alias *{anchor} stands inside what it refers to. Write the value out.",
        "الاسم المستعار *{anchor} واقع داخل ما يشير إليه. اكتب القيمة نفسها.",
    ),
    "duplicate_anchor": (
        "The anchor &{anchor} is used a second time. Rename one of the two.",
        "العلامة &{anchor} مستعملة مرة ثانية. غيّر اسم إحداهما.",
    ),
    "merge_key": (
        "Merge keys (<<) are not used here. Write the keys out, or use phrases from a bank.",
        "مفتاح الدمج (<<) لا يُستعمل هنا. اكتب المفاتيح نفسها، أو استعمل جملًا من مجموعة مشتركة.",
    ),
    "tag": (
        "YAML tags such as {tag} are not used here. Remove it; put text that begins with ! in quotes.",
        "وسوم YAML مثل {tag} لا تُستعمل هنا. احذف الوسم، وضع النص الذي يبدأ بعلامة ! بين علامتي اقتباس.",
    ),
    "several_documents": (
        "A second document begins here (---). One file holds one document: remove the line, or make another file.",
        "يبدأ هنا مستند ثانٍ (---). في كل ملف مستند واحد: احذف السطر أو اجعله ملفًا آخر.",
    ),
    "tab": (
        "The line is indented with a tab. YAML takes spaces only: replace the tab by two spaces.",
        "السطر مزاح بمفتاح الجدولة (Tab)، وYAML لا يقبل إلا المسافات. ضع مكانه مسافتين.",
    ),
    "unclosed_quote": (
        "The quotation mark that opens here is never closed. Close it at the end of the text.",
        "علامة الاقتباس المفتوحة هنا لم تُغلق. أغلقها في آخر النص.",
    ),
    "unclosed_bracket": (
        "The bracket that opens here is not closed, lacks a comma, or holds text with {{ }} ? : , and no quotes. "
        "Close it, add the comma, or put the text in quotes.",
        "القوس المفتوح هنا لم يُغلق، أو سقطت منه فاصلة لاتينية (,)، أو فيه نص ذو {{ }} ? : , بلا علامتي اقتباس. "
        "أغلقه أو أضف الفاصلة أو ضع النص بين علامتي اقتباس.",
    ),
    "colon_in_text": (
        "A colon is not understood here. Put text that holds a colon in quotes, or check the indentation.",
        "النقطتان (:) غير مفهومتين هنا. ضع النص الذي فيه نقطتان بين علامتي اقتباس، أو راجع الإزاحة.",
    ),
    "missing_colon": (
        "A key without a colon stands on or above this line. Write it as key: value, with a space after the colon.",
        "في هذا السطر أو قبله مفتاح بلا نقطتين. اكتبه هكذا key: value مع مسافة بعد النقطتين.",
    ),
    "indentation": (
        "This line does not line up with its neighbours. Align it with the line it belongs to, using spaces.",
        "هذا السطر غير محاذٍ لما حوله. حاذِه بالمسافات مع السطر الذي يتبعه.",
    ),
    "special_character": (
        "Text cannot begin or go on like this in YAML ({character}). Put the whole text in quotes.",
        "لا يصح النص على هذا الوجه في YAML ({character}). ضع النص كله بين علامتي اقتباس.",
    ),
    "bad_escape": (
        'After a backslash in "double quotes" this letter means nothing. Double the backslash, or use single quotes.',
        "لا معنى لهذا الحرف بعد الشرطة المائلة \\ داخل علامتي الاقتباس. كرّر الشرطة أو استعمل علامتين مفردتين.",
    ),
    "syntax": (
        "The line is not understood as YAML. Check indentation, colons, brackets and quotation marks.",
        "السطر غير مفهوم بلغة YAML. راجع الإزاحة والنقطتين والأقواس وعلامات الاقتباس.",
    ),
    "many_more": (
        "There are more than {limit} problems in this file. Correct the first ones, then look again.",
        "في هذا الملف أكثر من {limit} خطأ. صحّح أوائلها ثم أعد الفحص.",
    ),
    "unknown_file": (
        "Nothing reads the file {name}. Move it into phrases or services, or remove it.",
        "الملف «{name}» لا يقرؤه البرنامج. انقله إلى phrases أو services، أو احذفه.",
    ),
    "unknown_folder": (
        "Nothing reads the folder {name}. Rename or remove it.",
        "المجلد «{name}» لا يقرؤه البرنامج. غيّر اسمه أو احذفه.",
    ),
    "not_yaml": (
        "{name} is left aside, because its name does not end in .yaml. Rename it if it should be read.",
        "تُرك «{name}» لأن اسمه لا ينتهي بـ ‎.yaml. غيّر الاسم إن كان المراد قراءته.",
    ),
    "bad_file_name": (
        "A bank's file name begins the ids of its phrases; {name} cannot. "
        "Use small Latin letters, digits and hyphens, and not library.yaml.",
        "اسم ملف الجمل أول معرّفاتها، و«{name}» لا يصلح لذلك. "
        "استعمل حروفًا لاتينية صغيرة وأرقامًا وشرطات، ولا تسمّه library.yaml.",
    ),
}
