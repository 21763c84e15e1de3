//! What the shell says in its own words: states, uses, times, reasons. Times are on the pass's own clock.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use gatepass_core::app::{Badge, NoticeKind, PassRow, PassSync, RowState, SyncPhase, SyncState};
use gatepass_core::id::PassId;
use gatepass_core::pass::{GuestKind, IdentifierKind, PassType, Reason, UseLimits};
use gatepass_core::time::{LocalMinute, Zone};

/// The end of a pass's id: the part in which two passes of one day differ.
pub(crate) fn short_id(id: PassId) -> String {
    let text = id.to_string();
    text[text.len() - 6..].to_owned()
}

/// Where a pass stands, and until or from when.
pub(crate) fn standing(row: &PassRow, now: DateTime<Utc>) -> String {
    let zone = Zone::named(&row.time_zone).unwrap_or_else(|_| Zone::utc());
    match row.state {
        RowState::Open { until } => format!("open until {}", closing(until, now, zone)),
        RowState::Opens { at } | RowState::OpensAgain { at } => format!("opens {}", moment(at, now, zone)),
        RowState::UsedUp => "used up".to_owned(),
        RowState::Expired => "expired".to_owned(),
        RowState::Revoked { .. } => "revoked".to_owned(),
    }
}

/// `17:00`, `tomorrow 09:00`, `Tue 24 Nov 14:20`.
pub(crate) fn moment(at: DateTime<Utc>, now: DateTime<Utc>, zone: Zone) -> String {
    let local = zone.local(at);
    match day(local.date(), zone.date(now)) {
        Some(day) => format!("{day} {}", local.time()),
        None => local.time().to_string(),
    }
}

/// The end of an opening; a midnight is told as the end of the day it ends.
fn closing(until: DateTime<Utc>, now: DateTime<Utc>, zone: Zone) -> String {
    let end = zone.local(until);
    if end.time().minutes() > 0 {
        return moment(until, now, zone);
    }
    match day(end.plus_days(-1).date(), zone.date(now)) {
        Some(day) => format!("{day} 24:00"),
        None => "24:00".to_owned(),
    }
}

/// `None` for today.
fn day(date: NaiveDate, today: NaiveDate) -> Option<String> {
    match (date - today).num_days() {
        0 => None,
        1 => Some("tomorrow".to_owned()),
        _ if date.year() == today.year() => Some(date.format("%a %-d %b").to_string()),
        _ => Some(date.format("%a %-d %b %Y").to_string()),
    }
}

/// `Tue 24 Nov 2026 14:20 – 15:20`; the second date only where it is another day.
pub(crate) fn opening(from: LocalMinute, to: LocalMinute) -> String {
    let words = format!("{} {}", from.date().format("%a %-d %b %Y"), from.time());
    let next_midnight = to.time().minutes() == 0 && to.plus_days(-1).date() == from.date();
    if to.date() == from.date() {
        format!("{words} – {}", to.time())
    } else if next_midnight {
        format!("{words} – 24:00")
    } else {
        format!("{words} – {} {}", to.date().format("%a %-d %b"), to.time())
    }
}

/// How often a pass was used, of how often it may be.
pub(crate) fn uses(limits: UseLimits, used: u32) -> String {
    let total = match limits.limit {
        Some(limit) => format!("{used} of {limit} used"),
        None if used == 0 => "not used yet".to_owned(),
        None => format!("used {used}×"),
    };
    match limits.per_day {
        Some(per_day) => format!("{total}, {per_day} a day"),
        None => total,
    }
}

pub(crate) fn type_of_pass(kind: PassType) -> &'static str {
    match kind {
        PassType::Custom => "custom duration",
        PassType::Recurring => "recurring",
        PassType::BusinessHours => "business hours",
        PassType::FullDay => "full day",
        PassType::OneTime => "one-time",
    }
}

pub(crate) fn guest(kind: GuestKind) -> &'static str {
    match kind {
        GuestKind::Guest => "guest",
        GuestKind::Courier => "courier",
    }
}

pub(crate) fn identifier(kind: IdentifierKind) -> &'static str {
    match kind {
        IdentifierKind::Qr => "QR code",
        IdentifierKind::Code => "access code",
        IdentifierKind::Link => "link",
        IdentifierKind::Plate => "plate",
        IdentifierKind::Card => "card",
    }
}

pub(crate) fn badge(badge: Badge) -> &'static str {
    match badge {
        Badge::Courier => "courier",
        Badge::Visiting => "guest is in",
        Badge::LastUse => "last use",
        Badge::NotOnServer => "not sent yet",
        Badge::Stuck => "refused, see `show`",
        Badge::OneTime => "one-time",
    }
}

/// The same for a column.
pub(crate) fn identifier_in_short(kind: IdentifierKind) -> &'static str {
    match kind {
        IdentifierKind::Qr => "QR",
        IdentifierKind::Code => "code",
        IdentifierKind::Link => "link",
        IdentifierKind::Plate => "plate",
        IdentifierKind::Card => "card",
    }
}

/// Why a door stayed shut, for the resident.
pub(crate) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Ok => "opened",
        Reason::Unknown => "belongs to no pass",
        Reason::NotActive => "before the pass begins",
        Reason::OutsideHours => "outside its hours",
        Reason::Expired => "the pass is over",
        Reason::UsedUp => "all visits used up",
        Reason::UsedUpToday => "no visit left that day",
        Reason::Revoked => "revoked",
        Reason::WrongDoor => "not one of its doors",
        Reason::IdentifierNotAccepted => "not accepted here",
        Reason::LockedOut => "too many wrong codes",
        Reason::AmbiguousPlate => "several passes possible",
        Reason::PassesOff => "passes are switched off",
        Reason::Error => "could not be decided",
    }
}

/// What stands in the way of being up to date, and what to do.
pub(crate) fn sync_notes(state: &SyncState, offline: bool) -> Vec<String> {
    let mut notes = Vec::new();
    match &state.phase {
        SyncPhase::Offline if !offline => notes.push("The server cannot be reached; this is what is here.".to_owned()),
        SyncPhase::Failed { reason } => notes.push(format!("The server answers, but not as it should: {reason}")),
        _ => {}
    }
    match state.waiting {
        0 => {}
        1 => notes.push("1 change waits to be sent; `gatepass sync` sends it.".to_owned()),
        more => notes.push(format!("{more} changes wait to be sent; `gatepass sync` sends them.")),
    }
    match state.stuck {
        0 => {}
        1 => notes.push("The server refused 1 change; `gatepass list` marks the pass.".to_owned()),
        more => notes.push(format!("The server refused {more} changes; `gatepass list` marks the passes.")),
    }
    notes
}

/// Whether the server has the pass as it is shown; nothing to say if it has.
pub(crate) fn sync_of_pass(sync: &PassSync) -> Option<String> {
    match sync {
        PassSync::Synced => None,
        PassSync::Waiting => Some("waits to be sent; it opens nothing new until then".to_owned()),
        PassSync::Stuck { reason, fields, .. } => {
            let details: Vec<_> = fields.iter().map(|field| format!("{}: {}", field.field, field.detail)).collect();
            let why = if details.is_empty() { reason.clone() } else { details.join("; ") };
            Some(format!("refused by the server: {why}"))
        }
    }
}

pub(crate) fn notice(kind: &NoticeKind) -> String {
    match kind {
        NoticeKind::ChangeOverruled { name, .. } => {
            format!(
                "\"{name}\" was changed elsewhere first; your change was dropped and it is now as the server has it."
            )
        }
        NoticeKind::PassGone { name, .. } => {
            format!("\"{name}\" is no longer on the server; your change was dropped.")
        }
        NoticeKind::SignedOut { site } => {
            format!("{site} no longer knows this device; ask for a new invitation.")
        }
        NoticeKind::StorageReplaced { lost, put_aside, .. } => {
            let unsent = if *lost { " Changes that were not sent yet may be lost." } else { "" };
            format!("The data here was damaged and is fetched anew; the old file is {put_aside}.{unsent}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn times_are_told_as_near_as_they_are() {
        let zone = Zone::named("America/New_York").expect("a zone");
        let now = at("2026-11-24T15:00:00Z");
        assert_eq!(moment(at("2026-11-24T22:00:00Z"), now, zone), "17:00");
        assert_eq!(moment(at("2026-11-25T14:00:00Z"), now, zone), "tomorrow 09:00");
        assert_eq!(moment(at("2026-11-27T14:00:00Z"), now, zone), "Fri 27 Nov 09:00");
        assert_eq!(moment(at("2027-01-04T14:00:00Z"), now, zone), "Mon 4 Jan 2027 09:00");
        assert_eq!(closing(at("2026-11-25T05:00:00Z"), now, zone), "24:00");
    }
}
