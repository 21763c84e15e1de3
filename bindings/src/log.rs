//! Who came, and what the resident should be told.

use gatepass_core::app::{self, EntryRef, NoticeKind, PassRef, ProfileId};
use gatepass_core::share::Language;

use crate::names::Timestamp;
use crate::words::{AppMessage, Words};
use crate::{Decision, IdentifierKind, Reason};

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
    /// The door's name.
    pub door: String,
    /// How the guest came; none when a manager opened the door from afar.
    pub kind: Option<IdentifierKind>,
    /// Whether the door opened.
    pub decision: Decision,
    /// Why.
    pub reason: Reason,
    /// What happened, in the app's language: arrived, opened a door, or was refused and why.
    pub text: String,
    /// Whether this entry began a visit: somebody arrived.
    pub arrival: bool,
    /// The pass, if the identifier belonged to one.
    pub pass: Option<PassRef>,
    /// The pass's name at that time.
    pub pass_name: Option<String>,
    /// Whether there is a photo.
    pub photo: bool,
}

/// Something the resident should be told, kept until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Notice {
    /// By which it is dismissed.
    pub id: i64,
    /// Since when.
    pub at: Timestamp,
    /// Whose, if it is about one profile.
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
        let text = match (entry.decision, entry.kind, entry.arrival) {
            (Decision::Granted, None, _) => words.activity.opened_by_manager.clone(),
            (Decision::Granted, Some(_), true) => words.activity.arrived.clone(),
            (Decision::Granted, Some(_), false) => words.activity.opened.clone(),
            (Decision::Denied | Decision::NotHandled, ..) => words.reasons.of(entry.reason),
        };
        Self {
            entry: EntryRef { profile, entry: entry.id },
            at: entry.at,
            time_zone: row.time_zone,
            door: entry.door_name,
            kind: entry.kind,
            decision: entry.decision,
            reason: entry.reason,
            text,
            arrival: entry.arrival,
            pass: entry.pass.map(|pass| PassRef { profile, pass }),
            pass_name: entry.pass_name,
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
