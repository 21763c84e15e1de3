//! A schedule is open in its windows and at no other instant.

use gatepass_core::pass::{Schedule, Timetable, Usage, UseLimits, Weekly, decide, opens_at};
use gatepass_core::time::{DateTime, Days, LocalMinute, Opening, TimeDelta, Utc, WallTime};
use proptest::prelude::*;

use crate::given::*;

const SECOND: TimeDelta = TimeDelta::seconds(1);

fn all_openings(timetable: &Timetable) -> Vec<Opening> {
    timetable.openings(DateTime::<Utc>::MIN_UTC).collect()
}

proptest! {
    #[test]
    fn no_instant_outside_every_window_is_granted(schedule in any_schedule(), chances in chances()) {
        let timetable = Timetable::of(&schedule);
        let pass = pass(schedule, UseLimits::UNLIMITED);
        for at in instants(&pass.schedule, &chances) {
            let open = wall_clock_says_open(&pass.schedule, at);
            prop_assert_eq!(timetable.is_open(at), open, "{}", at);
            let verdict = decide(&pass, &timetable, &Usage::default(), &policy(), at_its_door(at));
            prop_assert_eq!(verdict.is_granted(), open, "{}", at);
        }
    }

    #[test]
    fn early_arrival_opens_so_many_minutes_before_a_window_and_no_earlier(
        schedule in any_schedule(), chances in chances(), minutes in 0..300_u16,
    ) {
        let timetable = Timetable::of(&schedule);
        let mut policy = policy();
        policy.early_arrival_minutes = minutes;
        let early = TimeDelta::minutes(i64::from(minutes));
        let pass = pass(schedule, UseLimits::UNLIMITED);
        let openings = all_openings(&timetable);
        let edges = openings.iter().take(10).flat_map(|opening| [opening.from - early - SECOND, opening.from - early]);
        for at in edges.chain(instants(&pass.schedule, &chances)) {
            let in_time = openings.iter().any(|opening| opening.from - early <= at && at < opening.to);
            prop_assert_eq!(opens_at(&timetable, &policy, at), in_time, "{}", at);
            let verdict = decide(&pass, &timetable, &Usage::default(), &policy, at_its_door(at));
            prop_assert_eq!(verdict.is_granted(), in_time, "{}", at);
        }
    }

    #[test]
    fn the_union_of_openings_is_the_set_of_granted_instants(schedule in any_schedule(), chances in chances()) {
        let timetable = Timetable::of(&schedule);
        let openings = all_openings(&timetable);
        for opening in &openings {
            prop_assert!(opening.from < opening.to);
            prop_assert!(!timetable.is_open(opening.from - SECOND));
            prop_assert!(timetable.is_open(opening.from));
            prop_assert!(timetable.is_open(opening.to - SECOND));
            prop_assert!(!timetable.is_open(opening.to));
        }
        for pair in openings.windows(2) {
            prop_assert!(pair[0].to < pair[1].from, "sorted, apart, and not touching: {:?}", pair);
        }
        for at in instants(&schedule, &chances) {
            prop_assert_eq!(openings.iter().any(|opening| opening.contains(at)), timetable.is_open(at), "{}", at);
        }
        prop_assert_eq!(timetable.starts(), openings.first().map(|opening| opening.from));
        prop_assert_eq!(timetable.ends(), openings.last().map(|opening| opening.to));
    }

    #[test]
    fn openings_from_any_instant_on_are_those_not_over_then(schedule in any_schedule(), chances in chances()) {
        let timetable = Timetable::of(&schedule);
        let all = all_openings(&timetable);
        for at in instants(&schedule, &chances) {
            let rest: Vec<_> = all.iter().copied().filter(|opening| at < opening.to).collect();
            prop_assert_eq!(timetable.opening_at_or_after(at), rest.first().copied());
            prop_assert_eq!(timetable.openings(at).collect::<Vec<_>>(), rest);
        }
    }

    #[test]
    fn round_the_clock_is_one_opening_without_a_gap(
        starts in any_date(), lasts in 0..366_i64, time_zone in any_zone(), from in any_time(), whole_days in any::<bool>(),
    ) {
        let expires = starts + TimeDelta::days(lasts);
        let (from, to) = if whole_days { (WallTime::MIDNIGHT, WallTime::END_OF_DAY) } else { (from, from) };
        prop_assume!(whole_days || from != WallTime::END_OF_DAY);
        let weekly = Weekly { days: Days::EVERY, from, to, starts, expires, time_zone };
        let timetable = Timetable::of(&Schedule::Recurring(weekly));
        let one = Opening {
            from: time_zone.first_instant_of(LocalMinute::new(starts, from)),
            to: time_zone.last_instant_of(LocalMinute::new(expires, from).plus_days(1)),
        };
        let openings = all_openings(&timetable);
        if whole_days {
            prop_assert_eq!(openings, vec![one]);
        } else {
            // Where an end falls into an hour that comes twice, the outermost minutes are apart.
            let covered: TimeDelta = openings.iter().map(|opening| opening.to - opening.from).sum();
            prop_assert!(one.to - one.from - covered <= TimeDelta::hours(4));
            prop_assert!(openings.len() <= 3);
        }
    }
}

fn openings_of(schedule: &Schedule) -> Vec<String> {
    let timetable = Timetable::of(schedule);
    let time = |at: DateTime<Utc>| at.format("%m-%dT%H:%M").to_string();
    all_openings(&timetable).iter().map(|opening| format!("{}/{}", time(opening.from), time(opening.to))).collect()
}

fn interval(starts_at: &str, ends_at: &str, name: &str) -> Schedule {
    Schedule::Custom { starts_at: minute(starts_at), ends_at: minute(ends_at), time_zone: zone(name) }
}

fn weekly(days: Days, from: &str, to: &str, starts: &str, expires: &str) -> Schedule {
    Schedule::Recurring(Weekly {
        days,
        from: clock(from),
        to: clock(to),
        starts: date(starts),
        expires: date(expires),
        time_zone: zone("America/New_York"),
    })
}

/// In New York the clock skips 02:00 to 03:00 on 8 March 2026 and shows 01:00 to 02:00 twice on 1 November.
#[test]
fn clock_changes_by_example() {
    const NEW_YORK: &str = "America/New_York";
    let opens = |schedule: &Schedule, openings: &[&str]| assert_eq!(openings_of(schedule), openings, "{schedule:?}");
    let day = |day: &str| Schedule::FullDay { date: date(day), time_zone: zone(NEW_YORK) };

    // 23 and 25 hours.
    opens(&day("2026-03-08"), &["03-08T05:00/03-09T04:00"]);
    opens(&day("2026-11-01"), &["11-01T04:00/11-02T05:00"]);
    // A start in the skipped hour opens at the first instant that exists.
    opens(&interval("2026-03-08T02:30", "2026-03-08T04:00", NEW_YORK), &["03-08T07:00/03-08T08:00"]);
    opens(&interval("2026-03-08T01:30", "2026-03-08T02:30", NEW_YORK), &["03-08T06:30/03-08T07:00"]);
    opens(&interval("2026-03-08T02:10", "2026-03-08T02:50", NEW_YORK), &[]);
    // A window over the repeated hour is open in both, and only while the clock shows it.
    let both = ["11-01T05:15/11-01T05:45", "11-01T06:15/11-01T06:45"];
    opens(&interval("2026-11-01T01:15", "2026-11-01T01:45", NEW_YORK), &both);
    opens(&weekly(Days::EVERY, "01:15", "01:45", "2026-11-01", "2026-11-01"), &both);
    opens(&interval("2026-11-01T00:30", "2026-11-01T02:30", NEW_YORK), &["11-01T04:30/11-01T07:30"]);
    // Overnight: the window belongs to the day it starts, also the last one.
    let sunday = Days::of(&[chrono::Weekday::Sun]);
    opens(&weekly(sunday, "22:00", "06:00", "2026-03-02", "2026-03-08"), &["03-09T02:00/03-09T10:00"]);
    let saturday = Days::of(&[chrono::Weekday::Sat]);
    opens(&weekly(saturday, "22:00", "06:00", "2026-03-02", "2026-03-08"), &["03-08T03:00/03-08T10:00"]);
    // The skipped hour closes the gap between two windows.
    opens(&weekly(Days::EVERY, "03:00", "02:00", "2026-03-07", "2026-03-08"), &["03-07T08:00/03-09T06:00"]);
    // The last minute.
    opens(&weekly(sunday, "23:59", "23:59", "2026-03-02", "2026-03-08"), &["03-09T03:59/03-09T04:00"]);
    opens(&weekly(sunday, "23:00", "23:59", "2026-03-02", "2026-03-08"), &["03-09T03:00/03-09T04:00"]);
}

#[test]
fn a_skipped_date_never_opens() {
    let apia = zone("Pacific/Apia");
    let skipped = Schedule::OneTime { date: date("2011-12-30"), time_zone: apia };
    assert_eq!(Timetable::of(&skipped).starts(), None);
    assert!(!apia.has_date(date("2011-12-30")));
    assert!(apia.has_date(date("2011-12-29")) && apia.has_date(date("2011-12-31")));
}

/// A pass without a name is called after the day it first opens, which need not be its first day.
#[test]
fn the_naming_day_is_the_day_of_the_next_opening() {
    let weekly = Weekly {
        days: Days::of(&[chrono::Weekday::Mon, chrono::Weekday::Wed]),
        from: clock("09:00"),
        to: clock("17:00"),
        starts: date("2026-11-21"),
        expires: date("2026-12-31"),
        time_zone: zone("America/New_York"),
    };
    let timetable = Timetable::of(&Schedule::Recurring(weekly));
    for (now, day) in [
        ("2026-11-21T15:00:00Z", "2026-11-23"),
        ("2026-11-23T15:00:00Z", "2026-11-23"),
        ("2026-11-23T22:00:00Z", "2026-11-25"),
        ("2027-01-15T15:00:00Z", "2027-01-15"),
    ] {
        assert_eq!(timetable.naming_day(instant(now)), date(day), "{now}");
    }
}
