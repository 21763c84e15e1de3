//! Residents, devices, invitations and managers: changed by acts, read from the directory in memory.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::{ResidentId, SiteId, UnitId};
use uuid::Uuid;

use crate::building::{self, Attribution};
use crate::keys::TokenHash;
use crate::ledger::engine::{LedgerEngine, all};
use crate::ledger::ports::Lists;
use crate::ledger::{
    DeviceHolder, IdempotentAnswer, IdempotentRequest, Invitation, Manager, Membership, NewDevice, NewInvitation,
    NewManager, People, Resident, Result,
};

#[async_trait]
impl<L: Lists> People for LedgerEngine<L> {
    async fn invite(
        &self,
        new: NewInvitation,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Invitation>> {
        self.act_by(by, move |act| building::invite(act, new, once)).await
    }

    async fn invitations(&self, unit: UnitId) -> Result<Vec<Invitation>> {
        self.directory(|directory| {
            directory.unit(unit)?;
            Ok(all(directory.invitations(unit).rev()))
        })
    }

    async fn invitation(&self, invitation: Uuid) -> Result<Invitation> {
        self.directory(|directory| directory.invitation(invitation).map(|invitation| (**invitation).clone()))
    }

    async fn withdraw_invitation(&self, invitation: Uuid, by: Attribution) -> Result<()> {
        self.act_by(by, move |act| building::withdraw_invitation(act, invitation)).await
    }

    async fn activate(
        &self,
        activate: NewDevice,
        once: Option<IdempotentRequest>,
        now: DateTime<Utc>,
    ) -> Result<IdempotentAnswer<DeviceHolder>> {
        self.act(now, move |act| building::activate(act, &activate, once)).await
    }

    async fn device_by_token(&self, token: TokenHash) -> Result<Option<DeviceHolder>> {
        Ok(self.directory(|directory| directory.device_by_token(token)))
    }

    async fn remove_device(&self, resident: ResidentId, device: Uuid, by: Attribution) -> Result<()> {
        self.act_by(by, move |act| building::remove_device(act, resident, device)).await
    }

    async fn membership(&self, resident: ResidentId) -> Result<Membership> {
        self.directory(|directory| directory.membership(resident))
    }

    async fn residents(&self, unit: UnitId) -> Result<Vec<Resident>> {
        self.directory(|directory| {
            directory.unit(unit)?;
            Ok(all(directory.residents(unit)))
        })
    }

    async fn remove_resident(&self, resident: ResidentId, by: Attribution) -> Result<()> {
        self.act_by(by, move |act| building::remove_resident(act, resident)).await
    }

    async fn add_manager(
        &self,
        new: NewManager,
        once: Option<IdempotentRequest>,
        by: Attribution,
    ) -> Result<IdempotentAnswer<Manager>> {
        self.act_by(by, move |act| building::add_manager(act, &new, once)).await
    }

    async fn managers(&self, site: SiteId) -> Result<Vec<Manager>> {
        self.directory(|directory| {
            directory.site(site)?;
            Ok(all(directory.managers(site)))
        })
    }

    async fn manager(&self, manager: Uuid) -> Result<Manager> {
        self.directory(|directory| directory.manager(manager).map(|manager| (**manager).clone()))
    }

    async fn manager_by_token(&self, token: TokenHash) -> Result<Option<Manager>> {
        Ok(self.directory(|directory| directory.manager_by_token(token).map(|manager| (**manager).clone())))
    }

    async fn remove_manager(&self, manager: Uuid, by: Attribution) -> Result<()> {
        self.act_by(by, move |act| building::remove_manager(act, manager)).await
    }
}
