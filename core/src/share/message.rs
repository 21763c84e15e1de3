//! The message that brings a pass to its guest.

use chrono::NaiveDate;
use gatepass_words::guest::Message;
use gatepass_words::wizard;

use super::Language;
use super::validity::{Validity, zone_letters, zone_place};
use crate::pass::{GuestKind, Identifier, Pass, Schedule, Timetable, Usage};
use crate::time::Zone;

/// Where the pass is good.
#[derive(Clone, Copy, Debug)]
pub struct PassLocation<'a> {
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
pub fn message(pass: &Pass, usage: &Usage, place: &PassLocation<'_>, language: Language) -> SharePayload {
    let validity = validity(&pass.schedule, place.zone, language);
    let site = || place.site.to_owned();

    let mut lines = vec![Message::Greeting { site: site(), name: pass.name.clone() }.say(language)];
    if !place.address.trim().is_empty() {
        lines.push(place.address.trim().to_owned());
    }
    lines.push(validity.clone());
    if !place.doors.is_empty() {
        let doors = place.doors.iter().map(ToString::to_string).collect();
        lines.push(Message::Doors { doors }.say(language));
    }
    lines.push(visits(pass.uses.limit, usage.used).say(language));
    let any_left = pass.uses.limit.is_none_or(|limit| usage.used < limit);
    let a_day = pass.uses.per_day.filter(|_| any_left);
    lines.extend(a_day.map(|limit| Message::VisitsADay { limit }.say(language)));
    lines.push(String::new());
    if pass.identifiers.is_empty() {
        lines.push(Message::IdentifiersFollow.say(language));
    }
    lines.extend(pass.identifiers.iter().map(|identifier| how_to_use(identifier).say(language)));
    let first = |pick: fn(&Identifier) -> Option<&String>| pass.identifiers.iter().find_map(pick).cloned();
    SharePayload {
        subject: Message::Subject { site: site() }.say(language),
        text: lines.join("\n"),
        url: first(|identifier| if let Identifier::Link { url } = identifier { Some(url) } else { None }),
        qr: first(|identifier| if let Identifier::Qr { text } = identifier { Some(text) } else { None }),
        title: Message::Title { name: pass.name.clone(), site: site() }.say(language),
        validity,
    }
}

fn visits(limit: Option<u32>, used: u32) -> Message {
    match limit {
        None => Message::VisitsUnlimited,
        Some(limit) if used == 0 => Message::VisitsAll { limit },
        Some(limit) => Message::VisitsLeft { left: limit.saturating_sub(used), limit },
    }
}

fn how_to_use(identifier: &Identifier) -> Message {
    match identifier.clone() {
        Identifier::Qr { .. } => Message::UseQr,
        Identifier::Code { digits } => Message::UseCode { digits },
        Identifier::Link { url } => Message::UseLink { url },
        Identifier::Plate { plate } => Message::UsePlate { plate },
    }
}

/// When a schedule is open, in one sentence. `site_zone` is the clock at the door: where the schedule goes by another,
/// the sentence says which.
#[must_use]
pub fn validity(schedule: &Schedule, site_zone: Zone, language: Language) -> String {
    let zone = schedule.time_zone();
    let letters = zone_letters(&Timetable::of(schedule));
    let clock = match zone_place(zone).filter(|_| zone != site_zone) {
        Some(place) => Message::ClockOf { place, letters }.say(language),
        None => letters,
    };
    let message = match Validity::of(schedule) {
        Validity::Interval { from, to } => Message::ValidInterval { from: from.into(), to: to.into(), clock },
        Validity::Hours { date, from, to } => Message::ValidHours { date, from: from.into(), to: to.into(), clock },
        Validity::Overnight { date, from, to } => {
            Message::ValidOvernight { date, from: from.into(), to: to.into(), clock }
        }
        Validity::AllDay { date } => Message::ValidAllDay { date, clock },
        Validity::WeeklyHours { days, from, to, first, last } => {
            Message::ValidWeeklyHours { days: days.into(), from: from.into(), to: to.into(), first, last, clock }
        }
        Validity::WeeklyOvernight { days, from, to, first, last } => {
            Message::ValidWeeklyOvernight { days: days.into(), from: from.into(), to: to.into(), first, last, clock }
        }
        Validity::WeeklyAllDay { days, first, last } => {
            Message::ValidWeeklyAllDay { days: days.into(), first, last, clock }
        }
        Validity::Always { first, last } => Message::ValidAlways { first, last, clock },
    };
    message.say(language)
}

/// The name of a pass whose maker gave none: `Courier, 22 Nov`.
#[must_use]
pub fn generated_name(guest: GuestKind, date: NaiveDate, language: Language) -> String {
    name_of_pass(guest, date).say(language)
}

/// The same as a message: the wizard shows it before there is a pass.
#[must_use]
pub fn name_of_pass(guest: GuestKind, date: NaiveDate) -> wizard::Message {
    match guest {
        GuestKind::Guest => wizard::Message::NameOfGuest { date },
        GuestKind::Courier => wizard::Message::NameOfCourier { date },
    }
}
