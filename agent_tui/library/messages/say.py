"""What can be wrong with sentences: shared phrases, placeholders, and stages left without words."""

from __future__ import annotations

from agent_tui.library.messages.terms import Pairs

SAY: Pairs = {
    "unknown_phrase": (
        "No bank has the phrase {name}. Correct the name, or add the phrase to its bank in phrases.",
        "ليس في أي مجموعة جملة «{name}». صحّح الاسم أو أضف الجملة إلى مجموعتها في phrases.",
    ),
    "use_broken": (
        "The phrase {name} has errors of its own. Correct its bank first.",
        "في الجملة «{name}» نفسها أخطاء. صحّح مجموعتها أولًا.",
    ),
    "purpose_elsewhere": (
        "The phrase {name} is made for {purpose} and cannot be used here. Use another, or remove its purpose.",
        "الجملة «{name}» مخصصة لغرض {purpose} ولا تصلح هنا. استعمل غيرها أو احذف غرضها.",
    ),
    "used_twice": (
        "The phrase {name} is used here already, on line {line}. Remove one of the two.",
        "الجملة «{name}» مستعملة هنا في السطر {line}. احذف إحداهما.",
    ),
    "used_lacks_language": (
        "The phrase {name} has no text in {language}, which this file declares. Add it in the bank.",
        "ليس للجملة «{name}» نص باللغة {language}، وهي معلنة في هذا الملف. أضفه في مجموعتها.",
    ),
    "used_needs_field": (
        "The phrase {name} needs the field {field}, which this script does not have. "
        "Add the field, or use another phrase.",
        "تحتاج الجملة «{name}» إلى الحقل «{field}» وليس في هذا الدليل. أضف الحقل أو استعمل جملة أخرى.",
    ),
    "used_promises": (
        "The phrase {name} speaks of a promise ({placeholder}), and none is made here. "
        "Use it in an option that has a promise, in Solve or in Thank.",
        "في الجملة «{name}» ذكر التزام ({placeholder}) ولا التزام هنا. "
        "استعملها في خيار له promise أو في الحل أو الشكر.",
    ),
    "used_never_holds": (
        "The conditions of the phrase {name} can never hold together here ({field}). Correct one of them.",
        "لا يمكن أن تتحقق شروط الجملة «{name}» معًا هنا ({field}). صحّح أحدها.",
    ),
    "unknown_placeholder": (
        "Nothing fills the placeholder {name}. Use a field's id or a name the program fills.",
        "لا شيء يملأ الموضع «{name}». استعمل معرّف حقل أو اسمًا يملؤه البرنامج.",
    ),
    "promise_placeholder": (
        "{name} is filled only where a promise is made: "
        "in an option that has a promise, in Solve or in Thank of such a script.",
        "لا يُملأ «{name}» إلا حيث يُقطع التزام: في خيار له promise، أو في الحل أو الشكر من دليل فيه ذلك.",
    ),
    "placeholder_not_here": (
        "Braces are filled in phrases and do lines only; here they would be shown as they are. Write the words out.",
        "لا تُملأ الأقواس {{}} إلا في الجمل وأسطر do، وهنا تظهر كما هي. اكتب الكلمات نفسها.",
    ),
    "stray_brace": (
        "A brace stands alone, or around something that is no name. Placeholders look like {{request_no}}: "
        "small Latin letters, digits and underscores.",
        "هنا قوس {{ أو }} بلا مقابل أو حول ما ليس اسمًا. تُكتب المواضع هكذا {{request_no}}: "
        "حروف لاتينية صغيرة وأرقام وشرطات سفلية.",
    ),
    "stage_without_phrase": (
        "In {stage}, a customer who is {mood} would leave the agent without a sentence. Add one without `when:` "
        "that uses required fields only (the name may not be known); for Apologise it must also fit an unknown fault.",
        "في مرحلة {stage} لا يجد الموظف ما يقوله إن كان العميل {mood}. أضف جملة بلا when لا تحتاج إلا إلى الحقول "
        "اللازمة (فالاسم قد لا يُعرف)، ولتصلح في الاعتذار والخطأ لم يُعرف مصدره.",
    ),
    "option_without_phrase": (
        "The option {id} has no sentence that can be said from required fields alone. Add one to it, or to solve.say.",
        "ليس للخيار «{id}» جملة تكفيها الحقول اللازمة. أضف إليه واحدة أو إلى solve.say.",
    ),
    "fault_without_phrase": (
        "No apology fits a customer who is {mood} where the fault is {fault}. Add one.",
        "لا اعتذار يناسب أن يكون العميل {mood} والخطأ {fault}. أضف جملة لذلك.",
    ),
    "no_read_back": (
        "Listen has no read_back, so the agent confirms in words of their own. Add a phrase.",
        "ليس في الاستماع read_back، فيؤكد الموظف فهمه بكلام من عنده. أضف جملة.",
    ),
}
