//! Values of the core that cross as they are. Each is declared once more for UniFFI; the compiler holds every
//! declaration against the core's.

pub use gatepass_core::api::DoorKind;
pub use gatepass_core::app::{
    Badge, DayName, EmptyList, EntryDay, EntryEvent, EntryFilter, EntryGuest, EntryQuery, EntryRef, Hindrance,
    ListHints, PassAction, PassHalf, PassQuery, PassRef, QuickPass, RowState, SharePayload, StateAhead, SyncNote,
    SyncPhase, SyncState,
};
pub use gatepass_core::pass::{GuestKind, Identifier, IdentifierKind, PassType};
pub use gatepass_core::time::Opening;
pub use gatepass_core::wizard::{FieldId, FieldValue, OpeningView, Progress, Purpose, ShareAs, WizardStep};

use gatepass_core::app::ProfileId;
use gatepass_core::id::{EntryId, PassId};
use gatepass_core::time::{LocalMinute, WallTime};

use crate::names::{LocalDate, Timestamp};

/// A pass as one profile sees it.
#[uniffi::remote(Record)]
pub struct PassRef {
    /// The profile.
    profile: ProfileId,
    /// The pass.
    pass: PassId,
}

/// An entry as one profile sees it.
#[uniffi::remote(Record)]
pub struct EntryRef {
    /// The profile.
    profile: ProfileId,
    /// The entry.
    entry: EntryId,
}

/// A stretch of time in which a pass opens its doors, `[from, to)`.
#[uniffi::remote(Record)]
pub struct Opening {
    /// The first instant at which the doors open.
    from: Timestamp,
    /// The first instant at which they no longer do.
    to: Timestamp,
}

/// Which half of the list.
#[uniffi::remote(Enum)]
pub enum PassHalf {
    /// Passes that open something, or will.
    Valid,
    /// Used up, expired, revoked.
    Invalid,
    /// Both.
    All,
}

/// Which passes to list, newest first.
#[uniffi::remote(Record)]
pub struct PassQuery {
    /// Of this profile; `None` is of all.
    profile: Option<ProfileId>,
    /// Which half.
    half: PassHalf,
    /// Words to find in name, comment or plate; empty finds all. Case and accents do not matter.
    search: String,
    /// How many rows at most; ask again with more when the list says there are more.
    limit: u32,
}

/// Which entries to list, newest first.
#[uniffi::remote(Record)]
pub struct EntryQuery {
    /// Of this profile; `None` is of all.
    profile: Option<ProfileId>,
    /// Of this pass only.
    pass: Option<PassId>,
    /// Only what happened so.
    only: EntryFilter,
    /// How many rows at most.
    limit: u32,
}

/// Who the guest is, in the building's eyes.
#[uniffi::remote(Enum)]
pub enum GuestKind {
    /// A visitor.
    Guest,
    /// Somebody who delivers.
    Courier,
}

/// The five types of pass.
#[uniffi::remote(Enum)]
pub enum PassType {
    /// One interval.
    Custom,
    /// Weekdays and a daily window.
    Recurring,
    /// Recurring, preset to working hours.
    BusinessHours,
    /// One local date, all day.
    FullDay,
    /// One local date, one use.
    OneTime,
}

/// How a guest presents a pass.
#[uniffi::remote(Enum)]
pub enum IdentifierKind {
    /// A QR code read by a camera.
    Qr,
    /// An access code typed on a keypad.
    Code,
    /// A link opened on a phone.
    Link,
    /// A licence plate read by a camera.
    Plate,
    /// A card. Gatepass holds none: the panel's own list decides.
    Card,
}

/// One way to present one pass. Each opens doors: never log one.
#[uniffi::remote(Enum)]
pub enum Identifier {
    /// The text in the QR code.
    Qr {
        /// 26 characters, or the alias the site's panels can read.
        text: String,
    },
    /// An access code.
    Code {
        /// 6 to 8 digits.
        digits: String,
    },
    /// A link.
    Link {
        /// The guest's page.
        url: String,
    },
    /// A licence plate.
    Plate {
        /// As the resident typed it.
        plate: String,
    },
}

/// The state of a pass, with its instant.
#[uniffi::remote(Enum)]
pub enum RowState {
    /// It opens its doors now.
    Open {
        /// The first instant at which it no longer does.
        until: Timestamp,
    },
    /// Its first opening is still to come.
    Opens {
        /// When.
        at: Timestamp,
    },
    /// It will open again: between two openings, or when a day's visits are spent.
    OpensAgain {
        /// When.
        at: Timestamp,
    },
    /// Every visit is spent.
    UsedUp,
    /// Its last opening is over.
    Expired,
    /// The resident or a manager ended it.
    Revoked {
        /// When.
        at: Timestamp,
    },
}

/// Something worth a mark beside a pass's name.
#[uniffi::remote(Enum)]
pub enum Badge {
    /// A change could not be sent; see `PassNote::Refused`.
    Stuck,
    /// Made on this device and not on the server yet: it opens nothing and cannot be shared.
    NotOnServer,
    /// A guest is in: a visit is under way.
    Visiting,
    /// One visit of several is left.
    LastUse,
    /// The guest delivers.
    Courier,
    /// It is good for one visit.
    OneTime,
}

/// Something the resident can do with a pass.
#[uniffi::remote(Enum)]
pub enum PassAction {
    /// Send it to the guest: `share`.
    Share,
    /// Change it: `edit_wizard`.
    Edit,
    /// End it: `revoke`. Ask first.
    Delete,
    /// Take the deletion back: `undo_revoke`.
    UndoDelete,
    /// Send a refused change again: `retry`.
    Retry,
    /// Drop a refused change: `discard`.
    Discard,
}

/// What a pass will say.
#[uniffi::remote(Record)]
pub struct StateAhead {
    /// From this instant on.
    since: Timestamp,
    /// The state.
    state: RowState,
}

/// What is said around a list of passes.
#[uniffi::remote(Record)]
pub struct ListHints {
    /// Whether a new pass can be begun: a home that is listed can give passes.
    offers_new: bool,
    /// What is in the way of the only home that is listed, unless `empty` says it.
    hindrance: Option<Hindrance>,
    /// Why there are no rows; none where there are some.
    empty: Option<EmptyList>,
}

/// What keeps a home from giving passes.
#[uniffi::remote(Enum)]
pub enum Hindrance {
    /// The server no longer knows this device; ask for a new invitation.
    SignedOut,
    /// The building has passes switched off; ask its manager.
    PassesOff {
        /// The site's name.
        site: String,
    },
}

/// Why a list has no rows.
#[uniffi::remote(Enum)]
pub enum EmptyList {
    /// No pass has these words.
    NothingFound {
        /// The words, without blanks around them.
        search: String,
    },
    /// The home cannot give any.
    Hindered {
        /// Why.
        by: Hindrance,
    },
    /// There is no valid pass.
    NoneValid,
    /// There is no pass that is over.
    NoneInvalid,
}

/// Which entries to list.
#[uniffi::remote(Enum)]
pub enum EntryFilter {
    /// All.
    All,
    /// Guests that arrived.
    Arrivals,
    /// Whoever was refused.
    Refused,
}

/// What happened at a door.
#[uniffi::remote(Enum)]
pub enum EntryEvent {
    /// A guest arrived: this began a visit.
    Arrived,
    /// A guest who had arrived opened another door.
    Opened,
    /// The same visit opened the same door once more.
    OpenedAgain,
    /// A manager opened the door from afar.
    OpenedByManager,
    /// The door stayed shut.
    Refused,
    /// The panel decided by its own list.
    NotHandled,
}

/// The guest of an entry, as far as is known.
#[uniffi::remote(Enum)]
pub enum EntryGuest {
    /// The guest of this pass.
    Named {
        /// The pass's name at that time.
        pass: String,
    },
    /// Somebody whose identifier belongs to no pass.
    Unknown,
    /// No guest: a manager opened the door from afar.
    Nobody,
}

/// The day of an entry on its building's clock. Entries in a row with the same day stand under one heading.
#[uniffi::remote(Record)]
pub struct EntryDay {
    /// The date.
    date: LocalDate,
    /// What people call it now.
    called: DayName,
}

/// What people call a day.
#[uniffi::remote(Enum)]
pub enum DayName {
    /// The day it is.
    Today,
    /// The day before.
    Yesterday,
    /// By its date.
    Dated,
}

/// What kind of door.
#[uniffi::remote(Enum)]
pub enum DoorKind {
    /// From the street.
    Street,
    /// Inside the building.
    Lobby,
    /// A lift.
    Lift,
    /// For vehicles.
    Garage,
    /// Of one unit.
    Unit,
}

/// A pass that is made with one tap.
#[uniffi::remote(Enum)]
pub enum QuickPass {
    /// For deliveries today: all day, a few visits.
    CourierToday,
    /// For a guest today: all day.
    GuestToday,
}

/// What is handed to the phone's share sheet. It opens doors: never log it.
#[uniffi::remote(Record)]
pub struct SharePayload {
    /// The subject of a mail.
    subject: String,
    /// The pass's name and the site, for the top of the share sheet.
    title: String,
    /// When the pass is good, in one sentence.
    validity: String,
    /// The message: name, place, validity in the pass's zone, uses left, how to use it.
    text: String,
    /// How it can be shared, in the order to offer it.
    ways: Vec<ShareAs>,
    /// The guest's page, if the pass has a link.
    url: Option<String>,
    /// The access code, if the pass has one.
    code: Option<String>,
    /// The text in the QR code, if the pass has one.
    qr_text: Option<String>,
    /// The QR code as a PNG image.
    qr_png: Option<Vec<u8>>,
    /// The same as SVG.
    qr_svg: Option<String>,
    /// The card: the QR code with title and validity below it, as a PNG image.
    card_png: Option<Vec<u8>>,
    /// The same as SVG, which has the letters of every language.
    card_svg: Option<String>,
}

/// What synchronisation is doing.
#[uniffi::remote(Record)]
pub struct SyncState {
    /// Now.
    phase: SyncPhase,
    /// Changes that wait to be sent.
    waiting: u32,
    /// Changes the server refused.
    stuck: u32,
    /// When every profile was last up to date.
    last_synced: Option<Timestamp>,
    /// What of all that the resident should know, where there is something.
    note: Option<SyncNote>,
}

/// What the resident should know of synchronisation: the worst alone.
#[uniffi::remote(Enum)]
pub enum SyncNote {
    /// The server refused changes; their passes say why.
    Stuck {
        /// How many.
        count: u32,
    },
    /// No server can be reached, and changes wait for it.
    OfflineWaiting {
        /// How many.
        count: u32,
    },
    /// No server can be reached.
    Offline,
    /// A server answers, but not as it should.
    ServerTrouble,
    /// Changes are on their way.
    Waiting {
        /// How many.
        count: u32,
    },
}

/// What synchronisation is doing now.
#[uniffi::remote(Enum)]
pub enum SyncPhase {
    /// Nothing.
    Idle,
    /// Sending or fetching.
    Running,
    /// A server could not be reached; it is tried again by itself while the app is in the foreground.
    Offline,
    /// A server answers, but not as it should.
    Failed {
        /// What is wrong, in English.
        reason: String,
    },
}

/// Whether a pass is made or changed.
#[uniffi::remote(Enum)]
pub enum Purpose {
    /// A new pass.
    NewPass,
    /// A pass that is there already.
    EditPass,
}

/// Where the wizard is; a key for animations and tests.
#[uniffi::remote(Enum)]
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

/// One thing the resident fills in.
#[uniffi::remote(Enum)]
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

/// What a pass is shared as.
#[uniffi::remote(Enum)]
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

/// Step `at` of `of`.
#[uniffi::remote(Record)]
pub struct Progress {
    /// From 1.
    at: u32,
    /// How many steps there are in all.
    of: u32,
}

/// One opening, as instants and on the schedule's clock.
#[uniffi::remote(Record)]
pub struct OpeningView {
    /// The first instant.
    from: Timestamp,
    /// The first instant that is closed again.
    to: Timestamp,
    /// `from` on the schedule's clock.
    local_from: LocalMinute,
    /// `to` on the schedule's clock.
    local_to: LocalMinute,
    /// How long it lasts: not the difference of the local times where the clocks change in between.
    minutes: u32,
}

/// What a field is set to.
#[uniffi::remote(Enum)]
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
    Choices { ids: Vec<String> },
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
        date: LocalDate,
    },
    /// For a local date and time.
    Moment {
        /// The moment, on the clock of the schedule's zone.
        at: LocalMinute,
    },
    /// For a number.
    Number { number: Option<u32> },
}
