//! The errors of acts.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::sync::Arc;

use gatepass_core::pass::Invalid;

use super::PassView;

/// The result of an act.
pub type Result<T, E = LedgerError> = std::result::Result<T, E>;

/// Why an act was not done. Each variant says what the caller should do.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// There is no such thing, or not for this caller: answer "not found".
    #[error("there is no such {0}")]
    NotFound(EntityKind),
    /// Fields cannot stay as they are: show each problem beside its field.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The pass was changed since: show it as it is now and ask again.
    #[error("the pass was changed meanwhile; it has version {} now", .0.pass.version)]
    Changed(Box<PassView>),
    /// The request conflicts with existing data: say so; a retry does not help.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// The request is refused: say so; a retry does not help.
    #[error(transparent)]
    Refused(#[from] RefusalReason),
    /// Too many requests are waiting: answer "try again", a panel "not handled".
    #[error("too much is waiting for the database; try again in a moment")]
    Busy,
    /// The key file does not belong to the data: put the right one in its place. Only when the data is opened.
    #[error("the keys do not belong to this data")]
    WrongKeys,
    /// The store failed. Log it with its sources, answer "internal error", a panel "not handled".
    #[error(transparent)]
    Unavailable(#[from] StoreFailure),
}

/// What was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityKind {
    /// A site.
    Site,
    /// A unit.
    Unit,
    /// A door.
    Door,
    /// A panel.
    Panel,
    /// A panel with a lock for the door.
    PanelAtDoor,
    /// An invitation.
    Invitation,
    /// An invitation that was not used.
    UnusedInvitation,
    /// A resident.
    Resident,
    /// A device of the resident.
    Device,
    /// A manager.
    Manager,
    /// A pass.
    Pass,
    /// An entry of the log.
    Entry,
    /// A job that is not done.
    Job,
    /// A command to this panel.
    Command,
}

impl EntityKind {
    /// The thing in an English sentence, without an article.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Unit => "unit",
            Self::Door => "door",
            Self::Panel => "panel",
            Self::PanelAtDoor => "panel at this door",
            Self::Invitation => "invitation",
            Self::UnusedInvitation => "invitation that was not used",
            Self::Resident => "resident",
            Self::Device => "device",
            Self::Manager => "manager",
            Self::Pass => "pass",
            Self::Entry => "entry",
            Self::Job => "job",
            Self::Command => "command to this panel",
        }
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The store failed. All acts of one batch share the failure, so a copy is cheap.
#[derive(Clone, Debug)]
pub struct StoreFailure {
    what: Cow<'static, str>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl StoreFailure {
    /// A failure without a deeper cause. `what` says what went wrong.
    #[must_use]
    pub fn new(what: impl Into<Cow<'static, str>>) -> Self {
        Self { what: what.into(), source: None }
    }

    /// A failure with its cause.
    #[must_use]
    pub fn caused_by(what: impl Into<Cow<'static, str>>, source: impl Error + Send + Sync + 'static) -> Self {
        Self { what: what.into(), source: Some(Arc::new(source)) }
    }
}

/// Shows all causes, the deepest last. The text is for the log.
impl fmt::Display for StoreFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        let mut cause = self.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl Error for StoreFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn Error + 'static))
    }
}

/// A conflict of a request with existing data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// The idempotency key was used with another request.
    #[error("this Idempotency-Key was used with another request; use a new one")]
    KeyReused,
    /// The pass's id belongs to another pass.
    #[error("this id belongs to another pass; make a new one")]
    IdTaken,
    /// The event's id was used for another presentation at this panel.
    #[error("this event_id was used for another presentation; use a new one")]
    EventReused,
    /// The panel reported another outcome of the command before.
    #[error("another outcome of this command was reported before; the first counts")]
    AlreadyReported,
    /// A door, unit or panel of the site has this name.
    #[error("the site already has one of this name; choose another")]
    NameTaken,
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefusalReason {
    /// The invitation's code is unknown, was used, was withdrawn or has expired. The caller is not told which.
    #[error("this invitation is not good; ask the building's manager for a new one")]
    InvitationNotGood,
    /// The door has as many live access codes as it can bear.
    #[error("too many access codes are live at this door; leave the access code out, or end passes no longer needed")]
    TooManyCodes,
    /// The panel has no lock of that number.
    #[error("the panel has no lock of this number; see its locks")]
    NoSuchLock,
    /// A lock's door belongs to another site, or a lock number comes twice, or there is no lock at all.
    #[error("a panel needs at least one lock, each number once, each with a door of its own site")]
    BadLocks,
    /// A unit's door belongs to another site.
    #[error("a unit can hold doors of its own site only")]
    BadDoors,
}
