//! Edits the field under the cursor.

use gatepass_core::time::{LocalMinute, NaiveDate, TimeDelta, WallTime};
use gatepass_core::wizard::{FieldKind, FieldValue};
use gatepass_words::Language;

use crate::terminal::Key;

/// The text typed into a field before it is sent to the wizard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldEditor {
    letters: Vec<char>,
    at: usize,
    /// Whether the text differs from the value the wizard has.
    changed: bool,
    /// Whether letters were typed, so that the arrows move among them.
    by_hand: bool,
    /// The language of the clock style. Dates are typed the same in every language: 2026-11-24.
    language: Language,
}

/// The format a field accepts, for the message beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InputFormat {
    TimeOfDay,
    Day,
    Moment,
    Number,
}

impl FieldEditor {
    /// An editor with the current value of the field; `None` for a field that is not typed in.
    pub(super) fn of(kind: &FieldKind, language: Language) -> Option<Self> {
        let text = match kind {
            FieldKind::Text { text, .. } => text.clone(),
            FieldKind::TimeOfDay { time } => clock(*time, language),
            FieldKind::Day { date, .. } => date.to_string(),
            FieldKind::Moment { at, .. } => date_and_clock(*at, language),
            FieldKind::Number { number, .. } => number.map(|number| number.to_string()).unwrap_or_default(),
            FieldKind::ChooseOne { .. } | FieldKind::ChooseSeveral { .. } | FieldKind::Summary { .. } => return None,
        };
        let letters: Vec<char> = text.chars().collect();
        Some(Self { at: letters.len(), letters, changed: false, by_hand: false, language })
    }

    /// The text before the cursor, under it and after it.
    pub(super) fn parts(&self) -> (String, Option<char>, String) {
        let under = self.letters.get(self.at).copied();
        (self.letters[..self.at].iter().collect(), under, self.letters.iter().skip(self.at + 1).collect())
    }

    /// Whether the text holds a value that was not sent to the wizard yet.
    pub(super) fn is_changed(&self) -> bool {
        self.changed
    }

    /// Handles a key. In dates, times and numbers the left and right arrows step the value until something is typed; the
    /// first character typed replaces the value.
    pub(super) fn press(&mut self, key: Key, kind: &FieldKind) -> bool {
        let is_text = matches!(kind, FieldKind::Text { .. });
        match key {
            Key::Left | Key::Right if !is_text && !self.by_hand => {
                let by = if key == Key::Right { 1 } else { -1 };
                let Some(text) = stepped(kind, self.text().trim(), by, self.language) else { return false };
                self.letters = text.chars().collect();
                self.at = self.letters.len();
                self.changed = true;
            }
            Key::Left => self.at = self.at.saturating_sub(1),
            Key::Right => self.at = (self.at + 1).min(self.letters.len()),
            Key::Home => self.at = 0,
            Key::End => self.at = self.letters.len(),
            Key::Clear => {
                self.letters.clear();
                self.at = 0;
                self.mark_changed();
            }
            Key::Backspace if self.at > 0 => {
                self.at -= 1;
                self.letters.remove(self.at);
                self.mark_changed();
            }
            Key::Delete if self.at < self.letters.len() => {
                self.letters.remove(self.at);
                self.mark_changed();
            }
            Key::Char(letter) if self.fits(letter, kind) => {
                if !is_text && !self.by_hand {
                    self.letters.clear();
                    self.at = 0;
                }
                self.letters.insert(self.at, letter);
                self.at += 1;
                self.mark_changed();
            }
            _ => return false,
        }
        true
    }

    fn mark_changed(&mut self) {
        self.changed = true;
        self.by_hand = true;
    }

    fn fits(&self, letter: char, kind: &FieldKind) -> bool {
        match kind {
            FieldKind::Text { max, .. } => self.letters.len() < *max as usize,
            FieldKind::Number { .. } => letter.is_ascii_digit() && self.letters.len() < 9,
            _ => (letter.is_ascii_digit() || "-: TaApPmM".contains(letter)) && self.letters.len() < 22,
        }
    }

    fn text(&self) -> String {
        self.letters.iter().collect()
    }

    /// The value to send to the wizard.
    pub(super) fn value(&self, kind: &FieldKind) -> Result<FieldValue, InputFormat> {
        let text = self.text();
        let trimmed = text.trim();
        match kind {
            FieldKind::TimeOfDay { .. } => {
                time(trimmed).map(|time| FieldValue::Time { time }).ok_or(InputFormat::TimeOfDay)
            }
            FieldKind::Day { .. } => {
                trimmed.parse().map(|date| FieldValue::Date { date }).map_err(|_| InputFormat::Day)
            }
            FieldKind::Moment { .. } => moment(trimmed).map(|at| FieldValue::Moment { at }).ok_or(InputFormat::Moment),
            FieldKind::Number { unlimited_label, .. } if trimmed.is_empty() && unlimited_label.is_some() => {
                Ok(FieldValue::Number { number: None })
            }
            FieldKind::Number { .. } => trimmed
                .parse()
                .map(|number| FieldValue::Number { number: Some(number) })
                .map_err(|_| InputFormat::Number),
            _ => Ok(FieldValue::Text { text }),
        }
    }
}

/// `2:20 PM`, `14:20`.
pub(super) fn clock(time: WallTime, language: Language) -> String {
    gatepass_words::time(time.into(), language)
}

/// `2026-11-24 2:20 PM`, as it is typed.
pub(super) fn date_and_clock(at: LocalMinute, language: Language) -> String {
    format!("{} {}", at.date(), clock(at.time(), language))
}

/// Reads a time of day; `9:30` means `09:30`, and `2:20 pm` means `14:20`.
fn time(text: &str) -> Option<WallTime> {
    let lower = text.to_lowercase();
    let (clock, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(clock), _) => (clock.trim(), Some(0)),
        (_, Some(clock)) => (clock.trim(), Some(12)),
        _ => (&*lower, None),
    };
    let padded = if clock.find(':') == Some(1) { format!("0{clock}") } else { clock.to_owned() };
    let time: WallTime = padded.parse().ok()?;
    let Some(half) = half else { return Some(time) };
    let (hour, minute) = (time.minutes() / 60, time.minutes() % 60);
    if (1..=12).contains(&hour) { WallTime::new(hour % 12 + half, minute) } else { None }
}

fn moment(text: &str) -> Option<LocalMinute> {
    let (date, clock) = text.split_once(['T', ' '])?;
    Some(LocalMinute::new(date.parse().ok()?, time(clock.trim())?))
}

/// The value one step further: a day, a quarter of an hour, or one.
fn stepped(kind: &FieldKind, text: &str, by: i32, language: Language) -> Option<String> {
    const QUARTER: i32 = 15;
    const DAY: i32 = 24 * 60;
    match kind {
        FieldKind::Day { earliest, latest, .. } => {
            let date: NaiveDate = text.parse().ok()?;
            let next = date.checked_add_signed(TimeDelta::days(by.into()))?;
            Some(next.clamp(*earliest, (*latest).max(*earliest)).to_string())
        }
        FieldKind::TimeOfDay { .. } => {
            let now = i32::from(time(text)?.minutes());
            let next = (now.div_euclid(QUARTER) * QUARTER
                + if by < 0 && now % QUARTER != 0 { 0 } else { by * QUARTER })
            .rem_euclid(DAY);
            let next = u16::try_from(next).ok()?;
            WallTime::new(next / 60, next % 60).map(|time| clock(time, language))
        }
        FieldKind::Moment { earliest, latest, .. } => {
            let next = moment(text)?.plus_days(by.into());
            Some(date_and_clock(next.clamp(*earliest, (*latest).max(*earliest)), language))
        }
        FieldKind::Number { min, max, unlimited_label, .. } => {
            let endless = unlimited_label.is_some();
            let next = match (text.parse::<u32>().ok(), by > 0) {
                (None, true) => Some(*min),
                (None, false) => None,
                (Some(number), true) => Some(number.saturating_add(1).min(*max)),
                (Some(number), false) if number <= *min => (!endless).then_some(*min),
                (Some(number), false) => Some(number - 1),
            };
            Some(next.map(|number| number.to_string()).unwrap_or_default())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn times_are_read_as_people_write_them() {
        let read = |text| time(text).map(|time| time.to_string());
        assert_eq!(read("9:30").as_deref(), Some("09:30"));
        assert_eq!(read("2:20 PM").as_deref(), Some("14:20"));
        assert_eq!(read("12:00am").as_deref(), Some("00:00"));
        assert_eq!(read("12:05 pm").as_deref(), Some("12:05"));
        assert_eq!(read("13:00 pm"), None);
        assert_eq!(read("25:99"), None);
    }
}
