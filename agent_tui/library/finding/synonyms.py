"""Different words for one thing in everyday service, in both languages: a closed table, the same for every library.

A row is a meaning and the words for it; a word's inflections go with it, and _ joins an expression of several words.
What only one trade says belongs in a phrase's aliases.
"""

TABLE = """
greeting: hello hi hey hallo halo hullo howdy welcome good_morning good_evening good_afternoon أهلا مرحبا السلام_عليكم
    سلام حياك صباح_الخير مساء_الخير هلا
farewell: bye goodbye good_bye bye_bye farewell see_you take_care have_a_nice have_a_good have_a_great nice_day
    great_day you_are_welcome your_welcome وداعا مع_السلامة في_أمان_الله إلى_اللقاء
thanks: thank thankyou thank_you thx ty cheers appreciate grateful you_are_welcome شكرا نشكر أشكر مشكور ممتن
    يعطيك_العافية عفوا
apology: sorry apologise apologize apology regret pardon unfortunately afraid my_bad نعتذر أعتذر اعتذار عذرا آسف آسفة
    آسفين معذرة للأسف يؤسفنا نتأسف
please: please pls plz kindly رجاء نرجو أرجو يرجى فضلا لطفا من_فضلك من_فضلكم لو_سمحت لو_سمحتم
phone: phone telephone tel mobile cell cellphone هاتف جوال تليفون تلفون موبايل محمول
call: call ring dial call_back callback ring_back اتصل اتصال مكالمة نتصل دق معاودة_الاتصال
number: number no num nr # digit رقم أرقام نمرة
account: account acc acct حساب حسابات
name: name who call surname اسم أسماء
birthdate: birth born birthday birthdate bday dob date_of_birth age ميلاد مولد ولدت تاريخ_الميلاد
time: time when hour clock schedule what_time متى وقت أوقات ساعة موعد مواعيد
day: day date when today tomorrow متى يوم أيام تاريخ تواريخ
week: week أسبوع أسابيع
month: month شهر شهور أشهر
place: where location address stay live reside place city town area branch office destination أين وين عنوان عناوين مكان
    أماكن موقع مواقع فرع فروع مدينة مدن حي أحياء
why: why reason cause because لماذا ليش ليه سبب أسباب
price: how_much amount sum total price cost fee charge rate كم مبلغ مبالغ سعر أسعار تكلفة تكاليف رسم رسوم إجمالي قيمة
money: money balance funds cash credit مال أموال رصيد أرصدة نقود فلوس
pay: pay payment transfer دفع سداد تسديد مدفوعات تحويل
invoice: invoice bill فاتورة فواتير
refund: refund reimburse money_back give_back استرداد استرجاع رد_المبلغ رد_الرسوم
secret: pin password passcode code secret رمز رموز كلمة_السر كلمة_المرور رقم_سري الرقم_السري
identity: identity identify authenticate authentication verify verification validate auth id هوية تحقق إثبات_الهوية
    مصادقة
confirm: confirm confirmation correct is_that_right تأكيد نؤكد تأكد صحيح
done: submit success successful successfully complete done confirm confirmation book register receive process sent file
    filed finish all_set accept approve سجل سجلنا تسجيل تم اكتمل أنجز بنجاح أرسل قدم استلمنا وصلنا
fail: fail failure error unable not_able can_not could_not unavailable not_available impossible not_possible
    unsuccessful decline reject deny تعذر يتعذر فشل خطأ لا_يمكن لا_نستطيع رفض مرفوض غير_ممكن
understand: understand follow comprehend clear catch get_it misunderstand confuse مفهوم أفهم نفهم فهم فهمت واضح وضوح
more: anything_else something_else else more further another other any_other is_that_all شيء_آخر أخرى غير_ذلك
    خدمة_أخرى المزيد شي_ثاني
help: help assist assistance service serve support how_can_i how_may_i مساعدة نساعد أساعد خدمة خدمات نخدم أخدم دعم
want: want need would_like looking_for wish require request ask order طلب طلبات تريد يريد تود أطلب تحتاج يحتاج
detail: detail information info describe description explain happen what_happened story تفصيل تفاصيل معلومة معلومات
    أوضح توضيح وصف ماذا_حدث حدث
problem: problem issue trouble matter fault incident difficulty مشكلة مشاكل مشكلات موضوع عطل أعطال خلل صعوبة
complaint: complaint complain grievance شكوى شكاوى تظلم أشتكي
wait: wait hold moment hang_on one_moment a_minute a_second hold_on bear_with stay انتظر انتظار لحظة لحظات دقيقة دقائق
    ثواني خليك
late: late delay overdue slow slowly long_time تأخير تأخر متأخر متأخرة تأجل أبطأ
soon: soon asap quickly urgent urgently immediately right_away as_soon due_course hurry rush عاجل قريبا فورا حالا بسرعة
    سريع مستعجل
manager: manager supervisor boss superior in_charge مدير مدراء مشرف مسؤول رئيس
staff: staff employee agent clerk representative colleague member team موظف موظفين موظفة فريق زميل زملاء
department: department section unit team إدارة إدارات قسم أقسام جهة جهات
customer: customer client user caller beneficiary عميل عملاء مستفيد مراجع متعامل زبون زبائن
document: document paper certificate form file مستند مستندات وثيقة وثائق شهادة ورقة أوراق ملف ملفات نموذج نماذج
requirement: requirement condition need_to_bring شرط شروط متطلب متطلبات مطلوب
permit: permit licence license permission رخصة رخص تصريح تصاريح ترخيص تراخيص
card: card بطاقة بطاقات
bank: bank بنك بنوك مصرف مصارف
email: email mail e_mail إيميل بريد بريد_إلكتروني
message: message sms text letter msg رسالة رسائل
book: book reserve reservation appointment schedule arrange حجز حجوزات موعد مواعيد
cancel: cancel call_off terminate stop إلغاء ألغي إيقاف
change: change modify edit update correct amend replace تعديل تغيير تحديث استبدال
send: send deliver delivery ship dispatch bring إرسال نرسل توصيل
available: available free vacant open in_stock متاح متوفر شاغر
mother: mother mum mom mama أم والدة
father: father dad papa أب والد
child: child kid childhood young طفل طفولة أطفال صغير
people: person guest how_many passenger شخص أشخاص فرد أفراد كم_عدد
promise: promise commit guarantee assure وعد نعد التزام نلتزم ضمان
repeat: repeat again once_more say_again تكرار مرة_أخرى كرر إعادة
listen: hear listen can_you_hear audible أسمع تسمع سماع صوت
yes: yes yeah yep sure ok okay of_course certainly alright great نعم أجل تمام حسنا طيب أكيد بالتأكيد
happy: happy glad pleased satisfied satisfaction رضا راض سعيد يسعدنا
angry: angry upset annoyed frustrated غاضب غضب مستاء زعلان استياء
"""
