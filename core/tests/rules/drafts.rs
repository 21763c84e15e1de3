//! Each rule for making a pass reports its field and its code; what the wizard starts with is accepted.

use std::collections::BTreeSet;

use gatepass_core::pass::{
    DraftDoor, GuestKind, IdentifierKind, Invalid, MAX_COMMENT, MAX_NAME, PassDraft, PassType, Policy, Problem, Rules,
    Schedule, ScheduleText, Timetable, UseLimits, Weekly,
};
use gatepass_core::time::{Days, TimeDelta, Zone};
use proptest::prelude::*;

use crate::given::*;
use crate::{edits, texts};

/// Sunday 22 November 2026, 10:00 in New York.
pub(crate) const NOW: &str = "2026-11-22T15:00:00Z";
pub(crate) const DOORS: [(u8, bool); 3] = [(1, true), (2, true), (4, false)];

/// All problems, by a match that does not compile without one of them.
macro_rules! every_problem {
    ($($problem:pat => $code:literal,)+) => {
        pub(crate) const CODES: &[&str] = &[$($code),+];

        fn code(problem: &Problem) -> &'static str {
            match problem { $($problem => $code,)+ }
        }
    };
}

every_problem! {
    Problem::Missing => "missing",
    Problem::Malformed { .. } => "malformed",
    Problem::Unreadable => "unreadable",
    Problem::OutOfRange => "out_of_range",
    Problem::UnknownField => "unknown_field",
    Problem::UnknownMake => "unknown_make",
    Problem::UnknownLanguage => "unknown_language",
    Problem::PlainHttp => "plain_http",
    Problem::EndsBeforeStart => "ends_before_start",
    Problem::StartsInPast { .. } => "starts_in_past",
    Problem::AlreadyOver => "already_over",
    Problem::NoWeekday => "no_weekday",
    Problem::EmptyWindow => "empty_window",
    Problem::NeverOpens => "never_opens",
    Problem::UnknownZone => "unknown_zone",
    Problem::NoSuchDate => "no_such_date",
    Problem::MoreThanAYear { .. } => "more_than_a_year",
    Problem::TooLong { .. } => "too_long",
    Problem::TooFarAhead { .. } => "too_far_ahead",
    Problem::NoDoor => "no_door",
    Problem::DoorNotHeld => "door_not_held",
    Problem::DoorNotShareable => "door_not_shareable",
    Problem::UsesOutOfRange { .. } => "uses_out_of_range",
    Problem::FewerThanUsed { .. } => "fewer_than_used",
    Problem::OneTimeHasOneUse => "one_time_has_one_use",
    Problem::TypeNotAllowed => "type_not_allowed",
    Problem::TypeFixed => "type_fixed",
    Problem::NoIdentifier => "no_identifier",
    Problem::IdentifierNotAllowed => "identifier_not_allowed",
    Problem::NotAPlate => "not_a_plate",
    Problem::TooLongText { .. } => "too_long_text",
    Problem::TooManyPasses { .. } => "too_many_passes",
    Problem::PassesOff => "passes_off",
    Problem::EditingOff => "editing_off",
    Problem::NotValidAnyMore => "not_valid_any_more",
}

/// `field: code`, one of each.
pub(crate) fn problems(result: Result<(), Invalid>) -> Vec<String> {
    let found = result.map_or_else(|invalid| invalid.0, |()| Vec::new());
    for one in &found {
        assert_eq!(one.problem.code(), code(&one.problem));
    }
    found.iter().map(|one| format!("{}: {}", one.field, one.problem.code())).collect()
}

pub(crate) fn new_york() -> Zone {
    zone("America/New_York")
}

pub(crate) fn draft(kind: PassType) -> PassDraft {
    let mut schedule = Schedule::default_of(kind, instant(NOW), new_york());
    if let Schedule::Recurring(weekly) = &mut schedule {
        weekly.days = Days::WORKDAYS;
    }
    PassDraft {
        name: String::new(),
        comment: String::new(),
        guest: GuestKind::Guest,
        schedule,
        uses: kind.default_uses(),
        doors: vec![door(1)],
        identifiers: vec![IdentifierKind::Qr],
        plate: None,
    }
}

pub(crate) fn doors() -> Vec<DraftDoor> {
    DOORS.iter().map(|(number, shareable)| DraftDoor { id: door(*number), shareable: *shareable }).collect()
}

fn check(draft: &PassDraft, policy: &Policy, live_passes: u32) -> Vec<String> {
    problems(draft.check(&Rules { now: instant(NOW), policy, doors: &doors(), live_passes, editing: None }))
}

/// A change to a draft or to the policy that is wrong, and what must be said of it.
type InvalidCase = (fn() -> (PassDraft, Policy, u32), &'static [&'static str]);

fn but(kind: PassType, change: fn(&mut PassDraft)) -> (PassDraft, Policy, u32) {
    let mut draft = draft(kind);
    change(&mut draft);
    (draft, policy(), 0)
}

fn at_a_site(kind: PassType, change: fn(&mut Policy)) -> (PassDraft, Policy, u32) {
    let mut policy = policy();
    change(&mut policy);
    (draft(kind), policy, 2)
}

fn with_schedule(text: &str) -> (PassDraft, Policy, u32) {
    let text: ScheduleText = serde_json::from_str(text).unwrap();
    let schedule = text.parse(new_york()).unwrap();
    let uses = schedule.pass_type().default_uses();
    (PassDraft { schedule, uses, ..draft(PassType::Custom) }, policy(), 0)
}

const WRONG: &[InvalidCase] = &[
    // The schedule.
    (
        || with_schedule(r#"{"type":"custom","starts_at":"2026-11-23T10:00","ends_at":"2026-11-23T10:00"}"#),
        &["schedule.ends_at: ends_before_start"],
    ),
    (
        || with_schedule(r#"{"type":"custom","starts_at":"2026-11-22T08:00","ends_at":"2026-11-22T10:00"}"#),
        &["schedule.ends_at: already_over"],
    ),
    (
        || with_schedule(r#"{"type":"custom","starts_at":"2026-11-21T23:59","ends_at":"2026-11-23T10:00"}"#),
        &["schedule.starts_at: starts_in_past"],
    ),
    (
        || with_schedule(r#"{"type":"custom","starts_at":"2026-11-20T10:00","ends_at":"2026-11-21T10:00"}"#),
        &["schedule.starts_at: starts_in_past", "schedule.ends_at: already_over"],
    ),
    (
        || with_schedule(r#"{"type":"custom","starts_at":"2027-03-14T02:10","ends_at":"2027-03-14T02:50"}"#),
        &["schedule.ends_at: never_opens"],
    ),
    (
        || with_schedule(r#"{"type":"custom","starts_at":"2026-11-22T10:00","ends_at":"2027-11-22T10:01"}"#),
        &["schedule.ends_at: more_than_a_year"],
    ),
    (
        || with_schedule(r#"{"type":"custom","starts_at":"2026-11-22T10:00","ends_at":"9999-12-31T23:59"}"#),
        &["schedule.ends_at: more_than_a_year"],
    ),
    (|| with_schedule(r#"{"type":"full_day","date":"2026-11-21"}"#), &["schedule.date: already_over"]),
    (|| with_schedule(r#"{"type":"one_time","date":"2026-11-21"}"#), &["schedule.date: already_over"]),
    (|| with_schedule(r#"{"type":"full_day","date":"2027-11-22"}"#), &["schedule.date: more_than_a_year"]),
    (
        || with_schedule(r#"{"type":"one_time","date":"2011-12-30","time_zone":"Pacific/Apia"}"#),
        &["schedule.date: no_such_date"],
    ),
    (|| but(PassType::Recurring, |draft| weekly(draft).days = Days::NONE), &["schedule.days: no_weekday"]),
    (|| but(PassType::BusinessHours, |draft| weekly(draft).to = clock("09:00")), &["schedule.to: empty_window"]),
    (
        || but(PassType::Recurring, |draft| weekly(draft).expires = date("2026-11-21")),
        &["schedule.expires: ends_before_start"],
    ),
    (
        || but(PassType::Recurring, |draft| weekly(draft).starts = date("2026-11-21")),
        &["schedule.starts: starts_in_past"],
    ),
    (
        // A Saturday and a Sunday, and working days only.
        || {
            but(PassType::BusinessHours, |draft| {
                weekly(draft).starts = date("2026-11-28");
                weekly(draft).expires = date("2026-11-29");
            })
        },
        &["schedule.expires: never_opens"],
    ),
    (
        || but(PassType::BusinessHours, |draft| weekly(draft).expires = date("2027-11-23")),
        &["schedule.expires: more_than_a_year"],
    ),
    (
        // The last window is a Friday's; the day of expiry is past the year all the same.
        || {
            but(PassType::Recurring, |draft| {
                weekly(draft).days = Days::of(&[chrono::Weekday::Fri]);
                weekly(draft).expires = date("2027-11-24");
            })
        },
        &["schedule.expires: more_than_a_year"],
    ),
    (
        || but(PassType::Recurring, |draft| weekly(draft).expires = date("9999-12-31")),
        &["schedule.expires: more_than_a_year"],
    ),
    // Uses.
    (|| but(PassType::Custom, |draft| draft.uses.limit = Some(0)), &["uses.limit: uses_out_of_range"]),
    (|| but(PassType::Custom, |draft| draft.uses.limit = Some(10_000)), &["uses.limit: uses_out_of_range"]),
    (|| but(PassType::FullDay, |draft| draft.uses.per_day = Some(0)), &["uses.per_day: uses_out_of_range"]),
    (|| but(PassType::FullDay, |draft| draft.uses.per_day = Some(10_000)), &["uses.per_day: uses_out_of_range"]),
    (|| but(PassType::OneTime, |draft| draft.uses.limit = None), &["uses.limit: one_time_has_one_use"]),
    (|| but(PassType::OneTime, |draft| draft.uses.limit = Some(2)), &["uses.limit: one_time_has_one_use"]),
    // Doors, identifiers, texts.
    (|| but(PassType::Custom, |draft| draft.doors.clear()), &["doors: no_door"]),
    (|| but(PassType::Custom, |draft| draft.doors.push(door(3))), &["doors: door_not_held"]),
    (|| but(PassType::Custom, |draft| draft.doors.push(door(4))), &["doors: door_not_shareable"]),
    (|| but(PassType::Custom, |draft| draft.identifiers.clear()), &["identifiers: no_identifier"]),
    (
        || but(PassType::Custom, |draft| draft.identifiers.push(IdentifierKind::Card)),
        &["identifiers: identifier_not_allowed"],
    ),
    (|| but(PassType::Custom, |draft| draft.identifiers.push(IdentifierKind::Plate)), &["plate: missing"]),
    (
        || {
            but(PassType::Custom, |draft| {
                draft.identifiers.push(IdentifierKind::Plate);
                draft.plate = Some(" - ".into());
            })
        },
        &["plate: not_a_plate"],
    ),
    (|| but(PassType::Custom, |draft| draft.name = "é".repeat(MAX_NAME + 1)), &["name: too_long_text"]),
    (|| but(PassType::Custom, |draft| draft.comment = "é".repeat(MAX_COMMENT + 1)), &["comment: too_long_text"]),
    // The site's policy.
    (|| at_a_site(PassType::Custom, |policy| policy.passes_enabled = false), &["passes: passes_off"]),
    (
        || at_a_site(PassType::Custom, |policy| policy.types = vec![PassType::OneTime]),
        &["schedule.type: type_not_allowed"],
    ),
    (
        || at_a_site(PassType::Custom, |policy| policy.identifiers = vec![IdentifierKind::Code]),
        &["identifiers: identifier_not_allowed"],
    ),
    (|| at_a_site(PassType::Recurring, |policy| policy.longest_days = 29), &["schedule.expires: too_long"]),
    (|| at_a_site(PassType::Custom, |policy| policy.longest_days = 0), &["schedule.ends_at: too_long"]),
    (
        || {
            let (mut draft, mut policy, live) = but(PassType::Recurring, |draft| weekly(draft).days = Days::EVERY);
            weekly(&mut draft).starts = date("2026-11-30");
            policy.ahead_days = 7;
            (draft, policy, live)
        },
        &["schedule.starts: too_far_ahead"],
    ),
    (|| at_a_site(PassType::Custom, |policy| policy.live_per_unit = Some(2)), &["passes: too_many_passes"]),
];

fn weekly(draft: &mut PassDraft) -> &mut Weekly {
    match &mut draft.schedule {
        Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => weekly,
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_rule_reports_its_field_and_its_code() {
    for (make, expected) in WRONG {
        let (draft, policy, live_passes) = make();
        assert_eq!(check(&draft, &policy, live_passes), *expected, "{draft:?}");
    }
}

/// What is wrong with a request, not with a pass.
const OF_REQUESTS: &[&str] =
    &["unreadable", "out_of_range", "unknown_field", "unknown_make", "unknown_language", "plain_http"];

/// A problem that no row of a table meets is a rule that nothing proves.
#[test]
fn every_problem_is_met() {
    let making = WRONG.iter().flat_map(|(_, expected)| *expected);
    let editing = edits::WRONG.iter().flat_map(|(_, expected)| *expected);
    let reading = texts::UNREADABLE.iter().flat_map(|(_, expected)| *expected);
    let met: BTreeSet<_> = making.chain(editing).chain(reading).map(|one| one.split(": ").nth(1).unwrap()).collect();
    assert_eq!(met, CODES.iter().copied().filter(|code| !OF_REQUESTS.contains(code)).collect());
}

#[test]
fn several_problems_are_reported_together() {
    let (mut draft, policy, _) = but(PassType::Recurring, |draft| weekly(draft).days = Days::NONE);
    draft.doors.clear();
    draft.uses.limit = Some(0);
    let all = ["schedule.days: no_weekday", "uses.limit: uses_out_of_range", "doors: no_door"];
    assert_eq!(check(&draft, &policy, 0), all);
}

#[test]
fn the_limits_themselves_are_allowed() {
    let mut strict = policy();
    strict.live_per_unit = Some(2);
    strict.longest_days = 30;
    strict.ahead_days = 7;
    let mut draft = draft(PassType::Recurring);
    draft.name = "é".repeat(MAX_NAME);
    draft.comment = "é".repeat(MAX_COMMENT);
    draft.uses = UseLimits { limit: Some(9_999), per_day: Some(9_999) };
    assert_eq!(check(&draft, &strict, 1), [""; 0]);
    weekly(&mut draft).days = Days::EVERY;
    weekly(&mut draft).starts = date("2026-11-29");
    assert_eq!(check(&draft, &strict, 1), [""; 0]);
    for text in [
        r#"{"type":"custom","starts_at":"2026-11-22T00:00","ends_at":"2027-11-22T10:00"}"#,
        r#"{"type":"full_day","date":"2027-11-21"}"#,
        r#"{"type":"one_time","date":"2026-11-22"}"#,
        r#"{"type":"recurring","days":["mon"],"from":"23:59","to":"23:59","starts":"2026-11-22","expires":"2027-11-21"}"#,
        r#"{"type":"recurring","days":["mon"],"from":"22:00","to":"10:00","starts":"2026-11-22","expires":"2027-11-21"}"#,
    ] {
        let (draft, policy, _) = with_schedule(text);
        assert_eq!(check(&draft, &policy, 0), [""; 0], "{text}");
    }
}

/// What is told as the latest day is one that is accepted, and the day after it is not.
#[test]
fn the_latest_day_told_is_the_latest_there_is() {
    for (from, to) in
        [("09:00", "17:00"), ("09:00", "10:00"), ("22:00", "06:00"), ("22:00", "11:00"), ("08:00", "23:59")]
    {
        let on = |expires| {
            let (mut draft, policy, _) = but(PassType::Recurring, |draft| weekly(draft).days = Days::EVERY);
            weekly(&mut draft).from = clock(from);
            weekly(&mut draft).to = clock(to);
            weekly(&mut draft).expires = expires;
            draft.check(&Rules { now: instant(NOW), policy: &policy, doors: &doors(), live_passes: 0, editing: None })
        };
        let refused = on(date("2028-01-01")).unwrap_err().0;
        let [Problem::MoreThanAYear { latest }] = refused.iter().map(|one| one.problem.clone()).collect::<Vec<_>>()[..]
        else {
            panic!("{refused:?}");
        };
        assert_eq!(on(latest), Ok(()), "{from} to {to}: {latest}");
        assert!(on(latest.succ_opt().unwrap()).is_err(), "{from} to {to}: {latest}");
    }
}

/// The year is over at 02:30, which the clock skips on that day: what closes in the skipped hour is over in time.
#[test]
fn the_latest_day_told_knows_the_skipped_hour() {
    let made = instant("2026-03-14T06:30:00Z");
    let until = |to, expires| {
        let (mut draft, policy, _) = but(PassType::Recurring, |draft| weekly(draft).days = Days::EVERY);
        *weekly(&mut draft) = Weekly {
            from: clock("22:00"),
            to: clock(to),
            starts: date("2026-03-14"),
            expires,
            ..weekly(&mut draft).clone()
        };
        draft.check(&Rules { now: made, policy: &policy, doors: &doors(), live_passes: 0, editing: None })
    };
    // 14 March 2027 is the day on which New York skips 02:00 to 03:00; the pass is made at 02:30 a year before.
    for to in ["02:00", "02:15", "02:45", "03:00"] {
        let refused = until(to, date("2027-03-20")).unwrap_err().0;
        assert_eq!(refused[0].problem, Problem::MoreThanAYear { latest: date("2027-03-13") }, "{to}");
        assert_eq!(until(to, date("2027-03-13")), Ok(()), "{to}");
    }
}

proptest! {
    /// The latest day told is accepted, the next day is not, wherever and whenever the pass is made. A year is all that the
    /// usual policy asks: it has no limit of its own that is reached before.
    #[test]
    fn the_latest_day_told_is_right_everywhere(
        time_zone in any_zone(), made in any_date(), minute in 0..1440_i64, from in any_time(), to in any_time(), days in any_days(),
    ) {
        prop_assume!(from != to);
        let made = made.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::minutes(minute);
        let today = time_zone.date(made);
        let check = |expires| {
            let (mut draft, policy, _) = but(PassType::Recurring, |_| {});
            *weekly(&mut draft) = Weekly { days, from, to, starts: today, expires, time_zone };
            draft.check(&Rules { now: made, policy: &policy, doors: &doors(), live_passes: 0, editing: None })
        };
        let refused = check(today + TimeDelta::days(400)).unwrap_err().0;
        let latest = match refused[0].problem {
            Problem::MoreThanAYear { latest } => latest,
            ref other => return Err(TestCaseError::fail(format!("{other:?}"))),
        };
        prop_assert_eq!(check(latest), Ok(()));
        let next = check(latest.succ_opt().unwrap()).unwrap_err().0;
        prop_assert!(matches!(next[0].problem, Problem::MoreThanAYear { .. }), "{:?}", next);
    }
}

/// It is 01:40 in New York, and in twenty minutes it will be 01:00 again: a pass from now on stays open through it.
#[test]
fn a_pass_from_now_on_has_no_gap_in_an_hour_that_comes_twice() {
    let now = instant("2026-11-01T05:40:00Z");
    let schedule = Schedule::default_of(PassType::Custom, now, new_york());
    let openings: Vec<_> = Timetable::of(&schedule).openings(now).collect();
    assert_eq!(openings.len(), 1, "{schedule:?}");
    assert!(openings[0].contains(now));
    assert_eq!(openings[0].to, instant("2026-11-02T06:40:00Z"), "the same time of the next day");
}

/// Made in a lift at five to twelve, heard of after midnight: it began yesterday, as its maker was shown it would.
#[test]
fn a_pass_made_without_a_connection_is_held_against_its_making() {
    let made = instant("2026-11-23T04:55:00Z");
    let check_at = |heard_of: &str, kind, made| {
        let draft = PassDraft { schedule: Schedule::default_of(kind, made, new_york()), ..draft(kind) };
        let policy = Policy { ahead_days: 0, ..policy() };
        let rules = Rules { now: instant(heard_of), policy: &policy, doors: &doors(), live_passes: 0, editing: None };
        (problems(draft.check(&rules)), problems(draft.check_made(made, &rules)))
    };
    let now = check_at("2026-11-23T05:05:00Z", PassType::Custom, made);
    assert_eq!(now, (vec!["schedule.starts_at: starts_in_past".to_owned()], vec![]));
    let (_, over) = check_at("2026-11-24T04:55:00Z", PassType::Custom, made);
    assert_eq!(over, ["schedule.ends_at: already_over"]);
    let (_, over) = check_at("2026-11-23T05:00:00Z", PassType::OneTime, made);
    assert_eq!(over, ["schedule.date: already_over"]);
    // A making in the future is none: the limits count from now.
    let (_, ahead) = check_at("2026-11-23T04:55:00Z", PassType::FullDay, instant("2026-11-24T05:00:00Z"));
    assert_eq!(ahead, ["schedule.date: too_far_ahead"]);
}

proptest! {
    /// At any instant, in any zone: also in the last minute of a day and in an hour that comes twice.
    #[test]
    fn what_the_wizard_starts_with_is_accepted(day in any_date(), second in 0..86_400_i64, time_zone in any_zone()) {
        let now = day.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::seconds(second);
        let policy = Policy { longest_days: 30, ahead_days: 0, ..policy() };
        for kind in PassType::ALL {
            let schedule = Schedule::default_of(kind, now, time_zone);
            let draft = PassDraft { schedule, ..draft(kind) };
            let rules = Rules { now, policy: &policy, doors: &doors(), live_passes: 0, editing: None };
            let found = problems(draft.check(&rules));
            match kind {
                PassType::Recurring => prop_assert_eq!(found, ["schedule.days: no_weekday"]),
                // Preset to days of which one may lie ahead, or hours that are over for today.
                PassType::BusinessHours => {
                    prop_assert!(found.iter().all(|one| one == "schedule.starts: too_far_ahead"), "{:?}", found);
                }
                _ => prop_assert_eq!(found, [""; 0], "{:?}", draft.schedule),
            }
            if let Schedule::Custom { ends_at, .. } = draft.schedule {
                let under_way = Timetable::of(&draft.schedule).opening_at_or_after(now).unwrap();
                prop_assert!(under_way.contains(now), "a pass from now on is open now");
                prop_assert!(time_zone.first_instant_of(ends_at) <= under_way.to, "and without a gap to its end");
            }
        }
    }
}
