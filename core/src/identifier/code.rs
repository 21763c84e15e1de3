//! What an access code is, and which are too easy to guess.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::{Lookup, SitePepper, presented};

/// 6 to 8 digits typed on a keypad. Zeros in front count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccessCode {
    /// ASCII digits; zero bytes behind the last.
    digits: [u8; Self::LONGEST],
    length: usize,
}

/// This is no access code.
///
/// The caller should count it as a wrong one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not an access code; one has 6 to 8 digits")]
pub struct NotACode;

/// The digits of a code in two groups, as people read them out: `482 915`, `4829 157`, `4829 1573`.
///
/// A no-break space stands between them: it keeps them on one line, and in their order within Arabic, where digits
/// on both sides of an ordinary space change places (class CS of UAX #9, rule W4).
#[must_use]
pub fn code_in_groups(digits: &str) -> String {
    let (first, second) = digits.split_at_checked(digits.len().div_ceil(2)).unwrap_or((digits, ""));
    if second.is_empty() { digits.to_owned() } else { format!("{first}\u{a0}{second}") }
}

impl AccessCode {
    /// Digits of the shortest code.
    pub const SHORTEST: usize = 6;
    /// Digits of the longest code.
    pub const LONGEST: usize = 8;

    /// Reads what a keypad sent or a person typed: spaces anywhere, one `*` before the code (some keypads tell codes from
    /// flat numbers by it) and one closing `#` or `*` are left out.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let text = presented(text);
        let text = text.strip_prefix('*').unwrap_or(text);
        let text = text.strip_suffix(['#', '*']).unwrap_or(text);
        let mut code = Self { digits: [0; Self::LONGEST], length: 0 };
        for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
            let byte = u8::try_from(letter).ok().filter(u8::is_ascii_digit).ok_or(NotACode)?;
            *code.digits.get_mut(code.length).ok_or(NotACode)? = byte;
            code.length += 1;
        }
        if code.length >= Self::SHORTEST { Ok(code) } else { Err(NotACode) }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.bytes()).expect("digits are ASCII")
    }

    /// What the code is looked up by at a site.
    #[must_use]
    pub fn lookup(&self, site: &SitePepper) -> Lookup {
        site.lookup("vp-pin-v1", self.as_str())
    }

    /// All codes that differ from this one in exactly one digit. A service that keeps only look-ups stays clear of
    /// slips of the finger by refusing a new code with a live neighbour.
    pub fn neighbours(&self) -> impl Iterator<Item = Self> {
        let code = *self;
        (0..code.length).flat_map(move |place| {
            (b'0'..=b'9').filter(move |digit| *digit != code.digits[place]).map(move |digit| {
                let mut other = code;
                other.digits[place] = digit;
                other
            })
        })
    }

    /// The number `number`, written with `length` digits. `None` where it has more, or where no code is that long.
    pub(super) fn from_number(number: u64, length: usize) -> Option<Self> {
        Self::parse(&format!("{number:0length$}")).ok().filter(|code| code.length == length)
    }

    /// Whether a person who guesses would try this code early: one step repeated (`444444`, `456789`, `098765`,
    /// `135791`), a part repeated (`121212`, `123123`), doubled digits (`114477`), the same backwards (`123321`), a
    /// calendar date.
    ///
    /// Of all codes of six digits 8.7 % are trivial, 8.4 % because they read as day-month-year, month-day-year or
    /// year-month-day; of those of eight, 0.3 %. Leaving them out costs an eighth of a bit.
    #[must_use]
    pub fn is_trivial(&self) -> bool {
        let digits = self.bytes();
        let step = |pair: &[u8]| (10 + pair[1] - pair[0]) % 10;
        let first = step(digits);
        digits.windows(2).all(|pair| step(pair) == first)
            || (2..=digits.len() / 2).any(|part| digits[part..] == digits[..digits.len() - part])
            || digits.chunks(2).all(|pair| pair[0] == *pair.last().unwrap_or(&pair[0]))
            || digits.iter().eq(digits.iter().rev())
            || self.is_date()
    }

    /// Whether the code is the number of a unit: its digits with zeros before or after, or again and again. `unit`
    /// is the unit's name; what is not a digit in it is left out.
    #[must_use]
    pub fn is_unit(&self, unit: &str) -> bool {
        let unit: Vec<u8> = unit.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').collect();
        let zeros = |digits: &[u8]| digits.iter().all(|digit| *digit == b'0');
        let code = self.bytes();
        if unit.is_empty() || unit.len() > code.len() {
            return false;
        }
        let (before, behind) = code.split_at(code.len() - unit.len());
        let (ahead, after) = code.split_at(unit.len());
        (zeros(before) && behind == unit)
            || (ahead == unit && zeros(after))
            || code.iter().eq(unit.iter().cycle().take(code.len()))
    }

    /// Six digits with a year of two, eight with a year of four from 1900 to 2099.
    fn is_date(&self) -> bool {
        let number = |from: usize, to: usize| {
            self.bytes()[from..to].iter().fold(0_u32, |number, digit| number * 10 + u32::from(digit - b'0'))
        };
        let year = |written: u32| i32::try_from(written).unwrap_or(0);
        let is = |year: i32, month, day| NaiveDate::from_ymd_opt(year, month, day).is_some();
        match self.length {
            // 29 February counts in every year: nobody who guesses looks it up.
            6 => {
                let (a, b, c) = (number(0, 2), number(2, 4), number(4, 6));
                is(2000, b, a) || is(2000, a, b) || is(2000, b, c)
            }
            8 => {
                let plausible = |year: i32, month, day| (1900..2100).contains(&year) && is(year, month, day);
                let (a, b, late) = (number(0, 2), number(2, 4), year(number(4, 8)));
                plausible(late, b, a)
                    || plausible(late, a, b)
                    || plausible(year(number(0, 4)), number(4, 6), number(6, 8))
            }
            _ => false,
        }
    }

    fn bytes(&self) -> &[u8] {
        &self.digits[..self.length]
    }
}

impl FromStr for AccessCode {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        Self::parse(text)
    }
}

/// Never shows the digits.
impl fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AccessCode({} digits)", self.length)
    }
}
