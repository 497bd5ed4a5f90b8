"""The words messages are filled with: kinds of values, stages, moods, languages."""

from __future__ import annotations

from collections.abc import Mapping

Pairs = Mapping[str, tuple[str, str]]

HINT = ("Did you mean {hint}?", "لعلّ المقصود «{hint}».")
KNOWN = ("Known here: {known}.", "المعروف هنا: {known}.")

_KINDS: Pairs = {
    "text": ("text", "نص"),
    "text_or_forms": ("text, or neutral, male and female forms of it", "نص، أو صيغه neutral وmale وfemale"),
    "integer": ("a whole number", "عدد صحيح"),
    "number": ("a number with decimals", "عدد كسري"),
    "boolean": ("true or false", "true أو false"),
    "list": ("a list", "قائمة"),
    "mapping": ("keys with values", "مفاتيح وقيم"),
    "nothing": ("nothing", "فراغ"),
}
_LANGUAGES: Pairs = {"ar": ("Arabic (ar)", "العربية (ar)"), "en": ("English (en)", "الإنجليزية (en)")}

TERMS: Mapping[str, Pairs] = {
    "expected": _KINDS,
    "found_kind": _KINDS,
    "kind": _KINDS,
    "language": _LANGUAGES,
    "what": {
        "field": ("field", "الحقل"),
        "choice": ("choice", "الاختيار"),
        "cause": ("cause", "السبب"),
        "phrase": ("phrase", "الجملة"),
        "option": ("option", "الخيار"),
        "grade": ("grade", "الدرجة"),
        "department": ("department", "الإدارة"),
        "policy": ("policy", "اللائحة"),
        "holiday": ("holiday", "الإجازة"),
    },
    "stage": {
        "listen": ("Listen", "الاستماع"),
        "apologise": ("Apologise", "الاعتذار"),
        "solve": ("Solve", "الحل"),
        "thank": ("Thank", "الشكر"),
    },
    "mood": {
        "calm": ("calm", "هادئًا"),
        "upset": ("upset", "مستاءً"),
        "angry": ("angry", "غاضبًا"),
    },
    "fault": {
        "ours": ("ours", "منّا"),
        "unknown": ("not known", "من جهة لم تُعرف بعد"),
        "not_ours": ("not ours", "من غيرنا"),
    },
    "purpose": {
        "greeting": ("greetings", "الترحيب"),
        "hold": ("hold", "الانتظار"),
        "silence": ("silence", "صمت المتصل"),
        "emergency": ("emergencies", "الطوارئ"),
    },
}
