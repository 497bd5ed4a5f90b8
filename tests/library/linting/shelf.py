"""A small library in which nothing is amiss, to plant faults in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agent_tui.library.linting import Remark, lint
from agent_tui.library.loading import read_folder
from tests.library.shelf import Scripts

TODAY = date(2026, 11, 22)

HOUSE = """\
name: {ar: "بلدية الواحة", en: "Oasis Municipality"}
customer_word: {ar: "المستفيد", en: "customer"}
languages: [ar, en]
digits: {ar: latn, en: latn}
timezone: Asia/Riyadh
currency: SAR
grades:
  - {id: clerk, title: {ar: "موظف خدمة", en: "Service agent"}, ceiling: {amount: "100", currency: SAR}}
  - {id: supervisor, title: {ar: "مشرف", en: "Supervisor"}, supervises: true}
departments:
  - {id: permits, title: {ar: "إدارة التراخيص", en: "Permits Department"}}
policies:
  - {id: fee-7, title: {ar: "المادة 7", en: "Article 7"}, text: {ar: "لا تُردّ الرسوم.", en: "Fees are kept."}}
week: {sunday: "08:00-16:00", monday: "08:00-16:00"}
emergency:
  - {use: shared.danger}
hold:
  - {id: one-minute, text: {ar: "دقيقة من فضلكم.", en: "One minute, please."}}
"""

BANK = """\
phrases:
  - id: opening
    purpose: greeting
    text:
      ar: {neutral: "أهلًا بكم، معكم {agent}.", male: "أهلًا بك، معك {agent}.", female: "أهلًا بكِ، معكِ {agent}."}
      en: "Hello, {agent} speaking."
  - id: danger
    purpose: emergency
    text: {ar: "ابتعدوا عن الخطر، سنطلب لكم المساعدة فورًا.", en: "Please move away. We will call for help right now."}
  - id: appeal
    text: {ar: "يحقّ لكم التظلّم خلال 60 يومًا.", en: "You may appeal within 60 days."}
  - id: thanks
    text: {ar: "نشكر لكم إخبارنا.", en: "Thank you for telling us."}
"""

SCRIPT = """\
id: delayed-request
version: 3
languages: [ar, en]
title: {ar: "معاملة متأخرة", en: "Delayed request"}
kind: complaint
channels: [phone, chat]
aliases: {ar: ["معامله متاخره"], en: ["request overdue in the center"]}
facts:
  - {ar: "المدة 5 أيام.", en: "It takes 5 days.", review_by: "2027-01-31"}
fields:
  - {id: request_no, label: {ar: "رقم المعاملة", en: "Request number"}, type: text, required: true}
  - {id: paid, label: {ar: "هل دُفع؟", en: "Paid?"}, type: bool, personal: false}
  - {id: spare_no, label: {ar: "رقم آخر", en: "Another number"}, type: text}
listen:
  do:
    - {ar: "الإنصات حتى النهاية", en: "Let the {customer_word} finish"}
  say:
    - {use: shared.opening}
    - {id: ask, text: {ar: "ما رقم المعاملة؟", en: "Which request is it?"}}
  read_back:
    - {id: read, text: {ar: "المعاملة {request_no}، أهذا صحيح؟", en: "Request {request_no}, is that right?"}}
apologise:
  say:
    - id: ours
      parts: [responsibility, repair]
      mood: [upset, angry]
      fault: [ours]
      text:
        ar:
          neutral: "نعتذر عن تأخّر معاملتكم {request_no}. هذا خطأ منّا، ونريد أن نصلحه."
          male: "نعتذر عن تأخّر معاملتك {request_no}. هذا خطأ منّا، ونريد أن نصلحه."
          female: "نعتذر عن تأخّر معاملتكِ {request_no}. هذا خطأ منّا، ونريد أن نصلحه."
        en: "I am sorry that {request_no} is late. That is our mistake, and I want to put it right."
    - id: unknown
      parts: [regret, effort]
      text: {ar: "نعتذر عن طول انتظاركم، ولنبحث معًا.", en: "I am sorry for your long wait; let us look together."}
solve:
  say:
    - {id: stands, text: {ar: "هذه حال المعاملة.", en: "This is how the request stands."}}
  options:
    - id: expedite
      title: {ar: "تعجيل", en: "Expedite"}
      authority: clerk
      promise: {days: 2, owner: "department:permits", channel: phone}
      say:
        - {id: expedite-it, text: {ar: "يمكننا تعجيلها {promise_within}.", en: "We can speed it up {promise_within}."}}
    - id: written
      title: {ar: "إفادة", en: "A note"}
      say:
        - {id: written-it, text: {ar: "هذه إفادة مكتوبة.", en: "Here is a written note."}}
    - id: refund
      title: {ar: "ردّ الرسم", en: "Refund"}
      when: {paid: true}
      say:
        - {id: refund-it, text: {ar: "نردّ الرسم.", en: "We return the fee."}}
    - id: decline
      title: {ar: "رفض", en: "Decline"}
      refusal: true
      may_cite: [fee-7]
      say:
        - {id: why, text: {ar: "لا يمكننا ذلك، لأن المادة 7 لا تجيزه.", en: "We cannot, because article 7 forbids it."}}
        - {id: else, text: {ar: "بدلًا من ذلك، هذه إفادة.", en: "Instead, here is a note."}}
        - {use: shared.appeal}
thank:
  say:
    - {use: shared.thanks}
"""

LIBRARY, SHARED, SERVICE = "library.yaml", "phrases/shared.yaml", "services/delayed.yaml"


@dataclass
class Content(Scripts):
    """A scripts folder under the linter."""

    def remarks(self, *, approvals: bool = False) -> tuple[Remark, ...]:
        """What the linter says of it; that nothing in it was approved is told on demand only."""
        found = lint(read_folder(self.root), TODAY)
        return tuple(one for one in found if approvals or one.code != "not_approved")

    def codes(self) -> list[str]:
        """The codes of what the linter says."""
        return [one.code for one in self.remarks()]
