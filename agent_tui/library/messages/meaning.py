"""What can be wrong with what names mean: ids, references, fields, authority, approvals."""

from __future__ import annotations

from agent_tui.library.messages.terms import Pairs

MEANING: Pairs = {
    "missing_language": (
        "{language} is declared for this file, but this text has none. Add it, or take the language out of languages.",
        "اللغة {language} معلنة لهذا الملف، ولا نص بها هنا. أضفه أو احذفها من languages.",
    ),
    "language_not_offered": (
        "library.yaml does not offer {language}. Add it there, or remove it here.",
        "اللغة {language} ليست من لغات library.yaml. أضفها هناك أو احذفها هنا.",
    ),
    "duplicate_id": (
        "The {what} {id} stands already on line {line}. Give this one another id, or remove it.",
        "المعرّف «{id}» ({what}) مستعمل في السطر {line}. اختر معرّفًا آخر أو احذف أحدهما.",
    ),
    "id_taken": (
        "The id {id} belongs to {file} already, and ids of phrases begin with it. Choose another.",
        "المعرّف «{id}» مستعمل في {file}، وبه تبدأ معرّفات الجمل. اختر غيره.",
    ),
    "reserved_id": (
        "{id} is a placeholder the program fills itself. Give the field another id.",
        "«{id}» موضع يملؤه البرنامج بنفسه. اختر معرّفًا آخر للحقل.",
    ),
    "unknown_name": (
        "library.yaml has no {what} {name}. Correct the name, or add it there.",
        "«{name}» ({what}) غير موجود في library.yaml. صحّح الاسم أو أضفه هناك.",
    ),
    "unknown_field": (
        "The script has no field {name}. Correct the name, or add the field.",
        "ليس في دليل الحوار حقل «{name}». صحّح الاسم أو أضف الحقل.",
    ),
    "never_such_value": (
        "The field {field} ({type}) can never be {found}. Correct the value.",
        "لا يمكن أن تكون قيمة الحقل «{field}» ({type}) هي «{found}». صحّح القيمة.",
    ),
    "choices_missing": (
        "A choice field needs its choices. Add them, each with id and label.",
        "حقل الاختيار لا بد له من قيم. أضف choices ولكل منها id وlabel.",
    ),
    "not_for_type": (
        "{name} means nothing for a field of type {type}, only for: {types}. Remove it, or change the type.",
        "لا معنى لـ «{name}» في حقل من نوع {type}، بل في: {types}. احذفه أو غيّر النوع.",
    ),
    "only_refusals_cite": (
        "Only a refusal cites policies. Add refusal: true, or remove may_cite.",
        "لا تُذكر اللوائح إلا في الرفض. أضف refusal: true أو احذف may_cite.",
    ),
    "refusal_not_last": (
        "The option {id} stands after a refusal. Refusals come last: move it up.",
        "الخيار «{id}» واقع بعد الرفض، والرفض آخر الخيارات. قدّمه عليه.",
    ),
    "one_term": (
        "A promise needs exactly one of days, hours and minutes; found: {found}.",
        "لا بد للالتزام من واحد فقط من days وhours وminutes، والموجود: {found}.",
    ),
    "nobody_may_give": (
        "No grade that may decide on this option has a ceiling, so nobody could give any money. "
        "Give a grade a ceiling in library.yaml, or remove the limit.",
        "ليس لأي درجة تملك القرار في هذا الخيار سقف مالي، فلا أحد يستطيع أن يمنح شيئًا. "
        "ضع سقفًا لدرجة في library.yaml أو احذف الحد.",
    ),
    "limit_above_ceilings": (
        "{found} is above the highest ceiling of those who may decide ({highest}); a limit can only lower it. "
        "Lower the limit, or raise the ceiling in library.yaml.",
        "المبلغ {found} فوق أعلى سقف لمن يملك القرار ({highest})، والحد لا يكون إلا أدنى منه. "
        "اخفض الحد أو ارفع السقف في library.yaml.",
    ),
    "other_currency": (
        "The currency {found} cannot be compared with the grades' ceilings in {currency}. Use one currency.",
        "العملة {found} لا تُقارن بسقوف الدرجات وهي بعملة {currency}. استعمل عملة واحدة.",
    ),
    "ceiling_falls": (
        "Grades stand in rising order, but this ceiling ({found}) is below the one before ({before}). "
        "Reorder the grades, or correct the sum.",
        "الدرجات مرتبة تصاعديًا، وهذا السقف ({found}) أدنى مما قبله ({before}). أعد الترتيب أو صحّح المبلغ.",
    ),
    "nobody_supervises": (
        "No grade supervises, so nobody answers escalations. Add supervises: true to one.",
        "ليس بين الدرجات درجة إشراف، فلا أحد يجيب التصعيد. أضف supervises: true إلى إحداها.",
    ),
    "approved_twice": (
        "{phrase} in {language} is approved already on line {line}. Keep one entry.",
        "«{phrase}» باللغة {language} معتمدة في السطر {line}. أبقِ قيدًا واحدًا.",
    ),
    "own_approval": (
        "{staff} approves words of their own. The approver must be somebody else.",
        "«{staff}» يعتمد جملة كتبها بنفسه. لا بد أن يعتمدها غيره.",
    ),
    "approved_nothing": (
        "There is no phrase {phrase} in {language} any longer. The entry can go.",
        "لم تعد هناك جملة «{phrase}» باللغة {language}. يمكن حذف القيد.",
    ),
}
