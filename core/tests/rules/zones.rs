//! The tables of offsets are those of the zone database: as another library reads it, and as Python does.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveTime;
use gatepass_core::time::{DateTime, LocalMinute, TimeDelta, Utc, Zone, database_release};
use proptest::prelude::*;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::given::*;

const HOUR: i64 = 3600;
const DAY: i64 = 86_400;
/// 2100-01-01T00:00:00Z.
const END: i64 = 4_102_444_800;

fn utc(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(at, 0).unwrap()
}

/// Compares the offsets every `step` seconds, and on both sides of each change met on the way.
fn walk(zone: Zone, step: i64) {
    let zone_of_jiff = second_opinion(zone);
    let by_jiff = |at| i64::from(zone_of_jiff.to_offset(jiff::Timestamp::from_second(at).unwrap()).seconds());
    let (mut before, mut offset) = (0, by_jiff(0));
    while before < END {
        let after = (before + step).min(END);
        let then = by_jiff(after);
        assert_eq!(zone.offset_seconds(utc(after)), then, "{zone} at {}", utc(after));
        if then != offset {
            let (mut low, mut high) = (before, after);
            while low + 1 < high {
                let middle = i64::midpoint(low, high);
                if by_jiff(middle) == offset { low = middle } else { high = middle }
            }
            for at in [low, high] {
                assert_eq!(zone.offset_seconds(utc(at)), by_jiff(at), "{zone} at {}", utc(at));
            }
        }
        (before, offset) = (after, then);
    }
}

#[test]
fn every_zone_has_the_offsets_of_the_database() {
    for (number, name) in (0..).zip(Zone::names()) {
        // About a month, another number of hours for each zone.
        walk(zone(name), (701 + number % 40) * HOUR);
    }
}

#[test]
#[ignore = "every hour of 130 years in every zone: run it in release"]
fn every_zone_has_the_offsets_of_the_database_at_every_hour() {
    for name in Zone::names() {
        walk(zone(name), HOUR);
    }
}

/// `fixtures/schedules/zones.json`.
#[derive(Deserialize)]
struct Zones {
    tzdata: String,
    zones: BTreeMap<String, String>,
}

/// Since when which offset and which abbreviation, one line each, as `fixtures/schedules/make.py` writes them.
fn changes(zone: Zone) -> String {
    let state = |at| (zone.offset_seconds(utc(at)), zone.abbreviation(utc(at)));
    let mut now = state(0);
    let mut lines = format!("0 {} {}\n", now.0, now.1);
    for before in (0..END).step_by(usize::try_from(DAY).unwrap()) {
        let then = state(before + DAY);
        if then != now {
            let (mut low, mut high) = (before, before + DAY);
            while low + 1 < high {
                let middle = i64::midpoint(low, high);
                if state(middle) == now { low = middle } else { high = middle }
            }
            writeln!(lines, "{high} {} {}", then.0, then.1).unwrap();
            now = then;
        }
    }
    lines
}

#[test]
fn every_change_is_the_one_python_sees() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/schedules/zones.json");
    let golden: Zones = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert_eq!(golden.tzdata, database_release(), "the bundled zones have moved: see fixtures/README.md");
    let names: Vec<&str> = golden.zones.keys().map(String::as_str).collect();
    let mut ours: Vec<&str> = Zone::names().collect();
    ours.sort_unstable();
    assert_eq!(ours, names);
    for (name, digest) in &golden.zones {
        let changes = changes(zone(name));
        let found = data_encoding::HEXLOWER.encode(&Sha256::digest(&changes)[..8]);
        assert_eq!(found, *digest, "{name} changes at\n{changes}");
    }
}

#[test]
fn a_name_is_spelled_as_the_database_spells_it() {
    for wrong in ["europe/berlin", "EUROPE/BERLIN", "Europe/Berlin ", "Europe/", "", "EST9EDT", "../UTC"] {
        assert!(Zone::named(wrong).is_err(), "{wrong}");
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
