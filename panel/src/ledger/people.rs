//! Residents with their devices, invitations and managers are kept.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::{ResidentId, SiteId, UnitId};
use uuid::Uuid;

use super::Result;
pub use crate::building::{
    Activate, DeviceHolder, DeviceRecord, Invitation, Manager, Membership, NewInvitation, NewManager, Resident,
};
use crate::building::{By, Made, Once};
use crate::keys::TokenHash;

/// Keeps the people.
#[async_trait]
pub trait People: Send + Sync {
    /// Makes an invitation.
    async fn invite(&self, new: NewInvitation, once: Option<Once>, by: By) -> Result<Made<Invitation>>;
    /// The invitations of a unit, newest first.
    async fn invitations(&self, unit: UnitId) -> Result<Vec<Invitation>>;
    /// An invitation.
    async fn invitation(&self, invitation: Uuid) -> Result<Invitation>;
    /// Withdraws an invitation that was not used.
    async fn withdraw_invitation(&self, invitation: Uuid, by: By) -> Result<()>;
    /// Uses an invitation, once, for a new device.
    async fn activate(&self, activate: Activate, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<DeviceHolder>>;

    /// Who shows this token.
    async fn device_by_token(&self, token: TokenHash) -> Result<Option<DeviceHolder>>;
    /// Ends a device; its token ends at once.
    async fn remove_device(&self, resident: ResidentId, device: Uuid, by: By) -> Result<()>;
    /// A resident with unit, site and doors.
    async fn membership(&self, resident: ResidentId) -> Result<Membership>;
    /// The residents of a unit.
    async fn residents(&self, unit: UnitId) -> Result<Vec<Resident>>;
    /// Removes a resident: every device ends at once, and every pass the resident gave is revoked.
    async fn remove_resident(&self, resident: ResidentId, by: By) -> Result<()>;

    /// Makes a manager.
    async fn add_manager(&self, new: NewManager, once: Option<Once>, by: By) -> Result<Made<Manager>>;
    /// The managers of a site.
    async fn managers(&self, site: SiteId) -> Result<Vec<Manager>>;
    /// A manager.
    async fn manager(&self, manager: Uuid) -> Result<Manager>;
    /// Who shows this token.
    async fn manager_by_token(&self, token: TokenHash) -> Result<Option<Manager>>;
    /// Removes a manager; the token ends at once.
    async fn remove_manager(&self, manager: Uuid, by: By) -> Result<()>;
}
