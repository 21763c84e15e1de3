//! What guests are sent and shown, every sentence of every language: golden texts in `fixtures/share`, one file a
//! language, for translators to read. `INSTA_UPDATE=always cargo test -p gatepass-core --test share` writes them again.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fmt::Write as _;

use gatepass_core::api::Decision;
use gatepass_core::id::{DoorId, PassId};
use gatepass_core::pass::{
    GuestKind, Identifier, IdentifierKind, Pass, Reason, Schedule, ScheduleText, Timetable, Usage, UseLimits,
};
use gatepass_core::share::{DecisionSummary, Language, PassLocation, SharePayload, display, generated_name, message};
use gatepass_core::time::{DateTime, NaiveDate, Opening, TimeDelta, Utc, Zone};
use proptest::prelude::*;

fn schedule(json: &str) -> Schedule {
    let text: ScheduleText = serde_json::from_str(json).unwrap();
    text.parse(Zone::named("America/New_York").unwrap()).unwrap()
}

fn pass(schedule: Schedule, uses: UseLimits, identifiers: Vec<Identifier>) -> Pass {
    Pass {
        id: PassId(uuid::Uuid::nil()),
        version: 1,
        name: "Dog walker".to_owned(),
        comment: "has the spare key".to_owned(),
        guest: GuestKind::Guest,
        schedule,
        uses,
        doors: vec![DoorId(uuid::Uuid::nil())],
        identifiers,
        created_at: at("2026-11-22T12:00:00Z"),
        revoked_at: None,
    }
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn place() -> PassLocation<'static> {
    PassLocation {
        site: "Harbour View",
        address: "12 Quay Street, New York",
        zone: Zone::named("America/New_York").unwrap(),
        doors: &["Street door", "Lobby"],
    }
}

fn identifiers() -> Vec<Identifier> {
    vec![
        Identifier::Qr { text: "0024H36H2NCSVRH6DAQF6DVVQZ".to_owned() },
        Identifier::Code { digits: "482915".to_owned() },
        Identifier::Link { url: "https://pass.example.com/g/3G0ZCSV18MJW9Y8Z9W6HF3HPDP".to_owned() },
        Identifier::Plate { plate: "ABC 1234".to_owned() },
    ]
}

fn uses(limit: Option<u32>, per_day: Option<u32>) -> UseLimits {
    UseLimits { limit, per_day }
}

fn weekly(days: &str, from: &str, to: &str, starts: &str, expires: &str) -> Schedule {
    schedule(&format!(
        r#"{{"type":"recurring","days":[{days}],"from":"{from}","to":"{to}","starts":"{starts}","expires":"{expires}"}}"#
    ))
}

fn custom(from: &str, to: &str, zone: &str) -> Schedule {
    schedule(&format!(r#"{{"type":"custom","starts_at":"{from}","ends_at":"{to}","time_zone":"{zone}"}}"#))
}

const EVERY: &str = r#""mon","tue","wed","thu","fri","sat","sun""#;
const WORKDAYS: &str = r#""mon","tue","wed","thu","fri""#;

/// Every kind of validity there is a sentence for.
fn schedules() -> Vec<(&'static str, Schedule)> {
    let here = "America/New_York";
    vec![
        ("custom, over several days", custom("2026-11-24T14:20", "2026-11-26T01:05", here)),
        ("custom, within one day", custom("2026-11-24T14:20", "2026-11-24T17:00", here)),
        ("custom, to the end of the day", custom("2026-11-24T14:20", "2026-11-25T00:00", here)),
        ("custom, one whole day", custom("2026-11-24T00:00", "2026-11-25T00:00", here)),
        ("custom, over the change of the clocks", custom("2026-10-31T12:00", "2026-11-02T12:00", here)),
        ("custom, by another clock", custom("2026-11-24T14:20", "2026-11-24T17:00", "Europe/Madrid")),
        ("custom, by a clock without letters", custom("2026-11-24T00:20", "2026-11-24T12:00", "Asia/Kathmandu")),
        ("custom, by no place's clock", custom("2026-11-24T14:20", "2026-11-24T17:00", "Etc/UTC")),
        ("recurring", weekly(r#""tue","thu""#, "14:20", "15:20", "2026-11-24", "2027-05-01")),
        ("recurring, one weekday", weekly(r#""sun""#, "09:00", "12:00", "2026-11-24", "2027-02-28")),
        ("recurring, three weekdays", weekly(r#""mon","wed","sat""#, "09:00", "12:00", "2026-11-24", "2027-02-28")),
        ("recurring, every day", weekly(EVERY, "09:00", "23:59", "2026-11-24", "2026-12-24")),
        ("recurring, overnight", weekly(r#""fri","sat""#, "22:00", "01:30", "2026-11-24", "2026-12-24")),
        ("recurring, whole days", weekly(r#""sat","sun""#, "00:00", "23:59", "2026-11-24", "2026-12-24")),
        ("recurring, round the clock", weekly(EVERY, "00:00", "23:59", "2026-11-24", "2027-11-24")),
        ("recurring, a single day", weekly(EVERY, "09:00", "12:00", "2026-11-24", "2026-11-24")),
        ("recurring, a single night", weekly(EVERY, "22:00", "06:00", "2026-11-24", "2026-11-24")),
        (
            "business hours",
            schedule(&format!(
                r#"{{"type":"business_hours","days":[{WORKDAYS}],"from":"09:00","to":"17:00","starts":"2026-11-23","expires":"2026-12-23"}}"#
            )),
        ),
        ("full day", schedule(r#"{"type":"full_day","date":"2026-11-24"}"#)),
        ("one time", schedule(r#"{"type":"one_time","date":"2026-11-24"}"#)),
    ]
}

fn sent(pass: &Pass, used: u32, language: Language) -> SharePayload {
    message(pass, &Usage { used, ..Usage::default() }, &place(), language)
}

fn shown(decision: Decision, reason: Reason, kind: IdentifierKind, next: Option<&str>) -> DecisionSummary {
    let next_opening = next.map(|from| Opening { from: at(from), to: at(from) + TimeDelta::hours(1) });
    DecisionSummary { decision, reason, kind, next_opening, at: at("2026-11-24T15:00:00Z"), zone: place().zone }
}

/// All that is said in a language, as one text.
fn all_texts(language: Language) -> String {
    let mut all = String::new();
    let mut add = |heading: &str, text: &str| writeln!(all, "## {heading}\n{text}\n").unwrap();

    let whole = sent(&pass(schedules()[8].1.clone(), uses(Some(5), Some(1)), identifiers()), 2, language);
    add("subject", &whole.subject);
    add("title of the card", &whole.title);
    add("message with every identifier", &whole.text);
    add(
        "message of a pass made offline",
        &sent(&pass(schedules()[0].1.clone(), UseLimits::ONCE, vec![]), 0, language).text,
    );
    for (case, schedule) in schedules() {
        add(case, &sent(&pass(schedule, UseLimits::ONCE, vec![]), 0, language).validity);
    }
    for (limit, per_day, used) in [
        (None, None, 7),
        (Some(1), None, 0),
        (Some(1), None, 1),
        (Some(2), None, 0),
        (Some(5), None, 4),
        (Some(9999), None, 1),
        (Some(5), Some(1), 5),
        (None, Some(3), 1),
    ] {
        let pass = pass(schedules()[0].1.clone(), uses(limit, per_day), vec![]);
        let without =
            |text: String| text.lines().skip(4).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let text = without(sent(&pass, used, language).text);
        add(&format!("visits: limit {limit:?}, a day {per_day:?}, used {used}"), &text);
    }
    for (month, guest) in (1..=12).zip([GuestKind::Guest, GuestKind::Courier].into_iter().cycle()) {
        let date = NaiveDate::from_ymd_opt(2026, month, 22).unwrap();
        add(&format!("generated name, {guest:?}, month {month}"), &generated_name(guest, date, language));
    }
    for (case, shown) in [
        ("granted", shown(Decision::Granted, Reason::Ok, IdentifierKind::Qr, None)),
        ("denied", shown(Decision::Denied, Reason::Unknown, IdentifierKind::Qr, None)),
        ("locked out", shown(Decision::Denied, Reason::LockedOut, IdentifierKind::Code, None)),
        (
            "later today",
            shown(Decision::Denied, Reason::OutsideHours, IdentifierKind::Qr, Some("2026-11-24T19:20:00Z")),
        ),
        ("at one", shown(Decision::Denied, Reason::OutsideHours, IdentifierKind::Qr, Some("2026-11-24T18:00:00Z"))),
        ("another day", shown(Decision::Denied, Reason::NotActive, IdentifierKind::Link, Some("2026-12-01T05:00:00Z"))),
    ] {
        add(&format!("display, {case}"), &display(&shown, language));
    }
    all
}

#[test]
fn every_text_is_as_it_was_read_and_approved() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../fixtures/share");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for language in Language::ALL {
            insta::assert_snapshot!(language.tag(), all_texts(language));
        }
    });
}

#[test]
fn a_message_carries_what_its_receiver_needs_and_nothing_private() {
    for language in Language::ALL {
        let payload = sent(&pass(schedules()[8].1.clone(), UseLimits::UNLIMITED, identifiers()), 0, language);
        for needed in
            ["Dog walker", "Harbour View", "12 Quay Street", "Street door", "Lobby", "482915", "/g/3G0Z", "ABC 1234"]
        {
            assert!(payload.text.contains(needed), "{language:?}: {needed}");
        }
        assert!(!payload.text.contains("spare key"), "the comment is the resident's");
        assert!(!payload.text.contains("0024H36H2NCSVRH6DAQF6DVVQZ"), "a QR code is shown, not spelt");
        assert!(payload.text.contains(&payload.validity));
        assert_eq!(payload.url.as_deref(), Some("https://pass.example.com/g/3G0ZCSV18MJW9Y8Z9W6HF3HPDP"));
        assert_eq!(payload.qr.as_deref(), Some("0024H36H2NCSVRH6DAQF6DVVQZ"));
        assert!(!format!("{payload:?}").contains("482915"));
    }
}

#[test]
fn the_display_never_tells_one_refusal_from_another() {
    use Reason::{
        AmbiguousPlate, Expired, IdentifierNotAccepted, NotActive, OutsideHours, PassesOff, Revoked, Unknown, UsedUp,
        UsedUpToday, WrongDoor,
    };
    let next = Some("2026-11-24T19:20:00Z");
    for language in Language::ALL {
        let unknown = display(&shown(Decision::Denied, Unknown, IdentifierKind::Code, None), language);
        assert!(!unknown.is_empty());
        for kind in [IdentifierKind::Qr, IdentifierKind::Code, IdentifierKind::Link, IdentifierKind::Plate] {
            for reason in
                [Expired, UsedUp, Revoked, WrongDoor, IdentifierNotAccepted, AmbiguousPlate, PassesOff, Unknown]
            {
                for next in [None, next] {
                    assert_eq!(display(&shown(Decision::Denied, reason, kind, next), language), unknown, "{reason:?}");
                }
            }
            for reason in [NotActive, OutsideHours, UsedUpToday] {
                // Whoever tries codes must not learn that this one is real.
                let may_know = matches!(kind, IdentifierKind::Qr | IdentifierKind::Link);
                let text = display(&shown(Decision::Denied, reason, kind, next), language);
                assert_eq!(text == unknown, !may_know, "{reason:?} {kind:?}");
            }
        }
        assert_eq!(display(&shown(Decision::NotHandled, Reason::Error, IdentifierKind::Qr, None), language), "");
    }
}

#[test]
fn a_language_is_found_by_its_tag() {
    for (tag, language) in [
        ("en", Some(Language::English)),
        ("EN-gb", Some(Language::English)),
        ("es-MX", Some(Language::Spanish)),
        ("es_419", Some(Language::Spanish)),
        ("eu", None),
        ("est", None),
        ("", None),
    ] {
        assert_eq!(Language::from_tag(tag), language, "{tag}");
    }
    for language in Language::ALL {
        assert_eq!(Language::from_tag(language.tag()), Some(language));
    }
}

proptest! {
    #[test]
    fn any_pass_has_its_words(
        day in 0_i64..800,
        days in 0_i64..366,
        from in 0_u16..1440,
        to in 0_u16..1440,
        weekdays in 1_u8..128,
        zone in prop::sample::select(vec!["America/New_York", "Europe/Madrid", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia"]),
        limit in prop::option::of(1_u32..=9999),
        used in 0_u32..=9999,
    ) {
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let date = |day: i64| (NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + TimeDelta::days(day)).to_string();
        let names: Vec<String> =
            ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().enumerate().filter(|(bit, _)| weekdays >> bit & 1 == 1).map(|(_, name)| format!("\"{name}\"")).collect();
        let (starts, ends) = (date(day), date(day + days));
        let schedule = schedule(&format!(
            r#"{{"type":"recurring","days":[{}],"from":"{}","to":"{}","starts":"{starts}","expires":"{ends}","time_zone":"{zone}"}}"#,
            names.join(","), clock(from), clock(to),
        ));
        let openings = Timetable::of(&schedule);
        let pass = pass(schedule, uses(limit, None), identifiers());
        for language in Language::ALL {
            let payload = sent(&pass, used, language);
            let doubled = payload.text.contains("  ");
            prop_assert!(!doubled, "{}", payload.text);
            for opening in openings.openings(at("2025-01-01T00:00:00Z")).take(3) {
                let shown = DecisionSummary { next_opening: Some(opening), ..shown(Decision::Denied, Reason::OutsideHours, IdentifierKind::Qr, None) };
                let text = display(&shown, language);
                prop_assert!(text.chars().count() <= 40, "{}", text);
            }
        }
    }
}
