//! Decisions at doors are made and written down.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod conformance;
mod engine;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod uses_conformance;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::api::CommandOutcome;
use gatepass_core::id::{DoorId, EntryId, PanelId};

use super::{EntryView, Result};
use crate::building::Attribution;
pub use crate::building::{PanelAnswer, Presentation};

/// Decides at doors.
#[async_trait]
pub trait Decisions: Send + Sync {
    /// Decides, and writes the decision down. `Ok` means it is on disk.
    async fn present(&self, presentation: Presentation, now: DateTime<Utc>) -> Result<PanelAnswer>;
    /// Records the outcome of a command that a panel reports.
    async fn settle_command(
        &self,
        panel: PanelId,
        decision: EntryId,
        outcome: CommandOutcome,
        now: DateTime<Utc>,
    ) -> Result<()>;
    /// Writes down that a door is asked to open from afar.
    async fn open_door(&self, door: DoorId, by: Attribution) -> Result<EntryView>;
}
