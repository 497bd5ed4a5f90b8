"""What is said of the content: apologies, admissions, promises, courtesy, refusals, approval."""

from __future__ import annotations

from collections.abc import Mapping

from agent_tui.library.linting.words.entry import Entry, error, warning

CONTENT: Mapping[str, Entry] = {
    "gendered_speaker": error(
        "“{found}” tells whether the agent is a man or a woman. Speak for the organisation: نعتذر, يسعدنا, نتفهّم.",
        "تكشف «{found}» أن المتحدث رجل أو امرأة، والجملة يقولها الجميع. اجعلها باسم الجهة: نعتذر، يسعدنا، نتفهّم.",
    ),
    "weak_apology": error(
        "The apology's parts name neither responsibility, repair nor effort, and regret alone satisfies nobody. "
        "Say what we take upon ourselves or do, and name it in parts.",
        "ليس في parts ما يدل على responsibility أو repair أو effort، والأسف وحده لا يرضي أحدًا. "
        "اذكر في الجملة ما نتحمّله أو نفعله، ثم سمّه في parts.",
    ),
    "apology_elsewhere": warning(
        "“{found}” apologises outside the Apologise stage, where no apology is counted. "
        "Move the phrase there, or take the apology out.",
        "«{found}» اعتذار في غير مرحلة الاعتذار، فلا يُحسب. انقل الجملة إليها أو احذف الاعتذار منها.",
    ),
    "apology_without_cause": error(
        "“{found}” does not say what for. Name what went wrong: نعتذر عن …, or sorry for …",
        "لم يُذكر بعد «{found}» ما نعتذر عنه. سمِّ ما وقع: نعتذر عن تأخّر معاملتكم، مثلًا.",
    ),
    "doubled_apology": warning(
        "“{found}” is a second apology in one phrase. Apologise once; said twice it sounds less meant.",
        "«{found}» اعتذار ثانٍ في جملة واحدة. يكفي اعتذار واحد، فتكراره يُضعفه.",
    ),
    "begs_forgiveness": warning(
        "“{found}” asks to be forgiven and offers nothing. Say what went wrong and what we do about it.",
        "«{found}» طلب للعفو من غير أن نقدّم شيئًا. اذكر ما وقع وما نفعله لإصلاحه.",
    ),
    "responsibility_without_fault": error(
        "The phrase takes responsibility, but it may be said where the fault is not ours. "
        "Add fault: [ours] with no other value, or take responsibility out.",
        "تتحمّل الجملة المسؤولية مع أنها قد تقال والخطأ ليس منّا. "
        "اجعل fault: [ours] وحدها، أو احذف responsibility وما يدل عليها.",
    ),
    "hidden_admission": error(
        "“{found}” admits a fault that may not be ours. Add fault: [ours], or reword it without the admission.",
        "«{found}» إقرار بخطأ قد لا يكون منّا. أضف fault: [ours]، أو أعد الصياغة بلا إقرار.",
    ),
    "promise_in_apology": error(
        "“{found}” promises something within an apology. Say what was wrong; what will be done is an option in Solve.",
        "«{found}» وعد داخل اعتذار. اكتفِ بما وقع، فما سنفعله يُعرض خيارًا في مرحلة الحل.",
    ),
    "future_in_apology": error(
        "“{found}” speaks of the future within an apology. Speak of what was and what is; the options come in Solve.",
        "«{found}» كلام عن المستقبل داخل اعتذار. تكلّم عمّا كان وما هو كائن، فالخيارات مكانها مرحلة الحل.",
    ),
    "hidden_promise": error(
        "“{found}” binds us, but nothing would be written into the ledger. Add promises: true, "
        "put the phrase under an option that has a promise, or reword it.",
        "«{found}» يُلزمنا بشيء ولا يُقيَّد في سجل الالتزامات. أضف promises: true، "
        "أو انقل الجملة إلى خيار له promise، أو أعد صياغتها.",
    ),
    "blames_customer": error(
        "“{found}” puts the fault on the customer. Say what is needed, and what we can do about it.",
        "«{found}» لوم للعميل. اذكر المطلوب وما يمكننا عمله.",
    ),
    "favour": error(
        "“{found}” makes a favour of a service the customer is entitled to. Say simply what we do.",
        "في «{found}» منّة، والخدمة حق للعميل. اذكر ما نقدّمه من غير منّة.",
    ),
    "empty_address": error(
        "Nobody says “{found}” on the telephone. Use the name ({{customer}}), or no form of address.",
        "لا يقال «{found}» في الهاتف. استعمل الاسم ({{customer}}) أو ادخل في الموضوع مباشرة.",
    ),
    "empty_formula": warning(
        "“{found}” is a formula nobody believes any more. Say what is meant in this case.",
        "«{found}» قالب محفوظ لم يعد أحد يصدّقه. قل المقصود في هذه الحالة بعينها.",
    ),
    "sighing_refusal": warning(
        "The refusal opens with “{found}”. Begin with what is not possible and why; the regret helps nobody.",
        "يبدأ الرفض بعبارة «{found}». ابدأ بما يتعذر وسببه، فالتأسف لا ينفع العميل.",
    ),
    "official_request": warning(
        "“{found}” speaks to nobody in particular. Ask a person: من فضلكم, نرجو, please.",
        "«{found}» لفظ إعلانات لا خطاب. اطلب من شخص تخاطبه: من فضلكم، أو نرجو.",
    ),
    "order": warning(
        "“{found}” gives an order. Say what is needed and what for, or ask for it.",
        "في «{found}» أمر. اذكر المطلوب وسببه، أو اطلبه بلطف.",
    ),
    "refusal_without_reason": error(
        "In {language}, no sentence of this refusal says why. Name the reason (because …, under article …).",
        "ليس في جمل هذا الرفض باللغة {language} ما يبيّن سببه. اذكر السبب أو المادة (لأن …، وفق المادة …).",
    ),
    "refusal_without_alternative": error(
        "In {language}, no sentence of this refusal says what is possible instead. Add one (Instead, we can …).",
        "ليس في جمل هذا الرفض باللغة {language} ما يبيّن الممكن بدلًا منه. أضف جملة (بدلًا من ذلك، يمكننا …).",
    ),
    "refusal_without_appeal": error(
        "In {language}, no sentence of this refusal says how to appeal. Add one, or use that of the bank.",
        "ليس في جمل هذا الرفض باللغة {language} ما يبيّن طريق التظلّم. أضف جملة، أو استعمل جملة المجموعة المشتركة.",
    ),
    "few_alternatives": error(
        "There are {count} alternatives beside this refusal, and two at least are offered before it. Add options.",
        "عدد البدائل إلى جانب هذا الرفض {count}، ويُعرض قبله بديلان على الأقل. أضف خيارات.",
    ),
    "conditional_alternatives": warning(
        "Some customers find fewer than two alternatives before this refusal, or none that the first grade may "
        "decide: {count} have no `when:`. Add one that is always open, or widen a condition.",
        "قد لا يجد بعض العملاء قبل هذا الرفض بديلين، أو بديلًا تملكه أدنى درجة: عدد ما ليس له when هو {count}. "
        "أضف خيارًا متاحًا دائمًا أو وسّع شرطًا.",
    ),
    "too_many_words": warning(
        "These are {count} words; in one breath {most} can be said. Shorten it, or make two phrases of it.",
        "عدد الكلمات {count}، والحد {most} كي تُقال في نفَس واحد. اختصر الجملة أو اجعلها جملتين.",
    ),
    "review_overdue": warning(
        "The day of review, {found}, has passed. Have its owner read it, and set the next day.",
        "مضى موعد المراجعة {found}. اعرضها على المسؤول عنها وحدّد موعدًا جديدًا.",
    ),
    "review_missing": warning(
        "This fact has no review_by, so nobody will be asked whether it still holds. Add a date.",
        "ليس لهذه المعلومة review_by، فلن يُسأل أحد إن بقيت صحيحة. أضف تاريخًا.",
    ),
    "unused_phrase": warning(
        "No script uses the phrase {name}. Use it, or take it out.",
        "لا يستعمل أي دليل حوار الجملة «{name}». استعملها أو احذفها.",
    ),
    "not_approved": warning(
        "Phrases of this file nobody has approved yet: {count} ({names} …). Until then they serve in practice only.",
        "في هذا الملف جمل لم يعتمدها أحد بعد، عددها {count} ({names} …)، ولا تُستعمل إلى أن تُعتمد إلا في التدريب.",
    ),
    "language_not_approved": warning(
        "The {language} of this phrase is not approved yet; the other language is.",
        "لم يُعتمد نص هذه الجملة باللغة {language} بعد، واعتُمد النص الآخر.",
    ),
    "changed_since_approval": warning(
        "The {language} has changed since {approver} approved it on {date}. Have it approved again.",
        "تغيّر النص باللغة {language} بعد أن اعتمده {approver} في {date}. اطلب اعتماده من جديد.",
    ),
    "stale_twin": warning(
        "The {language}, approved by {approver} on {date}, stands as it was, but its {twin} twin has changed. "
        "See whether both still say the same.",
        "النص باللغة {language} كما اعتمده {approver} في {date}، لكن نظيره باللغة {twin} تغيّر. "
        "تحقق من أن النصين ما زالا متفقين.",
    ),
}
