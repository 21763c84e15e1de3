//! Passes are kept.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::PassId;

use super::{PageAsk, Result, Slice};
use crate::building::{By, Made, Once};
pub use crate::building::{EditPass, NewPass, PassRecord, Scope};

/// Keeps the passes.
#[async_trait]
pub trait Passes: Send + Sync {
    /// Makes a pass with its identifiers.
    async fn create_pass(&self, new: NewPass, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<PassRecord>>;
    /// Changes a pass.
    async fn edit_pass(&self, edit: EditPass, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<PassRecord>>;
    /// Ends a pass. One that was ended before stays as it is.
    async fn revoke_pass(&self, scope: Scope, pass: PassId, by: By) -> Result<PassRecord>;
    /// A pass.
    async fn pass(&self, scope: Scope, pass: PassId, now: DateTime<Utc>) -> Result<PassRecord>;
    /// Passes, newest first: all, or only the valid, or only the others.
    async fn passes(
        &self,
        scope: Scope,
        valid: Option<bool>,
        page: PageAsk,
        now: DateTime<Utc>,
    ) -> Result<Slice<PassRecord>>;
}
