//! What belongs to a pass.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Schedule;
use crate::id::{DoorId, PassId};
use crate::identifier::{Identifier, PlateMatching};

/// What a resident gives a guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pass {
    /// Made where the pass was made, also offline.
    pub id: PassId,
    /// Grows by one with every edit; the `ETag` of the pass.
    pub version: u32,
    /// What the guest and the resident read.
    pub name: String,
    /// For the resident alone.
    pub comment: String,
    /// Guest or courier.
    pub guest: GuestKind,
    /// When it opens.
    pub schedule: Schedule,
    /// How often it opens.
    pub uses: UseLimits,
    /// What it opens.
    pub doors: Vec<DoorId>,
    /// How it is presented. Empty until a pass made offline has reached the server.
    pub identifiers: Vec<Identifier>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was revoked, if it was.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// Who the guest is, in the building's eyes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum GuestKind {
    /// A visitor.
    #[default]
    Guest,
    /// Somebody who delivers.
    Courier,
}

/// The five types of pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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

impl PassType {
    /// All types, in the order the wizard offers them.
    pub const ALL: [Self; 5] = [Self::Custom, Self::Recurring, Self::BusinessHours, Self::FullDay, Self::OneTime];

    /// The stable name on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Custom => "custom",
            Self::Recurring => "recurring",
            Self::BusinessHours => "business_hours",
            Self::FullDay => "full_day",
            Self::OneTime => "one_time",
        }
    }

    /// The type with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How often a pass may be used. One use is one visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UseLimits {
    /// Visits in all, 1 to 9999; `None` is unlimited.
    pub limit: Option<u32>,
    /// Visits a local day, 1 to 9999; `None` is unlimited.
    #[serde(default)]
    pub per_day: Option<u32>,
}

impl UseLimits {
    /// No limit.
    pub const UNLIMITED: Self = Self { limit: None, per_day: None };
    /// One visit.
    pub const ONCE: Self = Self { limit: Some(1), per_day: None };

    /// Whether a visit counts against any limit.
    #[must_use]
    pub fn counted(self) -> bool {
        self.limit.is_some() || self.per_day.is_some()
    }

    /// How near a read must usually come to the plate of a pass: a counted one never spends a use on a guess.
    #[must_use]
    pub fn plate_matching(self) -> PlateMatching {
        if self.counted() { PlateMatching::Exact } else { PlateMatching::OneLookAlike }
    }
}

/// What of a pass decides whether a door opens, besides its timetable and its usage. A service that holds many passes
/// ready keeps only this of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms<'a> {
    /// How often it opens.
    pub uses: UseLimits,
    /// What it opens.
    pub doors: &'a [DoorId],
    /// Whether it was revoked.
    pub revoked: bool,
}

impl<'a> From<&'a Pass> for Terms<'a> {
    fn from(pass: &'a Pass) -> Self {
        Self { uses: pass.uses, doors: &pass.doors, revoked: pass.revoked_at.is_some() }
    }
}

impl Pass {
    /// Which of the five types it is.
    #[must_use]
    pub fn pass_type(&self) -> PassType {
        self.schedule.pass_type()
    }
}
