"""A small good library to spoil, and a way to say where the spoiled place is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from agent_tui.core.language import Language
from agent_tui.library import Library, LibraryError, Problem, load

HOUSE = """\
name: {ar: بلدية الواحة, en: Oasis Municipality}
customer_word: {ar: المستفيد, en: customer}
languages: [ar, en]
timezone: Asia/Riyadh
currency: SAR
grades:
  - {id: clerk, title: {ar: موظف, en: Clerk}, ceiling: {amount: "100", currency: SAR}}
  - {id: senior, title: {ar: موظف أول, en: Senior}, ceiling: {amount: "500.50", currency: SAR}}
  - {id: supervisor, title: {ar: مشرف, en: Supervisor}, supervises: true}
departments:
  - {id: permits, title: {ar: إدارة التراخيص, en: Permits}}
policies:
  - {id: fee-7, title: {ar: المادة 7, en: Article 7}, text: {ar: لا تُرد الرسوم., en: Fees are kept.}}
week: {sunday: "08:00-16:00", monday: "08:00-16:00"}
holidays:
  - {date: 2026-09-23, title: {ar: اليوم الوطني, en: National Day}}
ramadan: "10:00-15:00"
standards: {callback_minutes: 7}
emergency:
  - {use: shared.danger}
silence:
  - {use: shared.still-there}
hold:
  - {id: one-minute, text: {ar: دقيقة من فضلكم., en: One minute please.}}
"""

BANK = """\
phrases:
  - id: opening
    purpose: greeting
    situation: {ar: أول المكالمة, en: At the start}
    aliases: {ar: [مرحبا], en: [hello]}
    text:
      ar: {neutral: "أهلًا بكم، معكم {agent}.", male: "أهلًا بك، معك {agent}."}
      en: "Hello, {agent} speaking."
  - id: danger
    purpose: emergency
    text: {ar: سنبقى معكم., en: We stay with you.}
  - id: still-there
    purpose: silence
    text: {ar: هل تسمعونني؟, en: "Can you hear me?"}
  - id: thanks
    text: {ar: نشكركم., en: Thank you for telling us.}
  - id: about-paying
    when: {paid: true}
    text: {ar: "عن الدفع في {request_no}.", en: About the payment.}
  - id: by-then
    text: {ar: "نعود إليكم خلال {promise_within}.", en: "We answer within {promise_within}."}
"""

SCRIPT = """\
id: delayed-request
version: 3
languages: [ar, en]
title: {ar: معاملة متأخرة, en: Delayed request}
kind: complaint
channels: [phone, chat]
department: permits
aliases: {ar: [تأخير], en: [late file]}
causes:
  - {id: backlog, label: {ar: تراكم, en: Backlog}}
facts:
  - {ar: المدة 5 أيام, en: It takes 5 days, review_by: 2027-01-31}
fields:
  - {id: request_no, label: {ar: رقم المعاملة, en: Request number}, type: text, pattern: "[0-9]{4,10}", required: true}
  - {id: paid, label: {ar: مدفوع, en: Paid}, type: bool, personal: false}
  - id: branch
    label: {ar: الفرع, en: Branch}
    type: choice
    personal: false
    recallable: true
    choices:
      - {id: north, label: {ar: الشمال, en: North}}
      - {id: south, label: {ar: الجنوب, en: South}}
listen:
  do:
    - {ar: "لا تقاطع {customer_word}", en: "Let the {customer_word} finish", when: {branch: [north, south]}}
  say:
    - {use: shared.opening}
  read_back:
    - {id: read, text: {ar: "المعاملة {request_no}، صحيح؟", en: "Request {request_no}, right?"}}
apologise:
  say:
    - id: sorry
      parts: [effort, regret]
      mood: [upset, angry]
      text:
        ar: {neutral: "نعتذر عن تأخر {request_no}.", female: "نعتذر لكِ عن تأخر {request_no}."}
        en: "I am sorry that {request_no} is late."
solve:
  options:
    - id: expedite
      title: {ar: تعجيل, en: Expedite}
      authority: clerk
      promise: {days: 2, owner: "department:permits", channel: phone}
      say:
        - {use: shared.by-then}
    - id: refund
      title: {ar: رد الرسوم, en: Refund}
      authority: senior
      limit: {amount: "200", currency: SAR}
      when: {paid: true}
      say:
        - {id: refund-it, text: {ar: نرد الرسوم., en: We refund the fee.}}
        - {use: shared.about-paying, when: {branch: north}}
    - id: decline
      title: {ar: رفض, en: Decline}
      refusal: true
      may_cite: [fee-7]
      say:
        - {id: not-possible, text: {ar: لا يمكن ذلك., en: That is not possible.}}
thank:
  say:
    - {use: shared.thanks}
  ask_satisfaction: true
"""

LIBRARY, SHARED, SERVICE = "library.yaml", "phrases/shared.yaml", "services/delayed.yaml"
MARK = "¦"


@dataclass
class Scripts:
    """A scripts folder under test."""

    root: Path

    def write(self, path: str, content: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def replace(self, path: str, old: str, new: str) -> tuple[int, int]:
        """Put new text in the place of old; the answer is line and column of the mark in it."""
        before = self.read(path)
        assert before.count(old) == 1, f"{old!r} stands {before.count(old)} times in {path}"
        after = before.replace(old, new)
        start, mark, rest = after.partition(MARK)
        self.write(path, start + rest)
        return (start.count("\n") + 1, len(start) - start.rfind("\n")) if mark else (1, 1)

    def load(self) -> Library:
        return load(self.root)

    def problems(self) -> tuple[Problem, ...]:
        """Every problem of the folder, whether it can be used or not, each told in both languages."""
        try:
            problems = self.load().problems
        except LibraryError as error:
            problems = error.problems
        for problem in problems:
            assert problem.message(Language.ARABIC)
            assert problem.message(Language.ENGLISH)
        return problems
