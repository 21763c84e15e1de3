//! Decisions: made by acts.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::{DoorId, EntryId, PanelId};
use gatepass_core::panel::CommandOutcome;

use crate::building::{self, Attribution};
use crate::ledger::engine::LedgerEngine;
use crate::ledger::ports::Lists;
use crate::ledger::{Decisions, EntryView, PanelAnswer, Presentation, Result};

#[async_trait]
impl<L: Lists> Decisions for LedgerEngine<L> {
    async fn present(&self, presentation: Presentation, now: DateTime<Utc>) -> Result<PanelAnswer> {
        self.act(now, move |act| building::present(act, &presentation)).await
    }

    async fn settle_command(
        &self,
        panel: PanelId,
        decision: EntryId,
        outcome: CommandOutcome,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.act(now, move |act| building::settle_command(act, panel, decision, outcome)).await
    }

    async fn open_door(&self, door: DoorId, by: Attribution) -> Result<EntryView> {
        self.act_by(by, move |act| building::open_door(act, door)).await
    }
}
