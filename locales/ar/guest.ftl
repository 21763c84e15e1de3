subject = تصريح دخولك إلى { $site }
greeting = هذا تصريح دخولك إلى { $site }: { $name }.
title = { $name } · { $site }
valid-interval = صالح من { DATETIME($from, dateStyle: "full") } الساعة { DATETIME($from, timeStyle: "short") } حتى { DATETIME($to, dateStyle: "full") } الساعة { DATETIME($to, timeStyle: "short") } ({ $clock }).
valid-hours =
    { $to ->
        [midnight] صالح يوم { $date } من الساعة { $from } إلى منتصف الليل ({ $clock }).
       *[other] صالح يوم { $date } من الساعة { $from } إلى { $to } ({ $clock }).
    }
valid-overnight = صالح يوم { $date } من الساعة { $from } حتى { $to } من اليوم التالي ({ $clock }).
valid-all-day = صالح طوال يوم { $date } ({ $clock }).
valid-weekly-hours =
    { $days ->
        [every]
            { $to ->
                [midnight] صالح كل يوم من الساعة { $from } إلى منتصف الليل، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
               *[other] صالح كل يوم من الساعة { $from } إلى { $to }، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
            }
        [workdays]
            { $to ->
                [midnight] صالح من الاثنين إلى الجمعة من الساعة { $from } إلى منتصف الليل، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
               *[other] صالح من الاثنين إلى الجمعة من الساعة { $from } إلى { $to }، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
            }
       *[other]
            { $to ->
                [midnight] صالح أيام { $days } من الساعة { $from } إلى منتصف الليل، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
               *[other] صالح أيام { $days } من الساعة { $from } إلى { $to }، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
            }
    }
valid-weekly-overnight =
    { $days ->
        [every] صالح كل يوم من الساعة { $from } حتى { $to } من اليوم التالي، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
        [workdays] صالح من الاثنين إلى الجمعة من الساعة { $from } حتى { $to } من اليوم التالي، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
       *[other] صالح أيام { $days } من الساعة { $from } حتى { $to } من اليوم التالي، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
    }
valid-weekly-all-day =
    { $days ->
        [every] صالح كل يوم طوال اليوم، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
        [workdays] صالح من الاثنين إلى الجمعة طوال اليوم، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
       *[other] صالح أيام { $days } طوال اليوم، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
    }
valid-always = صالح ليلًا ونهارًا، من { DATETIME($first, dateStyle: "long") } حتى { DATETIME($last, dateStyle: "long") } ضمنًا ({ $clock }).
clock-of = بتوقيت { $place }، { $letters }
doors = يفتح: { $doors }.
visits-unlimited = يمكنك المجيء متى شئت ضمن هذه الأوقات.
visits-all =
    { $limit ->
        [1] صالح لزيارة واحدة.
        [2] صالح لزيارتين.
        [few] صالح لـ { $limit } زيارات.
       *[other] صالح لـ { $limit } زيارة.
    }
visits-left =
    { $left ->
        [0] لم تبقَ أي زيارة.
       *[other] الزيارات المتبقية: { $left } من { $limit }.
    }
visits-a-day =
    { $limit ->
        [1] زيارة واحدة في اليوم على الأكثر.
        [2] زيارتان في اليوم على الأكثر.
        [few] { $limit } زيارات في اليوم على الأكثر.
       *[other] { $limit } زيارة في اليوم على الأكثر.
    }
identifiers-follow = سيصلك لاحقًا الرمز الذي يفتح الباب.
use-qr = رمز QR: ارفع سطوع الشاشة وضع الرمز أمام الكاميرا عند الباب.
use-code = رمز الدخول: أدخل { $digits } على لوحة المفاتيح عند الباب.
use-link = الرابط: عندما تقف عند الباب افتح { $url } ثم اضغط على اسم الباب.
use-plate = لوحة السيارة: اقترب من البوابة بالسيارة { $plate } وانتظر حتى تفتح.
