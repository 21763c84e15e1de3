//! Passes, schedules and instants for the tests, and a second opinion on when a window is open.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use gatepass_core::id::{DoorId, PassId};
use gatepass_core::pass::{
    AccessRequest, GuestKind, Identifier, IdentifierKind, Pass, Policy, Schedule, Timetable, UseLimits, Weekly,
};
use gatepass_core::time::{DateTime, Days, LocalMinute, TimeDelta, Utc, WallTime, Zone};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use proptest::prelude::*;

pub(crate) fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn minute(text: &str) -> LocalMinute {
    text.parse().unwrap()
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn clock(text: &str) -> WallTime {
    text.parse().unwrap()
}

pub(crate) fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

/// The same zone, read by another library.
pub(crate) fn second_opinion(zone: Zone) -> TimeZone {
    TimeZoneDatabase::bundled().get(zone.name()).unwrap()
}

/// The date and time on the wall, by the second opinion.
pub(crate) fn wall_clock(zone: Zone, at: DateTime<Utc>) -> NaiveDateTime {
    let second = jiff::Timestamp::from_second(at.timestamp()).unwrap();
    at.naive_utc() + TimeDelta::seconds(second_opinion(zone).to_offset(second).seconds().into())
}

/// The door with this number.
pub(crate) fn door(number: u8) -> DoorId {
    DoorId(uuid::Uuid::from_u128(u128::from(number)))
}

/// A site that has passes on and leaves the rest as it comes.
pub(crate) fn policy() -> Policy {
    Policy { passes_enabled: true, ..Policy::default() }
}

/// A pass for doors 1 and 2.
pub(crate) fn pass(schedule: Schedule, uses: UseLimits) -> Pass {
    Pass {
        id: PassId(uuid::Uuid::from_u128(7)),
        version: 1,
        name: "Dog walker".into(),
        comment: String::new(),
        guest: GuestKind::Guest,
        schedule,
        uses,
        doors: vec![door(1), door(2)],
        identifiers: vec![Identifier::Code { digits: "482915".into() }],
        created_at: instant("2026-11-22T15:00:00Z"),
        revoked_at: None,
    }
}

/// The pass's own door, asked by QR code.
pub(crate) fn at_its_door(at: DateTime<Utc>) -> AccessRequest {
    AccessRequest { door: door(1), kind: IdentifierKind::Qr, at, opened_at: None }
}

/// Whether the clock on the wall shows a time inside a window: the words of the design, by another library's zones.
pub(crate) fn wall_clock_says_open(schedule: &Schedule, at: DateTime<Utc>) -> bool {
    let now = wall_clock(schedule.time_zone(), at);
    let text = |local: &LocalMinute| NaiveDateTime::parse_from_str(&local.to_string(), "%Y-%m-%dT%H:%M").unwrap();
    match schedule {
        Schedule::Custom { starts_at, ends_at, .. } => text(starts_at) <= now && now < text(ends_at),
        Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => now.date() == *date,
        Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => {
            let in_window_of = |day: NaiveDate| {
                let time =
                    |wall: WallTime| day.and_time(NaiveTime::parse_from_str(&wall.to_string(), "%H:%M").unwrap());
                let end_of_day = weekly.to.to_string() == "23:59";
                let closes = time(weekly.to) + TimeDelta::minutes(i64::from(end_of_day));
                let overnight = TimeDelta::days(i64::from(closes <= time(weekly.from)));
                weekly.days.contains(chrono::Datelike::weekday(&day))
                    && weekly.starts <= day
                    && day <= weekly.expires
                    && time(weekly.from) <= now
                    && now < closes + overnight
            };
            in_window_of(now.date()) || in_window_of(now.date().pred_opt().unwrap())
        }
    }
}

pub(crate) fn any_zone() -> impl Strategy<Value = Zone> {
    prop_oneof![
        prop::sample::select(Zone::names().collect::<Vec<_>>()).prop_map(zone),
        prop::sample::select(vec![
            "America/New_York",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Africa/Cairo",
            "Antarctica/Troll",
        ])
        .prop_map(zone),
    ]
}

/// A date from 2024 to 2043, often one at which clocks change.
pub(crate) fn any_date() -> impl Strategy<Value = NaiveDate> {
    let sundays = |month: u32, first: u32, last: u32| {
        (2024..2044, first..=last).prop_map(move |(year, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap())
    };
    prop_oneof![
        (0..7300_i64).prop_map(|days| date("2024-01-01") + TimeDelta::days(days)),
        sundays(3, 7, 31),
        sundays(10, 24, 31),
        sundays(11, 1, 7),
    ]
}

pub(crate) fn any_time() -> impl Strategy<Value = WallTime> {
    prop_oneof![
        (0..24_u16, 0..60_u16),
        (0..4_u16, prop::sample::select(vec![0_u16, 1, 15, 30, 45, 59])),
        Just((23, 59)),
        Just((0, 0)),
    ]
    .prop_map(|(hour, minute)| WallTime::new(hour, minute).unwrap())
}

pub(crate) fn any_days() -> impl Strategy<Value = Days> {
    let some = prop::collection::vec(0..7_u8, 1..6).prop_map(|days| {
        Days::of(&days.iter().map(|day| chrono::Weekday::try_from(*day).unwrap()).collect::<Vec<_>>())
    });
    prop_oneof![Just(Days::EVERY), Just(Days::WORKDAYS), some]
}

prop_compose! {
    fn any_weekly()(
        days in any_days(), from in any_time(), to in any_time(), starts in any_date(), lasts in 0..70_i64,
        time_zone in any_zone(),
    ) -> Weekly {
        Weekly { days, from, to, starts, expires: starts + TimeDelta::days(lasts), time_zone }
    }
}

/// A schedule of any type, at most ten weeks long.
pub(crate) fn any_schedule() -> impl Strategy<Value = Schedule> {
    let custom =
        (any_date(), any_time(), 0..70_i64, any_time(), any_zone()).prop_map(|(starts, from, lasts, to, time_zone)| {
            Schedule::Custom {
                starts_at: LocalMinute::new(starts, from),
                ends_at: LocalMinute::new(starts + TimeDelta::days(lasts), to),
                time_zone,
            }
        });
    prop_oneof![
        custom,
        any_weekly().prop_map(Schedule::Recurring),
        any_weekly().prop_map(Schedule::BusinessHours),
        (any_date(), any_zone()).prop_map(|(date, time_zone)| Schedule::FullDay { date, time_zone }),
        (any_date(), any_zone()).prop_map(|(date, time_zone)| Schedule::OneTime { date, time_zone }),
    ]
}

/// The local day on which a schedule starts.
pub(crate) fn first_date(schedule: &Schedule) -> NaiveDate {
    match schedule {
        Schedule::Custom { starts_at, .. } => starts_at.date(),
        Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => weekly.starts,
        Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => *date,
    }
}

/// Instants worth asking about: around each edge of the schedule's openings, and `chances` (seconds) after its start.
pub(crate) fn instants(schedule: &Schedule, chances: &[i64]) -> Vec<DateTime<Utc>> {
    let start = first_date(schedule).and_time(NaiveTime::MIN).and_utc() - TimeDelta::days(2);
    let edges = Timetable::of(schedule).openings(DateTime::<Utc>::MIN_UTC).take(20).flat_map(|o| [o.from, o.to]);
    let around = edges.flat_map(|edge| [-1_000, -1, 0, 1_000].map(|by| edge + TimeDelta::milliseconds(by)));
    around.chain(chances.iter().map(|by| start + TimeDelta::seconds(*by))).collect()
}

/// Seconds after a schedule's start, mostly within its first days.
pub(crate) fn chances() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(prop_oneof![0..6 * 86_400_i64, 0..80 * 86_400_i64], 30)
}
