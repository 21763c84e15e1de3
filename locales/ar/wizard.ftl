verbatim = { $text }

title-choose-profile = لأي منزل هذا التصريح؟
title-choose-type = ما نوع التصريح؟
title-about = لمن هذا التصريح؟
title-identifiers = كيف سيفتح ضيفك الباب؟
title-schedule = متى يمكن لضيفك أن يأتي؟
title-uses = كم مرة يمكن لضيفك أن يأتي؟
title-doors = أي أبواب يفتح؟
title-review = راجع التصريح
title-review-edit = تعديل التصريح
title-saving = لحظة واحدة…
title-made = التصريح جاهز
title-changed = تم تعديل التصريح
title-queued = في انتظار الاتصال
title-share = إرسال التصريح
title-unavailable = لا يمكن إنشاء تصريح الآن
title-unavailable-edit = لا يمكن تعديل هذا التصريح
title-closed = تم

explain-identifiers = اختر طريقة أو أكثر. كلها تفتح الأبواب نفسها في الأوقات نفسها.
explain-uses = قد تفتح الزيارة الواحدة عدة أبواب: باب الشارع والبهو والمصعد زيارة واحدة.
explain-review = اضغط على أي سطر لتغييره.
explain-made = «{ $name }» جاهز للإرسال إلى ضيفك.
explain-changed = تم تعديل «{ $name }». يحتفظ ضيفك بالرمز نفسه، ولا حاجة لإرسال شيء من جديد.
explain-queued = التصريح محفوظ على هذا الهاتف وسيُنشأ فور عودة الاتصال، وعندها يمكنك إرساله.
explain-queued-edit = التعديل محفوظ على هذا الهاتف ويسري فور عودة الاتصال.
explain-share = اختر ما يصل إلى ضيفك.

label-profile = المنزل
label-type = النوع
label-name = الاسم
label-comment = ملاحظة
label-guest = من القادم
label-identifiers = طرق الفتح
label-plate = لوحة السيارة
label-starts-at = من
label-ends-at = حتى
label-weekdays = أيام الأسبوع
label-window-from = يفتح الساعة
label-window-to = يغلق الساعة
label-first-day = أول يوم
label-last-day = آخر يوم
label-only-day = اليوم
label-time-zone = التوقيت
label-visit-limit = مجموع الزيارات
label-daily-limit = الزيارات في اليوم
label-doors = الأبواب
label-all-doors = كل الأبواب
label-times = الأوقات
label-trial-door = هل يفتح هذا الباب…
label-trial-moment = …في هذا الوقت؟
label-share-as = الإرسال على شكل
label-unlimited = بلا حد

hint-name = يراه ضيفك. اتركه فارغًا ونختار نحن اسمًا.
hint-comment = لا يراها أحد غيرك.
hint-plate = كما هي على السيارة؛ المسافات والشرطات لا تهم.
hint-window-to = وقت يسبق وقت الفتح يعني صباح اليوم التالي؛ و23:59 تعني نهاية اليوم.
hint-last-day = آخر يوم يفتح فيه.
hint-visit-limit = كل الأبواب في طريق الدخول تُحسب زيارة واحدة.
hint-used-so-far = الزيارات حتى الآن: { $used }.

type-custom = مدة مخصصة
type-recurring = دخول متكرر
type-business-hours = ساعات العمل
type-full-day = يوم كامل
type-one-time = مرة واحدة
type-custom-explained = من وقت إلى آخر، لعطلة نهاية أسبوع أو إقامة طويلة.
type-recurring-explained = الساعات نفسها في الأيام التي تختارها، لعامل تنظيف مثلًا.
type-business-hours-explained = من الاثنين إلى الجمعة من 9 إلى 17 مبدئيًا، لعمل يستغرق أيامًا.
type-full-day-explained = يوم واحد من منتصف الليل إلى منتصف الليل، لحفلة أو لنقل أثاث.
type-one-time-explained = زيارة واحدة في يوم واحد، لتوصيل طلب أو إصلاح.

profile-at = { $unit }، { $site }
profile-passes-off = التصاريح متوقفة هنا.

guest-guest = زائر
guest-courier = مندوب توصيل
name-of-guest = زائر، { DATETIME($date, day: "numeric") } { DATETIME($date, month: "short") }
name-of-courier = مندوب توصيل، { DATETIME($date, day: "numeric") } { DATETIME($date, month: "short") }

identifier-qr = رمز QR
identifier-code = رمز الدخول
identifier-link = رابط
identifier-plate = لوحة السيارة
identifier-qr-explained = يُعرض أمام الكاميرا عند الباب.
identifier-code-explained = يُكتب على لوحة المفاتيح عند الباب.
identifier-link-explained = يُفتح على هاتف الضيف، وفيه زر لكل باب.
identifier-plate-explained = تقرؤها الكاميرا عند البوابة.

monday = الاثنين
tuesday = الثلاثاء
wednesday = الأربعاء
thursday = الخميس
friday = الجمعة
saturday = السبت
sunday = الأحد

zone-of-site = توقيت المبنى ({ $zone })
zone-of-phone = توقيت هذا الهاتف ({ $zone })

why-type-not-allowed = هذا المبنى لا يتيح هذا النوع.
why-type-fixed = لا يتغير النوع بعد أن يُستخدم التصريح.
why-identifier-not-allowed = هذا المبنى لا يتيح هذه الطريقة للفتح.
why-identifiers-fixed = هذه لا تتغير أبدًا، حتى لا تحتاج إلى إرسال شيء من جديد.
why-door-not-shareable = هذا المبنى لا يسمح للسكان بمشاركة هذا الباب.
why-share-not-in-pass = لا يوجد في هذا التصريح.
why-share-not-yet = يمكنك إرساله بعد إنشاء التصريح.

summary-interval = من { $from } حتى { $to }
summary-weekdays =
    { $days ->
        [every] كل يوم
        [workdays] من الاثنين إلى الجمعة
       *[other] أيام { $days }
    }
summary-every-day = كل يوم
summary-window = من { $from } إلى { $to }
summary-overnight = من { $from } إلى { $to } من صباح اليوم التالي
summary-all-day = طوال اليوم
summary-dates = من { $first } حتى { $last } ضمنًا
summary-full-day = طوال يوم { $date }
summary-one-time = مرة واحدة يوم { $date }
summary-zone = بتوقيت { $zone }
uses-unlimited = بقدر الحاجة
uses-once = زيارة واحدة
uses-limited =
    { $limit ->
        [2] زيارتان
        [few] { $limit } زيارات
       *[other] { $limit } زيارة
    }
uses-once-a-day = زيارة واحدة في اليوم
uses-limited-a-day =
    { $limit ->
        [2] زيارتان في اليوم
        [few] { $limit } زيارات في اليوم
       *[other] { $limit } زيارة في اليوم
    }
nothing-chosen = لم يُختر شيء بعد

zone-note-phone = هذه الأوقات بتوقيت { $zone }، وهذا الهاتف على توقيت آخر.
zone-note-site = هذه الأوقات بتوقيت { $zone }، والتوقيت في { $site } مختلف.

trial-opens = نعم، يفتح { $door } حينها.
trial-not-active = لا، يبقى { $door } مغلقًا: لم يبدأ التصريح بعد.
trial-outside-hours = لا، يبقى { $door } مغلقًا: هذا خارج ساعاته.
trial-expired = لا، يبقى { $door } مغلقًا: يكون التصريح قد انتهى.
trial-used-up = لا، يبقى { $door } مغلقًا: استُهلكت كل الزيارات.
trial-used-up-today = لا، يبقى { $door } مغلقًا: استُهلكت زيارات ذلك اليوم.
trial-wrong-door = لا، { $door } ليس من أبوابه.
trial-otherwise = لا، يبقى { $door } مغلقًا.

button-next = التالي
button-back = رجوع
button-review = العودة إلى المراجعة
button-create = إنشاء التصريح
button-save = حفظ التعديل
button-share = إرسال
button-done = تم
button-cancel = إلغاء

notice-door-gone = لم يعد لديك دخول إلى «{ $door }»، فأُخرج من التصريح.
notice-door-not-shareable = لم تعد مشاركة «{ $door }» ممكنة، فأُخرج من التصريح.
notice-unnamed-door-gone = لم يعد لديك دخول إلى أحد الأبواب، فأُخرج من التصريح.
notice-identifier-gone = لم يعد المبنى يتيح إحدى طرق الفتح، فأُخرجت من التصريح.
notice-pass-changed = تغيّر التصريح في مكان آخر في هذه الأثناء. ما أدخلته هنا ما زال موجودًا.
notice-look-again = شيء مما أدخلته لم يعد صحيحًا. راجعه من فضلك.
notice-failed = لم ينجح ذلك: { $detail }
notice-shared = تم الإرسال. يمكنك الإرسال مرة أخرى أو إرسال شيء آخر.

unavailable-passes-off = التصاريح متوقفة في { $site }. اطلب من إدارة المبنى تشغيلها.
unavailable-too-many-passes = عدد التصاريح الصالحة في منزلك { $max }، وهو أقصى ما يسمح به المبنى. احذف أحدها أولًا أو اسأل إدارة المبنى.
unavailable-editing-off = لا يمكن تعديل التصاريح في { $site }. احذف هذا وأنشئ غيره، أو اسأل إدارة المبنى.
unavailable-not-valid = لم يعد التصريح صالحًا. أنشئ تصريحًا جديدًا.
unavailable-no-type = لا يتيح { $site } أي نوع من التصاريح حاليًا. اسأل إدارة المبنى.
unavailable-no-identifier = لا يتيح { $site } أي طريقة لفتح باب بتصريح حاليًا. اسأل إدارة المبنى.
unavailable-no-door = ليس لديك في { $site } باب تمكن مشاركته. اسأل إدارة المبنى.
unavailable-no-profile = لا يوجد منزل على هذا الهاتف. أدخل أولًا دعوة من إدارة المبنى.
unavailable-unknown-zone = هذا التطبيق لا يعرف المنطقة الزمنية للمبنى. حدّث التطبيق من فضلك.

problem-missing = أكمل هذا من فضلك.
problem-malformed = لا يمكن قراءة هذا. أدخله مرة أخرى من فضلك.
problem-malformed-moment = لا يمكن قراءة هذا. أدخل تاريخًا ووقتًا مثل { $example }.
problem-malformed-time = لا يمكن قراءة هذا. أدخل وقتًا مثل { $example }.
problem-malformed-date = لا يمكن قراءة هذا. أدخل تاريخًا مثل { $example }.
problem-malformed-word = لا يمكن قراءة هذا. اختر من هذه الكلمات: { $words }.
problem-unreadable = لا يمكن قراءة هذا. حدّث التطبيق من فضلك.
problem-out-of-range = هذا الرقم أصغر أو أكبر من اللازم.
problem-unknown-field = لا يوجد إعداد بهذا الاسم.
problem-unknown-make = طراز جهاز الباب هذا غير معروف هنا.
problem-unknown-language = هذه اللغة غير متاحة هنا.
problem-ends-before-start = يجب أن تكون النهاية بعد البداية.
problem-starts-in-past = هذا في الماضي. اختر { $date } أو ما بعده.
problem-already-over = انتهى هذا بالفعل. اختر وقتًا لاحقًا.
problem-no-weekday = اختر يومًا واحدًا من الأسبوع على الأقل.
problem-empty-window = يجب أن يغلق في وقت غير وقت الفتح. لليوم كله اختر من 00:00 إلى 23:59.
problem-never-opens = بين هذين اليومين لا يوجد وقت يفتح فيه. اختر أيامًا أخرى.
problem-unknown-zone = هذه ليست منطقة زمنية معروفة.
problem-no-such-date = هذا التاريخ غير موجود هناك. اختر غيره.
problem-more-than-a-year = ينتهي التصريح خلال سنة. اختر { $date } أو ما قبله.
problem-too-long = أقصى مدة للتصريح في هذا المبنى بالأيام: { $days }. اختر نهاية أقرب.
problem-too-far-ahead = أبعد بداية للتصريح في هذا المبنى بالأيام: { $days }. اختر بداية أقرب.
problem-no-door = اختر بابًا واحدًا على الأقل.
problem-door-not-held = ليس لديك دخول إلى أحد هذه الأبواب. استبعده.
problem-door-not-shareable = أحد هذه الأبواب لا تمكن مشاركته. استبعده.
problem-uses-out-of-range = اختر رقمًا من 1 إلى { $max }، أو بلا حد.
problem-fewer-than-used = لا يمكن أن يقل عن الزيارات التي تمت ({ $used }).
problem-one-time-has-one-use = تصريح المرة الواحدة صالح لزيارة واحدة.
problem-type-not-allowed = هذا المبنى لا يتيح هذا النوع. اختر غيره.
problem-type-fixed = لا يمكن تغيير النوع بعد أن يُستخدم التصريح.
problem-no-identifier = اختر طريقة فتح واحدة على الأقل.
problem-identifier-not-allowed = هذا المبنى لا يتيح إحدى هذه الطرق. استبعدها.
problem-not-a-plate = هذه ليست لوحة سيارة. أدخل من 2 إلى 12 حرفًا ورقمًا.
problem-too-long-text = هذا أطول من اللازم. أقصى عدد للحروف: { $max }.
problem-too-many-passes = عدد التصاريح الصالحة في منزلك { $max }، وهو أقصى ما يسمح به المبنى. احذف أحدها أولًا.
problem-passes-off = التصاريح متوقفة. اطلب من إدارة المبنى تشغيلها.
problem-editing-off = هذا المبنى لا يسمح بتعديل التصريح. احذفه وأنشئ غيره.
problem-not-valid-any-more = لم يعد التصريح صالحًا. أنشئ تصريحًا جديدًا.

problem-invitation-not-good = هذه الدعوة لم تعد صالحة أو كُتبت خطأ. اطلب دعوة جديدة.
problem-server-missing = الرمز وحده لا يدل على المبنى. أدخل عنوان الخادم.
problem-not-a-server = هذا ليس عنوان خادم. أدخل عنوانًا مثل passes.example.com.
problem-plain-http = هذا العنوان غير مشفّر، وقد يقرأ آخرون تصاريحك. اطلب عنوان https.
problem-choose-profile = لديك عدة منازل. اختر أحدها.
problem-on-other-server = هذا المنزل موجود على هذا الهاتف مع خادم آخر. سجّل الخروج هناك أولًا.
problem-not-on-server = لم يصل هذا التصريح إلى المبنى بعد. شاركه عند عودة الاتصال.
problem-too-late-to-undo = فات أوان استعادة هذا التصريح، عذرًا. يمكنك إنشاء تصريح جديد في أي وقت.

share-message = رسالة فيها كل شيء
share-qr-picture = رمز QR كصورة
share-access-code = رمز الدخول وحده
share-link-only = الرابط وحده
