"""The shape of a script: one kind of request, from Listen to Thank."""

from __future__ import annotations

from agent_tui.core.script import FieldType, Kind
from agent_tui.core.vocabulary import Channel
from agent_tui.library.shapes.pieces import FLAG, Schema, a, number, one_of, ref, several, thing, told, words

_DO = several(ref("guidance"))
_SAY = several(ref("said"))

CHOICE = thing({"id": a("id"), "label": ref("text")}, ("id", "label"))

FIELD = told(
    thing(
        {
            "id": told(a("field_id"), "The name placeholders and `when:` use.", "الاسم المستعمل في الجمل والشروط."),
            "label": ref("text"),
            "type": told(one_of(FieldType), "What may be typed.", "نوع القيمة."),
            "required": told(FLAG, "Whether Listen is incomplete without it.", "هل يلزم قبل إنهاء الاستماع."),
            "personal": told(
                FLAG, "true unless it says nothing about a person; personal values can be erased.", "هل هو بيان شخصي."
            ),
            "recallable": told(FLAG, "Whether people affected are later found by it.", "هل يُستعمل في حصر المتأثرين."),
            "pattern": told(
                words(200), "A regular expression the whole value must match.", "نمط يجب أن تطابقه القيمة كلها."
            ),
            "choices": told(several(CHOICE, least=1), "The values of a choice field.", "قيم حقل الاختيار."),
            "currency": told(a("currency"), "The currency of a money field.", "عملة حقل المبلغ."),
        },
        ("id", "label", "type"),
    ),
    "Something to be asked.",
    "بيان يُسأل عنه.",
)

PROMISE = told(
    thing(
        {
            "days": number(0, 365),
            "hours": number(1, 1_000),
            "minutes": number(1, 10_000),
            "working": told(FLAG, "Whether working time is meant; true when left out.", "هل المقصود وقت العمل."),
            "owner": told(a("owner"), "agent, department:ID or staff:ID", "من يفي به."),
            "channel": told(one_of(Channel), "How the customer will hear.", "القناة التي يُبلَّغ بها العميل."),
        },
        ("owner", "channel"),
    ),
    "What accepting the option binds us to: exactly one of days, hours, minutes.",
    "ما نلتزم به عند القبول: واحد فقط من days أو hours أو minutes.",
)

OPTION = told(
    thing(
        {
            "id": a("id"),
            "title": ref("text"),
            "authority": told(
                a("id"), "The lowest grade that may decide; anyone when left out.", "أدنى درجة تملك القرار."
            ),
            "refusal": told(FLAG, "Whether this is the reasoned refusal; refusals stand last.", "هل هو الرفض المسبَّب."),
            "may_cite": told(
                several(a("id"), least=1), "Policies that ground the refusal.", "الأنظمة التي يستند إليها."
            ),
            "limit": told(
                ref("money"), "The most that may be given; can only lower a grade's ceiling.", "الحد الأعلى."
            ),
            "when": ref("when"),
            "promise": PROMISE,
            "identity": told(FLAG, "Whether the caller's identity must be checked first.", "هل يلزم التحقق من الهوية."),
            "say": _SAY,
        },
        ("id", "title"),
    ),
    "One remedy on the ladder, best first.",
    "خيار للحل؛ الأفضل أولًا.",
)

SCRIPT: Schema = told(
    thing(
        {
            "id": told(a("id"), "The script's name for ever; it is kept in every record.", "اسم الدليل؛ لا يتغير."),
            "version": told(number(1, 1_000_000), "Raised with every change that matters.", "رقم الإصدار."),
            "languages": ref("languages"),
            "title": ref("text"),
            "kind": told(one_of(Kind), "What the customer comes with; request when left out.", "نوع الطلب."),
            "channels": ref("channels"),
            "department": told(a("id"), "The department that owns such matters.", "الإدارة المسؤولة."),
            "aliases": ref("other_names"),
            "causes": told(
                several(thing({"id": a("id"), "label": ref("text")}, ("id", "label"))),
                "Why such matters arise; chosen when the matter is closed.",
                "أسباب نشوء الموضوع؛ يُختار أحدها عند إغلاقه.",
            ),
            "facts": told(
                several(thing({"ar": words(), "en": words(), "review_by": a("date")})),
                "What the agent can look at, and show, one key away.",
                "حقائق أمام الموظف بضغطة واحدة.",
            ),
            "fields": several(FIELD),
            "listen": told(
                thing({"do": _DO, "say": _SAY, "read_back": _SAY}, ("say",)), "The first stage.", "الاستماع."
            ),
            "apologise": told(
                thing({"do": _DO, "say": _SAY}, ("say",)), "The second stage: one sentence.", "الاعتذار: جملة واحدة."
            ),
            "solve": told(
                thing({"do": _DO, "say": _SAY, "options": several(OPTION, least=1, most=50)}, ("options",)),
                "The third stage: options, best first, the refusal last.",
                "الحل: الخيارات، الأفضل أولًا والرفض آخرها.",
            ),
            "thank": told(
                thing(
                    {
                        "do": _DO,
                        "say": _SAY,
                        "ask_satisfaction": told(FLAG, "Whether satisfaction is asked.", "هل يُسأل عن الرضا."),
                    },
                    ("say",),
                ),
                "The last stage.",
                "الشكر.",
            ),
        },
        ("id", "version", "languages", "title", "listen", "apologise", "solve", "thank"),
    ),
    "A script: the approved walk for one kind of request.",
    "دليل حوار لنوع واحد من الطلبات.",
)
