//! Stores sites, units, doors and panels.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod conformance;
mod engine;

use async_trait::async_trait;
use gatepass_core::id::{DoorId, PanelId, SiteId, UnitId};
use gatepass_core::pass::Policy;

use super::{ListPage, PageRequest, Result};
use crate::building::{Attribution, IdempotentAnswer, IdempotentRequest};
pub use crate::building::{
    Door, DoorChange, NewDoor, NewPanel, NewSite, NewUnit, Panel, PanelAtSite, PanelChange, Site, SiteChange, Unit,
    UnitChange,
};
use crate::keys::TokenHash;

/// Stores sites, units, doors and panels.
#[async_trait]
pub trait Places: Send + Sync {
    /// Makes a site.
    ///
    /// # Errors
    ///
    /// `Conflict::KeyReused`.
    async fn add_site(
        &self,
        new: NewSite,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Site>>;
    /// Renames a site.
    ///
    /// # Errors
    ///
    /// There is no such site.
    async fn change_site(&self, site: SiteId, change: SiteChange, by: Attribution) -> Result<Site>;
    /// Gives a site another policy. It holds from the next decision on.
    ///
    /// # Errors
    ///
    /// There is no such site.
    async fn set_policy(&self, site: SiteId, policy: Policy, by: Attribution) -> Result<Site>;
    /// A site.
    ///
    /// # Errors
    ///
    /// There is no such site.
    async fn site(&self, site: SiteId) -> Result<Site>;
    /// All sites, in the order they were made.
    async fn sites(&self, page: PageRequest) -> Result<ListPage<Site>>;

    /// Makes a unit.
    ///
    /// # Errors
    ///
    /// There is no such site; `Conflict::NameTaken`, `RefusalReason::BadDoors`.
    async fn add_unit(
        &self,
        new: NewUnit,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Unit>>;
    /// Changes a unit.
    ///
    /// # Errors
    ///
    /// There is no such unit; `Conflict::NameTaken`, `RefusalReason::BadDoors`.
    async fn change_unit(&self, unit: UnitId, change: UnitChange, by: Attribution) -> Result<Unit>;
    /// A unit.
    ///
    /// # Errors
    ///
    /// There is no such unit.
    async fn unit(&self, unit: UnitId) -> Result<Unit>;
    /// The units of a site, in the order they were made.
    ///
    /// # Errors
    ///
    /// There is no such site.
    async fn units(&self, site: SiteId, page: PageRequest) -> Result<ListPage<Unit>>;

    /// Makes a door.
    ///
    /// # Errors
    ///
    /// There is no such site; `Conflict::NameTaken`.
    async fn add_door(
        &self,
        new: NewDoor,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Door>>;
    /// Changes a door.
    ///
    /// # Errors
    ///
    /// There is no such door; `Conflict::NameTaken`.
    async fn change_door(&self, door: DoorId, change: DoorChange, by: Attribution) -> Result<Door>;
    /// A door.
    ///
    /// # Errors
    ///
    /// There is no such door.
    async fn door(&self, door: DoorId) -> Result<Door>;
    /// The doors of a site, in the order they were made.
    ///
    /// # Errors
    ///
    /// There is no such site.
    async fn doors(&self, site: SiteId) -> Result<Vec<Door>>;

    /// Makes a panel.
    ///
    /// # Errors
    ///
    /// There is no such site; `Conflict::NameTaken`, `RefusalReason::BadLocks`.
    async fn add_panel(
        &self,
        new: NewPanel,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Panel>>;
    /// Changes a panel.
    ///
    /// # Errors
    ///
    /// There is no such panel; `Conflict::NameTaken`, `RefusalReason::BadLocks`.
    async fn change_panel(&self, panel: PanelId, change: PanelChange, by: Attribution) -> Result<Panel>;
    /// Gives a panel a new token; the old one ends at once.
    ///
    /// # Errors
    ///
    /// There is no such panel.
    async fn renew_panel(&self, panel: PanelId, token: TokenHash, by: Attribution) -> Result<Panel>;
    /// Removes a panel; its token ends at once.
    ///
    /// # Errors
    ///
    /// There is no such panel.
    async fn remove_panel(&self, panel: PanelId, by: Attribution) -> Result<()>;
    /// A panel.
    ///
    /// # Errors
    ///
    /// There is no such panel.
    async fn panel(&self, panel: PanelId) -> Result<Panel>;
    /// The panels of a site, in the order they were made.
    ///
    /// # Errors
    ///
    /// There is no such site.
    async fn panels(&self, site: SiteId) -> Result<Vec<Panel>>;
    /// The panel with this token, and its site. It is answered from memory, because every decision needs it.
    fn panel_by_token(&self, token: TokenHash) -> Option<PanelAtSite>;
}
