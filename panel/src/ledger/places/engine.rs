//! Sites, units, doors and panels: changed by acts, read from the directory in memory.

use async_trait::async_trait;
use gatepass_core::id::{DoorId, PanelId, SiteId, UnitId};
use gatepass_core::pass::Policy;

use crate::building::{self, Attribution};
use crate::keys::TokenHash;
use crate::ledger::engine::{LedgerEngine, all};
use crate::ledger::ports::Lists;
use crate::ledger::{
    Door, DoorChange, IdempotentAnswer, IdempotentRequest, ListPage, NewDoor, NewPanel, NewSite, NewUnit, PageRequest,
    Panel, PanelAtSite, PanelChange, Places, Result, Site, SiteChange, Unit, UnitChange,
};

#[async_trait]
impl<L: Lists> Places for LedgerEngine<L> {
    async fn add_site(
        &self,
        new: NewSite,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Site>> {
        self.act_by(by, move |act| building::add_site(act, new, once)).await
    }

    async fn change_site(&self, site: SiteId, change: SiteChange, by: Attribution) -> Result<Site> {
        self.act_by(by, move |act| building::change_site(act, site, change)).await
    }

    async fn set_policy(&self, site: SiteId, policy: Policy, by: Attribution) -> Result<Site> {
        self.act_by(by, move |act| building::set_policy(act, site, policy)).await
    }

    async fn site(&self, site: SiteId) -> Result<Site> {
        self.directory(|directory| directory.site(site).map(|site| (**site).clone()))
    }

    async fn sites(&self, page: PageRequest) -> Result<ListPage<Site>> {
        Ok(self.directory(|directory| ListPage::of(directory.sites(), &page)))
    }

    async fn add_unit(
        &self,
        new: NewUnit,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Unit>> {
        self.act_by(by, move |act| building::add_unit(act, new, once)).await
    }

    async fn change_unit(&self, unit: UnitId, change: UnitChange, by: Attribution) -> Result<Unit> {
        self.act_by(by, move |act| building::change_unit(act, unit, change)).await
    }

    async fn unit(&self, unit: UnitId) -> Result<Unit> {
        self.directory(|directory| directory.unit(unit).map(|unit| (**unit).clone()))
    }

    async fn units(&self, site: SiteId, page: PageRequest) -> Result<ListPage<Unit>> {
        self.directory(|directory| {
            directory.site(site)?;
            Ok(ListPage::of(directory.units(site), &page))
        })
    }

    async fn add_door(
        &self,
        new: NewDoor,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Door>> {
        self.act_by(by, move |act| building::add_door(act, new, once)).await
    }

    async fn change_door(&self, door: DoorId, change: DoorChange, by: Attribution) -> Result<Door> {
        self.act_by(by, move |act| building::change_door(act, door, change)).await
    }

    async fn door(&self, door: DoorId) -> Result<Door> {
        self.directory(|directory| directory.door(door).map(|door| (**door).clone()))
    }

    async fn doors(&self, site: SiteId) -> Result<Vec<Door>> {
        self.directory(|directory| {
            directory.site(site)?;
            Ok(all(directory.doors(site)))
        })
    }

    async fn add_panel(
        &self,
        new: NewPanel,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Panel>> {
        self.act_by(by, move |act| building::add_panel(act, new, once)).await
    }

    async fn change_panel(&self, panel: PanelId, change: PanelChange, by: Attribution) -> Result<Panel> {
        self.act_by(by, move |act| building::change_panel(act, panel, change)).await
    }

    async fn renew_panel(&self, panel: PanelId, token: TokenHash, by: Attribution) -> Result<Panel> {
        self.act_by(by, move |act| building::renew_panel(act, panel, token)).await
    }

    async fn remove_panel(&self, panel: PanelId, by: Attribution) -> Result<()> {
        self.act_by(by, move |act| building::remove_panel(act, panel)).await
    }

    async fn panel(&self, panel: PanelId) -> Result<Panel> {
        self.directory(|directory| directory.panel(panel).map(|panel| (**panel).clone()))
    }

    async fn panels(&self, site: SiteId) -> Result<Vec<Panel>> {
        self.directory(|directory| {
            directory.site(site)?;
            Ok(all(directory.panels(site)))
        })
    }

    fn panel_by_token(&self, token: TokenHash) -> Option<PanelAtSite> {
        self.directory(|directory| directory.panel_by_token(token))
    }
}
