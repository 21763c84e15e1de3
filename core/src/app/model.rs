//! What screens show: plain values, made from the local store and the rules at the instant of asking.

use std::fmt;

use chrono::{DateTime, Utc};

use super::{EntryRow, ListHints, PassNote, PassRow, RowState, SyncNote};
use crate::api::{DoorBody, FieldProblemBody, Profile};
use crate::id::{DraftId, PassRef, ProfileId};
use crate::pass::{Identifier, Schedule, Usage};
use crate::sync::SyncPhase;
use crate::time::Opening;
use crate::wizard::{Rejection, ShareAs, WizardView};

/// A resident on a server, as of the last synchronisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileView {
    /// Its name on this device.
    pub id: ProfileId,
    /// The server, `https://passes.example.com`.
    pub server: String,
    /// Whether the server still knows this device.
    pub signed_in: bool,
    /// The resident, the place, the doors and what the building allows.
    pub resident: Profile,
}

/// A list of passes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassList {
    /// The rows, newest first.
    pub rows: Vec<PassRow>,
    /// Whether a higher limit would give more.
    pub more: bool,
    /// What is said besides the rows.
    pub hints: ListHints,
}

/// Whether the server has a pass as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassSync {
    /// Yes.
    Synced,
    /// Not yet; it is sent as soon as the server can be reached.
    Waiting,
    /// The server refused the change. The resident retries, edits, or discards it.
    Stuck {
        /// The stable name of the refusal.
        code: String,
        /// The refusal in English.
        reason: String,
        /// Problems with fields, if that is why.
        fields: Vec<FieldProblemBody>,
    },
}

/// All of one pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassDetails {
    /// What the list shows of it.
    pub row: PassRow,
    /// For the resident alone.
    pub comment: String,
    /// When it opens.
    pub schedule: Schedule,
    /// The same in one sentence, in the resident's language.
    pub validity: String,
    /// The next openings, five at most.
    pub openings: Vec<Opening>,
    /// Uses so far.
    pub usage: Usage,
    /// What it opens; a door the resident no longer holds is left out.
    pub doors: Vec<DoorBody>,
    /// How it is presented. Empty until the server has it, and once it is no longer valid.
    pub identifiers: Vec<Identifier>,
    /// What to know before anything else.
    pub notes: Vec<PassNote>,
    /// Why it cannot be changed, where the rules are against it: a code such as `editing_off` or `not_valid_any_more`.
    pub not_editable_because: Option<String>,
    /// What it will say from which instant on while nobody uses or changes it: its states at the openings above.
    pub ahead: Vec<StateAhead>,
}

/// What a pass will say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateAhead {
    /// From this instant on.
    pub since: DateTime<Utc>,
    /// The state.
    pub state: RowState,
}

/// The pass a guest will use next, as a widget shows it while nobody looks at the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextPass {
    /// What the list shows of it.
    pub row: PassRow,
    /// The opening under way, or the next one.
    pub opening: Opening,
    /// What it will say later.
    pub ahead: Vec<StateAhead>,
    /// Until when that is known; `None` is for good.
    pub known_until: Option<DateTime<Utc>>,
    /// The name of its site.
    pub site: String,
}

/// A list of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryList {
    /// The rows, newest first.
    pub rows: Vec<EntryRow>,
    /// Whether a higher limit would give more.
    pub more: bool,
}

/// What is handed to the phone's share sheet.
#[derive(Clone, PartialEq, Eq)]
pub struct SharePayload {
    /// The subject of a mail.
    pub subject: String,
    /// The pass's name and the site, for the top of the share sheet.
    pub title: String,
    /// When the pass is good, in one sentence.
    pub validity: String,
    /// The message: name, place, validity in the pass's zone, uses left, how to use it.
    pub text: String,
    /// How it can be shared, in the order to offer it.
    pub ways: Vec<ShareAs>,
    /// The guest's page, if the pass has a link.
    pub url: Option<String>,
    /// The access code, if the pass has one.
    pub code: Option<String>,
    /// The text in the QR code, if the pass has one.
    pub qr_text: Option<String>,
    /// The QR code as a PNG image.
    pub qr_png: Option<Vec<u8>>,
    /// The same as SVG.
    pub qr_svg: Option<String>,
    /// The card: the QR code with title and validity below it, as a PNG image.
    pub card_png: Option<Vec<u8>>,
    /// The same as SVG, which has the letters of every language.
    pub card_svg: Option<String>,
}

/// Never shows what opens doors.
impl fmt::Debug for SharePayload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SharePayload").finish_non_exhaustive()
    }
}

/// What synchronisation is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncState {
    /// Now.
    pub phase: SyncPhase,
    /// Changes that wait to be sent.
    pub waiting: u32,
    /// Changes the server refused.
    pub stuck: u32,
    /// When every profile was last up to date.
    pub last_synced: Option<DateTime<Utc>>,
    /// What of all that the resident should know, where there is something.
    pub note: Option<SyncNote>,
}

/// A wizard left before its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// The session.
    pub id: DraftId,
    /// When it was last touched.
    pub at: DateTime<Utc>,
    /// The pass it edits; `None` makes a new one.
    pub edits: Option<PassRef>,
}

/// The screen of a wizard after an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WizardScreen {
    /// The session.
    pub draft: DraftId,
    /// What to draw.
    pub view: WizardView,
    /// The pass it changes, or has made.
    pub pass: Option<PassRef>,
    /// Set when the event did not fit and changed nothing.
    pub rejected: Option<Rejection>,
    /// What the shell has to do now.
    pub tasks: Vec<WizardTask>,
}

/// What the shell has to do for a wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WizardTask {
    /// Open the share sheet with what [`super::App::share`] gives, then send [`WizardEvent::Shared`].
    ///
    /// [`WizardEvent::Shared`]: crate::wizard::WizardEvent::Shared
    OpenShareSheet {
        /// The pass.
        pass: PassRef,
        /// What to share of it.
        share_as: ShareAs,
    },
    /// Leave the wizard's screen; the session is over.
    Leave,
}
