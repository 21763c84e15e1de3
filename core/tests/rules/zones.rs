//! The tables of offsets are those of the zone database.

use chrono::{NaiveTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use gatepass_core::time::{DateTime, LocalMinute, TimeDelta, Utc, Zone};
use proptest::prelude::*;

use crate::given::*;

const HOUR: i64 = 3600;
/// 2100-01-01T00:00:00Z.
const END: i64 = 4_102_444_800;

fn by_chrono(tz: Tz, at: i64) -> i64 {
    i64::from(tz.offset_from_utc_datetime(&utc(at).naive_utc()).fix().local_minus_utc())
}

fn utc(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(at, 0).unwrap()
}

/// Compares the offsets every `step` seconds, and on both sides of each change met on the way.
fn walk(tz: Tz, step: i64) {
    let zone = Zone::from(tz);
    let (mut before, mut offset) = (0, by_chrono(tz, 0));
    while before < END {
        let after = (before + step).min(END);
        let then = by_chrono(tz, after);
        assert_eq!(zone.offset_seconds(utc(after)), then, "{zone} at {}", utc(after));
        if then != offset {
            let (mut low, mut high) = (before, after);
            while low + 1 < high {
                let middle = i64::midpoint(low, high);
                if by_chrono(tz, middle) == offset { low = middle } else { high = middle }
            }
            for at in [low, high] {
                assert_eq!(zone.offset_seconds(utc(at)), by_chrono(tz, at), "{zone} at {}", utc(at));
            }
        }
        (before, offset) = (after, then);
    }
}

#[test]
fn every_zone_has_the_offsets_of_the_database() {
    for (number, tz) in (0..).zip(TZ_VARIANTS) {
        // About a month, another number of hours for each zone.
        walk(tz, (701 + number % 40) * HOUR);
    }
}

#[test]
#[ignore = "every hour of 130 years in every zone: run it in release"]
fn every_zone_has_the_offsets_of_the_database_at_every_hour() {
    for tz in TZ_VARIANTS {
        walk(tz, HOUR);
    }
}

#[test]
fn before_the_first_and_after_the_last_year_of_the_table_the_offset_stays() {
    let new_york = zone("America/New_York");
    for at in ["-200000-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "2200-07-01T00:00:00Z", "+200000-01-01T00:00:00Z"] {
        assert_eq!(new_york.offset_seconds(instant(at)), -5 * HOUR, "{at}");
    }
    assert_eq!(new_york.local(DateTime::<Utc>::MAX_UTC).date(), DateTime::<Utc>::MAX_UTC.date_naive());
}

proptest! {
    #[test]
    fn local_times_and_their_first_and_last_instants(
        time_zone in any_zone(), day in any_date(), time in any_time(),
    ) {
        let wanted = LocalMinute::new(day, time);
        let (first, last) = (time_zone.first_instant_of(wanted), time_zone.last_instant_of(wanted));
        prop_assert!(first <= last);
        prop_assert!(time_zone.local(first) >= wanted && time_zone.local(last) >= wanted);
        for minutes in 1..100 {
            let by = TimeDelta::minutes(minutes * 29);
            prop_assert!(time_zone.local(first - by) < wanted, "before the first");
            prop_assert!(time_zone.local(last + by) >= wanted, "after the last");
        }
        prop_assert!(time_zone.local(first - TimeDelta::seconds(1)) < wanted);
        prop_assert!(time_zone.local(last - TimeDelta::seconds(1)) < wanted);
    }

    #[test]
    fn the_earliest_reading_from_an_instant_on(time_zone in any_zone(), day in any_date(), minute in 0..1440_i64) {
        let at = day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::minutes(minute);
        // Clocks change on the quarter of an hour.
        let quarters = (1..300).map(|quarter| at + TimeDelta::minutes(quarter * 15 - minute % 15));
        let coming = std::iter::once(at).chain(quarters).map(|at| time_zone.local(at));
        prop_assert_eq!(time_zone.earliest_reading_from(at), coming.min().unwrap());
    }
}
