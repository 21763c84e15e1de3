//! Dates, times, numbers and plurals in the languages on offer, against what Unicode's own libraries write.

use gatepass_words::{Language, NaiveDate, NaiveDateTime, NaiveTime, guest, panel, wizard};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn time(text: &str) -> NaiveTime {
    text.parse().expect("a time")
}

#[test]
fn tags_find_their_language() {
    for (tag, language) in [
        ("en", Some(Language::English)),
        ("es-MX", Some(Language::Spanish)),
        ("ar_EG", Some(Language::Arabic)),
        ("EN-us", Some(Language::English)),
        ("en-XA", Some(Language::Pseudo)),
        ("tlh", None),
        ("", None),
    ] {
        assert_eq!(Language::from_tag(tag), language, "{tag}");
    }
}

#[test]
fn each_language_has_one_clock() {
    let said = |language: Language| gatepass_words::time(time("13:05:00"), language);
    assert_eq!(Language::ALL.map(said), ["1:05 PM", "13:05", "13:05"]);
    let midnight = |language: Language| gatepass_words::time(NaiveTime::MIN, language);
    assert_eq!(Language::ALL.map(midnight), ["12:00 AM", "00:00", "00:00"]);
}

#[test]
fn dates_are_written_as_the_language_writes_them() {
    let date = day("2026-11-27");
    assert_eq!(gatepass_words::date(date, Language::English), "Friday, November 27, 2026");
    assert_eq!(gatepass_words::long_date(date, Language::Spanish), "27 de noviembre de 2026");
    assert_eq!(gatepass_words::short_date(date, Language::English), "Nov 27, 2026");
    assert_eq!(gatepass_words::long_date(date, Language::Arabic), "27 نوفمبر 2026");
}

#[test]
fn a_day_is_written_with_its_weekday() {
    let date = day("2026-11-27");
    let with_year = Language::ALL.map(|language| gatepass_words::weekday_and_date(date, language));
    assert_eq!(with_year, ["Fri, Nov 27, 2026", "الجمعة، 27\u{200f}/11\u{200f}/2026", "vie, 27 nov 2026"]);
    let without = Language::ALL.map(|language| gatepass_words::weekday_and_day(date, language));
    assert_eq!(without, ["Fri, Nov 27", "الجمعة، 27 نوفمبر", "vie, 27 nov"]);
}

#[test]
fn no_text_has_a_space_that_a_display_may_lack() {
    for language in Language::ALL {
        let opens = panel::Message::OpensOn { date: day("2026-11-27"), time: time("14:20:00") }.say(language);
        assert!(!opens.contains('\u{202f}'), "{language:?}: {opens}");
        assert!(opens.chars().count() <= 40, "{language:?}: {opens}");
    }
}

#[test]
fn dates_far_away_are_written_too() {
    for date in [NaiveDate::MIN, NaiveDate::MAX, day("0001-01-01"), day("9999-12-31")] {
        for language in Language::ALL {
            assert!(!gatepass_words::date(date, language).is_empty());
        }
    }
}

#[test]
fn numbers_choose_their_variant() {
    let left = |left, language: Language| guest::Message::VisitsLeft { left, limit: 5 }.say(language);
    assert_eq!(left(0, Language::English), "No visits are left.");
    assert_eq!(left(1, Language::Spanish), "Queda una de 5 visitas.");
    assert_eq!(left(3, Language::Arabic), "الزيارات المتبقية: 3 من 5.");
    let all = |limit| guest::Message::VisitsAll { limit }.say(Language::Arabic);
    assert_eq!([all(1), all(2), all(3), all(11)].map(|said| said.chars().last()), [Some('.'); 4]);
    assert_eq!(all(2), "صالح لزيارتين.");
    assert_eq!(all(3), "صالح لـ 3 زيارات.");
    assert_eq!(all(11), "صالح لـ 11 زيارة.");
}

#[test]
fn an_hour_chooses_the_article_in_spanish() {
    let opens = |at: &str| panel::Message::OpensToday { time: time(at) }.say(Language::Spanish);
    assert_eq!(opens("01:20:00"), "Abre hoy a la 01:20");
    assert_eq!(opens("13:20:00"), "Abre hoy a las 13:20");
}

#[test]
fn the_pseudo_language_keeps_what_is_filled_in() {
    let message = wizard::Message::ExplainMade { name: "Ana".to_owned() };
    assert_eq!(message.say(Language::Pseudo), "[“Ana” īş řḗȧḓẏ ŧǿ ƀḗ şḗƞŧ ŧǿ ẏǿŭř ɠŭḗşŧ.]");
}

#[test]
fn debug_output_names_the_message_and_no_argument() {
    let message = guest::Message::UseCode { digits: "482915".to_owned() };
    assert_eq!(format!("{message:?}"), "use-code");
}

/// `fixtures/words/icu.json` is what ICU4C writes.
#[test]
fn another_implementation_of_unicode_writes_the_same() {
    let oracle: serde_json::Value =
        serde_json::from_str(include_str!("../../fixtures/words/icu.json")).expect("a file of JSON");
    for language in Language::ALL {
        let expected = &oracle["languages"][language.tag()];
        let dates = expected["dates"].as_array().expect("dates");
        assert!(dates.len() > 10);
        for row in dates {
            let at = row["at"].as_str().expect("a date").parse::<NaiveDateTime>();
            let at = at.or_else(|_| format!("{}:00", row["at"].as_str().unwrap_or_default()).parse()).expect("a date");
            assert_eq!(gatepass_words::date(at.date(), language), row["full"]);
            assert_eq!(gatepass_words::long_date(at.date(), language), row["long"]);
            assert_eq!(gatepass_words::time(at.time(), language), row["time"]);
            assert_eq!(gatepass_words::short_date(at.date(), language), row["medium"]);
        }
        let names = ["Street door", "Lobby", "Lift", "Garage"].map(str::to_owned);
        for (at, list) in expected["lists"].as_array().expect("lists").iter().enumerate() {
            assert_eq!(gatepass_words::list(&names[..=at], language), *list);
        }
        for (number, category) in (0..).zip(expected["plurals"].as_array().expect("categories")) {
            assert_eq!(gatepass_words::plural_category(number, language), *category, "{number} in {language:?}");
        }
    }
}
