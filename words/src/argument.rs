//! The arguments of a message.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// A value for a placeholder of a message.
#[derive(Clone, Copy)]
pub enum Argument<'a> {
    /// A name, an address, digits: shown as it is.
    Text(&'a str),
    /// A count.
    Number(u32),
    /// A date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A local date and time.
    Moment(NaiveDateTime),
    /// Weekdays.
    Days(Weekdays),
    /// The time at which a daily window closes; `None` is the end of the day.
    Closing(Option<NaiveTime>),
    /// Names, joined as a list.
    List(&'a [String]),
}

/// A set of weekdays; bit 0 is Monday.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Weekdays(pub u8);

impl Weekdays {
    /// All seven days.
    pub const EVERY: Self = Self(0b111_1111);
    /// Monday to Friday.
    pub const WORKDAYS: Self = Self(0b001_1111);

    /// The days of the set, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        const ALL: [Weekday; 7] =
            [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
        ALL.into_iter().filter(move |day| self.0 >> day.num_days_from_monday() & 1 != 0)
    }
}
