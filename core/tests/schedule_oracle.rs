//! Schedules against an oracle that shares no code with them: `fixtures/schedules/make.py` went through every minute
//! of a year in each of 16 zones with Python's `zoneinfo` and wrote down which of them are open.
//!
//! An ordinary run compares all openings exactly, and asks `is_open` around every edge and at every few minutes.
//! Every one of the 395 million minutes, which takes seconds in release and minutes in debug:
//!
//! ```text
//! cargo test --release -p gatepass-core --test schedule_oracle -- --ignored --nocapture
//! ```
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::PathBuf;

use chrono::NaiveDateTime;
use gatepass_core::pass::{
    DraftDoor, GuestKind, IdentifierKind, PassDraft, Policy, Problem, Rules, Schedule, ScheduleText, Timetable,
    UseLimits,
};
use gatepass_core::time::{DateTime, LocalMinute, Opening, TimeDelta, Utc, Zone, database_release};
use serde::Deserialize;

#[derive(Deserialize)]
struct Year {
    tzdata: String,
    zone: String,
    from: DateTime<Utc>,
    minutes: i64,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    about: String,
    schedule: ScheduleText,
    /// Minutes closed, minutes open, and how often this pair comes in a row.
    open: Vec<(i64, i64, u32)>,
}

#[derive(Deserialize)]
struct YearLimits {
    tzdata: String,
    limits: Vec<YearLimit>,
}

#[derive(Deserialize)]
struct YearLimit {
    zone: String,
    made: DateTime<Utc>,
    latest_end: String,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fixtures/schedules")
}

fn same_release(of_the_file: &str) {
    assert_eq!(
        of_the_file,
        database_release(),
        "the bundled zones have moved to another release of the IANA database: see fixtures/README.md"
    );
}

fn years() -> Vec<Year> {
    let mut files: Vec<_> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.retain(|path| path.file_stem().is_some_and(|stem| stem != "year_limits" && stem != "zones"));
    files.sort();
    let years: Vec<Year> =
        files.iter().map(|path| serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()).collect();
    for year in &years {
        same_release(&year.tzdata);
    }
    years
}

impl Case {
    fn timetable(&self) -> Timetable {
        Timetable::of(&Schedule::try_from(self.schedule.clone()).unwrap())
    }

    /// The open stretches, in minutes from the start of the year.
    fn stretches(&self) -> Vec<(i64, i64)> {
        let mut at = 0;
        let mut stretches = Vec::new();
        for (closed, open, times) in &self.open {
            for _ in 0..*times {
                at += closed;
                if *open > 0 {
                    stretches.push((at, at + open));
                }
                at += open;
            }
        }
        stretches
    }
}

impl Year {
    fn at(&self, minute: i64) -> DateTime<Utc> {
        self.from + TimeDelta::minutes(minute)
    }

    fn check_openings(&self, case: &Case) {
        let timetable = case.timetable();
        let (from, to) = (self.from, self.at(self.minutes));
        let ours: Vec<_> = timetable
            .openings(from)
            .take_while(|opening| opening.from < to)
            .map(|opening| Opening { from: opening.from.max(from), to: opening.to.min(to) })
            .collect();
        let theirs: Vec<_> =
            case.stretches().into_iter().map(|(from, to)| Opening { from: self.at(from), to: self.at(to) }).collect();
        assert_eq!(ours, theirs, "{}: {}: {:?}", self.zone, case.about, case.schedule);
    }

    fn check_minute(&self, case: &Case, timetable: &Timetable, minute: i64, open: bool) {
        let at = self.at(minute);
        for at in [at, at + TimeDelta::milliseconds(59_999)] {
            assert_eq!(timetable.is_open(at), open, "{}: {}: {at}: {:?}", self.zone, case.about, case.schedule);
        }
    }
}

#[test]
fn openings_are_the_minutes_of_the_oracle() {
    let mut minutes = 0;
    for year in years() {
        for case in &year.cases {
            year.check_openings(case);
            minutes += year.minutes;
        }
    }
    assert!(minutes >= 26_000_000, "{minutes} minutes");
}

#[test]
fn a_schedule_is_open_as_the_oracle_says() {
    for year in years() {
        for (number, case) in year.cases.iter().enumerate() {
            let timetable = case.timetable();
            let stretches = case.stretches();
            for edge in stretches.iter().flat_map(|(from, to)| [*from, *to]) {
                for minute in [edge - 1, edge, edge + 1] {
                    if (0..year.minutes).contains(&minute) {
                        year.check_minute(case, &timetable, minute, holds(&stretches, minute));
                    }
                }
            }
            // Odd steps, another one for each case: together they meet every minute of the hour.
            let mut stretches = stretches.iter().peekable();
            for minute in (0..year.minutes).step_by(101 + 2 * (number % 30)) {
                while stretches.next_if(|(_, to)| *to <= minute).is_some() {}
                let open = stretches.peek().is_some_and(|(from, _)| *from <= minute);
                year.check_minute(case, &timetable, minute, open);
            }
        }
    }
}

fn holds(stretches: &[(i64, i64)], minute: i64) -> bool {
    let after = stretches.partition_point(|(from, _)| *from <= minute);
    after > 0 && minute < stretches[after - 1].1
}

#[test]
#[ignore = "every minute: run it in release"]
fn every_minute_is_as_the_oracle_says() {
    let (mut minutes, mut wrong) = (0_i64, 0_i64);
    for year in years() {
        for case in &year.cases {
            let timetable = case.timetable();
            let mut stretches = case.stretches().into_iter().peekable();
            for minute in 0..year.minutes {
                stretches.next_if(|(_, to)| *to <= minute);
                let open = stretches.peek().is_some_and(|(from, _)| *from <= minute);
                minutes += 1;
                if timetable.is_open(year.at(minute)) != open {
                    wrong += 1;
                    println!("{}: {}: {} is not open={open}", year.zone, case.about, year.at(minute));
                }
            }
        }
    }
    println!("{minutes} minutes, {wrong} mismatches");
    assert!(minutes >= 26_000_000);
    assert_eq!(wrong, 0);
}

/// The longest pass there is ends on the minute the oracle says; a minute more is refused.
#[test]
fn a_pass_ends_a_year_after_its_making_at_the_latest() {
    let door = DraftDoor { id: "01920000-0000-7000-8000-000000000001".parse().unwrap(), shareable: true };
    let file: YearLimits = serde_json::from_slice(&std::fs::read(folder().join("year_limits.json")).unwrap()).unwrap();
    same_release(&file.tzdata);
    for limit in file.limits {
        let time_zone = Zone::named(&limit.zone).unwrap();
        let latest = NaiveDateTime::parse_from_str(&limit.latest_end, "%Y-%m-%dT%H:%M").unwrap();
        let (latest, later) = (LocalMinute::from(latest), LocalMinute::from(latest + TimeDelta::minutes(1)));
        let check = |ends_at| {
            let draft = PassDraft {
                name: String::new(),
                comment: String::new(),
                guest: GuestKind::Guest,
                schedule: Schedule::Custom { starts_at: time_zone.local(limit.made), ends_at, time_zone },
                uses: UseLimits::ONCE,
                doors: vec![door.id],
                identifiers: vec![IdentifierKind::Qr],
                plate: None,
            };
            let policy = Policy { passes_enabled: true, ..Policy::default() };
            draft.check(&Rules { now: limit.made, policy: &policy, doors: &[door], live_passes: 0, editing: None })
        };
        assert_eq!(check(latest), Ok(()), "{} {}", limit.zone, limit.made);
        let refused = check(later).unwrap_err().0;
        assert_eq!(refused.len(), 1);
        assert_eq!(refused[0].field, "schedule.ends_at");
        assert_eq!(refused[0].problem, Problem::MoreThanAYear { latest: latest.date() });
    }
}
