"""The shape of an approved phrase, and of a place where one is said."""

from __future__ import annotations

from agent_tui.core.vocabulary import Part
from agent_tui.library.shapes.pieces import FLAG, Schema, a, one_of, ref, several_of, thing, told

PURPOSES = ("greeting", "hold", "silence", "emergency")

PHRASE_KEYS: Schema = {
    "id": told(a("id"), "The phrase's name inside this file.", "اسم الجملة داخل هذا الملف."),
    "text": told(
        thing({"ar": ref("wording"), "en": ref("wording")}),
        "The exact words, with {placeholders} for fields, customer, customer_word, agent, today, organisation.",
        "النص كما يقال، وفيه {placeholders} للحقول والعميل والموظف وتاريخ اليوم والجهة.",
    ),
    "parts": told(
        several_of(Part), "What an apology is made of: at least responsibility, repair or effort.", "عناصر الاعتذار."
    ),
    "mood": ref("moods"),
    "fault": ref("faults"),
    "when": ref("when"),
    "situation": told(ref("text"), "When to use it; searched.", "متى تُستعمل؛ يُبحث فيها."),
    "aliases": ref("other_names"),
    "promises": told(
        FLAG, "Whether saying it binds us; then it needs an entry in the ledger.", "هل قولها التزام منا يُسجَّل."
    ),
    "identity": told(
        FLAG, "Whether only a caller whose identity was checked may hear it.", "هل يلزم التحقق من الهوية قبل قولها."
    ),
    "review_by": told(a("date"), "The day by which its owner reads it again.", "تاريخ مراجعتها القادمة."),
}

PHRASES: dict[str, Schema] = {
    "phrase": told(thing(PHRASE_KEYS, ("id", "text")), "A phrase written where it is said.", "جملة في موضعها."),
    "bank_phrase": told(
        thing(
            {
                **PHRASE_KEYS,
                "purpose": told(
                    one_of(PURPOSES), "What saying it counts as, wherever it is used.", "الغرض الذي تُحسب له أينما قيلت."
                ),
            },
            ("id", "text"),
        ),
        "A phrase shared by scripts, used as bank.id.",
        "جملة مشتركة بين أدلة الحوار تُستعمل هكذا: bank.id.",
    ),
    "use": told(
        thing({"use": told(a("phrase_ref"), "bank.id", ""), "when": ref("when")}, ("use",)),
        "A phrase from a bank.",
        "جملة من مجموعة مشتركة.",
    ),
    # Told apart by the key `use`, so that an error speaks of the one form that was meant.
    "said": {"type": "object", "if": {"required": ["use"]}, "then": ref("use"), "else": ref("phrase")},
}

BANK = told(
    thing({"phrases": {"type": "array", "items": ref("bank_phrase"), "minItems": 1, "maxItems": 500}}, ("phrases",)),
    "A bank: phrases shared by scripts. The file's name is the bank's name.",
    "مجموعة جمل مشتركة؛ واسم الملف هو اسمها.",
)
