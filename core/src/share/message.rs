//! The message that brings a pass to its guest.

use chrono::NaiveDate;

use super::Language;
use super::validity::{Validity, zone_letters, zone_place};
use crate::pass::{GuestKind, Identifier, Pass, Schedule, Timetable, Usage};
use crate::time::Zone;

/// Where the pass is good.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The site's name.
    pub site: &'a str,
    /// Its postal address; may be empty.
    pub address: &'a str,
    /// Its zone.
    pub zone: Zone,
    /// The names of the pass's doors.
    pub doors: &'a [&'a str],
}

/// What a phone's share sheet, a text message or a mail takes. It holds the pass's secrets, so `Debug` shows none.
#[derive(Clone, PartialEq, Eq)]
pub struct SharePayload {
    /// The subject of a mail.
    pub subject: String,
    /// The message: name, place, validity, uses left, and how to use each identifier.
    pub text: String,
    /// The guest's page, if the pass has a link. The message has it too.
    pub url: Option<String>,
    /// The text of the QR code, if the pass has one; for `qr::png` and the card.
    pub qr: Option<String>,
    /// The card's title: the pass's name and the site.
    pub title: String,
    /// The card's line: when the pass is good.
    pub validity: String,
}

impl std::fmt::Debug for SharePayload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SharePayload").field("subject", &self.subject).finish_non_exhaustive()
    }
}

/// What to send for a pass that is still valid. The resident's comment is never part of it.
#[must_use]
pub fn message(pass: &Pass, usage: &Usage, place: &Place<'_>, language: Language) -> SharePayload {
    let words = language.words();
    let validity = validity(&pass.schedule, place.zone, language);

    let mut lines = vec![words.greeting(&pass.name, place.site)];
    if !place.address.trim().is_empty() {
        lines.push(place.address.trim().to_owned());
    }
    lines.push(validity.clone());
    if !place.doors.is_empty() {
        lines.push(words.doors(place.doors));
    }
    lines.push(words.visits(pass.uses.limit, usage.used));
    let any_left = pass.uses.limit.is_none_or(|limit| usage.used < limit);
    lines.extend(pass.uses.per_day.filter(|_| any_left).map(|limit| words.visits_a_day(limit)));
    lines.push(String::new());
    if pass.identifiers.is_empty() {
        lines.push(words.identifiers_follow());
    }
    let (mut url, mut qr) = (None, None);
    for identifier in &pass.identifiers {
        lines.push(match identifier {
            Identifier::Qr { text } => {
                qr = Some(text.clone());
                words.use_qr()
            }
            Identifier::Code { digits } => words.use_code(digits),
            Identifier::Link { url: link } => {
                url = Some(link.clone());
                words.use_link(link)
            }
            Identifier::Plate { plate } => words.use_plate(plate),
        });
    }
    SharePayload {
        subject: words.subject(place.site),
        text: lines.join("\n"),
        url,
        qr,
        title: words.title(&pass.name, place.site),
        validity,
    }
}

/// When a schedule is open, in one sentence. `site_zone` is the clock at the door: where the schedule goes by another,
/// the sentence says which.
#[must_use]
pub fn validity(schedule: &Schedule, site_zone: Zone, language: Language) -> String {
    let words = language.words();
    let zone = schedule.time_zone();
    let letters = zone_letters(&Timetable::of(schedule));
    let clock = match zone_place(zone).filter(|_| zone != site_zone) {
        Some(elsewhere) => words.clock_of(&elsewhere, &letters),
        None => letters,
    };
    words.validity(&Validity::of(schedule), &clock)
}

/// The name of a pass whose maker gave none: `Courier, 22 Nov`.
#[must_use]
pub fn generated_name(guest: GuestKind, date: NaiveDate, language: Language) -> String {
    language.words().generated_name(guest, date)
}
