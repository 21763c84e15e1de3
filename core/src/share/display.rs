//! What a panel's display shows the visitor.
//!
//! It must not help anybody who tries codes: unknown, revoked, expired, used up and all other refusals read the same. The
//! next opening is shown only for a QR code or a link, which nobody can guess. For a code it would say "this one is real",
//! and a plate is known to anybody in the street.

use chrono::{DateTime, Utc};
use gatepass_words::panel::Message;

use super::Language;
use crate::api::Decision;
use crate::pass::{IdentifierKind, Reason};
use crate::time::{Opening, Zone};

/// A decision, as far as its display depends on it.
#[derive(Clone, Copy, Debug)]
pub struct DecisionSummary {
    /// What was decided.
    pub decision: Decision,
    /// Why.
    pub reason: Reason,
    /// How the pass was presented.
    pub kind: IdentifierKind,
    /// When the pass opens this door, if it ever will.
    pub next_opening: Option<Opening>,
    /// When it was decided.
    pub at: DateTime<Utc>,
    /// The site's zone, because the visitor is there.
    pub zone: Zone,
}

/// The text for the display, at most 40 characters. It is empty if the panel decides by its own list.
#[must_use]
pub fn display(shown: &DecisionSummary, language: Language) -> String {
    let message = match shown.decision {
        Decision::Granted => Message::ComeIn,
        Decision::NotHandled => return String::new(),
        Decision::Denied if shown.reason == Reason::LockedOut => Message::TooManyWrongCodes,
        Decision::Denied => match shown.next_opening.filter(|_| may_know_when(shown)) {
            None => Message::NotValid,
            Some(next) => {
                let opens = shown.zone.local(next.from);
                let time = opens.time().into();
                if opens.date() == shown.zone.date(shown.at) {
                    Message::OpensToday { time }
                } else {
                    Message::OpensOn { date: opens.date(), time }
                }
            }
        },
    };
    message.say(language)
}

fn may_know_when(shown: &DecisionSummary) -> bool {
    matches!(shown.kind, IdentifierKind::Qr | IdentifierKind::Link)
        && matches!(shown.reason, Reason::NotActive | Reason::OutsideHours | Reason::UsedUpToday)
}
