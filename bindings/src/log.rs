//! The log of entries, and the notices for the resident.

use gatepass_core::app::{self, EntryRef, NoticeKind, PassRef, ProfileId};
use gatepass_core::share::Language;

use crate::names::Timestamp;
use crate::words::{AppMessage, Words};
use crate::{EntryDay, EntryEvent, EntryGuest, IdentifierKind};

/// A list of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct EntryList {
    /// The rows, newest first.
    pub rows: Vec<EntryRow>,
    /// Whether a higher limit would give more.
    pub more: bool,
}

/// One decision at a door.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct EntryRow {
    /// The entry.
    pub entry: EntryRef,
    /// When, by the server's clock.
    pub at: Timestamp,
    /// The building's IANA zone; show the time in it.
    pub time_zone: String,
    /// Its day on that clock.
    pub day: EntryDay,
    /// The door's name.
    pub door: String,
    /// How the guest came; none when a manager opened the door from afar.
    pub kind: Option<IdentifierKind>,
    /// What happened.
    pub event: EntryEvent,
    /// The same in the app's language: arrived, opened a door, or was refused and why.
    pub text: String,
    /// The guest.
    pub guest: EntryGuest,
    /// The pass, if the identifier belonged to one.
    pub pass: Option<PassRef>,
    /// Whether there is a photo.
    pub photo: bool,
}

/// A notice for the resident, kept until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Notice {
    /// By which it is dismissed.
    pub id: i64,
    /// Since when.
    pub at: Timestamp,
    /// The profile, if the notice is about one.
    pub profile: Option<ProfileId>,
    /// What happened, in the app's language.
    pub text: String,
}

impl EntryList {
    pub(crate) fn of(list: app::EntryList, language: Language) -> Self {
        Self { rows: EntryRow::all(list.rows, language), more: list.more }
    }
}

impl EntryRow {
    pub(crate) fn all(rows: Vec<app::EntryRow>, language: Language) -> Vec<Self> {
        let words = Words::of(language);
        rows.into_iter().map(|row| Self::of(row, &words)).collect()
    }

    fn of(row: app::EntryRow, words: &Words) -> Self {
        let (profile, entry) = (row.profile, row.entry);
        let text = match row.event {
            EntryEvent::OpenedByManager => words.activity.opened_by_manager.clone(),
            EntryEvent::Arrived => words.activity.arrived.clone(),
            EntryEvent::Opened => words.activity.opened.clone(),
            EntryEvent::OpenedAgain => words.activity.opened_again.clone(),
            EntryEvent::Refused | EntryEvent::NotHandled => words.reasons.of(entry.reason),
        };
        Self {
            entry: EntryRef { profile, entry: entry.id },
            at: entry.at,
            time_zone: row.time_zone,
            day: row.day,
            door: entry.door_name,
            kind: entry.kind,
            event: row.event,
            text,
            guest: row.guest,
            pass: entry.pass.map(|pass| PassRef { profile, pass }),
            photo: entry.photo,
        }
    }
}

impl Notice {
    pub(crate) fn of(notice: app::Notice, language: Language) -> Self {
        let text = match notice.kind {
            NoticeKind::ChangeOverruled { name, .. } => AppMessage::NoticesChangeOverruled { name }.say(language),
            NoticeKind::PassGone { name, .. } => AppMessage::NoticesPassGone { name }.say(language),
            NoticeKind::SignedOut { site } => AppMessage::NoticesSignedOut { site }.say(language),
            NoticeKind::StorageReplaced { lost: false, .. } => Words::of(language).notices.storage_repaired,
            NoticeKind::StorageReplaced { lost: true, .. } => Words::of(language).notices.storage_lost,
        };
        Self { id: notice.id, at: notice.at, profile: notice.profile, text }
    }
}
