//! What has changed since a client last asked, and lists by pages.

use serde::{Deserialize, Serialize};

use super::{EntryBody, PassBody, Profile};

/// `GET /v1/changes?since=`: everything of the resident's unit that is newer than the cursor, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Changes {
    /// Passes that were made, edited, revoked or used, as they are now.
    pub passes: Vec<PassBody>,
    /// New entries.
    pub entries: Vec<EntryBody>,
    /// The profile, when anything of it changed or the client asked from the start.
    pub profile: Option<Profile>,
    /// Where to go on from.
    pub cursor: String,
    /// Whether there is more right now.
    pub more: bool,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where to go on from; `null` at the end.
    pub cursor: Option<String>,
}
