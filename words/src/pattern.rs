//! Reads the data of a resource; the format is described where it is written, in `gatepass_words_compiler::blob`.
//!
//! The build script has checked every text, so what does not fit cannot occur; it would be left out.

use chrono::{Datelike, NaiveDate, Timelike};

use crate::argument::{Argument, Weekdays};
use crate::language::Language;
use crate::{numbers, pseudo, written};

const PLACE: u8 = 1;
const SELECT: u8 = 2;

/// The text of the message at `position`, with its arguments. What is filled in is not looked at again.
pub(crate) fn say(texts: &[u8], position: usize, arguments: &[Argument<'_>], language: Language) -> String {
    let mut said = String::new();
    if let Some(message) = message(texts, position) {
        Text { arguments, language }.write(&mut Bytes(message), &mut said);
    }
    if language == Language::Pseudo { pseudo::bracketed(&said) } else { said }
}

fn message(texts: &[u8], position: usize) -> Option<&[u8]> {
    let mut head = Bytes(texts);
    let count = usize::from(head.u16()?);
    let offsets = head.0;
    let body = offsets.get(4 * (count + 1)..)?;
    let offset = |at: usize| Bytes(offsets.get(4 * at..)?).u32().and_then(|offset| usize::try_from(offset).ok());
    (position < count).then(|| body.get(offset(position)?..offset(position + 1)?)).flatten()
}

/// A message on its way to words.
struct Text<'a> {
    arguments: &'a [Argument<'a>],
    language: Language,
}

impl Text<'_> {
    fn write(&self, parts: &mut Bytes<'_>, said: &mut String) -> Option<()> {
        while let Some(code) = parts.first() {
            match code {
                PLACE => {
                    parts.u8()?;
                    let (argument, style) = (parts.u8()?, parts.u8()?);
                    self.place(self.arguments.get(usize::from(argument))?, style, said);
                }
                SELECT => {
                    parts.u8()?;
                    self.select(parts, said)?;
                }
                _ => {
                    let text = parts.text();
                    if self.language == Language::Pseudo {
                        said.push_str(&pseudo::accented(text));
                    } else {
                        said.push_str(text);
                    }
                }
            }
        }
        Some(())
    }

    fn place(&self, argument: &Argument<'_>, style: u8, said: &mut String) {
        let language = self.language;
        match *argument {
            Argument::Text(text) => said.push_str(text),
            Argument::Number(number) => said.push_str(&numbers::number(number, language)),
            Argument::Date(date) => {
                said.push_str(&styled(date, style, language).unwrap_or_else(|| written::date(date, language)));
            }
            Argument::Time(time) | Argument::Closing(Some(time)) => said.push_str(&written::time(time, language)),
            Argument::Closing(None) => {}
            Argument::Moment(at) if style == 7 => said.push_str(&written::time(at.time(), language)),
            Argument::Moment(at) => {
                said.push_str(&styled(at.date(), style, language).unwrap_or_else(|| written::moment(at, language)));
            }
            Argument::Days(days) => said.push_str(&written::weekdays(days, language)),
            Argument::List(names) => said.push_str(&written::list(names, language)),
        }
    }

    /// Writes the first variant whose key fits, else the last.
    fn select(&self, parts: &mut Bytes<'_>, said: &mut String) -> Option<()> {
        let argument = self.arguments.get(usize::from(parts.u8()?))?;
        let mut chosen = None;
        for _ in 0..parts.u8()? {
            let fits = self.fits(argument, parts)?;
            let text = parts.counted()?;
            if fits && chosen.is_none() {
                chosen = Some(text);
            }
        }
        let otherwise = parts.counted()?;
        self.write(&mut Bytes(chosen.unwrap_or(otherwise)), said)
    }

    fn fits(&self, argument: &Argument<'_>, parts: &mut Bytes<'_>) -> Option<bool> {
        Some(match (parts.u8()?, argument) {
            (0, Argument::Number(number)) => parts.u32()? == *number,
            (1, argument) => {
                let number = match argument {
                    Argument::Number(number) => *number,
                    Argument::Time(time) => time.hour(),
                    Argument::Moment(at) => at.hour(),
                    _ => return None,
                };
                parts.u8()? == numbers::plural(number, self.language)
            }
            (2, Argument::Days(days)) => *days == Weekdays::EVERY,
            (3, Argument::Days(days)) => *days == Weekdays::WORKDAYS,
            (4, Argument::Closing(closes)) => closes.is_none(),
            _ => return None,
        })
    }
}

/// A date in one of the lengths of the format; `None` for the usual one.
fn styled(date: NaiveDate, style: u8, language: Language) -> Option<String> {
    match style {
        1 => Some(written::date(date, language)),
        2 => Some(written::long_date(date, language)),
        3 => Some(written::short_date(date, language)),
        4 => Some(written::day_of_year(date, language)),
        5 => Some(numbers::number(date.day(), language)),
        6 => Some(written::month(date, language)),
        _ => None,
    }
}

/// Bytes that are read from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn first(&self) -> Option<u8> {
        self.0.first().copied()
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn u8(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn counted(&mut self) -> Option<&'a [u8]> {
        let count = self.u16()?;
        self.take(usize::from(count))
    }

    /// The words up to the next code.
    fn text(&mut self) -> &'a str {
        let end = self.0.iter().position(|byte| *byte == PLACE || *byte == SELECT).unwrap_or(self.0.len());
        let text = self.take(end).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }
}
