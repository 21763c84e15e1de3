//! Stores passes.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod conformance;
mod engine;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::PassId;

use super::{ListPage, PageRequest, Result};
use crate::building::{Attribution, IdempotentAnswer, IdempotentRequest};
pub use crate::building::{NewPass, PassUpdate, PassView, Scope};

/// Reads passes. A database implements it for the engine.
#[async_trait]
pub trait PassQueries: Send + Sync {
    /// A pass.
    ///
    /// # Errors
    ///
    /// There is no such pass in the scope.
    async fn pass(&self, scope: Scope, pass: PassId, now: DateTime<Utc>) -> Result<PassView>;
    /// Passes, newest first: all, or only the valid, or only the others.
    async fn passes(
        &self,
        scope: Scope,
        valid: Option<bool>,
        page: PageRequest,
        now: DateTime<Utc>,
    ) -> Result<ListPage<PassView>>;
}

/// Stores passes.
#[async_trait]
pub trait Passes: PassQueries {
    /// Makes a pass with its identifiers.
    ///
    /// # Errors
    ///
    /// `LedgerError::Invalid` with the fields the rules do not allow; `Conflict::IdTaken`,
    /// `RefusalReason::TooManyCodes`.
    async fn create_pass(
        &self,
        new: NewPass,
        once: Option<IdempotentRequest>,
        now: DateTime<Utc>,
    ) -> Result<IdempotentAnswer<PassView>>;
    /// Changes a pass.
    ///
    /// # Errors
    ///
    /// There is no such pass of the unit; `LedgerError::Changed` if it has another version than the
    /// resident saw; `LedgerError::Invalid` with the fields the rules do not allow.
    async fn edit_pass(
        &self,
        edit: PassUpdate,
        once: Option<IdempotentRequest>,
        now: DateTime<Utc>,
    ) -> Result<IdempotentAnswer<PassView>>;
    /// Revokes a pass. A revoked pass stays as it is.
    ///
    /// # Errors
    ///
    /// There is no such pass in the scope.
    async fn revoke_pass(&self, scope: Scope, pass: PassId, by: Attribution) -> Result<PassView>;
}
