//! What the service keeps, and the one trait through which it is kept.
//!
//! Everything here speaks of sites, passes and entries, never of a database, so that another one can follow; the
//! conformance suite says what each must do. Instants come in as arguments. An operation that has answered is on
//! disk; one that failed left nothing behind.
//!
//! | file | what it holds |
//! |---|---|
//! | `places` | sites, units, doors, panels |
//! | `people` | residents, devices, invitations, managers |
//! | `passes` | passes and their changes |
//! | `entries` | presentations, decisions, the log, changes since a cursor |
//! | `page` | lists by pages, idempotency keys |
//! | `error` | why something was not done |
//! | `sqlite/` | the ledger on embedded SQLite |

mod entries;
mod error;
mod page;
mod passes;
mod people;
mod places;
mod sqlite;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::api::{DoorChange, PanelChange, SiteChange, UnitChange};
use gatepass_core::id::{DoorId, EntryId, PanelId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::Policy;
use tokio::sync::broadcast;
use uuid::Uuid;

pub use entries::{ChangeSet, Changed, Decided, EntryRecord, Health, Presentation, Purged};
pub use error::{Conflict, LedgerError, Refused};
pub use page::{Made, Once, PageAsk, Slice};
pub use passes::{EditPass, NewPass, PassRecord, Scope};
pub use people::{
    Activate, DeviceHolder, DeviceRecord, Invitation, Manager, Membership, NewInvitation, NewManager, Resident,
};
pub use places::{Door, NewDoor, NewPanel, NewSite, NewUnit, Panel, Site, Unit};
pub use sqlite::SqliteLedger;

use crate::keys::TokenHash;

/// What an operation gives.
pub type Result<T, E = LedgerError> = std::result::Result<T, E>;

/// Keeps everything.
#[async_trait]
pub trait Ledger: Send + Sync + 'static {
    // Sites.

    /// Makes a site.
    async fn add_site(&self, new: NewSite, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Site>>;
    /// Renames a site.
    async fn change_site(&self, site: SiteId, change: SiteChange, now: DateTime<Utc>) -> Result<Site>;
    /// Gives a site another policy. Holds from the next decision on.
    async fn set_policy(&self, site: SiteId, policy: Policy, now: DateTime<Utc>) -> Result<Site>;
    /// A site.
    async fn site(&self, site: SiteId) -> Result<Site>;
    /// All sites, in the order they were made.
    async fn sites(&self, page: PageAsk) -> Result<Slice<Site>>;

    // Units.

    /// Makes a unit.
    async fn add_unit(&self, new: NewUnit, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Unit>>;
    /// Changes a unit.
    async fn change_unit(&self, unit: UnitId, change: UnitChange, now: DateTime<Utc>) -> Result<Unit>;
    /// A unit.
    async fn unit(&self, unit: UnitId) -> Result<Unit>;
    /// The units of a site, in the order they were made.
    async fn units(&self, site: SiteId, page: PageAsk) -> Result<Slice<Unit>>;

    // Doors.

    /// Makes a door.
    async fn add_door(&self, new: NewDoor, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Door>>;
    /// Changes a door.
    async fn change_door(&self, door: DoorId, change: DoorChange, now: DateTime<Utc>) -> Result<Door>;
    /// A door.
    async fn door(&self, door: DoorId) -> Result<Door>;
    /// The doors of a site, in the order they were made.
    async fn doors(&self, site: SiteId) -> Result<Vec<Door>>;

    // Panels.

    /// Makes a panel.
    async fn add_panel(&self, new: NewPanel, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Panel>>;
    /// Changes a panel.
    async fn change_panel(&self, panel: PanelId, change: PanelChange, now: DateTime<Utc>) -> Result<Panel>;
    /// Gives a panel a new token; the old one ends at once.
    async fn renew_panel(&self, panel: PanelId, token: TokenHash, now: DateTime<Utc>) -> Result<Panel>;
    /// Removes a panel; its token ends at once.
    async fn remove_panel(&self, panel: PanelId, now: DateTime<Utc>) -> Result<()>;
    /// A panel.
    async fn panel(&self, panel: PanelId) -> Result<Panel>;
    /// The panels of a site, in the order they were made.
    async fn panels(&self, site: SiteId) -> Result<Vec<Panel>>;
    /// Who shows this token. Answers from memory: it is asked before every decision.
    async fn panel_by_token(&self, token: TokenHash) -> Result<Option<Panel>>;

    // Residents and managers.

    /// Makes an invitation.
    async fn invite(&self, new: NewInvitation, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Invitation>>;
    /// The invitations of a unit, newest first.
    async fn invitations(&self, unit: UnitId) -> Result<Vec<Invitation>>;
    /// An invitation.
    async fn invitation(&self, invitation: Uuid) -> Result<Invitation>;
    /// Withdraws an invitation that was not used.
    async fn withdraw_invitation(&self, invitation: Uuid, now: DateTime<Utc>) -> Result<()>;
    /// Uses an invitation, once, for a new device.
    async fn activate(&self, activate: Activate, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<DeviceHolder>>;
    /// Who shows this token.
    async fn device_by_token(&self, token: TokenHash) -> Result<Option<DeviceHolder>>;
    /// Ends a device; its token ends at once.
    async fn remove_device(&self, resident: ResidentId, device: Uuid, now: DateTime<Utc>) -> Result<()>;
    /// A resident with unit, site and doors.
    async fn membership(&self, resident: ResidentId) -> Result<Membership>;
    /// The residents of a unit.
    async fn residents(&self, unit: UnitId) -> Result<Vec<Resident>>;
    /// Removes a resident: every device ends at once, and every pass the resident gave is revoked.
    async fn remove_resident(&self, resident: ResidentId, now: DateTime<Utc>) -> Result<()>;
    /// Makes a manager.
    async fn add_manager(&self, new: NewManager, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Manager>>;
    /// The managers of a site.
    async fn managers(&self, site: SiteId) -> Result<Vec<Manager>>;
    /// A manager.
    async fn manager(&self, manager: Uuid) -> Result<Manager>;
    /// Who shows this token.
    async fn manager_by_token(&self, token: TokenHash) -> Result<Option<Manager>>;
    /// Removes a manager; the token ends at once.
    async fn remove_manager(&self, manager: Uuid, now: DateTime<Utc>) -> Result<()>;

    // Passes.

    /// Makes a pass with its identifiers.
    async fn create_pass(&self, new: NewPass, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<PassRecord>>;
    /// Changes a pass.
    async fn edit_pass(&self, edit: EditPass, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<PassRecord>>;
    /// Ends a pass. One that was ended before stays as it is.
    async fn revoke_pass(&self, scope: Scope, pass: PassId, now: DateTime<Utc>) -> Result<PassRecord>;
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

    // Decisions and the log.

    /// Decides, and writes the decision down. `Ok` means it is on disk.
    async fn present(&self, presentation: Presentation, now: DateTime<Utc>) -> Result<Decided>;
    /// Writes down that a manager opens a door from afar.
    async fn open_door(&self, door: DoorId, manager: Option<Uuid>, now: DateTime<Utc>) -> Result<EntryRecord>;
    /// The log, newest first.
    async fn entries(&self, scope: Scope, page: PageAsk) -> Result<Slice<EntryRecord>>;
    /// One entry.
    async fn entry(&self, scope: Scope, entry: EntryId) -> Result<EntryRecord>;

    // Keeping up.

    /// What of a unit is newer than the cursor, oldest first, at most about `limit` passes and entries. From 0:
    /// everything.
    async fn changes(&self, unit: UnitId, since: i64, limit: usize, now: DateTime<Utc>) -> Result<ChangeSet>;
    /// Tells of every change from now on, after it is on disk.
    fn subscribe(&self) -> broadcast::Receiver<Changed>;

    // Care.

    /// Removes what the sites' policies no longer keep.
    async fn purge(&self, now: DateTime<Utc>) -> Result<Purged>;
    /// How the ledger is; fails if whoever writes does not answer.
    async fn health(&self) -> Result<Health>;
    /// Finishes what was accepted and closes the store.
    async fn close(&self) -> Result<()>;
}
