"""The shape of library.yaml, which describes the organisation, and of approvals.yaml."""

from __future__ import annotations

from agent_tui.core.language import Language
from agent_tui.core.organisation import Digits
from agent_tui.library.shapes.pieces import FLAG, Schema, a, number, one_of, ref, several, several_of, thing, told

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

LANGUAGES = told(
    several_of(Language), "The languages it is written in; the first is the usual one.", "اللغات؛ أولاها المعتادة."
)

LIBRARY: Schema = told(
    thing(
        {
            "name": told(ref("text"), "The organisation.", "اسم الجهة."),
            "customer_word": told(
                ref("text"),
                "What you call your customer, in every sentence.",
                "العميل أو المستفيد أو المتعامل أو المراجع.",
            ),
            "languages": ref("languages"),
            "digits": told(
                thing({"ar": one_of(Digits), "en": one_of(Digits)}), "arab is ٠١٢, latn is 012.", "الأرقام المستعملة."
            ),
            "timezone": told(a("timezone"), "IANA time zone, such as Asia/Riyadh.", "المنطقة الزمنية."),
            "currency": told(a("currency"), "ISO 4217, such as SAR.", "رمز العملة."),
            "grades": told(
                several(
                    thing(
                        {
                            "id": a("id"),
                            "title": ref("text"),
                            "ceiling": told(
                                ref("money"), "The most it may give; left out, none.", "أعلى مبلغ يملك منحه."
                            ),
                            "supervises": told(FLAG, "Whether it answers escalations.", "هل يُصعَّد إليه."),
                        },
                        ("id", "title"),
                    ),
                    least=1,
                    most=50,
                ),
                "Ranks of staff in rising order of authority.",
                "الدرجات من الأدنى صلاحية إلى الأعلى.",
            ),
            "departments": told(
                several(thing({"id": a("id"), "title": ref("text")}, ("id", "title"))),
                "The parts of the organisation that own matters and promises.",
                "الإدارات.",
            ),
            "policies": told(
                several(thing({"id": a("id"), "title": ref("text"), "text": ref("text")}, ("id", "title", "text"))),
                "Rules that may be cited as the ground of a refusal.",
                "الأنظمة التي يجوز أن يُستند إليها في الرفض.",
            ),
            "week": told(
                {**thing({day: a("hours") for day in WEEK}), "minProperties": 1},
                'Working hours by day, such as sunday: "08:00-16:00"; a day left out is not worked.',
                "ساعات العمل لكل يوم؛ واليوم الذي لا يُذكر عطلة.",
            ),
            "holidays": several(thing({"date": a("date"), "title": ref("text")}, ("date",))),
            "ramadan": told(a("hours"), "Working hours in Ramadan, on the days of the week above.", "ساعات رمضان."),
            "standards": told(
                thing(
                    {
                        "callback_minutes": told(
                            number(1, 1_440), "A dropped caller is rung within this.", "معاودة الاتصال."
                        ),
                        "silence_seconds": told(
                            number(5, 600), "A silent caller is prompted after this.", "مهلة الصمت."
                        ),
                        "abandon_hours": told(
                            number(1, 720), "What nobody resumed is closed after this.", "إغلاق ما لم يُستأنف."
                        ),
                        "heartbeat_seconds": told(
                            number(1, 300), "How often a program says it is alive.", "نبض البرنامج."
                        ),
                    }
                ),
                "The service standards you set yourselves.",
                "معايير الخدمة.",
            ),
            "emergency": told(
                several(ref("said"), least=1), "The fixed words for threat, self-harm and danger.", "نص حالات الطوارئ."
            ),
            "silence": told(several(ref("said")), "What a silent caller hears, in order.", "ما يقال للمتصل الصامت."),
            "hold": told(several(ref("said")), "What is said before holding and after.", "ما يقال قبل الانتظار وبعده."),
        },
        ("name", "customer_word", "languages", "timezone", "grades", "week", "emergency"),
    ),
    "The organisation: its words, authority, calendar and standards.",
    "الجهة: ألفاظها وصلاحياتها وتقويمها ومعاييرها.",
)

APPROVALS: Schema = told(
    thing(
        {
            "approvals": several(
                thing(
                    {
                        "phrase": a("phrase_ref"),
                        "language": one_of(Language),
                        "hash": a("hash"),
                        "twin": told(
                            a("hash"),
                            "The hash of the other language as it stood when this one was approved.",
                            "بصمة اللغة الأخرى كما كانت عند الاعتماد.",
                        ),
                        "author": a("staff"),
                        "approver": a("staff"),
                        "at": a("moment"),
                    },
                    ("phrase", "language", "hash", "author", "approver", "at"),
                ),
                most=20_000,
            )
        },
        ("approvals",),
    ),
    "Written by agent-tui approve: which words stand approved, by whom and since when.",
    "يكتبه agent-tui approve: الجمل المعتمدة ومن اعتمدها ومتى.",
)
