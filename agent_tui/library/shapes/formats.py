"""The written forms of small values: ids, dates, hours, amounts; each with what to tell who writes another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Format:
    """A form of text by its pattern, described in the words an error message uses."""

    pattern: str
    en: str
    ar: str

    def misses(self, written: str) -> bool:
        """Whether a text is not of this form."""
        return re.fullmatch(self.pattern.removeprefix("^").removesuffix("$"), written) is None

    def schema(self) -> dict[str, Any]:
        """The form as JSON Schema; editors show the pattern's own error message."""
        return {"type": "string", "pattern": self.pattern, "patternErrorMessage": f"Expected {self.en}."}


ID = r"[a-z0-9][a-z0-9_-]{0,63}"
FORMATS = {
    "id": Format(
        f"^{ID}$",
        "an id of small Latin letters, digits and hyphens, such as delayed-request",
        "معرّف من حروف لاتينية صغيرة وأرقام وشرطات مثل delayed-request",
    ),
    "field_id": Format(
        r"^[a-z][a-z0-9_]{0,63}$",
        "a field id of small Latin letters, digits and underscores that begins with a letter, such as request_no",
        "معرّف حقل من حروف لاتينية صغيرة وأرقام وشرطات سفلية يبدأ بحرف مثل request_no",
    ),
    "phrase_ref": Format(
        rf"^{ID}\.{ID}$",
        "a bank and a phrase with a dot between them, such as greetings.opening",
        "اسم مجموعة الجمل ثم نقطة ثم معرّف الجملة مثل greetings.opening",
    ),
    "date": Format(
        r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        "a date written year-month-day, such as 2026-09-30",
        "تاريخ يُكتب سنة-شهر-يوم مثل 2026-09-30",
    ),
    "hours": Format(
        r"^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$",
        'opening and closing hours, such as "08:00-16:00"',
        'ساعة البدء وساعة الانتهاء مثل "08:00-16:00"',
    ),
    "amount": Format(
        r"^(0|[1-9][0-9]{0,11})(\.[0-9]{1,4})?$",
        'an amount of digits 0-9 in quotes, such as "200" or "49.95"',
        'مبلغ بالأرقام 0-9 بين علامتي اقتباس مثل "200" أو "49.95"',
    ),
    "currency": Format(
        r"^[A-Z]{3}$",
        "a currency code of three capital letters (ISO 4217), such as SAR",
        "رمز عملة من ثلاثة حروف كبيرة (ISO 4217) مثل SAR",
    ),
    "owner": Format(
        r"^(agent|department:[a-z0-9][a-z0-9_-]{0,63}|staff:[A-Za-z0-9][A-Za-z0-9._@-]{0,63})$",
        "who keeps the promise: agent, department:ID or staff:ID",
        "من يفي بالالتزام: agent أو department:ID أو staff:ID",
    ),
    "staff": Format(
        r"^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$",
        "a staff id of Latin letters, digits, dots and hyphens",
        "معرّف موظف من حروف لاتينية وأرقام ونقاط وشرطات",
    ),
    "timezone": Format(
        r"^[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*$",
        "a time zone of the IANA list, such as Asia/Riyadh",
        "منطقة زمنية من قائمة IANA مثل Asia/Riyadh",
    ),
    "hash": Format(
        r"^[0-9a-f]{64}$",
        "a SHA-256 hash of 64 hexadecimal digits",
        "بصمة SHA-256 من 64 خانة ست عشرية",
    ),
    "moment": Format(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
        'a UTC time in quotes, such as "2026-01-31T08:30:00Z"',
        'وقت عالمي بين علامتي اقتباس مثل "2026-01-31T08:30:00Z"',
    ),
}
BY_PATTERN = {form.pattern: name for name, form in FORMATS.items()}
