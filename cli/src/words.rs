//! Turns the client's values into messages of the catalogue: states, uses, times, reasons. Times are in the pass's zone.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use gatepass_core::api::refusal_phrase;
use gatepass_core::app::{Badge, NoticeKind, PassRow, PassSync, RowState, SyncPhase, SyncState};
use gatepass_core::id::PassId;
use gatepass_core::pass::{GuestKind, IdentifierKind, PassType, Reason, UseLimits};
use gatepass_core::time::{LocalMinute, Zone};
use gatepass_core::wizard::Phrase;
use gatepass_words::terminal::Message;
use gatepass_words::{Language, weekday_and_date, weekday_and_day};

/// The end of a pass's id, in which two passes of one day differ.
pub(crate) fn short_id(id: PassId) -> String {
    let text = id.to_string();
    text[text.len() - 6..].to_owned()
}

/// The state of a pass, and until or from when.
pub(crate) fn state_phrase(row: &PassRow, now: DateTime<Utc>, language: Language) -> String {
    let zone = Zone::named(&row.time_zone).unwrap_or_else(|_| Zone::utc());
    let message = match row.state {
        RowState::Open { until } => open_until(zone.local(until), zone.date(now), language),
        RowState::Opens { at } | RowState::OpensAgain { at } => opens(zone.local(at), zone.date(now), language),
        RowState::UsedUp => Message::StateUsedUp,
        RowState::Expired => Message::StateExpired,
        RowState::Revoked { .. } => Message::StateRevoked,
    };
    message.say(language)
}

fn opens(at: LocalMinute, today: NaiveDate, language: Language) -> Message {
    let time = at.time().into();
    match RelativeDay::of(at.date(), today) {
        RelativeDay::Today => Message::StateOpensAt { time },
        RelativeDay::Tomorrow => Message::StateOpensTomorrow { time },
        RelativeDay::Other => Message::StateOpensOn { day: day(at.date(), today, language), time },
    }
}

/// A midnight is named as the end of the day it ends.
fn open_until(end: LocalMinute, today: NaiveDate, language: Language) -> Message {
    let midnight = end.time().minutes() == 0;
    let date = if midnight { end.plus_days(-1).date() } else { end.date() };
    let time = end.time().into();
    match (RelativeDay::of(date, today), midnight) {
        (RelativeDay::Today, true) => Message::StateOpenAllDay,
        (RelativeDay::Today, false) => Message::StateOpenUntil { time },
        (RelativeDay::Tomorrow, true) => Message::StateOpenThroughTomorrow,
        (RelativeDay::Tomorrow, false) => Message::StateOpenUntilTomorrow { time },
        (RelativeDay::Other, true) => Message::StateOpenThrough { day: day(date, today, language) },
        (RelativeDay::Other, false) => Message::StateOpenUntilOn { day: day(date, today, language), time },
    }
}

/// A day seen from today.
enum RelativeDay {
    Today,
    Tomorrow,
    Other,
}

impl RelativeDay {
    fn of(date: NaiveDate, today: NaiveDate) -> Self {
        match (date - today).num_days() {
            0 => Self::Today,
            1 => Self::Tomorrow,
            _ => Self::Other,
        }
    }
}

/// A day, with its year if that is not the current one.
fn day(date: NaiveDate, today: NaiveDate, language: Language) -> String {
    if date.year() == today.year() { weekday_and_day(date, language) } else { weekday_and_date(date, language) }
}

/// `Tue, Nov 24, 2026, 2:20 PM to 3:20 PM`; the second date only if it differs.
pub(crate) fn opening(from: LocalMinute, to: LocalMinute, language: Language) -> String {
    let first = weekday_and_date(from.date(), language);
    let next_midnight = to.time().minutes() == 0 && to.plus_days(-1).date() == from.date();
    let message = if to.date() == from.date() || next_midnight {
        let to = (!next_midnight).then(|| to.time().into());
        Message::OpeningHours { day: first, from: from.time().into(), to }
    } else {
        let last = weekday_and_day(to.date(), language);
        Message::OpeningDays { first, from: from.time().into(), last, to: to.time().into() }
    };
    message.say(language)
}

/// The visits used, of the visits allowed.
pub(crate) fn uses(limits: UseLimits, used: u32, language: Language) -> String {
    let message = match (limits.limit, limits.per_day) {
        (Some(limit), None) => Message::UsesOfLimit { used, limit },
        (Some(limit), Some(daily)) => Message::UsesOfLimitDaily { used, limit, daily },
        (None, None) => Message::UsesSoFar { used },
        (None, Some(daily)) => Message::UsesSoFarDaily { used, daily },
    };
    message.say(language)
}

pub(crate) fn type_of_pass(kind: PassType) -> Phrase {
    match kind {
        PassType::Custom => Phrase::TypeCustom,
        PassType::Recurring => Phrase::TypeRecurring,
        PassType::BusinessHours => Phrase::TypeBusinessHours,
        PassType::FullDay => Phrase::TypeFullDay,
        PassType::OneTime => Phrase::TypeOneTime,
    }
}

pub(crate) fn guest(kind: GuestKind) -> Phrase {
    match kind {
        GuestKind::Guest => Phrase::GuestGuest,
        GuestKind::Courier => Phrase::GuestCourier,
    }
}

pub(crate) fn identifier(kind: IdentifierKind, language: Language) -> String {
    match kind {
        IdentifierKind::Qr => Phrase::IdentifierQr.say(language),
        IdentifierKind::Code => Phrase::IdentifierCode.say(language),
        IdentifierKind::Link => Phrase::IdentifierLink.say(language),
        IdentifierKind::Plate => Phrase::IdentifierPlate.say(language),
        IdentifierKind::Card => Message::Card.say(language),
    }
}

pub(crate) fn badge(badge: Badge) -> Message {
    match badge {
        Badge::Courier => Message::BadgeCourier,
        Badge::Visiting => Message::BadgeVisiting,
        Badge::LastUse => Message::BadgeLastUse,
        Badge::NotOnServer => Message::BadgeNotOnServer,
        Badge::Stuck => Message::BadgeStuck,
        Badge::OneTime => Message::BadgeOneTime,
    }
}

/// The short name of an identifier kind, for a column.
pub(crate) fn identifier_column(kind: IdentifierKind) -> Message {
    match kind {
        IdentifierKind::Qr => Message::HowQr,
        IdentifierKind::Code => Message::HowCode,
        IdentifierKind::Link => Message::HowLink,
        IdentifierKind::Plate => Message::HowPlate,
        IdentifierKind::Card => Message::HowCard,
    }
}

/// Why a door was not opened, for the resident.
pub(crate) fn reason(reason: Reason) -> Message {
    match reason {
        Reason::Ok => Message::ReasonOk,
        Reason::Unknown => Message::ReasonUnknown,
        Reason::NotActive => Message::ReasonNotActive,
        Reason::OutsideHours => Message::ReasonOutsideHours,
        Reason::Expired => Message::ReasonExpired,
        Reason::UsedUp => Message::ReasonUsedUp,
        Reason::UsedUpToday => Message::ReasonUsedUpToday,
        Reason::Revoked => Message::ReasonRevoked,
        Reason::WrongDoor => Message::ReasonWrongDoor,
        Reason::IdentifierNotAccepted => Message::ReasonIdentifierNotAccepted,
        Reason::LockedOut => Message::ReasonLockedOut,
        Reason::AmbiguousPlate => Message::ReasonAmbiguousPlate,
        Reason::PassesOff => Message::ReasonPassesOff,
        Reason::Error => Message::ReasonError,
    }
}

/// What keeps this machine from being up to date, and what to do.
pub(crate) fn sync_notes(state: &SyncState, offline: bool) -> Vec<Message> {
    let mut notes = Vec::new();
    match &state.phase {
        SyncPhase::Offline if !offline => notes.push(Message::SyncOffline),
        SyncPhase::Failed { reason } => notes.push(Message::SyncFailed { reason: reason.clone() }),
        _ => {}
    }
    if state.waiting > 0 {
        notes.push(Message::SyncWaiting { count: state.waiting });
    }
    if state.stuck > 0 {
        notes.push(Message::SyncStuck { count: state.stuck });
    }
    notes
}

/// What keeps the server from having the pass as it is shown; `None` if it has it.
pub(crate) fn sync_of_pass(sync: &PassSync, language: Language) -> Option<Message> {
    match sync {
        PassSync::Synced => None,
        PassSync::Waiting => Some(Message::PassWaiting),
        PassSync::Stuck { code, reason, fields } => {
            let details: Vec<_> =
                fields.iter().map(|field| format!("{}: {}", field.field, field.phrase().say(language))).collect();
            let why = if details.is_empty() { refusal_phrase(code, reason).say(language) } else { details.join("; ") };
            Some(Message::PassRefused { why })
        }
    }
}

pub(crate) fn notice(kind: &NoticeKind) -> Message {
    match kind {
        NoticeKind::ChangeOverruled { name, .. } => Message::NoticeOverruled { name: name.clone() },
        NoticeKind::PassGone { name, .. } => Message::NoticeGone { name: name.clone() },
        NoticeKind::SignedOut { site } => Message::NoticeSignedOut { site: site.clone() },
        NoticeKind::StorageReplaced { lost: true, put_aside, .. } => {
            Message::NoticeStorageLost { file: put_aside.clone() }
        }
        NoticeKind::StorageReplaced { put_aside, .. } => Message::NoticeStorage { file: put_aside.clone() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> LocalMinute {
        text.parse().expect("a local minute")
    }

    fn today() -> NaiveDate {
        at("2026-11-24T10:00").date()
    }

    #[test]
    fn times_are_told_as_near_as_they_are() {
        let text_of = |text| opens(at(text), today(), Language::English).say(Language::English);
        assert_eq!(text_of("2026-11-24T17:00"), "opens at 5:00 PM");
        assert_eq!(text_of("2026-11-25T09:00"), "opens tomorrow at 9:00 AM");
        assert_eq!(text_of("2026-11-27T09:00"), "opens Fri, Nov 27 at 9:00 AM");
        assert_eq!(text_of("2027-01-04T09:00"), "opens Mon, Jan 4, 2027 at 9:00 AM");
    }

    #[test]
    fn a_midnight_is_the_end_of_the_day_before() {
        let text_of = |text| open_until(at(text), today(), Language::English).say(Language::English);
        assert_eq!(text_of("2026-11-24T17:00"), "open until 5:00 PM");
        assert_eq!(text_of("2026-11-25T00:00"), "open until midnight");
        assert_eq!(text_of("2026-11-26T00:00"), "open through tomorrow");
        assert_eq!(text_of("2026-11-28T00:00"), "open through Fri, Nov 27");
        let hours = opening(at("2026-11-24T22:00"), at("2026-11-25T00:00"), Language::English);
        assert_eq!(hours, "Tue, Nov 24, 2026, 10:00 PM to midnight");
    }

    #[test]
    fn each_language_has_its_own_clock() {
        let text_of = |language| opens(at("2026-11-24T13:05"), today(), language).say(language);
        assert_eq!(text_of(Language::Spanish), "abre a las 13:05");
        assert_eq!(text_of(Language::Arabic), "يفتح الساعة 13:05");
    }
}
