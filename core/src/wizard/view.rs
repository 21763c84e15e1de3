//! What a shell draws. Everything is decided here; a shell lays it out and sends the events it is given.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};

use super::{FieldId, Phrase, WizardEvent, WizardStep};
use crate::id::DoorId;
use crate::time::{LocalMinute, WallTime};

/// Whether a pass is made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A new pass.
    NewPass,
    /// A pass that is there already.
    EditPass,
}

/// The wizard's screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WizardView {
    /// Whether a pass is made or changed.
    pub purpose: Purpose,
    /// Where the wizard is; a key for animations and tests, no shell needs to look at it.
    pub step: WizardStep,
    /// The heading.
    pub title: Phrase,
    /// A sentence below the heading.
    pub explanation: Option<Phrase>,
    /// How far the resident has come; nothing where there is nothing to fill in.
    pub progress: Option<Progress>,
    /// What to tell before the fields, such as that a door is gone.
    pub notices: Vec<Phrase>,
    /// What is wrong with the pass as a whole.
    pub problems: Vec<Phrase>,
    /// What to draw, in this order.
    pub fields: Vec<Field>,
    /// When the pass would open. From the schedule step on, once the schedule says it.
    pub preview: Option<Preview>,
    /// Whether [`WizardEvent::Back`] goes somewhere.
    pub can_go_back: bool,
    /// Whether [`WizardEvent::Next`] would go on. When it would not, the button is still there to press: pressing it
    /// shows what is missing.
    pub can_go_next: bool,
    /// The one prominent button.
    pub primary: Option<Button>,
    /// The other buttons, in this order.
    pub secondary: Vec<Button>,
    /// Whether something is under way: draw a spinner.
    pub busy: bool,
}

/// Step `at` of `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// From 1.
    pub at: u32,
    /// How many steps there are in all.
    pub of: u32,
}

/// A button, and what to send when it is pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What is on it.
    pub label: Phrase,
    /// What to send.
    pub event: WizardEvent,
    /// Whether it can be pressed.
    pub enabled: bool,
    /// Why not, where there is a reason to tell.
    pub why_not: Option<Phrase>,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Which; goes back in [`WizardEvent::Set`].
    pub id: FieldId,
    /// Its label.
    pub label: Phrase,
    /// A sentence below it.
    pub hint: Option<Phrase>,
    /// What is wrong with it, to show beside it.
    pub errors: Vec<Phrase>,
    /// Whether it can be changed.
    pub enabled: bool,
    /// Why not.
    pub why_not: Option<Phrase>,
    /// How to draw it, and its value.
    pub kind: FieldKind,
}

/// How to draw a field, and its value.
#[derive(Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "a view has a few fields, and foreign languages know no box")]
pub enum FieldKind {
    /// One of a list. Answer with `FieldValue::Choice`.
    ChooseOne {
        /// The list.
        choices: Vec<Choice>,
    },
    /// Any of a list. Answer with `FieldValue::Toggle`, `Choices` or `Everything`.
    ChooseSeveral {
        /// The list.
        choices: Vec<Choice>,
        /// The label of a switch that chooses everything, where there is one. Answer with `FieldValue::Everything`.
        all_label: Option<Phrase>,
        /// Whether everything is chosen.
        all_chosen: bool,
    },
    /// A text. Answer with `FieldValue::Text`.
    Text {
        /// As it is.
        text: String,
        /// Shown in grey while it is empty.
        placeholder: Option<Phrase>,
        /// The longest text, in characters.
        max: u32,
        /// Whether it may have several lines.
        multiline: bool,
    },
    /// A time of day. Answer with `FieldValue::Time`.
    TimeOfDay {
        /// As it is.
        time: WallTime,
    },
    /// A date. Answer with `FieldValue::Date`.
    Day {
        /// As it is.
        date: NaiveDate,
        /// The first date to offer.
        earliest: NaiveDate,
        /// The last date to offer.
        latest: NaiveDate,
    },
    /// A date and time. Answer with `FieldValue::Moment`.
    Moment {
        /// As it is, on the clock of the schedule's zone.
        at: LocalMinute,
        /// The first to offer.
        earliest: LocalMinute,
        /// The last to offer.
        latest: LocalMinute,
    },
    /// A number. Answer with `FieldValue::Number`.
    Number {
        /// As it is; nothing is unlimited.
        number: Option<u32>,
        /// The lowest.
        min: u32,
        /// The highest.
        max: u32,
        /// The label of "no limit", where that can be chosen.
        unlimited_label: Option<Phrase>,
    },
    /// Only to read.
    Summary {
        /// What it says, one line each.
        lines: Vec<Phrase>,
        /// What to send when it is tapped, where it can be changed.
        change: Option<WizardEvent>,
    },
}

/// Never shows a text: it may be a licence plate, and debug output ends up in logs.
impl fmt::Debug for FieldKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChooseOne { choices } => f.debug_struct("ChooseOne").field("choices", choices).finish(),
            Self::ChooseSeveral { choices, all_chosen, .. } => {
                f.debug_struct("ChooseSeveral").field("choices", choices).field("all_chosen", all_chosen).finish()
            }
            Self::Text { text, max, .. } => write!(f, "Text({} of {max} characters)", text.chars().count()),
            Self::TimeOfDay { time } => write!(f, "TimeOfDay({time})"),
            Self::Day { date, earliest, latest } => write!(f, "Day({date}, {earliest} to {latest})"),
            Self::Moment { at, earliest, latest } => write!(f, "Moment({at}, {earliest} to {latest})"),
            Self::Number { number, min, max, .. } => write!(f, "Number({number:?}, {min} to {max})"),
            Self::Summary { lines, change } => {
                f.debug_struct("Summary").field("lines", lines).field("change", change).finish()
            }
        }
    }
}

/// One of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Goes back in the event.
    pub id: String,
    /// What it is called.
    pub label: Phrase,
    /// A sentence about it.
    pub explanation: Option<Phrase>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it can be chosen.
    pub enabled: bool,
    /// Why not.
    pub why_not: Option<Phrase>,
}

/// When the pass would open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The next openings, at most five.
    pub openings: Vec<OpeningView>,
    /// Whether more follow.
    pub more: bool,
    /// The IANA zone whose clock they are on.
    pub time_zone: String,
    /// A word of warning when that is not the clock on this phone, or not the building's.
    pub zone_note: Option<Phrase>,
    /// "Will it open this door then?", on the review.
    pub trial: Option<Trial>,
}

/// One opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpeningView {
    /// The first instant.
    pub from: DateTime<Utc>,
    /// The first instant that is closed again.
    pub to: DateTime<Utc>,
    /// `from` on the schedule's clock.
    pub local_from: LocalMinute,
    /// `to` on the schedule's clock.
    pub local_to: LocalMinute,
    /// How long it lasts: not the difference of the local times where the clocks change in between.
    pub minutes: u32,
}

/// The answer to "will it open this door then?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// Which door.
    pub door: DoorId,
    /// When, on the schedule's clock.
    pub at: LocalMinute,
    /// Whether it opens.
    pub opens: bool,
    /// The same in words, and why not.
    pub answer: Phrase,
    /// When it does, if not then.
    pub next_opening: Option<OpeningView>,
}
