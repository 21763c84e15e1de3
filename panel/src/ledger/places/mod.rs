//! Sites, units, doors and panels are kept.

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

/// Keeps the places.
#[async_trait]
pub trait Places: Send + Sync {
    /// Makes a site.
    async fn add_site(
        &self,
        new: NewSite,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Site>>;
    /// Renames a site.
    async fn change_site(&self, site: SiteId, change: SiteChange, by: Attribution) -> Result<Site>;
    /// Gives a site another policy. It holds from the next decision on.
    async fn set_policy(&self, site: SiteId, policy: Policy, by: Attribution) -> Result<Site>;
    /// A site.
    async fn site(&self, site: SiteId) -> Result<Site>;
    /// All sites, in the order they were made.
    async fn sites(&self, page: PageRequest) -> Result<ListPage<Site>>;

    /// Makes a unit.
    async fn add_unit(
        &self,
        new: NewUnit,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Unit>>;
    /// Changes a unit.
    async fn change_unit(&self, unit: UnitId, change: UnitChange, by: Attribution) -> Result<Unit>;
    /// A unit.
    async fn unit(&self, unit: UnitId) -> Result<Unit>;
    /// The units of a site, in the order they were made.
    async fn units(&self, site: SiteId, page: PageRequest) -> Result<ListPage<Unit>>;

    /// Makes a door.
    async fn add_door(
        &self,
        new: NewDoor,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Door>>;
    /// Changes a door.
    async fn change_door(&self, door: DoorId, change: DoorChange, by: Attribution) -> Result<Door>;
    /// A door.
    async fn door(&self, door: DoorId) -> Result<Door>;
    /// The doors of a site, in the order they were made.
    async fn doors(&self, site: SiteId) -> Result<Vec<Door>>;

    /// Makes a panel.
    async fn add_panel(
        &self,
        new: NewPanel,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Panel>>;
    /// Changes a panel.
    async fn change_panel(&self, panel: PanelId, change: PanelChange, by: Attribution) -> Result<Panel>;
    /// Gives a panel a new token; the old one ends at once.
    async fn renew_panel(&self, panel: PanelId, token: TokenHash, by: Attribution) -> Result<Panel>;
    /// Removes a panel; its token ends at once.
    async fn remove_panel(&self, panel: PanelId, by: Attribution) -> Result<()>;
    /// A panel.
    async fn panel(&self, panel: PanelId) -> Result<Panel>;
    /// The panels of a site, in the order they were made.
    async fn panels(&self, site: SiteId) -> Result<Vec<Panel>>;
    /// The panel that shows this token, with its site. Answers from memory, at once: it is asked before every decision.
    fn panel_by_token(&self, token: TokenHash) -> Option<PanelAtSite>;
}
