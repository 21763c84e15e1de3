//! What the wizard remembers.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::plan::field_named;
use super::{FieldId, Phrase, ShareAs, WizardStep};
use crate::api::{FieldProblemBody, PassBody, ProblemArguments, Profile};
use crate::id::{DoorId, PassId, ResidentId};
use crate::pass::{GuestKind, IdentifierKind, Pass, PassDraft, PassType, Usage};
use crate::time::{Days, LocalMinute, WallTime, Zone};

/// The inputs of each step of the wizard: the profiles and the time as the app knows them now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WizardContext {
    /// The instant.
    pub now: DateTime<Utc>,
    /// The zone of the phone, if it is known.
    pub phone_zone: Option<Zone>,
    /// The profiles on this phone.
    pub profiles: Vec<WizardProfile>,
}

/// A profile, as far as the wizard needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WizardProfile {
    /// The resident, the place, the doors and the policy.
    pub profile: Profile,
    /// How many valid passes the unit has; for an edit, the edited one left out.
    pub live_passes: u32,
}

/// The whole state of one wizard. Opaque: shells draw its view, the app keeps it as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WizardState {
    pub(super) step: WizardStep,
    /// The last step of the plan seen so far: where a jump may go.
    pub(super) furthest: WizardStep,
    pub(super) purpose: Intent,
    pub(super) profile: Option<ResidentId>,
    /// When the wizard began: what defaults are counted from.
    pub(super) began: DateTime<Utc>,
    pub(super) entered: EnteredValues,
    /// Fields whose problems are shown because the resident touched them.
    pub(super) touched: BTreeSet<FieldId>,
    /// Steps whose problems are shown because going on was refused.
    pub(super) refused: BTreeSet<WizardStep>,
    /// What happened while the resident was away.
    pub(super) notices: Vec<Notice>,
    /// What the server said, until the field is changed.
    pub(super) told: Vec<ServerProblem>,
    pub(super) trial_door: Option<DoorId>,
    pub(super) trial_moment: Option<LocalMinute>,
    pub(super) unavailable: Option<UnavailableReason>,
    /// What was asked for last, to ask for exactly the same after a restart.
    pub(super) asked: Option<PassDraft>,
    /// The pass as the server made or changed it.
    pub(super) made: Option<PassBody>,
    pub(super) share_as: Option<ShareAs>,
}

/// Whether a pass is made or changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Intent {
    /// A new pass will have this id.
    Create { id: PassId },
    /// This pass is changed.
    Edit { pass: Box<Pass>, usage: Usage },
}

/// The values the resident entered. Each is kept separately, so that a change of type loses none. `None` is not entered:
/// the type's default applies.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct EnteredValues {
    pub(super) kind: Option<PassType>,
    pub(super) name: String,
    pub(super) comment: String,
    pub(super) guest: GuestKind,
    pub(super) identifiers: Option<Vec<IdentifierKind>>,
    pub(super) plate: String,
    /// The first day of a recurring pass, the only day of a full day or a one-time pass, the day a custom pass begins.
    pub(super) first_day: Option<NaiveDate>,
    /// The time of day at which a custom pass begins.
    pub(super) start_time: Option<WallTime>,
    pub(super) ends_at: Option<LocalMinute>,
    pub(super) days: Option<Days>,
    pub(super) window_from: Option<WallTime>,
    pub(super) window_to: Option<WallTime>,
    pub(super) last_day: Option<NaiveDate>,
    pub(super) zone: Option<Zone>,
    pub(super) limit: Option<Limit>,
    pub(super) per_day: Option<Limit>,
    /// `None` is all that can be shared.
    pub(super) doors: Option<Vec<ChosenDoor>>,
}

/// Does not show the values: a plate is among them, and debug output ends up in logs.
impl fmt::Debug for EnteredValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnteredValues").field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// A limit that was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Limit {
    Unlimited,
    AtMost(u32),
}

/// A door, with the name it had when it was chosen: to tell which one is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ChosenDoor {
    pub(super) id: DoorId,
    pub(super) name: String,
}

/// What happened while the resident was away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Notice {
    DoorGone { name: String },
    DoorNotShareable { name: String },
    IdentifierGone,
    PassChanged,
    LookAgain,
    Failed { detail: String },
    Shared,
}

/// A problem the server found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ServerProblem {
    /// The field; none if this app knows no field of that name.
    pub(super) field: Option<FieldId>,
    pub(super) code: String,
    pub(super) detail: String,
    #[serde(default)]
    pub(super) arguments: ProblemArguments,
}

impl ServerProblem {
    pub(super) fn of(problem: FieldProblemBody) -> Self {
        let FieldProblemBody { field, code, detail, arguments } = problem;
        Self { field: field_named(&field), code, detail, arguments }
    }

    pub(super) fn phrase(&self) -> Phrase {
        self.arguments.phrase(&self.code, &self.detail)
    }
}

/// Why no pass can be made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum UnavailableReason {
    PassesOff,
    TooManyPasses { max: u32 },
    EditingOff,
    NotValidAnyMore,
    NoTypeAllowed,
    NoIdentifierAllowed,
    NoDoorToShare,
    NoProfile,
    UnknownZone,
}
