//! Decisions at doors are made and written down.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::api::CommandOutcome;
use gatepass_core::id::{DoorId, EntryId, PanelId};

use super::{EntryRecord, Result};
use crate::building::By;
pub use crate::building::{Decided, Presentation};

/// Decides at doors.
#[async_trait]
pub trait Doorkeeping: Send + Sync {
    /// Decides, and writes the decision down. `Ok` means it is on disk.
    async fn present(&self, presentation: Presentation, now: DateTime<Utc>) -> Result<Decided>;
    /// Writes down what a panel says came of a command.
    async fn settle_command(
        &self,
        panel: PanelId,
        decision: EntryId,
        outcome: CommandOutcome,
        now: DateTime<Utc>,
    ) -> Result<()>;
    /// Writes down that a door is asked to open from afar.
    async fn open_door(&self, door: DoorId, by: By) -> Result<EntryRecord>;
}
