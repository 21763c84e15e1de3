common-ok = حسنًا
common-cancel = إلغاء
common-done = تم
common-back = رجوع
common-close = إغلاق
common-delete = حذف
common-undo = تراجع
common-retry = إعادة المحاولة
common-edit = تعديل
common-share = مشاركة
common-copy = نسخ
common-copied = تم النسخ
common-search = بحث
common-show-more = عرض المزيد
common-loading = جارٍ التحميل…
common-today = اليوم
common-yesterday = أمس
common-unlimited = بلا حد
common-more-actions = المزيد
common-time-in-zone = { $time }، بتوقيت { $place }
common-step-of = الخطوة { $step } من { $steps }
common-increase = زيادة واحد
common-decrease = إنقاص واحد
common-choose-time = اختر وقتًا
common-tab-passes = التصاريح
common-tab-activity = الزيارات
common-tab-settings = الإعدادات

welcome-title = افتح الباب لضيوفك
welcome-text = أعطِ زائرك تصريحًا يفتح الأبواب الصحيحة في الأوقات الصحيحة تمامًا، ولا يحتاج الزائر إلى أي تطبيق.
welcome-have-invitation = لدي دعوة
welcome-invitation-title = دعوتك
welcome-invitation-text = أرسلت إليك إدارة المبنى رابطًا أو رمزًا. الصقه هنا أو امسح رمز QR.
welcome-invitation-label = الرابط أو الرمز
welcome-invitation-hint = تصلح الرسالة كاملة أيضًا.
welcome-paste = لصق
welcome-scan = مسح رمز QR
welcome-server-label = خادم المبنى
welcome-server-hint = عنوانه في الدعوة، مثل passes.example.com.
welcome-activate = متابعة
welcome-activating = جارٍ إعداد هذا الهاتف…
welcome-scan-title = مسح الدعوة
welcome-scan-text = ضع رمز QR الموجود في دعوتك داخل الإطار.
welcome-camera-denied = لا يُسمح لـ Gatepass باستخدام الكاميرا. يمكنك السماح بذلك في إعدادات الهاتف أو لصق الرمز.
welcome-open-settings = فتح الإعدادات
welcome-no-invitation = ليست لديك دعوة؟ اطلبها من إدارة المبنى.

passes-title = التصاريح
passes-valid = الصالحة
passes-invalid = السابقة
passes-new-pass = تصريح جديد
passes-search-hint = الاسم أو الملاحظة أو اللوحة
passes-empty-valid-title = هل تنتظر أحدًا؟
passes-empty-valid-text = أنشئ تصريحًا، فيفتح ضيفك الباب برمز QR أو رمز دخول أو رابط.
passes-empty-invalid-title = لا شيء هنا بعد
passes-empty-invalid-text = تبقى هنا التصاريح المستهلكة والمنتهية والمحذوفة.
passes-empty-search-title = لا نتائج
passes-empty-search-text = لا يوجد تصريح يطابق «{ $search }».
passes-passes-off-title = التصاريح متوقفة هنا
passes-passes-off-text = لا يستخدم { $site } تصاريح الزيارة بعد. اطلب من إدارة المبنى تشغيلها.
passes-signed-out-title = انتهت الجلسة على هذا الهاتف
passes-signed-out-text = اطلب دعوة جديدة من إدارة المبنى ثم فعّل هذا الهاتف من جديد.
passes-offline = لا يوجد اتصال. التصاريح التي شاركتها ما زالت تعمل.
passes-offline-waiting =
    { $count ->
        [1] لا يوجد اتصال. تعديل واحد في انتظار الإرسال.
        [2] لا يوجد اتصال. تعديلان في انتظار الإرسال.
        [few] لا يوجد اتصال. { $count } تعديلات في انتظار الإرسال.
       *[other] لا يوجد اتصال. { $count } تعديلًا في انتظار الإرسال.
    }
passes-waiting =
    { $count ->
        [1] جارٍ إرسال تعديل واحد…
        [2] جارٍ إرسال تعديلين…
        [few] جارٍ إرسال { $count } تعديلات…
       *[other] جارٍ إرسال { $count } تعديلًا…
    }
passes-stuck =
    { $count ->
        [1] تعذّر إرسال تعديل واحد
        [2] تعذّر إرسال تعديلين
        [few] تعذّر إرسال { $count } تعديلات
       *[other] تعذّر إرسال { $count } تعديلًا
    }
passes-server-trouble = خادم المبنى لا يجيب كما ينبغي. سنواصل المحاولة.
passes-open-until = مفتوح حتى { $time }
passes-opens-at = يفتح { $time }
passes-next-opening = يفتح مجددًا { $time }
passes-used-up = مستهلك
passes-expired = منتهٍ
passes-revoked = محذوف
passes-uses-left =
    { $count ->
        [0] لم تبقَ زيارات
        [1] بقيت زيارة واحدة
        [2] بقيت زيارتان
        [few] بقيت { $count } زيارات
       *[other] بقيت { $count } زيارة
    }
passes-badge-courier = توصيل
passes-badge-one-time = مرة واحدة
passes-badge-visiting = الضيف في الداخل
passes-badge-last-use = آخر زيارة
passes-badge-not-on-server = لم يُرسل بعد
passes-badge-stuck = تعذّر الإرسال
passes-delete-question = حذف «{ $name }»؟
passes-delete-text = يتوقف عن فتح الأبواب فورًا ولا يمكن استعادته.
passes-deleted-not-sent = سيُحذف «{ $name }» فور عودة الاتصال.
passes-draft-title = لديك تصريح لم يكتمل.
passes-draft-continue = متابعة
passes-draft-discard = تجاهل
passes-profile-of = { $site }، { $unit }
passes-switch-profile = تغيير المنزل
passes-all-profiles = كل المنازل
passes-quick-courier = توصيل اليوم
passes-quick-guest = زائر اليوم
passes-quick-made = «{ $name }» جاهز.
passes-updated-at = آخر تحديث { $time }

pass-qr-label = رمز QR للتصريح «{ $name }»
pass-qr-hint = ضعه أمام الكاميرا عند الباب.
pass-qr-large = عرض رمز QR كبيرًا
pass-code = رمز الدخول
pass-link = الرابط
pass-plate = لوحة السيارة
pass-validity = متى
pass-doors = الأبواب
pass-uses = الزيارات
pass-used-of = استُخدم { $used } من { $limit }
pass-used =
    { $used ->
        [0] لم يُستخدم بعد
        [1] استُخدم مرة واحدة
        [2] استُخدم مرتين
        [few] استُخدم { $used } مرات
       *[other] استُخدم { $used } مرة
    }
pass-used-today-limit = أقصى عدد في اليوم: { $limit }
pass-next-openings = أوقات الفتح القادمة
pass-comment = ملاحظتك
pass-entries = من جاء
pass-no-entries = لم يستخدم أحد هذا التصريح بعد.
pass-all-entries = عرض الكل
pass-edit = تعديل التصريح
pass-delete = حذف التصريح
pass-not-on-server-text = لم يصل هذا التصريح إلى المبنى بعد. يمكنك مشاركته فور عودة الاتصال.
pass-waiting-text = ستُرسل تعديلاتك فور عودة الاتصال.
pass-stuck-title = لم يقبل المبنى هذا
pass-discard = تجاهل التعديل
pass-gone-title = هذا التصريح لم يعد موجودًا
pass-gone-text = لم يعد على هذا الهاتف.
pass-over-text = لم يعد هذا التصريح يفتح شيئًا.
pass-copy-code = نسخ رمز الدخول
pass-copy-link = نسخ الرابط
pass-made-at = أُنشئ { $time }
pass-revoked-at = حُذف { $time }
pass-type-custom = مدة مخصصة
pass-type-recurring = دخول متكرر
pass-type-business-hours = ساعات العمل
pass-type-full-day = يوم كامل
pass-type-one-time = مرة واحدة
pass-guest = زائر
pass-courier = مندوب توصيل

share-title = مشاركة التصريح
share-text = يكفي ضيفك واحد من هذه.
share-as-message = رسالة فيها كل شيء
share-as-link = رابط
share-as-image = صورة فيها رمز QR
share-as-code = رمز الدخول
share-no-apps = لا يوجد على هذا الهاتف تطبيق للمشاركة. تم نسخ النص.

wizard-leave-title = الخروج الآن؟
wizard-leave-text = يمكن حفظ ما أدخلته لوقت لاحق.
wizard-keep-draft = حفظ لوقت لاحق
wizard-discard-draft = تجاهل
wizard-openings-title = متى يفتح
wizard-more-openings = وهكذا
wizard-opens = يفتح
wizard-stays-shut = يبقى مغلقًا
wizard-next-time = الفتح القادم: { $time }
wizard-problems-title = راجع هذا من فضلك
wizard-change = تغيير

activity-title = الزيارات
activity-empty-title = لم يأتِ أحد بعد
activity-empty-text = عندما يستخدم ضيف أحد تصاريحك تراه هنا.
activity-arrived = وصل
activity-opened = فتح بابًا آخر
activity-opened-again = فتح الباب مرة أخرى
activity-opened-by-manager = فتحته إدارة المبنى
activity-unknown-guest = شخص بلا تصريح
activity-at-door = { $first } · { $second }
activity-with-qr = رمز QR
activity-with-code = رمز الدخول
activity-with-link = رابط
activity-with-plate = لوحة السيارة
activity-with-card = بطاقة
activity-photo = عرض الصورة
activity-photo-title = صورة من { $time }
activity-photo-gone = لم تعد الصورة محفوظة.
activity-filter-all = الكل
activity-filter-arrivals = الوصول
activity-filter-refused = المرفوضة

settings-title = الإعدادات
settings-profiles = المنازل
settings-add-profile = إضافة منزل
settings-unit = الوحدة { $unit }
settings-server = الخادم
settings-signed-out = انتهت الجلسة
settings-sign-out = تسجيل الخروج
settings-sign-out-question = تسجيل الخروج من { $site }؟
settings-sign-out-text = تُزال من هذا الهاتف تصاريح هذا المنزل وزياراته وتعديلاته غير المرسلة. التصاريح التي أعطيتها تبقى صالحة.
settings-sign-out-server-not-told = تم تسجيل الخروج على هذا الهاتف، لكن تعذّر إبلاغ الخادم: اطلب من إدارة المبنى إلغاء هذا الجهاز.
settings-app-lock = قفل التطبيق
settings-app-lock-text = طلب الوجه أو البصمة أو رمز القفل عند فتح Gatepass.
settings-app-lock-unavailable = فعّل أولًا قفل الشاشة على هذا الهاتف.
settings-notifications = الإشعارات
settings-notifications-text = أخبرني عند وصول ضيف.
settings-notifications-denied = إشعارات Gatepass متوقفة في إعدادات الهاتف.
settings-language = اللغة
settings-language-phone = لغة الهاتف
settings-about = حول التطبيق
settings-version = الإصدار { $version }
settings-licences = التراخيص
settings-licences-text = ‏Gatepass برنامج حر بترخيصي MIT و Apache 2.0، ويقوم على عمل كثيرين غيرنا. ما يربطه بالهاتف هو UniFFI من Mozilla بترخيص MPL 2.0، وشيفرته المصدرية في github.com/mozilla/uniffi-rs.
settings-source-code = الشيفرة المصدرية
settings-doors-held = أبوابك: { $doors }

lock-title = ‏Gatepass مقفل
lock-unlock = فتح القفل
lock-reason = افتح القفل لترى تصاريحك.

quick-next-pass = التصريح القادم
quick-no-pass = لا يوجد تصريح ينتظر ضيفًا.
quick-courier-today = تصريح توصيل لليوم
quick-guest-today = تصريح زائر لليوم
quick-ready = «{ $name }» جاهز للمشاركة.
quick-choose-in-app = لديك عدة منازل. افتح Gatepass واختر أحدها.
quick-open-app = فتح Gatepass

notifications-arrived-title = وصل { $guest }
notifications-arrived-text = { $door }، { $time }
notifications-refused-title = لم يُسمح بدخول { $guest }
notifications-refused-text = { $door }: { $reason }
notifications-channel = الوصول

notices-change-overruled = تغيّر «{ $name }» في مكان آخر أولًا، فأُلغي تعديلك.
notices-pass-gone = لم يعد «{ $name }» موجودًا في المبنى، فأُلغي تعديلك.
notices-signed-out = انتهت جلسة { $site } على هذا الهاتف. اطلب دعوة جديدة من إدارة المبنى.
notices-storage-repaired = تضررت البيانات على هذا الهاتف وجُلبت من جديد. لم يضع شيء.
notices-storage-lost = تضررت البيانات على هذا الهاتف وجُلبت من جديد. قد تنقص تعديلات لم تُرسل.
notices-dismiss = إخفاء

errors-title = لم ينجح ذلك
errors-offline = لا يمكن الوصول إلى خادم المبنى. تحقق من الاتصال وحاول مجددًا.
errors-signed-out = انتهت الجلسة على هذا الهاتف. اطلب دعوة جديدة من إدارة المبنى.
errors-invalid = راجع ما أدخلته من فضلك.
errors-not-found = لم يعد هذا على هذا الهاتف.
errors-conflict = تغيّر هذا في مكان آخر في هذه الأثناء. انظر إليه مجددًا.
errors-storage-newer = كُتبت البيانات على هذا الهاتف بإصدار أحدث من Gatepass. حدّث التطبيق.
errors-storage-broken = لا يمكن استخدام البيانات على هذا الهاتف. حرّر مساحة ثم أعد تشغيل الهاتف.
errors-vault = مخزن المفاتيح في الهاتف مقفل. افتح قفل الهاتف وحاول مجددًا.
errors-unreadable = إجابة الخادم غير مفهومة. حدّث التطبيق أو تحقق من عنوان الخادم.
errors-internal = حدث خطأ في Gatepass. حاول مجددًا من فضلك.

reasons-ok = دخل
reasons-unknown = مرفوض: لا يوجد تصريح كهذا
reasons-not-active = مرفوض: الوقت مبكر، لم يبدأ التصريح بعد
reasons-outside-hours = مرفوض: خارج ساعات التصريح
reasons-expired = مرفوض: انتهى التصريح
reasons-used-up = مرفوض: استُهلكت كل الزيارات
reasons-used-up-today = مرفوض: استُهلكت زيارات اليوم
reasons-revoked = مرفوض: حُذف التصريح
reasons-wrong-door = مرفوض: التصريح لا يفتح هذا الباب
reasons-identifier-not-accepted = مرفوض: المبنى لا يقبل هذا النوع من المفاتيح
reasons-locked-out = مرفوض: رموز خاطئة كثيرة عند هذا الباب
reasons-ambiguous-plate = مرفوض: تعذّرت قراءة اللوحة بيقين
reasons-passes-off = مرفوض: التصاريح متوقفة في هذا المبنى
reasons-error = قرر جهاز الباب وحده: حدث خطأ
