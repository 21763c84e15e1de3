//! Wire types, shared by the resident's client and the service, so that they cannot drift.
//!
//! Requests are read leniently and parsed into the rules' own types, so that all that is wrong is reported at once,
//! each problem with the field's name. Errors are problem details (RFC 9457), see [`ProblemBody`].

mod account;
mod changes;
mod entries;
mod manage;
mod operate;
mod panel;
mod passes;
mod problem;

pub use account::{Activation, ActivationRequest, Device, DoorBody, Profile, SiteBody, UnitBody};
pub use changes::{Changes, Page};
pub use entries::{EntryBody, EntryEvent};
pub use manage::{
    DoorChange, DoorRequest, InvitationBody, InvitationCreated, InvitationRequest, MakeAbilities, MakeBody,
    ManagerBody, ManagerCreated, ManagerRequest, OpenedBody, PanelBody, PanelChange, PanelCreated, PanelRequest,
    ResidentBody, SiteChange, SiteRequest, UnitChange, UnitRequest,
};
pub use operate::{AuditBody, JobBody, SealBody};
pub use panel::{CommandReport, PanelCommand, ValidateRequest, ValidateResponse};
pub use passes::{
    IdentifierRequest, PassBody, PassEdit, PassRequest, ShareChannel, ShareRequest, ShareResponse, UsesBody,
    UsesRequest,
};
pub use problem::{FieldProblemBody, ProblemArguments, ProblemBody, refusal_phrase};

// They mean the same on the wire.
pub use crate::door::{DoorKind, Location};
pub use crate::panel::{CommandOutcome, Decision, MakeName, PanelLock, QrAlphabet, UnknownPolicy};

/// The request header that makes a creating POST safe to repeat: any text of 1 to 255 visible ASCII characters.
/// The same key with the same body gives the first answer again; with another body it is refused.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
