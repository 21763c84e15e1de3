//! What can happen to the wizard, what it asks to be done, and why it refuses an event.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Phrase;
use super::state::WizardState;
use crate::api::{FieldProblemBody, PassBody};
use crate::id::PassId;
use crate::pass::{IdentifierKind, PassDraft};
use crate::time::{LocalMinute, WallTime};

/// Where the wizard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WizardStep {
    /// Which of several profiles the pass is for.
    ChooseProfile,
    /// Which of the five types.
    ChooseType,
    /// Name, comment and guest kind.
    About,
    /// How the pass is presented.
    Identifiers,
    /// When it opens.
    Schedule,
    /// How often it opens. Left out for a one-time pass, which has exactly one use.
    Uses,
    /// What it opens.
    Doors,
    /// All of it, with the next openings.
    Review,
    /// The pass is on its way to the store and the server.
    Saving,
    /// The pass is made or changed, or waits for the network.
    Saved,
    /// How to send it to the guest.
    Share,
    /// No pass can be made or changed; the view says why and whom to ask.
    Unavailable,
    /// The wizard is over.
    Closed,
}

impl WizardStep {
    /// Every step.
    pub const ALL: [Self; 13] = [
        Self::ChooseProfile,
        Self::ChooseType,
        Self::About,
        Self::Identifiers,
        Self::Schedule,
        Self::Uses,
        Self::Doors,
        Self::Review,
        Self::Saving,
        Self::Saved,
        Self::Share,
        Self::Unavailable,
        Self::Closed,
    ];

    /// Whether the resident fills in something here, or reviews it: the steps that progress counts.
    #[must_use]
    pub fn is_filled_in(self) -> bool {
        self <= Self::Review
    }
}

/// One thing the resident fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldId {
    /// The profile. Choices are residents' ids.
    ForProfile,
    /// The type. Choices are `custom`, `recurring`, `business_hours`, `full_day`, `one_time`.
    TypeOfPass,
    /// The name of the pass.
    Name,
    /// A comment for the resident alone.
    Comment,
    /// The guest kind. Choices are `guest` and `courier`.
    Guest,
    /// How the pass is presented. Choices are `qr`, `code`, `link`, `plate`.
    Identifiers,
    /// The licence plate.
    LicencePlate,
    /// When a custom pass begins.
    StartsAt,
    /// When a custom pass ends.
    EndsAt,
    /// The weekdays. Choices are `mon` to `sun`.
    Weekdays,
    /// When the daily window opens.
    WindowFrom,
    /// When the daily window closes.
    WindowTo,
    /// The first day.
    FirstDay,
    /// The last day.
    LastDay,
    /// The only day.
    OnlyDay,
    /// The time zone. Choices are names of IANA zones.
    TimeZone,
    /// Visits in all.
    VisitLimit,
    /// Visits a day.
    DailyLimit,
    /// The doors. Choices are doors' ids.
    Doors,
    /// The whole schedule, where it is only shown.
    Times,
    /// Review: the door of the trial.
    TrialDoor,
    /// Review: the moment of the trial.
    TrialMoment,
    /// What to share. Choices are `message`, `qr`, `code`, `link`.
    ShareAs,
}

/// What a field is set to.
#[derive(Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// For a text.
    Text {
        /// As typed.
        text: String,
    },
    /// For a choice of one.
    Choice {
        /// The id of the choice.
        id: String,
    },
    /// For a choice of several: flips one.
    Toggle {
        /// The id of the choice.
        id: String,
    },
    /// For a choice of several: exactly these.
    Choices {
        /// The ids of the choices.
        ids: Vec<String>,
    },
    /// For a choice of several: all that can be chosen.
    Everything,
    /// For a time of day.
    Time {
        /// The time.
        time: WallTime,
    },
    /// For a date.
    Date {
        /// The date.
        date: NaiveDate,
    },
    /// For a local date and time.
    Moment {
        /// The moment, on the clock of the schedule's zone.
        at: LocalMinute,
    },
    /// For a number.
    Number {
        /// The number; nothing is unlimited.
        number: Option<u32>,
    },
}

/// Never shows a text: it may be a licence plate, and debug output ends up in logs.
impl fmt::Debug for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { text } => write!(f, "Text({} characters)", text.chars().count()),
            Self::Choice { id } => write!(f, "Choice({id})"),
            Self::Toggle { id } => write!(f, "Toggle({id})"),
            Self::Choices { ids } => write!(f, "Choices({ids:?})"),
            Self::Everything => f.write_str("Everything"),
            Self::Time { time } => write!(f, "Time({time})"),
            Self::Date { date } => write!(f, "Date({date})"),
            Self::Moment { at } => write!(f, "Moment({at})"),
            Self::Number { number } => write!(f, "Number({number:?})"),
        }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WizardEvent {
    /// The resident set a field of this step.
    Set {
        /// Which.
        field: FieldId,
        /// To what.
        value: FieldValue,
    },
    /// The resident pressed the primary button. Where fields have problems the wizard stays and shows them.
    Next,
    /// The resident went back. Nothing entered is lost.
    Back,
    /// The resident went to a step seen before, from the review or back to it.
    Jump {
        /// Where to.
        step: WizardStep,
    },
    /// The resident is done with a saved pass.
    Finish,
    /// The resident gave up; what was entered is forgotten. (Leaving without this event keeps the draft.)
    Cancel,
    /// Profiles, policy or the edited pass may have changed: look at the context again. Comes from the app.
    Refreshed {
        /// For an edit: the pass as it is now.
        pass: Option<PassBody>,
    },
    /// The server made or changed the pass. Comes from the app.
    Accepted {
        /// The pass, with its identifiers.
        pass: PassBody,
    },
    /// The pass is stored and will reach the server later; `Accepted` or `Failed` follows. Comes from the app.
    Queued,
    /// The pass was refused. Comes from the app.
    Failed {
        /// Which fields, and why; empty if the reason is no field's.
        problems: Vec<FieldProblemBody>,
        /// The reason in words, for a refusal that is no field's.
        detail: String,
    },
    /// The phone's share sheet did its work. Comes from the app.
    Shared,
}

/// What the pass is shared as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShareAs {
    /// A message with everything the guest needs.
    Message,
    /// The QR code as a picture.
    QrPicture,
    /// The access code alone.
    AccessCode,
    /// The link alone.
    LinkOnly,
}

impl ShareAs {
    /// Every way, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Message, Self::QrPicture, Self::AccessCode, Self::LinkOnly];

    /// The id of the choice.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::QrPicture => "qr",
            Self::AccessCode => "code",
            Self::LinkOnly => "link",
        }
    }

    /// What a pass must have to be shared so; `None` where every pass has it.
    #[must_use]
    pub fn needs(self) -> Option<IdentifierKind> {
        match self {
            Self::Message => None,
            Self::QrPicture => Some(IdentifierKind::Qr),
            Self::AccessCode => Some(IdentifierKind::Code),
            Self::LinkOnly => Some(IdentifierKind::Link),
        }
    }
}

/// What the app has to do now. The wizard itself does nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make this pass; answer with `Accepted`, `Queued` or `Failed`. The same id again is the same pass: after a
    /// restart the effect is repeated, and after a refusal it replaces what was refused.
    Create {
        /// The id the pass will have.
        id: PassId,
        /// For which profile.
        profile: crate::id::ResidentId,
        /// The pass. It passed [`PassDraft::check`].
        draft: PassDraft,
    },
    /// Change this pass; answer with `Accepted`, `Queued` or `Failed`.
    Save {
        /// The pass.
        id: PassId,
        /// Of which profile.
        profile: crate::id::ResidentId,
        /// The version the change is made to.
        version: u32,
        /// The pass with its changes. It passed [`PassDraft::check`].
        draft: PassDraft,
    },
    /// Open the phone's share sheet; answer with `Shared` once it was used.
    Share {
        /// The pass.
        id: PassId,
        /// What to share.
        share_as: ShareAs,
    },
    /// Leave the wizard's screen.
    Close,
}

/// An event that was accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The state from now on.
    pub state: WizardState,
    /// What the app has to do.
    pub effects: Vec<Effect>,
}

/// An event that does not fit. The state stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// The step knows no such event: the screen is out of date. Draw the view again.
    #[error("this event does not belong to the step {step:?}; draw the view again")]
    NotNow {
        /// Where the wizard is.
        step: WizardStep,
    },
    /// The step has no such field. Draw the view again.
    #[error("the step {step:?} has no field {field:?}; draw the view again")]
    NoSuchField {
        /// Where the wizard is.
        step: WizardStep,
        /// The field asked for.
        field: FieldId,
    },
    /// The field takes another kind of value. Send what its kind says.
    #[error("the field {field:?} takes another kind of value")]
    WrongValue {
        /// The field.
        field: FieldId,
    },
    /// There is no such choice. Send the id of a choice of the view.
    #[error("the field {field:?} has no such choice; send the id of one the view offers")]
    NoSuchChoice {
        /// The field.
        field: FieldId,
    },
    /// The choice is there, but cannot be taken. Tell the resident why.
    #[error("this choice of {field:?} cannot be taken; the view says why")]
    ChoiceNotOffered {
        /// The field.
        field: FieldId,
        /// Why.
        why_not: Phrase,
    },
    /// The field is shown, but stays as it is. Tell the resident why.
    #[error("the field {field:?} cannot change; the view says why")]
    FieldFixed {
        /// The field.
        field: FieldId,
        /// Why.
        why_not: Phrase,
    },
    /// The wizard cannot go there now. Offer only the jumps of the view.
    #[error("the step {step:?} cannot be reached from here")]
    NotReachable {
        /// The step asked for.
        step: WizardStep,
    },
}
