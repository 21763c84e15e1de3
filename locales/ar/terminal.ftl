state-open-until = مفتوح حتى { $time }
state-open-until-tomorrow = مفتوح حتى { $time } غدًا
state-open-until-on = مفتوح حتى { $day } الساعة { $time }
state-open-all-day = مفتوح حتى منتصف الليل
state-open-through-tomorrow = مفتوح حتى نهاية الغد
state-open-through = مفتوح حتى نهاية { $day }
state-opens-at = يفتح الساعة { $time }
state-opens-tomorrow = يفتح غدًا الساعة { $time }
state-opens-on = يفتح { $day } الساعة { $time }
state-used-up = استُنفد
state-expired = انتهى
state-revoked = أُلغي

opening-hours =
    { $to ->
        [midnight] { $day }، من { $from } إلى منتصف الليل
       *[other] { $day }، من { $from } إلى { $to }
    }
opening-days = من { $first } الساعة { $from } إلى { $last } الساعة { $to }

uses-of-limit = الزيارات: { $used } من { $limit }
uses-of-limit-daily = الزيارات: { $used } من { $limit }، { $daily } في اليوم
uses-so-far =
    { $used ->
        [0] لم يُستخدم بعد
       *[other] الزيارات: { $used }
    }
uses-so-far-daily =
    { $used ->
        [0] لم يُستخدم بعد، { $daily } في اليوم
       *[other] الزيارات: { $used }، { $daily } في اليوم
    }

badge-courier = مندوب توصيل
badge-visiting = الضيف في الداخل
badge-last-use = آخر زيارة
badge-not-on-server = لم يُرسل بعد
badge-stuck = مرفوض، انظر `show`
badge-one-time = مرة واحدة

list-valid = الصالحة
list-invalid = لم تعد صالحة
list-no-valid = لا يوجد تصريح صالح. أنشئ تصريحًا: gatepass new
list-no-invalid = لا شيء.
list-more = هناك المزيد؛ أضف --limit N أو --search WORDS.
list-clock = الأوقات بتوقيت { $zones }.

label-next = القادم
label-uses = الزيارات
label-opens-by = يفتح بـ
label-sync = الإرسال
label-id = المعرّف
card = بطاقة
opens-by-later = { $ways }، بعد أن يصل إلى الخادم
pass-waiting = ينتظر الإرسال؛ ولا يفتح شيئًا جديدًا قبل ذلك
pass-refused = رفضه الخادم: { $why }

log-empty = لم يأتِ أحد بعد.
log-more = هناك المزيد؛ أضف --limit N.
log-day = { $day }
log-arrived = وصل
log-opened = فتح
log-opened-again = مجددًا
log-refused = رُفض
log-ignored = تُرك
how-qr = QR
how-code = رمز
how-link = رابط
how-plate = لوحة
how-card = بطاقة
how-manager = الإدارة

reason-ok = فُتح
reason-unknown = لا يخص أي تصريح
reason-not-active = قبل بداية التصريح
reason-outside-hours = خارج ساعاته
reason-expired = انتهى التصريح
reason-used-up = استُنفدت كل الزيارات
reason-used-up-today = لم تبقَ زيارة في ذلك اليوم
reason-revoked = أُلغي
reason-wrong-door = ليس من أبوابه
reason-identifier-not-accepted = غير مقبول هنا
reason-locked-out = رموز خاطئة كثيرة
reason-ambiguous-plate = قد تكون عدة تصاريح
reason-passes-off = التصاريح متوقفة
reason-error = تعذّر البت فيه

sync-done = كل شيء محدّث
sync-offline = لا يمكن الوصول إلى الخادم؛ هذا ما هو موجود هنا.
sync-failed = الخادم يجيب، لكن ليس كما ينبغي: { $reason }
sync-waiting =
    { $count ->
        [one] تعديل واحد ينتظر الإرسال؛ يرسله `gatepass sync`.
        [two] تعديلان ينتظران الإرسال؛ يرسلهما `gatepass sync`.
        [few] { $count } تعديلات تنتظر الإرسال؛ يرسلها `gatepass sync`.
       *[other] { $count } تعديلًا تنتظر الإرسال؛ يرسلها `gatepass sync`.
    }
sync-stuck =
    { $count ->
        [one] رفض الخادم تعديلًا واحدًا؛ ويميّز `gatepass list` التصريح.
        [two] رفض الخادم تعديلين؛ ويميّز `gatepass list` التصريحين.
        [few] رفض الخادم { $count } تعديلات؛ ويميّز `gatepass list` التصاريح.
       *[other] رفض الخادم { $count } تعديلًا؛ ويميّز `gatepass list` التصاريح.
    }
notice-overruled = عُدّل «{ $name }» في مكان آخر أولًا؛ لذلك أُهمل تعديلك وأصبح كما هو على الخادم.
notice-gone = لم يعد «{ $name }» على الخادم؛ لذلك أُهمل تعديلك.
notice-signed-out = لم يعد { $site } يعرف هذا الجهاز؛ اطلب دعوة جديدة.
notice-storage = كانت البيانات هنا تالفة ويجري جلبها من جديد؛ الملف القديم هو { $file }.
notice-storage-lost = كانت البيانات هنا تالفة ويجري جلبها من جديد؛ الملف القديم هو { $file }. قد تضيع التعديلات التي لم تُرسل بعد.

pass-made = تم إنشاء «{ $name }».
pass-changed = تم تعديل «{ $name }»؛ وما لدى ضيفك يبقى صالحًا.
pass-revoked = أُلغي «{ $name }»؛ ولم يعد يفتح أي باب.
pass-revoked-here = أُلغي «{ $name }» هنا، لكن الخادم لم يعلم بعد: سيبقى يفتح الأبواب حتى يعلم.
revoke-question = هل تريد إنهاء «{ $name }» نهائيًا؟ [y/N]
share-later = يمكن مشاركته بعد أن يصل إلى الخادم: gatepass share
share-heading = للإرسال إلى ضيفك:
file-written = كُتب { $file }
draft-kept = ما أدخلته محفوظ؛ وللمتابعة: { $command }
welcome = مرحبًا، { $name }. هذا الجهاز يمنح تصاريح للمنزل { $unit } في { $site }.
welcome-doors = الأبواب التي يمكنك مشاركتها: { $doors }
welcome-no-door = ليس لديك باب يمكنك مشاركته.
welcome-make = أنشئ تصريحًا: { $command }
welcome-passes-off = التصاريح متوقفة في هذا المبنى؛ اطلب من إدارته تشغيلها.
signed-out = تم تسجيل الخروج من { $site }؛ ولم يبقَ منه شيء هنا
signed-out-untold = تعذّر إبلاغ الخادم. اطلب من المبنى إزالة هذا الجهاز من أجهزتك، أو أزله من جهاز آخر.

label-address = العنوان
label-server = الخادم
label-devices = الأجهزة
label-passes = التصاريح
label-note = تنبيه
door-not-shareable = { $door } (لا يُشارك)
device-this = { $device } (هذا الجهاز)
profile-passes-off = متوقفة؛ اطلب من إدارة المبنى تشغيلها
profile-signed-out = لم يعد الخادم يعرف هذا الجهاز؛ اطلب دعوة جديدة

wizard-step = الخطوة { $at } من { $of }
wizard-keys = ↑↓ تنقّل · enter التالي · esc رجوع · ctrl-c خروج مع حفظ المسودة
wizard-keys-choose = ↑↓ تنقّل · space اختيار · enter التالي · esc رجوع · ctrl-c خروج مع حفظ المسودة
wizard-keys-type = اكتب · ↑↓ تنقّل · enter التالي · esc رجوع · ctrl-c خروج مع حفظ المسودة
wizard-keys-change = ←→ تغيير، أو اكتب · ↑↓ تنقّل · enter التالي · esc رجوع · ctrl-c خروج
wizard-openings = يفتح
wizard-more-openings = … وهكذا
wizard-busy = لحظة …
wizard-expects-time = اكتب وقتًا مثل { $example }
wizard-expects-day = اكتب تاريخًا مثل { $example }
wizard-expects-moment = اكتب تاريخًا ووقتًا مثل { $example }
wizard-expects-number = اكتب رقمًا

failure-no-profile =
    هذا الجهاز ليس لأحد بعد؛ اطلب دعوة من مبناك ثم اكتب
    { $command }
failure-no-such-profile =
    لا يوجد ملف بهذا الاسم؛ الموجود:
    { $profiles }
failure-several-profiles =
    توجد هنا عدة ملفات؛ أضف --profile مع واحد من
    { $profiles }
failure-profile-gone = لم يعد ملف هذا التصريح موجودًا
failure-no-such-pass = لا يوجد تصريح باسم «{ $name }»؛ انظر `gatepass list --all`
failure-several-passes =
    «{ $name }» قد يعني عدة تصاريح؛ استخدم المعرّف:
    { $passes }
failure-no-folder = لا يوجد مجلد شخصي؛ حدّد مكان حفظ البيانات بـ --folder DIR
failure-which-server = أي خادم؟ أضف --server URL، أو أدخل رابط الدعوة كاملًا
failure-new-needs-terminal = العمل خطوة بخطوة يحتاج إلى طرفية؛ صف التصريح بالخيارات بدءًا من --type (انظر `gatepass new --help`)
failure-edit-needs-terminal = العمل خطوة بخطوة يحتاج إلى طرفية؛ حدّد ما تريد تغييره بالخيارات (انظر --help)
failure-no-type = ينقص --type؛ اختر custom أو recurring أو business-hours أو full-day أو one-time
failure-flag-unused = لا معنى لـ { $flag } مع تصريح { $kind }؛ تُحدَّد أوقاته بـ { $flags }
failure-no-such-door = --door «{ $name }» ليس من أبوابك؛ اختر من { $doors }
failure-no-draft = لا يوجد تصريح غير مكتمل؛ يبدأ `gatepass new` تصريحًا جديدًا
failure-nothing-changed = لم يتغير شيء
failure-no-qr = ليس لهذا التصريح رمز QR؛ انظر `gatepass show`
failure-no-code = ليس لهذا التصريح رمز دخول؛ انظر `gatepass show`
failure-no-link = ليس لهذا التصريح رابط؛ انظر `gatepass show`
failure-clock = توقيت المبنى: { $reason }
failure-terminal = لا يمكن استخدام الطرفية: { $reason }
failure-threads = لا يمكن بدء خيوط التنفيذ: { $reason }
failure-qr = لا يمكن رسم رمز QR: { $reason }
failure-file = لا يمكن كتابة { $file }: { $reason }
failure-no-answer = لا يمكن الوصول إلى الخادم الآن؛ حاول لاحقًا
failure-offline = لا يمكن الوصول إلى الخادم الآن ({ $reason })؛ حاول لاحقًا
failure-signed-out = لم يعد المبنى يعرف هذا الجهاز؛ اطلب دعوة جديدة ثم اكتب `{ $command }`
failure-invalid = لا يمكن تنفيذ هذا كما طُلب:
failure-not-found = غير موجود هنا: { $what }
failure-conflict = جرى تعديله في مكان آخر في هذه الأثناء: { $reason }
failure-no-secret-service =
    لا تعمل على هذا الجهاز خدمة أسرار تحفظ رمز دخولك.
    شغّل واحدة (GNOME Keyring أو KWallet أو KeePassXC)، أو دع Gatepass يحفظه في ملف لا يقرؤه غيرك: أضف --secrets-file
failure-secrets = لا يمكن حفظ أسرارك أو قراءتها: { $reason }
failure-storage-newer = كُتبت بيانات هذا المجلد بإصدار أحدث من Gatepass؛ حدّث هذا الإصدار
failure-storage = لا يمكن استخدام البيانات على هذا الجهاز: { $reason }
failure-unreadable = لا يمكن فهم جواب الخادم: { $reason }
failure-internal = هذا خلل في Gatepass؛ نرجو الإبلاغ عنه: { $reason }
