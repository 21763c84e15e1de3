//! Passes and profiles, as screens show them.

use gatepass_core::api::{DoorBody, refusal_phrase};
use gatepass_core::app::{self, ProfileId};
use gatepass_core::id::DoorId;
use gatepass_core::share::Language;

use crate::names::Timestamp;
use crate::{
    Badge, DoorKind, GuestKind, Identifier, ListHints, Opening, PassAction, PassRef, PassType, RowState, StateAhead,
};

/// A resident on a server, as of the last synchronisation.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ProfileView {
    /// Its name on this device.
    pub id: ProfileId,
    /// The resident's name.
    pub resident: String,
    /// The site's name.
    pub site: String,
    /// Its postal address; may be empty.
    pub address: String,
    /// Its IANA zone.
    pub time_zone: String,
    /// The flat or office, `12B`.
    pub unit: String,
    /// The server, `https://passes.example.com`.
    pub server: String,
    /// Whether the server still knows this device. If not: ask for a new invitation.
    pub signed_in: bool,
    /// The doors the resident holds.
    pub doors: Vec<Door>,
}

/// A door.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Door {
    /// The door.
    pub id: DoorId,
    /// Its name.
    pub name: String,
    /// What kind of door.
    pub kind: DoorKind,
}

/// A list of passes.
#[derive(Clone, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct PassList {
    /// The rows, newest first.
    pub rows: Vec<PassRow>,
    /// Whether a higher limit would give more.
    pub more: bool,
    /// What is said besides the rows.
    pub hints: ListHints,
}

/// One row of the list of passes: all that is drawn of it.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PassRow {
    /// The pass.
    pub pass: PassRef,
    /// Its name.
    pub name: String,
    /// Guest or courier.
    pub guest: GuestKind,
    /// The current state.
    pub state: RowState,
    /// The IANA zone of the pass; show instants in it.
    pub time_zone: String,
    /// Visits left in all, where that is worth telling and no badge says it.
    pub uses_left: Option<u32>,
    /// Things worth a mark beside the name, the most pressing first.
    pub badges: Vec<Badge>,
    /// What the resident can do with it now, in the order to offer it.
    pub actions: Vec<PassAction>,
}

/// Something to know about a pass before anything else on its screen.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PassNote {
    /// The server refused a change; `PassAction::Retry` and `PassAction::Discard` belong to it.
    Refused {
        /// Why, in the app's language.
        text: String,
    },
    /// It was made here and waits for the server: it opens nothing yet.
    NotOnServer,
    /// A change waits to be sent.
    Waiting,
    /// It was deleted here and the server does not know yet; `PassAction::UndoDelete` belongs to it.
    DeletedHere,
    /// It opens nothing any more.
    Over,
}

/// All of one pass.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PassDetails {
    /// What the list shows of it.
    pub row: PassRow,
    /// What to know before anything else.
    pub notes: Vec<PassNote>,
    /// Which of the five types.
    pub kind: PassType,
    /// For the resident alone.
    pub comment: String,
    /// When it opens, in one sentence of the app's language.
    pub validity: String,
    /// The next openings, five at most.
    pub openings: Vec<Opening>,
    /// How often it was used.
    pub used: u32,
    /// Visits in all; none is unlimited.
    pub limit: Option<u32>,
    /// Visits a day; none is unlimited.
    pub per_day: Option<u32>,
    /// What it opens; a door the resident no longer holds is left out.
    pub doors: Vec<Door>,
    /// How it is presented. Empty until the server has it, and once it is no longer valid.
    pub identifiers: Vec<Identifier>,
    /// Why it cannot be changed, in the app's language, where the rules are against it.
    pub not_editable_because: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// The pass a guest will use next, as a widget shows it while nobody looks at the app.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct NextPass {
    /// What the list shows of it.
    pub row: PassRow,
    /// The opening under way, or the next one.
    pub opening: Opening,
    /// What it will say later, while nobody uses or changes it.
    pub ahead: Vec<StateAhead>,
    /// Until when that is known; none is for good.
    pub known_until: Option<Timestamp>,
    /// The name of its site.
    pub site: String,
}

impl From<app::ProfileView> for ProfileView {
    fn from(view: app::ProfileView) -> Self {
        let resident = view.resident;
        Self {
            id: view.id,
            resident: resident.name,
            site: resident.site.name,
            address: resident.site.address,
            time_zone: resident.site.time_zone,
            unit: resident.unit.name,
            server: view.server,
            signed_in: view.signed_in,
            doors: resident.doors.into_iter().map(Door::from).collect(),
        }
    }
}

impl From<DoorBody> for Door {
    fn from(door: DoorBody) -> Self {
        Self { id: door.id, name: door.name, kind: door.kind }
    }
}

impl From<app::PassList> for PassList {
    fn from(list: app::PassList) -> Self {
        Self { rows: list.rows.into_iter().map(PassRow::from).collect(), more: list.more, hints: list.hints }
    }
}

impl From<app::PassRow> for PassRow {
    fn from(row: app::PassRow) -> Self {
        Self {
            pass: row.pass,
            name: row.name,
            guest: row.guest,
            state: row.state,
            time_zone: row.time_zone,
            uses_left: row.uses_left,
            badges: row.badges,
            actions: row.actions,
        }
    }
}

impl From<app::NextPass> for NextPass {
    fn from(next: app::NextPass) -> Self {
        Self {
            row: next.row.into(),
            opening: next.opening,
            ahead: next.ahead,
            known_until: next.known_until,
            site: next.site,
        }
    }
}

impl PassNote {
    fn of(note: app::PassNote, sync: &app::PassSync, language: Language) -> Self {
        match note {
            app::PassNote::Refused => Self::Refused { text: refusal(sync, language) },
            app::PassNote::NotOnServer => Self::NotOnServer,
            app::PassNote::Waiting => Self::Waiting,
            app::PassNote::DeletedHere => Self::DeletedHere,
            app::PassNote::Over => Self::Over,
        }
    }
}

/// Why the server refused a change.
fn refusal(sync: &app::PassSync, language: Language) -> String {
    match sync {
        app::PassSync::Stuck { code, reason, fields } => match fields.first() {
            Some(first) => first.phrase().say(language),
            None => refusal_phrase(code, reason).say(language),
        },
        app::PassSync::Synced | app::PassSync::Waiting => String::new(),
    }
}

impl PassDetails {
    pub(crate) fn of(details: app::PassDetails, language: Language) -> Self {
        let why = |code: String| refusal_phrase(&code, &code).say(language);
        let row = details.row;
        let note = |note: &app::PassNote| PassNote::of(*note, &row.sync, language);
        Self {
            notes: details.notes.iter().map(note).collect(),
            kind: row.kind,
            comment: details.comment,
            validity: details.validity,
            openings: details.openings,
            used: row.used,
            limit: row.uses.limit,
            per_day: row.uses.per_day,
            doors: details.doors.into_iter().map(Door::from).collect(),
            identifiers: details.identifiers,
            not_editable_because: details.not_editable_because.map(why),
            created_at: row.created_at,
            row: row.into(),
        }
    }
}

/// An access code as people read it out: `482 915`, with a no-break space.
#[uniffi::export]
#[must_use]
pub(crate) fn code_in_groups(digits: String) -> String {
    gatepass_core::identifier::code_in_groups(&digits)
}
