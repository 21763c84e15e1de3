//! The trait, method by method: who does it, and how it behaves in its batch.

use std::sync::atomic::Ordering;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::api::{DoorChange, PanelChange, SiteChange, UnitChange};
use gatepass_core::id::{DoorId, EntryId, PanelId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::Policy;
use tokio::sync::broadcast;
use uuid::Uuid;

use super::present::MANY_WRONG_CODES;
use super::queue::Kind;
use super::{SqliteLedger, present, purge, read_log, read_people, write_passes, write_people, write_places};
use crate::keys::TokenHash;
use crate::ledger::{
    Activate, ChangeSet, Changed, Decided, DeviceHolder, Door, EditPass, EntryRecord, Health, Invitation, Ledger, Made,
    Manager, Membership, NewDoor, NewInvitation, NewManager, NewPanel, NewPass, NewSite, NewUnit, Once, PageAsk, Panel,
    PassRecord, Presentation, Purged, Resident, Result, Scope, Site, Slice, Unit,
};

/// A page of a list that is in memory, in its order.
fn page_of<'a, T: Clone + 'a>(all: impl Iterator<Item = &'a std::sync::Arc<T>>, page: &PageAsk) -> Slice<T> {
    let from = page.after.and_then(|after| usize::try_from(after).ok()).unwrap_or(0);
    let mut rest = all.skip(from);
    let items: Vec<T> = rest.by_ref().take(page.limit.max(1)).map(|item| (**item).clone()).collect();
    let next = rest.next().is_some().then(|| i64::try_from(from + items.len()).ok()).flatten();
    Slice { items, next }
}

#[async_trait]
impl Ledger for SqliteLedger {
    async fn add_site(&self, new: NewSite, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Site>> {
        self.write(Kind::Places, move |core| {
            let now = core.at(now);
            write_places::add_site(core, new, once.as_ref(), now)
        })
        .await
    }

    async fn change_site(&self, site: SiteId, change: SiteChange, now: DateTime<Utc>) -> Result<Site> {
        self.write(Kind::Places, move |core| {
            core.at(now);
            write_places::change_site(core, site, change)
        })
        .await
    }

    async fn set_policy(&self, site: SiteId, policy: Policy, now: DateTime<Utc>) -> Result<Site> {
        self.write(Kind::Places, move |core| {
            core.at(now);
            write_places::set_policy(core, site, policy)
        })
        .await
    }

    async fn site(&self, site: SiteId) -> Result<Site> {
        self.places(|places| places.site(site).map(|site| (*site).clone()))
    }

    async fn sites(&self, page: PageAsk) -> Result<Slice<Site>> {
        Ok(self.places(|places| page_of(places.sites(), &page)))
    }

    async fn add_unit(&self, new: NewUnit, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Unit>> {
        self.write(Kind::Places, move |core| {
            let now = core.at(now);
            write_places::add_unit(core, new, once.as_ref(), now)
        })
        .await
    }

    async fn change_unit(&self, unit: UnitId, change: UnitChange, now: DateTime<Utc>) -> Result<Unit> {
        self.write(Kind::Places, move |core| {
            core.at(now);
            write_places::change_unit(core, unit, change)
        })
        .await
    }

    async fn unit(&self, unit: UnitId) -> Result<Unit> {
        self.places(|places| places.unit(unit).map(|unit| (*unit).clone()))
    }

    async fn units(&self, site: SiteId, page: PageAsk) -> Result<Slice<Unit>> {
        self.places(|places| {
            places.site(site)?;
            Ok(page_of(places.units(site), &page))
        })
    }

    async fn add_door(&self, new: NewDoor, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Door>> {
        self.write(Kind::Places, move |core| {
            let now = core.at(now);
            write_places::add_door(core, new, once.as_ref(), now)
        })
        .await
    }

    async fn change_door(&self, door: DoorId, change: DoorChange, now: DateTime<Utc>) -> Result<Door> {
        self.write(Kind::Places, move |core| {
            core.at(now);
            write_places::change_door(core, door, change)
        })
        .await
    }

    async fn door(&self, door: DoorId) -> Result<Door> {
        self.places(|places| places.door(door).map(|door| (*door).clone()))
    }

    async fn doors(&self, site: SiteId) -> Result<Vec<Door>> {
        self.places(|places| {
            places.site(site)?;
            Ok(places.doors(site).map(|door| (**door).clone()).collect())
        })
    }

    async fn add_panel(&self, new: NewPanel, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Panel>> {
        self.write(Kind::Places, move |core| {
            let now = core.at(now);
            write_places::add_panel(core, new, once.as_ref(), now)
        })
        .await
    }

    async fn change_panel(&self, panel: PanelId, change: PanelChange, now: DateTime<Utc>) -> Result<Panel> {
        self.write(Kind::Places, move |core| {
            core.at(now);
            write_places::change_panel(core, panel, change)
        })
        .await
    }

    async fn renew_panel(&self, panel: PanelId, token: TokenHash, now: DateTime<Utc>) -> Result<Panel> {
        self.write(Kind::Places, move |core| {
            core.at(now);
            write_places::renew_panel(core, panel, token)
        })
        .await
    }

    async fn remove_panel(&self, panel: PanelId, now: DateTime<Utc>) -> Result<()> {
        self.write(Kind::Places, move |core| {
            core.at(now);
            write_places::remove_panel(core, panel)
        })
        .await
    }

    async fn panel(&self, panel: PanelId) -> Result<Panel> {
        self.places(|places| places.panel(panel).map(|(panel, _)| (*panel).clone()))
    }

    async fn panels(&self, site: SiteId) -> Result<Vec<Panel>> {
        self.places(|places| {
            places.site(site)?;
            Ok(places.panels(site).map(|panel| (**panel).clone()).collect())
        })
    }

    async fn panel_by_token(&self, token: TokenHash) -> Result<Option<Panel>> {
        Ok(self.places(|places| places.panel_by_token(token)).map(|panel| (*panel).clone()))
    }

    async fn invite(&self, new: NewInvitation, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Invitation>> {
        self.write(Kind::Several, move |core| {
            let now = core.at(now);
            write_people::invite(core, new, once.as_ref(), now)
        })
        .await
    }

    async fn invitations(&self, unit: UnitId) -> Result<Vec<Invitation>> {
        self.readers.ask(move |reader| read_people::invitations(reader, unit)).await
    }

    async fn invitation(&self, invitation: Uuid) -> Result<Invitation> {
        self.readers.ask(move |reader| read_people::invitation(reader.connection, invitation)).await
    }

    async fn withdraw_invitation(&self, invitation: Uuid, now: DateTime<Utc>) -> Result<()> {
        self.write(Kind::Single, move |core| {
            core.at(now);
            write_people::withdraw_invitation(core, invitation)
        })
        .await
    }

    async fn activate(&self, activate: Activate, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<DeviceHolder>> {
        self.write(Kind::Several, move |core| {
            let now = core.at(now);
            write_people::activate(core, &activate, once.as_ref(), now)
        })
        .await
    }

    async fn device_by_token(&self, token: TokenHash) -> Result<Option<DeviceHolder>> {
        self.readers.ask(move |reader| read_people::device_by_token(reader, token)).await
    }

    async fn remove_device(&self, resident: ResidentId, device: Uuid, now: DateTime<Utc>) -> Result<()> {
        self.write(Kind::Several, move |core| {
            core.at(now);
            write_people::remove_device(core, resident, device)
        })
        .await
    }

    async fn membership(&self, resident: ResidentId) -> Result<Membership> {
        self.readers.ask(move |reader| read_people::membership(reader, resident)).await
    }

    async fn residents(&self, unit: UnitId) -> Result<Vec<Resident>> {
        self.readers.ask(move |reader| read_people::residents(reader, unit)).await
    }

    async fn remove_resident(&self, resident: ResidentId, now: DateTime<Utc>) -> Result<()> {
        self.write(Kind::Several, move |core| {
            let now = core.at(now);
            write_people::remove_resident(core, resident, now)
        })
        .await
    }

    async fn add_manager(&self, new: NewManager, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<Manager>> {
        self.write(Kind::Several, move |core| {
            let now = core.at(now);
            write_people::add_manager(core, &new, once.as_ref(), now)
        })
        .await
    }

    async fn managers(&self, site: SiteId) -> Result<Vec<Manager>> {
        self.readers.ask(move |reader| read_people::managers(reader, site)).await
    }

    async fn manager(&self, manager: Uuid) -> Result<Manager> {
        self.readers.ask(move |reader| read_people::manager(reader.connection, manager)).await
    }

    async fn manager_by_token(&self, token: TokenHash) -> Result<Option<Manager>> {
        self.readers.ask(move |reader| read_people::manager_by_token(reader, token)).await
    }

    async fn remove_manager(&self, manager: Uuid, now: DateTime<Utc>) -> Result<()> {
        self.write(Kind::Single, move |core| {
            core.at(now);
            write_people::remove_manager(core, manager)
        })
        .await
    }

    async fn create_pass(&self, new: NewPass, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<PassRecord>> {
        self.write(Kind::Several, move |core| {
            let now = core.at(now);
            write_passes::create(core, new, once.as_ref(), now)
        })
        .await
    }

    async fn edit_pass(&self, edit: EditPass, once: Option<Once>, now: DateTime<Utc>) -> Result<Made<PassRecord>> {
        self.write(Kind::Several, move |core| {
            let now = core.at(now);
            write_passes::edit(core, &edit, once.as_ref(), now)
        })
        .await
    }

    async fn revoke_pass(&self, scope: Scope, pass: PassId, now: DateTime<Utc>) -> Result<PassRecord> {
        self.write(Kind::Several, move |core| {
            let now = core.at(now);
            write_passes::revoke(core, scope, pass, now)
        })
        .await
    }

    async fn pass(&self, scope: Scope, pass: PassId, now: DateTime<Utc>) -> Result<PassRecord> {
        self.readers.ask(move |reader| read_log::pass(reader, scope, pass, now)).await
    }

    async fn passes(
        &self,
        scope: Scope,
        valid: Option<bool>,
        page: PageAsk,
        now: DateTime<Utc>,
    ) -> Result<Slice<PassRecord>> {
        self.readers.ask(move |reader| read_log::passes(reader, scope, valid, &page, now)).await
    }

    async fn present(&self, presentation: Presentation, now: DateTime<Utc>) -> Result<Decided> {
        self.write(Kind::Single, move |core| {
            let now = core.at(now);
            present::present(core, &presentation, now)
        })
        .await
    }

    async fn open_door(&self, door: DoorId, manager: Option<Uuid>, now: DateTime<Utc>) -> Result<EntryRecord> {
        self.write(Kind::Single, move |core| {
            let now = core.at(now);
            present::open_door(core, door, manager, now)
        })
        .await
    }

    async fn entries(&self, scope: Scope, page: PageAsk) -> Result<Slice<EntryRecord>> {
        self.readers.ask(move |reader| read_log::entries(reader, scope, &page)).await
    }

    async fn entry(&self, scope: Scope, entry: EntryId) -> Result<EntryRecord> {
        self.readers.ask(move |reader| read_log::entry(reader, scope, entry)).await
    }

    async fn changes(&self, unit: UnitId, since: i64, limit: usize, now: DateTime<Utc>) -> Result<ChangeSet> {
        self.readers.ask(move |reader| read_log::changes(reader, unit, since, limit, now)).await
    }

    fn subscribe(&self) -> broadcast::Receiver<Changed> {
        self.changes.subscribe()
    }

    async fn purge(&self, now: DateTime<Utc>) -> Result<Purged> {
        let mut all = Purged::default();
        loop {
            let some = self.write(Kind::Several, move |core| {
                let now = core.at(now);
                purge::purge_some(core, now)
            });
            let (purged, more) = some.await?;
            all.entries += purged.entries;
            all.passes += purged.passes;
            all.photos.extend(purged.photos);
            if !more {
                return Ok(all);
            }
        }
    }

    async fn health(&self) -> Result<Health> {
        let (live_passes, sites_under_attack) = self
            .write(Kind::Single, |core| {
                let attacked = core.live.wrong_codes.iter().filter(|(_, wrong)| wrong.count >= MANY_WRONG_CODES);
                Ok((core.live.len() as u64, attacked.map(|(site, _)| *site).collect()))
            })
            .await?;
        let count = |counter: &std::sync::atomic::AtomicU64| counter.load(Ordering::Relaxed);
        Ok(Health {
            live_passes,
            waiting: count(&self.counters.waiting),
            commits: count(&self.counters.commits),
            failed_commits: count(&self.counters.failed_commits),
            operations: count(&self.counters.operations),
            sites_under_attack,
        })
    }

    async fn close(&self) -> Result<()> {
        self.finish().await
    }
}
