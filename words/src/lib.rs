//! Everything that Gatepass says to a person, in every language.
//!
//! The texts are in `locales/<language>/*.ftl`, in the syntax of [Fluent](https://projectfluent.org). Each file is a module
//! here with one type, `Message`: a variant for each message, a typed field for each of its arguments. So a message that
//! does not exist, or lacks an argument, does not compile. [`Say::say`] gives the text. Dates, times, numbers, plurals
//! and lists are written by ICU4X with the data in `words/cldr`.
//!
//! A language that lacks a message says it in English; `cargo xtask check words` lists what is missing.

extern crate self as gatepass_words;

mod argument;
mod language;
mod numbers;
mod pattern;
mod pseudo;
mod say;
mod written;

pub use argument::{Argument, Weekdays};
pub use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
pub use language::Language;
pub use numbers::plural_category;
pub use say::{Say, text};
pub use written::{date, day_of_year, list, long_date, moment, short_date, time, weekday_and_date, weekday_and_day};

macro_rules! resource {
    ($($(#[$doc:meta])+ $name:ident)+) => {
        $(
            $(#[$doc])+
            pub mod $name {
                include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));
            }
        )+
    };
}

resource! {
    /// What guests are sent: `locales/*/guest.ftl`.
    guest
    /// What a panel's display shows: `locales/*/panel.ftl`.
    panel
    /// What the wizard says: `locales/*/wizard.ftl`.
    wizard
    /// What the terminal shell says: `locales/*/terminal.ftl`.
    terminal
    /// Names of days: `locales/*/calendar.ftl`.
    calendar
}
