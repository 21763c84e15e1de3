//! A stretch of time in which a pass opens its doors.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Half-open `[from, to)`, in instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Opening {
    /// The first instant at which the doors open.
    pub from: DateTime<Utc>,
    /// The first instant at which they no longer do.
    pub to: DateTime<Utc>,
}

impl Opening {
    /// Whether `at` lies inside.
    #[must_use]
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.to
    }
}
