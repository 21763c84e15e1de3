//! Writes messages from the data of a resource. `gatepass_words_compiler::encode` describes the format.
//!
//! The build script has checked every text, so data that does not fit cannot occur. If it did, it would be left out.

use chrono::{Datelike, NaiveDate, Timelike};

use crate::argument::{Argument, Weekdays};
use crate::language::Language;
use crate::{format, numbers, pseudo};

const PLACEHOLDER: u8 = 1;
const SELECT: u8 = 2;

/// The text of the message at `position` with its arguments. Arguments are inserted as they are, without interpretation.
pub(crate) fn say(texts: &[u8], position: usize, arguments: &[Argument<'_>], language: Language) -> String {
    let mut out = String::new();
    if let Some(message) = message(texts, position) {
        MessageWriter { arguments, language }.write(&mut ByteReader(message), &mut out);
    }
    if language == Language::Pseudo { pseudo::bracketed(&out) } else { out }
}

fn message(texts: &[u8], position: usize) -> Option<&[u8]> {
    let mut head = ByteReader(texts);
    let count = usize::from(head.u16()?);
    let offsets = head.0;
    let body = offsets.get(4 * (count + 1)..)?;
    let offset = |at: usize| ByteReader(offsets.get(4 * at..)?).u32().and_then(|offset| usize::try_from(offset).ok());
    (position < count).then(|| body.get(offset(position)?..offset(position + 1)?)).flatten()
}

/// Writes one message in one language.
struct MessageWriter<'a> {
    arguments: &'a [Argument<'a>],
    language: Language,
}

impl MessageWriter<'_> {
    fn write(&self, parts: &mut ByteReader<'_>, out: &mut String) -> Option<()> {
        while let Some(code) = parts.first() {
            match code {
                PLACEHOLDER => {
                    parts.u8()?;
                    let (argument, style) = (parts.u8()?, parts.u8()?);
                    self.placeholder(self.arguments.get(usize::from(argument))?, style, out);
                }
                SELECT => {
                    parts.u8()?;
                    self.select(parts, out)?;
                }
                _ => {
                    let text = parts.text();
                    if self.language == Language::Pseudo {
                        out.push_str(&pseudo::accented(text));
                    } else {
                        out.push_str(text);
                    }
                }
            }
        }
        Some(())
    }

    fn placeholder(&self, argument: &Argument<'_>, style: u8, out: &mut String) {
        let language = self.language;
        match *argument {
            Argument::Text(text) => out.push_str(text),
            Argument::Number(number) => out.push_str(&numbers::number(number, language)),
            Argument::Date(date) => {
                out.push_str(&styled(date, style, language).unwrap_or_else(|| format::date(date, language)));
            }
            Argument::Time(time) | Argument::Closing(Some(time)) => out.push_str(&format::time(time, language)),
            Argument::Closing(None) => {}
            Argument::Moment(at) if style == 7 => out.push_str(&format::time(at.time(), language)),
            Argument::Moment(at) => {
                out.push_str(&styled(at.date(), style, language).unwrap_or_else(|| format::moment(at, language)));
            }
            Argument::Days(days) => out.push_str(&format::weekdays(days, language)),
            Argument::List(names) => out.push_str(&format::list(names, language)),
        }
    }

    /// Writes the first variant whose key fits, else the default.
    fn select(&self, parts: &mut ByteReader<'_>, out: &mut String) -> Option<()> {
        let argument = self.arguments.get(usize::from(parts.u8()?))?;
        let mut chosen = None;
        for _ in 0..parts.u8()? {
            let fits = self.fits(argument, parts)?;
            let text = parts.counted()?;
            if fits && chosen.is_none() {
                chosen = Some(text);
            }
        }
        let default = parts.counted()?;
        self.write(&mut ByteReader(chosen.unwrap_or(default)), out)
    }

    fn fits(&self, argument: &Argument<'_>, parts: &mut ByteReader<'_>) -> Option<bool> {
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

/// The date in a style of the format; `None` for the usual style.
fn styled(date: NaiveDate, style: u8, language: Language) -> Option<String> {
    match style {
        1 => Some(format::date(date, language)),
        2 => Some(format::long_date(date, language)),
        3 => Some(format::short_date(date, language)),
        4 => Some(format::day_of_year(date, language)),
        5 => Some(numbers::number(date.day(), language)),
        6 => Some(format::month(date, language)),
        _ => None,
    }
}

/// Reads bytes from the front.
struct ByteReader<'a>(&'a [u8]);

impl<'a> ByteReader<'a> {
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

    /// The text up to the next code.
    fn text(&mut self) -> &'a str {
        let end = self.0.iter().position(|byte| *byte == PLACEHOLDER || *byte == SELECT).unwrap_or(self.0.len());
        let text = self.take(end).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }
}
