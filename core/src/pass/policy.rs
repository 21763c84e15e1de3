//! What a site allows.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{IdentifierKind, PassType};

/// The rules a manager sets for all passes of a site. Every field has a default, so a policy written by an older
/// version reads well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Policy {
    /// Whether residents may give passes at all. Off until a manager switches it on.
    pub passes_enabled: bool,
    /// The types residents may choose.
    pub types: Vec<PassType>,
    /// The identifiers passes may have, and panels accept.
    pub identifiers: Vec<IdentifierKind>,
    /// The longest time from a pass's first opening to its end, in days. A year is the limit anyway.
    pub longest_days: u16,
    /// How far ahead a pass may begin, in days.
    pub ahead_days: u16,
    /// How many valid passes a unit may have at once; `null` is unlimited.
    pub live_per_unit: Option<u32>,
    /// From the first granted entry of a visit, how long the doors of the pass open without spending another use,
    /// in seconds; 0 is strict.
    pub grace_seconds: u32,
    /// From when a visit first opened a door, how long that door opens again without spending another use, in seconds, 0
    /// to 300: one visit is one party on its way in, not everybody who holds a copy of the code.
    pub reopen_seconds: u32,
    /// How long before an opening the doors already open, in minutes.
    pub early_arrival_minutes: u16,
    /// Whether residents may change a pass once it is made. They may always revoke it.
    pub editable: bool,
    /// How long entries are kept, in days, 0 to 730.
    pub log_retention_days: u16,
    /// How long the photos of entries are kept, in days, 0 to 730.
    pub photo_retention_days: u16,
}

impl Policy {
    /// The longest grace time of a visit, in seconds.
    pub const LONGEST_GRACE: u32 = 86_400;
    /// The longest time in which a door opens again in the same visit, in seconds.
    pub const LONGEST_REOPENING: u32 = 300;
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            passes_enabled: false,
            types: PassType::ALL.to_vec(),
            identifiers: IdentifierKind::OF_A_PASS.to_vec(),
            longest_days: 366,
            ahead_days: 366,
            live_per_unit: None,
            grace_seconds: 300,
            reopen_seconds: 60,
            early_arrival_minutes: 0,
            editable: true,
            log_retention_days: 90,
            photo_retention_days: 30,
        }
    }
}

impl Policy {
    /// The grace time of a visit.
    #[must_use]
    pub fn grace(&self) -> TimeDelta {
        TimeDelta::seconds(i64::from(self.grace_seconds))
    }

    /// How long a door that a visit has opened opens again in the same visit.
    #[must_use]
    pub fn reopening(&self) -> TimeDelta {
        TimeDelta::seconds(i64::from(self.reopen_seconds))
    }

    /// How early a guest may come.
    #[must_use]
    pub fn early_arrival(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.early_arrival_minutes))
    }
}
