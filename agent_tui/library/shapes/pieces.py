"""The pieces every file's shape is made of: texts in two languages, conditions, money, lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from agent_tui.core.vocabulary import Channel, Fault, Mood
from agent_tui.library.shapes.formats import FORMATS

Schema: TypeAlias = dict[str, Any]


def told(schema: Schema, en: str, ar: str = "") -> Schema:
    """The schema with a description an editor shows."""
    return {**schema, "description": f"{en}\n{ar}" if ar else en}


def ref(name: str) -> Schema:
    """A reference to a named piece."""
    return {"$ref": f"#/$defs/{name}"}


def a(name: str) -> Schema:
    """A text of a known form."""
    return FORMATS[name].schema()


def words(longest: int = 2_000) -> Schema:
    """Free text that is not blank."""
    return {"type": "string", "minLength": 1, "maxLength": longest}


def one_of(values: Iterable[str]) -> Schema:
    """A text out of a closed list."""
    return {"type": "string", "enum": [str(value) for value in values]}


def several(items: Schema, least: int = 0, most: int = 500) -> Schema:
    """A list."""
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


def several_of(values: Iterable[str]) -> Schema:
    """A list of texts out of a closed list, each once."""
    return {**several(one_of(values), least=1), "uniqueItems": True}


def thing(properties: Schema, required: Iterable[str] = ()) -> Schema:
    """A mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def number(least: int, most: int) -> Schema:
    """A whole number."""
    return {"type": "integer", "minimum": least, "maximum": most}


FLAG: Schema = {"type": "boolean"}

PIECES: dict[str, Schema] = {
    "text": {
        **thing({"ar": words(), "en": words()}),
        "minProperties": 1,
        "description": "One text in each declared language.\nنص واحد بكل لغة معلنة.",
    },
    "other_names": told(
        thing({"ar": several(words(200)), "en": several(words(200))}),
        "Other ways people put it; searched, never shown.",
        "صيغ أخرى يقولها الناس؛ يُبحث بها ولا تُعرض.",
    ),
    "when": told(
        {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {
                "type": ["string", "number", "boolean", "array"],
                "items": {"type": ["string", "number", "boolean"]},
                "minItems": 1,
                "minLength": 1,
            },
        },
        "Field id to a value or a list of values; all must hold.",
        "معرّف الحقل وقيمته أو قائمة قيم؛ ولا بد أن تتحقق كلها.",
    ),
    "money": told(
        thing({"amount": a("amount"), "currency": a("currency")}, ("amount", "currency")),
        'A sum: the amount as a decimal in quotes, such as "200".',
        'مبلغ: عدد عشري بين علامتي اقتباس مثل "200".',
    ),
    "wording": told(
        {
            "type": ["string", "object"],
            "minLength": 1,
            "maxLength": 2_000,
            "properties": {"neutral": words(), "male": words(), "female": words()},
            "required": ["neutral"],
            "additionalProperties": False,
        },
        "One sentence, or neutral, male and female forms; neutral is required (in Arabic the courtesy plural).",
        "جملة واحدة، أو صيغة محايدة ومذكر ومؤنث؛ والمحايدة لازمة (ضمير التعظيم: طلبكم).",
    ),
    "moods": told(
        several_of(Mood), "The moods it fits; all of them when left out.", "أحوال العميل التي تناسبها؛ كلها إن لم تُذكر."
    ),
    "faults": told(
        several_of(Fault),
        "Whose fault it must be for this sentence to be true; left out, it admits nothing.",
        "على من يقع الخطأ حتى تصدق الجملة؛ وإن لم تُذكر فلا إقرار فيها.",
    ),
    "channels": told(several_of(Channel), "Where it is used; everywhere when left out.", "القنوات؛ كلها إن لم تُذكر."),
    "guidance": told(
        thing({"ar": words(), "en": words(), "when": ref("when")}),
        "One line of what to do; never read to the customer.",
        "سطر واحد لما يفعله الموظف؛ لا يُقرأ للعميل.",
    ),
}
