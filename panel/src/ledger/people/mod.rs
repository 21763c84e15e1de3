//! Residents with their devices, invitations and managers are kept.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod conformance;
mod engine;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::{ResidentId, SiteId, UnitId};
use uuid::Uuid;

use super::Result;
use crate::building::{Attribution, IdempotentAnswer, IdempotentRequest};
pub use crate::building::{
    DeviceHolder, DeviceRecord, Invitation, Manager, Membership, NewDevice, NewInvitation, NewManager, Resident,
};
use crate::keys::TokenHash;

/// Keeps the people.
#[async_trait]
pub trait People: Send + Sync {
    /// Makes an invitation.
    async fn invite(
        &self,
        new: NewInvitation,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Invitation>>;
    /// The invitations of a unit, newest first.
    async fn invitations(&self, unit: UnitId) -> Result<Vec<Invitation>>;
    /// An invitation.
    async fn invitation(&self, invitation: Uuid) -> Result<Invitation>;
    /// Withdraws an invitation that was not used.
    async fn withdraw_invitation(&self, invitation: Uuid, by: Attribution) -> Result<()>;
    /// Uses an invitation, once, for a new device.
    async fn activate(
        &self,
        activate: NewDevice,
        once: Option<IdempotentRequest>,
        now: DateTime<Utc>,
    ) -> Result<IdempotentAnswer<DeviceHolder>>;

    /// The owner of this token.
    async fn device_by_token(&self, token: TokenHash) -> Result<Option<DeviceHolder>>;
    /// Ends a device; its token ends at once.
    async fn remove_device(&self, resident: ResidentId, device: Uuid, by: Attribution) -> Result<()>;
    /// A resident with unit, site and doors.
    async fn membership(&self, resident: ResidentId) -> Result<Membership>;
    /// The residents of a unit.
    async fn residents(&self, unit: UnitId) -> Result<Vec<Resident>>;
    /// Removes a resident: every device ends at once, and every pass the resident gave is revoked.
    async fn remove_resident(&self, resident: ResidentId, by: Attribution) -> Result<()>;

    /// Makes a manager.
    async fn add_manager(
        &self,
        new: NewManager,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Manager>>;
    /// The managers of a site.
    async fn managers(&self, site: SiteId) -> Result<Vec<Manager>>;
    /// A manager.
    async fn manager(&self, manager: Uuid) -> Result<Manager>;
    /// The owner of this token.
    async fn manager_by_token(&self, token: TokenHash) -> Result<Option<Manager>>;
    /// Removes a manager; the token ends at once.
    async fn remove_manager(&self, manager: Uuid, by: Attribution) -> Result<()>;
}
