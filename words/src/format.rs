//! Formats dates, times, weekdays and lists with ICU4X.
//!
//! Each function falls back to the ISO format if ICU4X cannot format the value.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use gatepass_cldr::Cldr;
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{M, MD, MDE, T, YMD, YMDE};
use icu_datetime::input::{DateTime, Time};
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;

use crate::argument::Weekdays;
use crate::calendar;
use crate::language::Language;

/// `Tuesday, November 24, 2026`.
#[must_use]
pub fn date(date: NaiveDate, language: Language) -> String {
    let formatter = Formatter::<Gregorian, _>::try_new_unstable(&Cldr, locale(language).into(), YMDE::long());
    formatted_or(formatter.ok().zip(gregorian(date)).map(|(formatter, day)| formatter.format(&day).to_string()), &date)
}

/// `November 24, 2026`.
#[must_use]
pub fn long_date(date: NaiveDate, language: Language) -> String {
    let formatter = Formatter::<Gregorian, _>::try_new_unstable(&Cldr, locale(language).into(), YMD::long());
    formatted_or(formatter.ok().zip(gregorian(date)).map(|(formatter, day)| formatter.format(&day).to_string()), &date)
}

/// `Nov 24, 2026`.
#[must_use]
pub fn short_date(date: NaiveDate, language: Language) -> String {
    let formatter = Formatter::<Gregorian, _>::try_new_unstable(&Cldr, locale(language).into(), YMD::medium());
    formatted_or(formatter.ok().zip(gregorian(date)).map(|(formatter, day)| formatter.format(&day).to_string()), &date)
}

/// `Nov 24`.
#[must_use]
pub fn day_of_year(date: NaiveDate, language: Language) -> String {
    let formatter = Formatter::<Gregorian, _>::try_new_unstable(&Cldr, locale(language).into(), MD::medium());
    formatted_or(formatter.ok().zip(gregorian(date)).map(|(formatter, day)| formatter.format(&day).to_string()), &date)
}

/// `Tue, Nov 24, 2026`.
#[must_use]
pub fn weekday_and_date(date: NaiveDate, language: Language) -> String {
    let formatter = Formatter::<Gregorian, _>::try_new_unstable(&Cldr, locale(language).into(), YMDE::medium());
    formatted_or(formatter.ok().zip(gregorian(date)).map(|(formatter, day)| formatter.format(&day).to_string()), &date)
}

/// `Tue, Nov 24`.
#[must_use]
pub fn weekday_and_day(date: NaiveDate, language: Language) -> String {
    let formatter = Formatter::<Gregorian, _>::try_new_unstable(&Cldr, locale(language).into(), MDE::medium());
    formatted_or(formatter.ok().zip(gregorian(date)).map(|(formatter, day)| formatter.format(&day).to_string()), &date)
}

/// `Nov`.
pub(crate) fn month(date: NaiveDate, language: Language) -> String {
    let formatter = Formatter::<Gregorian, _>::try_new_unstable(&Cldr, locale(language).into(), M::medium());
    formatted_or(
        formatter.ok().zip(gregorian(date)).map(|(formatter, day)| formatter.format(&day).to_string()),
        &date.month(),
    )
}

/// `2:20 PM`, `14:20`: one clock style for each language.
#[must_use]
pub fn time(time: NaiveTime, language: Language) -> String {
    let formatter = Formatter::<(), _>::try_new_unstable(&Cldr, locale(language).into(), T::hm());
    formatted_or(
        formatter.ok().zip(clock(time)).map(|(formatter, time)| formatter.format(&time).to_string()),
        &time.format("%H:%M"),
    )
}

/// `Tuesday, November 24, 2026 at 2:20 PM`.
#[must_use]
pub fn moment(at: NaiveDateTime, language: Language) -> String {
    let fields = YMDE::long().with_time_hm();
    let formatter = Formatter::<Gregorian, _>::try_new_unstable(&Cldr, locale(language).into(), fields);
    let moment = gregorian(at.date()).zip(clock(at.time())).map(|(date, time)| DateTime { date, time });
    formatted_or(
        formatter.ok().zip(moment).map(|(formatter, at)| formatter.format(&at).to_string()),
        &at.format("%Y-%m-%d %H:%M"),
    )
}

/// `Tuesdays and Thursdays`.
pub(crate) fn weekdays(days: Weekdays, language: Language) -> String {
    let names: Vec<String> = days.iter().map(|day| weekday(day).say(language)).collect();
    list(&names, language)
}

fn weekday(day: Weekday) -> calendar::Message {
    match day {
        Weekday::Mon => calendar::Message::Mondays,
        Weekday::Tue => calendar::Message::Tuesdays,
        Weekday::Wed => calendar::Message::Wednesdays,
        Weekday::Thu => calendar::Message::Thursdays,
        Weekday::Fri => calendar::Message::Fridays,
        Weekday::Sat => calendar::Message::Saturdays,
        Weekday::Sun => calendar::Message::Sundays,
    }
}

/// `Street door, Lobby, and Lift`.
#[must_use]
pub fn list(names: &[String], language: Language) -> String {
    let options = ListFormatterOptions::default().with_length(ListLength::Wide);
    match ListFormatter::try_new_and_unstable(&Cldr, locale(language).into(), options) {
        Ok(formatter) => formatter.format(names.iter()).to_string(),
        Err(_) => names.join(", "),
    }
}

pub(crate) fn locale(language: Language) -> &'static Locale {
    static LOCALES: std::sync::OnceLock<Vec<Locale>> = std::sync::OnceLock::new();
    static UNKNOWN: Locale = Locale::UNKNOWN;
    let locales = LOCALES.get_or_init(|| {
        Language::ALL.iter().map(|language| language.locale().parse().unwrap_or(Locale::UNKNOWN)).collect()
    });
    let at = Language::ALL.iter().position(|known| *known == language).unwrap_or_default();
    locales.get(at).unwrap_or(&UNKNOWN)
}

fn gregorian(date: NaiveDate) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(date.year(), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

fn clock(time: NaiveTime) -> Option<Time> {
    Time::try_new(u8::try_from(time.hour()).ok()?, u8::try_from(time.minute()).ok()?, 0, 0).ok()
}

/// The formatted text, else `fallback`. ICU writes a narrow no-break space between time and `PM`. That character halves the
/// capacity of a text message, and many panels' displays lack it, so it becomes a plain space.
fn formatted_or(written: Option<String>, fallback: &dyn std::fmt::Display) -> String {
    written.map_or_else(|| fallback.to_string(), |text| text.replace('\u{202f}', " "))
}
