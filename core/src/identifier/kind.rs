//! In which ways can a pass be presented?

use std::fmt;

use serde::{Deserialize, Serialize};

/// How a guest presents a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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

impl IdentifierKind {
    /// The kinds a pass can have, in the order the wizard offers them.
    pub const OF_A_PASS: [Self; 4] = [Self::Qr, Self::Code, Self::Link, Self::Plate];

    /// The stable name on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Qr => "qr",
            Self::Code => "code",
            Self::Link => "link",
            Self::Plate => "plate",
            Self::Card => "card",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Qr, Self::Code, Self::Link, Self::Plate, Self::Card].into_iter().find(|kind| kind.code() == code)
    }
}

/// One way to present one pass. All of a pass live and die together, and none ever changes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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

impl Identifier {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> IdentifierKind {
        match self {
            Self::Qr { .. } => IdentifierKind::Qr,
            Self::Code { .. } => IdentifierKind::Code,
            Self::Link { .. } => IdentifierKind::Link,
            Self::Plate { .. } => IdentifierKind::Plate,
        }
    }
}

/// Never shows the secret: an identifier opens doors, and debug output ends up in logs.
impl fmt::Debug for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identifier({:?})", self.kind())
    }
}
