//! Stores residents with their devices, invitations and managers.

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

/// Stores residents with their devices, invitations and managers.
#[async_trait]
pub trait People: Send + Sync {
    /// Makes an invitation.
    ///
    /// # Errors
    ///
    /// There is no such unit, or the named resident is not of it.
    async fn invite(
        &self,
        new: NewInvitation,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Invitation>>;
    /// The invitations of a unit, newest first.
    ///
    /// # Errors
    ///
    /// There is no such unit.
    async fn invitations(&self, unit: UnitId) -> Result<Vec<Invitation>>;
    /// An invitation.
    ///
    /// # Errors
    ///
    /// There is no such invitation.
    async fn invitation(&self, invitation: Uuid) -> Result<Invitation>;
    /// Withdraws an invitation that was not used.
    ///
    /// # Errors
    ///
    /// There is no such invitation, or it was used.
    async fn withdraw_invitation(&self, invitation: Uuid, by: Attribution) -> Result<()>;
    /// Uses an invitation, once, for a new device.
    ///
    /// # Errors
    ///
    /// `RefusalReason::InvitationNotGood`, for every invitation that cannot be used.
    async fn activate(
        &self,
        activate: NewDevice,
        once: Option<IdempotentRequest>,
        now: DateTime<Utc>,
    ) -> Result<IdempotentAnswer<DeviceHolder>>;

    /// The owner of this token.
    async fn device_by_token(&self, token: TokenHash) -> Result<Option<DeviceHolder>>;
    /// Ends a device; its token ends at once.
    ///
    /// # Errors
    ///
    /// There is no such resident, or the device is not theirs.
    async fn remove_device(&self, resident: ResidentId, device: Uuid, by: Attribution) -> Result<()>;
    /// A resident with unit, site and doors.
    ///
    /// # Errors
    ///
    /// There is no such resident.
    async fn membership(&self, resident: ResidentId) -> Result<Membership>;
    /// The residents of a unit.
    ///
    /// # Errors
    ///
    /// There is no such unit.
    async fn residents(&self, unit: UnitId) -> Result<Vec<Resident>>;
    /// Removes a resident: every device ends at once, and every pass the resident made is revoked.
    ///
    /// # Errors
    ///
    /// There is no such resident.
    async fn remove_resident(&self, resident: ResidentId, by: Attribution) -> Result<()>;

    /// Makes a manager.
    ///
    /// # Errors
    ///
    /// There is no such site.
    async fn add_manager(
        &self,
        new: NewManager,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Manager>>;
    /// The managers of a site.
    ///
    /// # Errors
    ///
    /// There is no such site.
    async fn managers(&self, site: SiteId) -> Result<Vec<Manager>>;
    /// A manager.
    ///
    /// # Errors
    ///
    /// There is no such manager.
    async fn manager(&self, manager: Uuid) -> Result<Manager>;
    /// The owner of this token.
    async fn manager_by_token(&self, token: TokenHash) -> Result<Option<Manager>>;
    /// Removes a manager; the token ends at once.
    ///
    /// # Errors
    ///
    /// There is no such manager.
    async fn remove_manager(&self, manager: Uuid, by: Attribution) -> Result<()>;
}
