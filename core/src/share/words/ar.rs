//! Arabic, in plain modern standard, with Western digits and the 24-hour clock.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Words;
use crate::pass::GuestKind;
use crate::share::validity::{Closing, Validity};
use crate::time::{Days, LocalMinute, WallTime};

/// Arabic.
pub(in crate::share) struct Arabic;

const MONTHS: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

impl Words for Arabic {
    fn generated_name(&self, guest: GuestKind, date: NaiveDate) -> String {
        let (day, month) = (date.day(), month(date));
        match guest {
            GuestKind::Guest => format!("زائر، {day} {month}"),
            GuestKind::Courier => format!("مندوب توصيل، {day} {month}"),
        }
    }

    fn subject(&self, site: &str) -> String {
        format!("تصريح دخولك إلى {site}")
    }

    fn greeting(&self, name: &str, site: &str) -> String {
        format!("هذا تصريح دخولك إلى {site}: {name}.")
    }

    fn title(&self, name: &str, site: &str) -> String {
        format!("{name} · {site}")
    }

    fn validity(&self, validity: &Validity, clock: &str) -> String {
        match *validity {
            Validity::Interval { from, to } => format!("صالح من {} حتى {} ({clock}).", moment(from), moment(to)),
            Validity::Hours { date: on, from, to } => {
                format!("صالح يوم {} من الساعة {} إلى {} ({clock}).", date(on), time(from), closing(to))
            }
            Validity::Overnight { date: on, from, to } => {
                format!("صالح يوم {} من الساعة {} حتى {} من اليوم التالي ({clock}).", date(on), time(from), time(to))
            }
            Validity::AllDay { date: on } => format!("صالح طوال يوم {} ({clock}).", date(on)),
            Validity::WeeklyHours { days: on, from, to, first, last } => {
                let (on, from, to) = (days(on), time(from), closing(to));
                let (first, last) = (short_date(first), short_date(last));
                format!("صالح {on} من الساعة {from} إلى {to}، من {first} حتى {last} ضمنًا ({clock}).")
            }
            Validity::WeeklyOvernight { days: on, from, to, first, last } => {
                let (on, from, to, first, last) = (days(on), time(from), time(to), short_date(first), short_date(last));
                format!("صالح {on} من الساعة {from} حتى {to} من اليوم التالي، من {first} حتى {last} ضمنًا ({clock}).")
            }
            Validity::WeeklyAllDay { days: on, first, last } => {
                let (on, first, last) = (days(on), short_date(first), short_date(last));
                format!("صالح {on} طوال اليوم، من {first} حتى {last} ضمنًا ({clock}).")
            }
            Validity::Always { first, last } => {
                format!("صالح ليلًا ونهارًا، من {} حتى {} ضمنًا ({clock}).", short_date(first), short_date(last))
            }
        }
    }

    fn clock_of(&self, place: &str, letters: &str) -> String {
        format!("بتوقيت {place}، {letters}")
    }

    fn doors(&self, doors: &[&str]) -> String {
        format!("يفتح: {}.", doors.join("، "))
    }

    fn visits(&self, limit: Option<u32>, used: u32) -> String {
        let Some(limit) = limit else {
            return "يمكنك المجيء متى شئت ضمن هذه الأوقات.".to_owned();
        };
        match (limit.saturating_sub(used), limit) {
            (0, _) => "لم تبقَ أي زيارة.".to_owned(),
            (1, 1) => "صالح لزيارة واحدة.".to_owned(),
            (left, limit) if left == limit => format!("عدد الزيارات: {limit}."),
            (left, limit) => format!("الزيارات المتبقية: {left} من {limit}."),
        }
    }

    fn visits_a_day(&self, limit: u32) -> String {
        match limit {
            1 => "زيارة واحدة في اليوم على الأكثر.".to_owned(),
            limit => format!("أقصى عدد للزيارات في اليوم: {limit}."),
        }
    }

    fn identifiers_follow(&self) -> String {
        "سيصلك لاحقًا الرمز الذي يفتح الباب.".to_owned()
    }

    fn use_qr(&self) -> String {
        "رمز QR: ارفع سطوع الشاشة وضع الرمز أمام الكاميرا عند الباب.".to_owned()
    }

    fn use_code(&self, digits: &str) -> String {
        format!("رمز الدخول: أدخل {digits} على لوحة المفاتيح عند الباب.")
    }

    fn use_link(&self, url: &str) -> String {
        format!("الرابط: عندما تقف عند الباب افتح {url} ثم اضغط على اسم الباب.")
    }

    fn use_plate(&self, plate: &str) -> String {
        format!("لوحة السيارة: اقترب من البوابة بالسيارة {plate} وانتظر حتى تفتح.")
    }

    fn come_in(&self) -> String {
        "أهلًا بك، تفضل بالدخول".to_owned()
    }

    fn not_valid(&self) -> String {
        "غير صالح".to_owned()
    }

    fn too_many_wrong_codes(&self) -> String {
        "رموز خاطئة كثيرة، حاول لاحقًا".to_owned()
    }

    fn opens_today(&self, opens: WallTime) -> String {
        format!("يفتح اليوم الساعة {}", time(opens))
    }

    fn opens_on(&self, on: NaiveDate, opens: WallTime) -> String {
        format!("يفتح في {} الساعة {}", short_date(on), time(opens))
    }
}

/// `نوفمبر`.
fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

/// `24 نوفمبر 2026`.
fn short_date(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// `الثلاثاء 24 نوفمبر 2026`.
pub(crate) fn date(date: NaiveDate) -> String {
    format!("{} {}", weekday(date.weekday()), short_date(date))
}

/// `14:20`.
pub(crate) fn time(time: WallTime) -> String {
    time.to_string()
}

fn closing(closing: Closing) -> String {
    match closing {
        Closing::At(at) => time(at),
        Closing::Midnight => "منتصف الليل".to_owned(),
    }
}

/// `الثلاثاء 24 نوفمبر 2026 الساعة 14:20`.
pub(crate) fn moment(at: LocalMinute) -> String {
    format!("{} الساعة {}", date(at.date()), time(at.time()))
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "الاثنين",
        Weekday::Tue => "الثلاثاء",
        Weekday::Wed => "الأربعاء",
        Weekday::Thu => "الخميس",
        Weekday::Fri => "الجمعة",
        Weekday::Sat => "السبت",
        Weekday::Sun => "الأحد",
    }
}

/// `كل يوم`, `من الاثنين إلى الجمعة`, `أيام الثلاثاء والخميس`.
pub(crate) fn days(days: Days) -> String {
    if days == Days::EVERY {
        return "كل يوم".to_owned();
    }
    if days == Days::WORKDAYS {
        return "من الاثنين إلى الجمعة".to_owned();
    }
    let names: Vec<&str> = days.iter().map(weekday).collect();
    match names.as_slice() {
        [] => "بلا أيام".to_owned(),
        [one] => format!("كل يوم {one}"),
        several => format!("أيام {}", several.join(" و")),
    }
}
