//! No sequence of presentations spends more than the limits, and what a list says agrees with the door.

use std::collections::HashMap;

use chrono::NaiveDate;
use gatepass_core::pass::{
    AccessRequest, Pass, Policy, Reason, Schedule, Status, Timetable, Usage, UseLimits, Verdict, Weekly, decide,
    repeats, standing,
};
use gatepass_core::time::{DateTime, Days, TimeDelta, Utc, WallTime};
use proptest::prelude::*;

use crate::given::*;

/// Something that happens to a pass.
#[derive(Clone, Debug)]
enum Event {
    /// Presented at this door, so many seconds after the last presentation (before it, if the clock was set back).
    Presented { door: u8, after: i64 },
    /// The resident allows so many more visits.
    More { visits: u32, per_day: u32 },
}

fn any_event() -> impl Strategy<Value = Event> {
    let after = prop_oneof![
        4 => 0..20_i64,
        4 => 0..1_000_i64,
        4 => 0..86_400_i64,
        1 => prop::sample::select(vec![299_i64, 300, 301]),
        1 => -7_200..0_i64,
        1 => -200_000..0_i64,
    ];
    prop_oneof![
        12 => (1..4_u8, after).prop_map(|(door, after)| Event::Presented { door, after }),
        1 => (0..3_u32, 0..2_u32).prop_map(|(visits, per_day)| Event::More { visits, per_day }),
    ]
}

fn any_limits() -> impl Strategy<Value = UseLimits> {
    (prop::option::of(1..6_u32), prop::option::of(1..4_u32)).prop_map(|(limit, per_day)| UseLimits { limit, per_day })
}

fn any_policy() -> impl Strategy<Value = Policy> {
    (
        prop::sample::select(vec![0, 0, 1, 300, 300, 3_600, 100_000]),
        prop::sample::select(vec![0, 0, 15]),
        prop::sample::select(vec![0, 1, 60, 60, 300]),
    )
        .prop_map(|(grace_seconds, early_arrival_minutes, reopen_seconds)| Policy {
            grace_seconds,
            early_arrival_minutes,
            reopen_seconds,
            ..policy()
        })
}

fn local_day(pass: &Pass, at: DateTime<Utc>) -> NaiveDate {
    wall_clock(pass.schedule.time_zone(), at).date()
}

proptest! {
    #[test]
    fn no_sequence_spends_more_than_the_limits(
        schedule in any_schedule(), limits in any_limits(), policy in any_policy(),
        start in 0..4 * 86_400_i64, events in prop::collection::vec(any_event(), 1..60),
    ) {
        let timetable = Timetable::of(&schedule);
        let mut pass = pass(schedule, limits);
        let mut usage = Usage::default();
        let mut visits: Vec<DateTime<Utc>> = Vec::new();
        let mut opened: HashMap<u8, DateTime<Utc>> = HashMap::new();
        let mut a_day: HashMap<NaiveDate, u32> = HashMap::new();
        let mut now = timetable.starts().unwrap_or_default() - TimeDelta::hours(1) + TimeDelta::seconds(start);
        for event in events {
            let (number, after) = match event {
                Event::Presented { door, after } => (door, after),
                Event::More { visits, per_day } => {
                    pass.uses.limit = pass.uses.limit.map(|limit| limit + visits);
                    pass.uses.per_day = pass.uses.per_day.map(|limit| limit + per_day);
                    continue;
                }
            };
            now += TimeDelta::seconds(after);
            let ask = AccessRequest { opened_at: opened.get(&number).copied(), door: door(number), ..at_its_door(now) };
            let Verdict::Granted { begins_visit } = decide(&pass, &timetable, &usage, &policy, ask) else { continue };
            prop_assert!(number != 3, "the pass opens doors 1 and 2");
            let since_last = visits.last().map(|last| (now - *last).abs());
            let under_way = since_last.is_some_and(|since| since < policy.grace());
            let is_free = opened.get(&number).is_none_or(|first| now - *first < policy.reopening());
            prop_assert_eq!(begins_visit, !(under_way && is_free), "a visit spends once, and each other one spends");
            if begins_visit {
                opened.clear();
                usage.spend(now, timetable.zone());
                visits.push(now);
                *a_day.entry(local_day(&pass, now)).or_default() += 1;
            }
            opened.entry(number).or_insert(now);
            prop_assert!(u32::try_from(visits.len()).unwrap() <= pass.uses.limit.unwrap_or(u32::MAX));
            prop_assert!(a_day.values().all(|visits| *visits <= pass.uses.per_day.unwrap_or(u32::MAX)), "{:?}", a_day);
            prop_assert_eq!(usize::try_from(usage.used).unwrap(), visits.len());
        }
    }

    #[test]
    fn the_list_agrees_with_the_door(
        schedule in any_schedule(), limits in any_limits(), revoked in prop::bool::weighted(0.05),
        grace_seconds in prop::sample::select(vec![0, 300, 100_000]), chances in chances(),
    ) {
        let timetable = Timetable::of(&schedule);
        let policy = Policy { grace_seconds, ..policy() };
        let mut pass = pass(schedule, limits);
        let mut usage = Usage::default();
        let mut instants = instants(&pass.schedule, &chances);
        instants.sort_unstable();
        if revoked {
            pass.revoked_at = instants.last().copied();
        }
        for at in instants {
            let stands = standing(&pass, &timetable, &usage, &policy, at);
            let status = stands.status;
            match decide(&pass, &timetable, &usage, &policy, at_its_door(at)) {
                Verdict::Granted { begins_visit } => {
                    prop_assert_eq!(status, Status::Open);
                    prop_assert!(stands.opening.unwrap().contains(at));
                    if begins_visit {
                        usage.spend(at, timetable.zone());
                    }
                }
                Verdict::Denied { reason, next_opening } => {
                    prop_assert_eq!(next_opening, stands.opening);
                    prop_assert_eq!(status.is_valid(), next_opening.is_some(), "{:?} {:?}", status, reason);
                    prop_assert!(next_opening.is_none_or(|next| at < next.from));
                    if let Some(next) = next_opening {
                        let then = decide(&pass, &timetable, &usage, &policy, at_its_door(next.from));
                        prop_assert!(then.is_granted(), "a promised opening comes: {:?} at {:?}", then, next);
                    }
                    let fits = match reason {
                        Reason::Revoked => status == Status::Revoked,
                        Reason::UsedUp => status == Status::UsedUp,
                        Reason::Expired => status == Status::Expired,
                        Reason::NotActive if usage.used == 0 => status == Status::Scheduled,
                        Reason::NotActive => matches!(status, Status::BetweenWindows | Status::UsedUp),
                        Reason::OutsideHours | Reason::UsedUpToday => {
                            matches!(status, Status::BetweenWindows | Status::UsedUp)
                        }
                        _ => false,
                    };
                    prop_assert!(fits, "{:?} is not what {:?} says", status, reason);
                }
                Verdict::NotHandled => prop_assert!(false, "a QR code is ours"),
            }
        }
    }
}

/// Three doors on the way, one use: street door, lobby and lift within the grace time; then nothing any more.
#[test]
fn a_one_time_pass_gets_its_guest_through_all_doors_once() {
    let schedule = Schedule::OneTime { date: date("2026-11-22"), time_zone: zone("America/New_York") };
    let timetable = Timetable::of(&schedule);
    let pass = pass(schedule, UseLimits::ONCE);
    let began = instant("2026-11-22T18:00:00Z");
    let mut usage = Usage::default();
    let first = decide(&pass, &timetable, &usage, &policy(), at_its_door(began));
    assert_eq!(first, Verdict::Granted { begins_visit: true });
    usage.spend(began, timetable.zone());
    let after = |usage: &Usage, seconds, grace_seconds| {
        let policy = Policy { grace_seconds, ..policy() };
        decide(&pass, &timetable, usage, &policy, at_its_door(began + TimeDelta::seconds(seconds)))
    };
    for seconds in [0, 20, 299] {
        assert_eq!(after(&usage, seconds, 300), Verdict::Granted { begins_visit: false }, "{seconds}");
    }
    for (seconds, grace) in [(300, 300), (0, 0), (1, 0), (20, 0)] {
        assert_eq!(after(&usage, seconds, grace).reason(), Reason::UsedUp, "{seconds} s, grace {grace} s");
    }
}

/// One visit is one party: a door that it has opened opens again for a minute, other doors for the whole grace time.
#[test]
fn a_door_of_the_visit_opens_again_for_a_minute() {
    let schedule = Schedule::OneTime { date: date("2026-11-22"), time_zone: zone("America/New_York") };
    let timetable = Timetable::of(&schedule);
    let began = instant("2026-11-22T18:00:00Z");
    let mut usage = Usage::default();
    usage.spend(began, timetable.zone());
    let again = |limit, seconds, reopen_seconds| {
        let pass = pass(schedule.clone(), UseLimits { limit: Some(limit), per_day: None });
        let policy = Policy { reopen_seconds, ..policy() };
        let at = began + TimeDelta::seconds(seconds);
        let street =
            decide(&pass, &timetable, &usage, &policy, AccessRequest { opened_at: Some(began), ..at_its_door(at) });
        let lobby = decide(&pass, &timetable, &usage, &policy, AccessRequest { door: door(2), ..at_its_door(at) });
        assert_eq!(lobby, Verdict::Granted { begins_visit: false }, "the visit has not opened this one");
        street
    };
    for (seconds, reopen_seconds) in [(0, 60), (59, 60), (299, 300)] {
        assert_eq!(again(1, seconds, reopen_seconds), Verdict::Granted { begins_visit: false }, "{seconds}");
    }
    let used_up = Verdict::Denied { reason: Reason::UsedUp, next_opening: None };
    for (seconds, reopen_seconds) in [(60, 60), (299, 60), (0, 0)] {
        assert_eq!(again(1, seconds, reopen_seconds), used_up, "{seconds}");
        assert_eq!(again(2, seconds, reopen_seconds), Verdict::Granted { begins_visit: true }, "{seconds}");
    }
}

#[test]
fn a_visit_ends_with_its_window() {
    let interval = |ends_at| Schedule::Custom {
        starts_at: minute("2026-11-22T13:00"),
        ends_at: minute(ends_at),
        time_zone: zone("America/New_York"),
    };
    let pass = pass(interval("2026-11-22T13:02"), UseLimits::ONCE);
    let timetable = Timetable::of(&pass.schedule);
    let mut usage = Usage::default();
    usage.spend(instant("2026-11-22T18:01:00Z"), timetable.zone());
    let late = at_its_door(instant("2026-11-22T18:02:00Z"));
    assert_eq!(decide(&pass, &timetable, &usage, &policy(), late).reason(), Reason::Expired);
}

/// While a visit's grace time runs, what the pass promises is what its uses leave.
#[test]
fn a_visit_under_way_promises_no_opening_after_it() {
    let daily = |from: &str, to: &str| {
        Schedule::Recurring(Weekly {
            days: Days::EVERY,
            from: clock(from),
            to: clock(to),
            starts: date("2026-11-22"),
            expires: date("2026-11-23"),
            time_zone: zone("America/New_York"),
        })
    };
    let began = instant("2026-11-22T18:58:00Z");
    let after_closing = instant("2026-11-22T19:00:00Z");
    let stands = |uses, to: &str| {
        let pass = pass(daily("13:00", to), uses);
        let timetable = Timetable::of(&pass.schedule);
        let mut usage = Usage::default();
        usage.spend(began, timetable.zone());
        let verdict = decide(&pass, &timetable, &usage, &policy(), at_its_door(after_closing));
        (verdict, standing(&pass, &timetable, &usage, &policy(), after_closing).status)
    };
    let denied = |reason, next_opening| Verdict::Denied { reason, next_opening };
    assert_eq!(stands(UseLimits::ONCE, "14:00"), (denied(Reason::UsedUp, None), Status::UsedUp));
    let twice = UseLimits { limit: Some(2), per_day: None };
    let (from, to) = (instant("2026-11-23T18:00:00Z"), instant("2026-11-23T19:00:00Z"));
    let tomorrow = Some(gatepass_core::time::Opening { from, to });
    assert_eq!(stands(twice, "14:00"), (denied(Reason::OutsideHours, tomorrow), Status::BetweenWindows));
    // The window is open for another hour, and the visit goes on in it.
    let goes_on = (Verdict::Granted { begins_visit: false }, Status::Open);
    assert_eq!(stands(UseLimits::ONCE, "15:00"), goes_on);
}

/// Twice a day, every day round the clock: the third visit waits for midnight on the pass's own clock.
#[test]
fn a_limit_a_day_frees_at_local_midnight() {
    let mut weekly = Weekly {
        days: Days::EVERY,
        from: WallTime::MIDNIGHT,
        to: WallTime::END_OF_DAY,
        starts: date("2026-11-22"),
        expires: date("2026-11-23"),
        time_zone: zone("America/New_York"),
    };
    let twice = UseLimits { limit: None, per_day: Some(2) };
    let strict = Policy { grace_seconds: 0, ..policy() };
    let the_pass = pass(Schedule::Recurring(weekly.clone()), twice);
    let timetable = Timetable::of(&the_pass.schedule);
    let mut usage = Usage::default();
    usage.spend(instant("2026-11-22T15:00:00Z"), timetable.zone());
    usage.spend(instant("2026-11-23T04:00:00Z"), timetable.zone());
    let ask = |pass: &Pass, usage: &Usage, at| {
        decide(pass, &Timetable::of(&pass.schedule), usage, &strict, at_its_door(instant(at)))
    };
    let Verdict::Denied { reason, next_opening: Some(next) } = ask(&the_pass, &usage, "2026-11-23T04:59:59Z") else {
        panic!("denied until midnight");
    };
    assert_eq!(reason, Reason::UsedUpToday);
    assert_eq!((next.from, next.to), (instant("2026-11-23T05:00:00Z"), instant("2026-11-24T05:00:00Z")));
    assert!(ask(&the_pass, &usage, "2026-11-23T05:00:00Z").is_granted());

    // The next visit moves on to the new day; should the clock then go back, yesterday's visits are still spent.
    usage.spend(instant("2026-11-23T05:00:00Z"), timetable.zone());
    assert_eq!(ask(&the_pass, &usage, "2026-11-23T04:59:59Z").reason(), Reason::UsedUpToday);
    // The same when an edit takes the pass to a zone where it is still yesterday.
    weekly.time_zone = zone("America/Los_Angeles");
    let edited = pass(Schedule::Recurring(weekly), twice);
    assert_eq!(ask(&edited, &usage, "2026-11-23T05:00:01Z").reason(), Reason::UsedUpToday);

    // On the last day nothing is left to wait for.
    usage.spend(instant("2026-11-23T20:00:00Z"), timetable.zone());
    let at = instant("2026-11-23T21:00:00Z");
    let stands = standing(&the_pass, &timetable, &usage, &strict, at);
    assert_eq!((stands.status, stands.opening), (Status::UsedUp, None));
    let stands = standing(&the_pass, &timetable, &usage, &strict, instant("2026-11-24T05:00:00Z"));
    assert_eq!((stands.status, stands.opening), (Status::Expired, None));
}

#[test]
fn the_same_reading_again_is_one_presentation_for_ten_seconds() {
    let first = instant("2026-11-22T15:00:00Z");
    for (milliseconds, same) in [(0, true), (9_999, true), (10_000, false), (-9_999, true), (-10_000, false)] {
        assert_eq!(repeats(first, first + TimeDelta::milliseconds(milliseconds)), same, "{milliseconds} ms");
    }
}
