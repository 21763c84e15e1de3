//! Schedules survive writing and reading; whatever else is read is refused by field, never a panic.

use gatepass_core::pass::{Schedule, ScheduleText, Timetable};
use gatepass_core::time::{LocalMinute, WallTime, Zone};
use proptest::prelude::*;

use crate::given::*;

/// Texts that cannot be read, and what must be said of each.
pub(crate) const UNREADABLE: &[(&str, &[&str])] = &[
    ("{}", &["schedule.type: missing"]),
    (r#"{"type":"weekly"}"#, &["schedule.type: malformed"]),
    (r#"{"type":"custom"}"#, &["schedule.starts_at: missing", "schedule.ends_at: missing"]),
    (
        r#"{"type":"recurring"}"#,
        &[
            "schedule.days: missing",
            "schedule.from: missing",
            "schedule.to: missing",
            "schedule.starts: missing",
            "schedule.expires: missing",
        ],
    ),
    (
        r#"{"type":"full_day","time_zone":"Mars/Olympus"}"#,
        &["schedule.time_zone: unknown_zone", "schedule.date: missing"],
    ),
    (r#"{"type":"one_time","date":"2027-02-29"}"#, &["schedule.date: malformed"]),
    (r#"{"type":"one_time","date":"2027-2-9"}"#, &["schedule.date: malformed"]),
    (r#"{"type":"one_time","date":" 2027-02-09"}"#, &["schedule.date: malformed"]),
    (r#"{"type":"one_time","date":"+2027-02-09"}"#, &["schedule.date: malformed"]),
    (
        r#"{"type":"custom","starts_at":"2027-02-09","ends_at":"2027-02-09T24:00"}"#,
        &["schedule.starts_at: malformed", "schedule.ends_at: malformed"],
    ),
    (
        r#"{"type":"custom","starts_at":"2027-02-09T09:00Z","ends_at":"2027-02-09 10:00"}"#,
        &["schedule.starts_at: malformed", "schedule.ends_at: malformed"],
    ),
    (
        r#"{"type":"business_hours","days":["mon","someday"],"from":"24:00","to":"9:00","starts":"2027-02-09","expires":"2027-02-09"}"#,
        &["schedule.days: malformed", "schedule.from: malformed", "schedule.to: malformed"],
    ),
    (
        r#"{"type":"business_hours","days":[],"from":"+9:00","to":"09:60","starts":"2027-02-09","expires":"2027-02-09"}"#,
        &["schedule.from: malformed", "schedule.to: malformed"],
    ),
];

#[test]
fn what_cannot_be_read_is_told_by_field() {
    for (text, expected) in UNREADABLE {
        let read: ScheduleText = serde_json::from_str(text).unwrap();
        assert_eq!(crate::drafts::problems(read.parse(Zone::utc()).map(|_| ())), *expected, "{text}");
    }
}

#[test]
fn the_end_of_the_day_has_two_spellings() {
    let read = |to: &str| {
        let text = r#"{"type":"recurring","days":["TUE","tue"],"from":"00:00","to":"TO","starts":"2027-02-09","expires":"2027-02-09"}"#;
        serde_json::from_str::<ScheduleText>(&text.replace("TO", to)).unwrap().parse(Zone::utc()).unwrap()
    };
    assert_eq!(read("24:00"), read("23:59"));
    assert_eq!(ScheduleText::from(&read("24:00")).to.as_deref(), Some("23:59"));
    assert_eq!(ScheduleText::from(&read("24:00")).days, Some(vec!["tue".to_owned()]));
    assert_eq!(Timetable::of(&read("23:59")).ends(), Some(instant("2027-02-10T00:00:00Z")));
}

#[test]
fn without_a_zone_the_site_s_is_meant_and_a_stored_schedule_has_one() {
    let text: ScheduleText = serde_json::from_str(r#"{"type":"one_time","date":"2027-02-09"}"#).unwrap();
    assert_eq!(text.parse(zone("Asia/Kathmandu")).unwrap().time_zone().name(), "Asia/Kathmandu");
    let stored = Schedule::try_from(text).map(|_| ());
    assert_eq!(crate::drafts::problems(stored), ["schedule.time_zone: missing"]);
}

/// Anything JSON can say, with the field names of a schedule among its keys.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let key = prop::sample::select(vec![
        "type",
        "starts_at",
        "ends_at",
        "days",
        "from",
        "to",
        "starts",
        "expires",
        "date",
        "time_zone",
        "x",
    ]);
    let word = prop_oneof![
        prop::sample::select(vec![
            "custom",
            "recurring",
            "business_hours",
            "full_day",
            "one_time",
            "UTC",
            "Europe/Berlin",
            "tue",
            "09:00",
            "23:59",
            "24:00",
            "2026-11-24",
            "2026-11-24T14:20",
            "2026-11-24T14:20:31",
            "9999-12-31",
            "0000-00-00",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
        "[0-9:T+-]{0,20}",
    ];
    let leaf = prop_oneof![
        8 => word.prop_map(serde_json::Value::String),
        1 => any::<i64>().prop_map(serde_json::Value::from),
        1 => Just(serde_json::Value::Null),
    ];
    let value = leaf.prop_recursive(2, 8, 3, |inner| prop::collection::vec(inner, 0..3).prop_map(Into::into));
    prop::collection::btree_map(key, value, 0..10)
        .prop_map(|map| map.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

proptest! {
    #[test]
    fn a_schedule_survives_writing_and_reading(schedule in any_schedule()) {
        let written = serde_json::to_string(&schedule).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Schedule>(&written).unwrap(), &schedule);
        let text = ScheduleText::from(&schedule);
        prop_assert_eq!(text.parse(Zone::utc()).unwrap(), schedule);
    }

    #[test]
    fn whatever_json_says_is_read_or_refused(json in any_json()) {
        if let Ok(text) = serde_json::from_value::<ScheduleText>(json.clone()) {
            match text.parse(Zone::utc()) {
                Ok(schedule) => {
                    prop_assert_eq!(ScheduleText::from(&schedule).parse(Zone::utc()).unwrap(), schedule.clone());
                    let timetable = Timetable::of(&schedule);
                    let _ = (timetable.starts(), timetable.is_open(instant("2026-11-24T14:20:00Z")));
                }
                Err(invalid) => {
                    prop_assert!(!invalid.0.is_empty());
                    prop_assert!(invalid.0.iter().all(|one| one.field.starts_with("schedule.")));
                }
            }
        }
        let _ = serde_json::from_value::<Schedule>(json);
    }

    #[test]
    fn any_text_is_a_time_or_is_not(text in prop_oneof![any::<String>(), "[0-9:T+ -]{0,20}"]) {
        let _ = Zone::named(&text);
        if let Ok(time) = text.parse::<WallTime>() {
            prop_assert_eq!(time.to_string(), text.clone());
        }
        if let Ok(minute) = text.parse::<LocalMinute>() {
            prop_assert!(text.starts_with(&minute.to_string()));
        }
    }
}
