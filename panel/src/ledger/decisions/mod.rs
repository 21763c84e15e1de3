//! Makes and records decisions at doors.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod conformance;
mod engine;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod uses_conformance;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::{DoorId, EntryId, PanelId};
use gatepass_core::panel::CommandOutcome;

use super::{EntryView, Result};
use crate::building::Attribution;
pub use crate::building::{PanelAnswer, Presentation};

/// Makes and records decisions at doors.
#[async_trait]
pub trait Decisions: Send + Sync {
    /// Decides and records the decision. `Ok` means that it is on disk.
    ///
    /// # Errors
    ///
    /// There is no such panel; `RefusalReason::NoSuchLock`,
    /// `Conflict::EventReused`. After every error the panel gets "not handled", never "granted".
    async fn present(&self, presentation: Presentation, now: DateTime<Utc>) -> Result<PanelAnswer>;
    /// Records the outcome of a command that a panel reports.
    ///
    /// # Errors
    ///
    /// The panel got no such command; `Conflict::AlreadyReported`.
    async fn settle_command(
        &self,
        panel: PanelId,
        decision: EntryId,
        outcome: CommandOutcome,
        now: DateTime<Utc>,
    ) -> Result<()>;
    /// Records that a manager opens a door.
    ///
    /// # Errors
    ///
    /// There is no such door, or no panel has a lock for it.
    async fn open_door(&self, door: DoorId, by: Attribution) -> Result<EntryView>;
}
