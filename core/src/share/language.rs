//! The languages Gatepass speaks to guests.

use serde::{Deserialize, Serialize};

use super::words::{Arabic, English, Spanish, Words};

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Language {
    /// English, with dates and times as in the United States.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Arabic, from right to left.
    #[serde(rename = "ar")]
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::Spanish, Self::Arabic];

    /// The language of a BCP 47 tag such as `es-MX` (a phone's `es_MX` will do); `None` where Gatepass does not
    /// speak it.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::Arabic => "ar",
        }
    }

    pub(super) fn words(self) -> &'static dyn Words {
        match self {
            Self::English => &English,
            Self::Spanish => &Spanish,
            Self::Arabic => &Arabic,
        }
    }
}
