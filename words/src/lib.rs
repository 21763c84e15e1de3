//! All texts of Gatepass for people, in every language.
//!
//! The texts are in `locales/<language>/*.ftl`, in the syntax of [Fluent](https://projectfluent.org). Each file is a module
//! here with one type, `Message`: a variant for each message, a typed field for each of its arguments. So a message that
//! does not exist, or lacks an argument, does not compile. [`Say::say`] returns the text. ICU4X formats dates, times,
//! numbers, plurals and lists with the data in `words/cldr`.
//!
//! A message that a language lacks is shown in English; `cargo xtask check words` lists missing messages.

extern crate self as gatepass_words;

mod argument;
mod format;
mod language;
mod numbers;
mod pattern;
mod pseudo;
mod say;

pub use argument::{Argument, Weekdays};
pub use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
pub use format::{date, day_of_year, list, long_date, moment, short_date, time, weekday_and_date, weekday_and_day};
pub use language::Language;
pub use numbers::plural_category;
pub use say::{Say, text};

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
    /// Texts that guests are sent: `locales/*/guest.ftl`.
    guest
    /// Texts of a panel's display: `locales/*/panel.ftl`.
    panel
    /// Texts of the wizard: `locales/*/wizard.ftl`.
    wizard
    /// Texts of the terminal shell: `locales/*/terminal.ftl`.
    terminal
    /// Names of days: `locales/*/calendar.ftl`.
    calendar
}
