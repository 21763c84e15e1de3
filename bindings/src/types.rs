//! Values of the core that cross as they are. Each is declared once more for UniFFI; the compiler holds every
//! declaration against the core's.

pub use gatepass_core::api::{Decision, DoorKind};
pub use gatepass_core::app::{
    Badge, EntryQuery, EntryRef, PassHalf, PassQuery, PassRef, QuickPass, SharePayload, SyncPhase, SyncState,
};
pub use gatepass_core::pass::{GuestKind, Identifier, IdentifierKind, PassType, Reason, Status};
pub use gatepass_core::time::Opening;
pub use gatepass_core::wizard::{FieldId, FieldValue, OpeningView, Progress, Purpose, ShareAs, WizardStep};

use gatepass_core::app::ProfileId;
use gatepass_core::id::{EntryId, PassId};
use gatepass_core::time::{LocalMinute, WallTime};

use crate::names::{LocalDate, Timestamp};

/// A pass as one profile sees it.
#[uniffi::remote(Record)]
pub struct PassRef {
    profile: ProfileId,
    pass: PassId,
}

/// An entry as one profile sees it.
#[uniffi::remote(Record)]
pub struct EntryRef {
    profile: ProfileId,
    entry: EntryId,
}

/// A stretch of time in which a pass opens its doors, `[from, to)`.
#[uniffi::remote(Record)]
pub struct Opening {
    from: Timestamp,
    to: Timestamp,
}

/// Which half of the list.
#[uniffi::remote(Enum)]
pub enum PassHalf {
    Valid,
    Invalid,
    All,
}

/// Which passes to list, newest first.
#[uniffi::remote(Record)]
pub struct PassQuery {
    profile: Option<ProfileId>,
    half: PassHalf,
    search: String,
    limit: u32,
}

/// Which entries to list, newest first.
#[uniffi::remote(Record)]
pub struct EntryQuery {
    profile: Option<ProfileId>,
    pass: Option<PassId>,
    limit: u32,
}

/// Who the guest is, in the building's eyes.
#[uniffi::remote(Enum)]
pub enum GuestKind {
    Guest,
    Courier,
}

/// The five types of pass.
#[uniffi::remote(Enum)]
pub enum PassType {
    Custom,
    Recurring,
    BusinessHours,
    FullDay,
    OneTime,
}

/// Where a pass stands.
#[uniffi::remote(Enum)]
pub enum Status {
    Scheduled,
    Open,
    BetweenWindows,
    UsedUp,
    Expired,
    Revoked,
}

/// How a guest presents a pass.
#[uniffi::remote(Enum)]
pub enum IdentifierKind {
    Qr,
    Code,
    Link,
    Plate,
    Card,
}

/// One way to present one pass. Each opens doors: never log one.
#[uniffi::remote(Enum)]
pub enum Identifier {
    Qr { text: String },
    Code { digits: String },
    Link { url: String },
    Plate { plate: String },
}

/// Something worth a mark beside a pass's name.
#[uniffi::remote(Enum)]
pub enum Badge {
    Courier,
    Visiting,
    LastUse,
    NotOnServer,
    Stuck,
}

/// What kind of door.
#[uniffi::remote(Enum)]
pub enum DoorKind {
    Street,
    Lobby,
    Lift,
    Garage,
    Unit,
}

/// What a panel was told.
#[uniffi::remote(Enum)]
pub enum Decision {
    Granted,
    Denied,
    NotHandled,
}

/// Why a door did or did not open.
#[uniffi::remote(Enum)]
pub enum Reason {
    Ok,
    Unknown,
    NotActive,
    OutsideHours,
    Expired,
    UsedUp,
    UsedUpToday,
    Revoked,
    WrongDoor,
    IdentifierNotAccepted,
    LockedOut,
    AmbiguousPlate,
    PassesOff,
    Error,
}

/// A pass that is made with one tap.
#[uniffi::remote(Enum)]
pub enum QuickPass {
    CourierToday,
    GuestToday,
}

/// What is handed to the phone's share sheet. It opens doors: never log it.
#[uniffi::remote(Record)]
pub struct SharePayload {
    subject: String,
    title: String,
    validity: String,
    text: String,
    url: Option<String>,
    code: Option<String>,
    qr_text: Option<String>,
    qr_png: Option<Vec<u8>>,
    qr_svg: Option<String>,
    card_png: Option<Vec<u8>>,
    card_svg: Option<String>,
}

/// What synchronisation is doing.
#[uniffi::remote(Record)]
pub struct SyncState {
    phase: SyncPhase,
    waiting: u32,
    stuck: u32,
    last_synced: Option<Timestamp>,
}

/// What synchronisation is doing now.
#[uniffi::remote(Enum)]
pub enum SyncPhase {
    Idle,
    Running,
    Offline,
    Failed { reason: String },
}

/// Whether a pass is made or changed.
#[uniffi::remote(Enum)]
pub enum Purpose {
    NewPass,
    EditPass,
}

/// Where the wizard is; a key for animations and tests.
#[uniffi::remote(Enum)]
pub enum WizardStep {
    ChooseProfile,
    ChooseType,
    About,
    Identifiers,
    Schedule,
    Uses,
    Doors,
    Review,
    Saving,
    Saved,
    Share,
    Unavailable,
    Closed,
}

/// One thing the resident fills in.
#[uniffi::remote(Enum)]
pub enum FieldId {
    ForProfile,
    TypeOfPass,
    Name,
    Comment,
    Guest,
    Identifiers,
    LicencePlate,
    StartsAt,
    EndsAt,
    Weekdays,
    WindowFrom,
    WindowTo,
    FirstDay,
    LastDay,
    OnlyDay,
    TimeZone,
    VisitLimit,
    DailyLimit,
    Doors,
    Times,
    TrialDoor,
    TrialMoment,
    ShareAs,
}

/// What a pass is shared as.
#[uniffi::remote(Enum)]
pub enum ShareAs {
    Message,
    QrPicture,
    AccessCode,
    LinkOnly,
}

/// Step `at` of `of`.
#[uniffi::remote(Record)]
pub struct Progress {
    at: u32,
    of: u32,
}

/// One opening, as instants and on the schedule's clock.
#[uniffi::remote(Record)]
pub struct OpeningView {
    from: Timestamp,
    to: Timestamp,
    local_from: LocalMinute,
    local_to: LocalMinute,
    minutes: u32,
}

/// What a field is set to.
#[uniffi::remote(Enum)]
pub enum FieldValue {
    Text { text: String },
    Choice { id: String },
    Toggle { id: String },
    Choices { ids: Vec<String> },
    Everything,
    Time { time: WallTime },
    Date { date: LocalDate },
    Moment { at: LocalMinute },
    Number { number: Option<u32> },
}
