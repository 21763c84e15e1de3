//! What is a panel, what is it told, and what does it say of that?

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::DoorId;

/// The name of a make of panel: `native`, `basip`. Which there are, a service says at `/v1/manage/makes`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MakeName(pub Cow<'static, str>);

impl MakeName {
    /// Gatepass's own protocol.
    pub const NATIVE: Self = Self::new("native");

    /// A name known in advance.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }
}

impl Default for MakeName {
    fn default() -> Self {
        Self::NATIVE
    }
}

impl fmt::Display for MakeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The alphabet of QR codes a panel can read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum QrAlphabet {
    /// Any text: 26 characters of base32.
    #[default]
    Text,
    /// UUIDs only.
    Uuid,
    /// Decimal digits only.
    Digits,
}

/// What a panel is told about an identifier no pass has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum UnknownPolicy {
    /// Denied.
    Deny,
    /// Not handled: it may be a resident's own code or card, kept in the panel.
    NotHandled,
}

/// A lock of a panel and the door it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PanelLock {
    /// The number the panel knows it by.
    pub lock: u16,
    /// The door.
    pub door: DoorId,
}

/// What the panel shall do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Decision {
    /// Open.
    Granted,
    /// Stay shut.
    Denied,
    /// Decide by its own list.
    NotHandled,
}

/// What came of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CommandOutcome {
    /// The lock opened.
    Opened,
    /// It did not.
    Failed,
}

impl CommandOutcome {
    /// The stable name on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Failed => "failed",
        }
    }
}
