//! English, with dates and times as in the United States.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Words;
use crate::pass::GuestKind;
use crate::share::validity::{Closing, Validity};
use crate::time::{Days, LocalMinute, WallTime};

/// English.
pub(in crate::share) struct English;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Words for English {
    fn generated_name(&self, guest: GuestKind, date: NaiveDate) -> String {
        let (day, month) = (date.day(), month(date));
        match guest {
            GuestKind::Guest => format!("Guest, {day} {month}"),
            GuestKind::Courier => format!("Courier, {day} {month}"),
        }
    }

    fn subject(&self, site: &str) -> String {
        format!("Your pass for {site}")
    }

    fn greeting(&self, name: &str, site: &str) -> String {
        format!("Here is your pass for {site}: {name}.")
    }

    fn title(&self, name: &str, site: &str) -> String {
        format!("{name} · {site}")
    }

    fn validity(&self, validity: &Validity, clock: &str) -> String {
        match *validity {
            Validity::Interval { from, to } => format!("Valid from {} until {} ({clock}).", moment(from), moment(to)),
            Validity::Hours { date: on, from, to } => {
                format!("Valid on {} from {} to {} ({clock}).", date(on), time(from), closing(to))
            }
            Validity::Overnight { date: on, from, to } => {
                format!("Valid on {} from {} until {} the next day ({clock}).", date(on), time(from), time(to))
            }
            Validity::AllDay { date: on } => format!("Valid all day on {} ({clock}).", date(on)),
            Validity::WeeklyHours { days: on, from, to, first, last } => {
                let (on, from, to) = (days(on), time(from), closing(to));
                format!("Valid {on} from {from} to {to}, {} through {} ({clock}).", short_date(first), short_date(last))
            }
            Validity::WeeklyOvernight { days: on, from, to, first, last } => {
                let (on, from, to, first, last) = (days(on), time(from), time(to), short_date(first), short_date(last));
                format!("Valid {on} from {from} until {to} the next day, {first} through {last} ({clock}).")
            }
            Validity::WeeklyAllDay { days: on, first, last } => {
                format!("Valid {}, all day, {} through {} ({clock}).", days(on), short_date(first), short_date(last))
            }
            Validity::Always { first, last } => {
                format!("Valid day and night, {} through {} ({clock}).", short_date(first), short_date(last))
            }
        }
    }

    fn clock_of(&self, place: &str, letters: &str) -> String {
        format!("{place} time, {letters}")
    }

    fn doors(&self, doors: &[&str]) -> String {
        format!("It opens: {}.", doors.join(", "))
    }

    fn visits(&self, limit: Option<u32>, used: u32) -> String {
        let Some(limit) = limit else {
            return "You may come as often as you like.".to_owned();
        };
        match (limit.saturating_sub(used), limit) {
            (0, _) => "No visits are left.".to_owned(),
            (1, 1) => "It is good for one visit.".to_owned(),
            (left, limit) if left == limit => format!("It is good for {limit} visits."),
            (1, limit) => format!("One of {limit} visits is left."),
            (left, limit) => format!("{left} of {limit} visits are left."),
        }
    }

    fn visits_a_day(&self, limit: u32) -> String {
        match limit {
            1 => "At most one visit a day.".to_owned(),
            limit => format!("At most {limit} visits a day."),
        }
    }

    fn identifiers_follow(&self) -> String {
        "The code that opens the door will follow.".to_owned()
    }

    fn use_qr(&self) -> String {
        "QR code: make your screen bright and hold the code in front of the camera at the door.".to_owned()
    }

    fn use_code(&self, digits: &str) -> String {
        format!("Access code: enter {digits} on the keypad at the door.")
    }

    fn use_link(&self, url: &str) -> String {
        format!("Link: when you stand at the door, open {url} and tap the door's name.")
    }

    fn use_plate(&self, plate: &str) -> String {
        format!("License plate: drive up to the gate with {plate} and wait until it opens.")
    }

    fn come_in(&self) -> String {
        "Welcome, please come in".to_owned()
    }

    fn not_valid(&self) -> String {
        "Not valid".to_owned()
    }

    fn too_many_wrong_codes(&self) -> String {
        "Too many wrong codes, try again later".to_owned()
    }

    fn opens_today(&self, opens: WallTime) -> String {
        format!("Opens today at {}", time(opens))
    }

    fn opens_on(&self, on: NaiveDate, opens: WallTime) -> String {
        format!("Opens {}, {}", short_date(on), time(opens))
    }
}

/// `Nov`.
fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

/// `Nov 24, 2026`.
fn short_date(date: NaiveDate) -> String {
    format!("{} {}, {}", month(date), date.day(), date.year())
}

/// `Tuesday, Nov 24, 2026`.
pub(crate) fn date(date: NaiveDate) -> String {
    format!("{}, {}", weekday(date.weekday()), short_date(date))
}

/// `2:20 PM`.
pub(crate) fn time(time: WallTime) -> String {
    let (hour, minute) = (time.minutes() / 60, time.minutes() % 60);
    let half = if hour < 12 { "AM" } else { "PM" };
    format!("{}:{minute:02} {half}", (hour + 11) % 12 + 1)
}

fn closing(closing: Closing) -> String {
    match closing {
        Closing::At(at) => time(at),
        Closing::Midnight => "midnight".to_owned(),
    }
}

/// `Tuesday, Nov 24, 2026 at 2:20 PM`.
pub(crate) fn moment(at: LocalMinute) -> String {
    format!("{} at {}", date(at.date()), time(at.time()))
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// `every day`, `Monday to Friday`, `on Tuesdays and Thursdays`.
pub(crate) fn days(days: Days) -> String {
    if days == Days::EVERY {
        return "every day".to_owned();
    }
    if days == Days::WORKDAYS {
        return "Monday to Friday".to_owned();
    }
    let names: Vec<String> = days.iter().map(|day| format!("{}s", weekday(day))).collect();
    match names.as_slice() {
        [one] => format!("on {one}"),
        [one, two] => format!("on {one} and {two}"),
        [first @ .., last] => format!("on {}, and {last}", first.join(", ")),
        [] => "on no day".to_owned(),
    }
}
