"""Different words for one thing in everyday service: a small closed table, the same for every library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

from agent_tui.arabic.folding import fold
from agent_tui.library.finding.english import inflected

Meaning: TypeAlias = str

LONGEST = 3
"""Words in the longest expression of the table."""

# One row a meaning; words of both languages; _ joins an expression of several words.
_TABLE = """
greeting: hello hi hey hallo halo hullo howdy welcome good_morning good_evening good_afternoon اهلا مرحبا السلام_عليكم سلام حياك صباح_الخير مساء_الخير هلا
farewell: bye goodbye good_bye bye_bye farewell see_you take_care have_a_nice have_a_good have_a_great nice_day great_day you_are_welcome your_welcome وداعا مع_السلامه في_امان_الله الي_اللقاء
thanks: you_are_welcome thank thanks thankyou thank_you thx ty cheers appreciate grateful شكرا نشكر اشكر مشكور ممتن يعطيك_العافيه
apology: sorry apologise apologize apology regret pardon unfortunately afraid my_bad نعتذر اعتذر اعتذار عذرا اسف اسفه اسفين معذره للاسف يوسفنا نتاسف
please: please pls plz kindly رجاء نرجو ارجو يرجي فضلا لطفا من_فضلك من_فضلكم لو_سمحت لو_سمحتم
phone: phone telephone tel mobile cell cellphone هاتف جوال تليفون تلفون موبايل محمول
call: call ring dial call_back callback ring_back اتصل اتصال مكالمه نتصل دق معاوده_الاتصال
number: number no num nr # numbers digits رقم ارقام نمره
account: account acc acct a/c حساب حسابات
name: name who called surname names اسم اسماء
birthdate: birth born birthday birthdate bday dob date_of_birth age ميلاد مولد ولدت تاريخ_الميلاد
time: time when hour clock schedule o'clock what_time متي وقت ساعه موعد مواعيد اوقات
day: day date when today tomorrow متي يوم تاريخ ايام تواريخ
place: where location address stay live reside place city town area branch office destination اين وين عنوان مكان موقع فرع فروع مدينه حي عناوين
why: why reason cause because لماذا ليش ليه سبب اسباب
howmuch: how_much amount sum total price cost fee fees charge rate كم مبلغ مبالغ سعر تكلفه رسم رسوم اجمالي قيمه
money: money balance funds cash credit مال رصيد نقود فلوس
pay: pay payment paid transfer دفع سداد تسديد مدفوعات تحويل
refund: refund reimburse money_back give_back استرداد استرجاع رد_المبلغ رد_الرسوم
secret: pin password passcode code secret رمز كلمه_السر كلمه_المرور رقم_سري الرقم_السري
identity: identity identify authenticate authentication verify verification validate auth id هويه تحقق التحقق اثبات_الهويه مصادقه
confirm: confirm confirmation correct is_that_right تاكيد نوكد تاكد صحيح تثبت
done: submit submitted success successful successfully complete completed done confirm confirmation confirmed book booked register registered receive received process processed sent file filed finish finished all_set accept approve سجل سجلنا تسجيل تم اكتمل انجز بنجاح ارسل قدم استلمنا وصلنا
fail: fail failed failure error unable not_able can_not could_not unable unavailable not_available impossible not_possible unsuccessful decline declined reject rejected deny denied تعذر يتعذر فشل خطا لا_يمكن لا_نستطيع رفض مرفوض غير_ممكن
understand: understand follow comprehend clear catch get_it understood misunderstand confuse مفهوم افهم نفهم فهم فهمت واضح وضوح
scope: only_able able_to_help able_to_assist can_only outside_of out_of_scope لا_نختص خارج_نطاق اختصاص
more: anything_else something_else else more further another other any_other is_that_all شي_اخر اخري غير_ذلك خدمه_اخري المزيد شي_ثاني
help: help assist assistance service serve support how_can_i how_may_i مساعده نساعد اساعد خدمه نخدم اخدم خدمتك خدمتكم دعم
want: want need would_like looking_for wish require request ask order طلب طلبات تريد يريد تود اطلب تحتاج يحتاج
detail: detail information info describe description explain happen what_happened story تفصيل تفاصيل معلومه معلومات اوضح توضيح وصف ماذا_حدث حدث
problem: problem issue trouble matter fault incident difficulty مشكله مشاكل موضوع عطل خلل صعوبه
complaint: complaint complain grievance شكوي شكاوي تظلم اشتكي
wait: wait hold moment hang_on one_moment a_minute a_second hold_on bear_with stay انتظر انتظار لحظه لحظات دقيقه ثواني دقايق خليك
late: late delay delayed overdue slow slowly long_time تاخير تاخر متاخر متاخره تاجل ابطا
soon: soon asap quickly urgent urgently immediately right_away as_soon due_course hurry rush عاجل قريبا فورا حالا بسرعه سريع مستعجل
manager: manager supervisor boss superior in_charge مدير مشرف مسوول رييس
staff: staff employee agent clerk representative colleague member team موظف موظفين موظفه فريق زميل
department: department section unit team اداره قسم جهه اقسام ادارات
customer: customer client user caller beneficiary عميل عملاء مستفيد مراجع متعامل زبون
document: document paper certificate form file مستند مستندات وثيقه وثايق شهاده ورقه اوراق ملف نموذج نماذج
requirement: requirement condition need_to_bring شرط شروط متطلب متطلبات مطلوب المطلوب
permit: permit licence license permission رخصه رخص تصريح ترخيص تصاريح تراخيص
email: email mail e_mail ايميل بريد بريد_الكتروني
message: message sms text letter msg رساله رسايل
book: book reserve reservation booking appointment schedule arrange حجز موعد مواعيد
cancel: cancel call_off terminate stop الغاء الغي ايقاف
change: change modify edit update correct amend replace تعديل تغيير تحديث استبدال
send: send deliver delivery ship dispatch bring ارسال نرسل توصيل
available: available free vacant open in_stock متاح متوفر شاغر
mother: mother mum mom mums moms mama ام والده
father: father dad papa اب والد
child: child kid childhood young kids طفل طفوله اطفال صغير
people: person people guest how_many passenger شخص اشخاص افراد كم_عدد
promise: promise commit guarantee assure وعد نعد التزام نلتزم ضمان
repeat: repeat again once_more say_again تكرار مره_اخري كرر اعاده
listen: hear listen can_you_hear audible اسمع تسمع سماع صوت
yes: yes yeah yep sure ok okay of_course certainly alright great نعم اجل تمام حسنا طيب اكيد بالتاكيد
happy: happy glad pleased satisfied satisfaction رضا راض سعيد يسعدنا
angry: angry upset annoyed frustrated غاضب غضب مستاء زعلان استياء
"""


@cache
def _table() -> tuple[dict[str, tuple[Meaning, ...]], dict[tuple[str, ...], Meaning]]:
    """Meanings of single words, by the form that inflections share, and of expressions, word by word."""
    single: dict[str, tuple[Meaning, ...]] = {}
    several: dict[tuple[str, ...], Meaning] = {}
    for row in _TABLE.strip().splitlines():
        meaning, _, names = row.partition(":")
        for name in fold(names).split():
            parts = tuple(map(inflected, name.split("_")))
            if len(parts) > 1:
                several[parts] = meaning
            else:
                single[parts[0]] = tuple(dict.fromkeys((*single.get(parts[0], ()), meaning)))
    return single, several


def meanings(form: str) -> tuple[Meaning, ...]:
    """What one word, in the form its inflections share, may stand for."""
    return _table()[0].get(form, ())


def expressions(forms: Sequence[str]) -> Iterator[tuple[int, int, Meaning]]:
    """Every expression of several words: its first word, the one after its last, and its meaning."""
    several = _table()[1]
    starts = _starts()
    for start, form in enumerate(forms):
        if form in starts:
            for length in range(2, LONGEST + 1):
                meaning = several.get(tuple(forms[start : start + length]))
                if meaning is not None and start + length <= len(forms):
                    yield start, start + length, meaning


@cache
def _starts() -> frozenset[str]:
    return frozenset(parts[0] for parts in _table()[1])




def known_words() -> Iterator[tuple[str, Meaning]]:
    """Every single word of the table with each of its meanings."""
    for word, meant in _table()[0].items():
        yield from ((word, meaning) for meaning in meant)
