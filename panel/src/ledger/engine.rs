//! A ledger of three parts: a writer for what changes, a directory in memory for what is asked all the time, and lists
//! read from disk.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::api::CommandOutcome;
use gatepass_core::id::{DoorId, EntryId, PanelId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::Policy;
use gatepass_core::share::Language;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use uuid::Uuid;

use super::committer::{Committer, Counters, WriterContext};
use super::ports::{Journal, Lists};
use super::queue::{WriterRequest, bring, closed, hand_out, queued};
use super::writer::Writer;
use super::{
    AuditEntry, ChangeNotice, ChangeSet, Decisions, DeviceHolder, Door, DoorChange, EntryView, Health,
    IdempotentAnswer, IdempotentRequest, Invitation, Job, JobResult, Jobs, LedgerError, ListPage, Log, Maintenance,
    Manager, Membership, NewDevice, NewDoor, NewInvitation, NewManager, NewPanel, NewPass, NewSite, NewUnit,
    PageRequest, Panel, PanelAnswer, PanelAtSite, PanelChange, PassUpdate, PassView, Passes, People, Places,
    Presentation, PurgeReport, Resident, Result, Scope, Site, SiteChange, StoreFailure, Unit, UnitChange,
};
use crate::building::{self, Act, Actor, Attribution, Directory, Outcome};
use crate::keys::{Keys, TokenHash};

/// More orders than this do not wait for the writer: the next is told to try again.
const QUEUE: u64 = 8192;
/// Changes a slow listener may fall behind by before it is told that it missed some.
const CHANGES: usize = 1024;

/// A ledger whose lists come from `L`.
pub struct LedgerEngine<L> {
    directory: Arc<RwLock<Directory>>,
    lists: L,
    orders: Mutex<Option<mpsc::UnboundedSender<WriterRequest>>>,
    writer: Mutex<Option<JoinHandle<()>>>,
    changes: broadcast::Sender<ChangeNotice>,
    job_changes: watch::Sender<u64>,
    counters: Arc<Counters>,
}

#[expect(private_bounds, reason = "the ports of a database are this module's own")]
impl<L: Lists> LedgerEngine<L> {
    /// Starts the writer on the journal that `open` gives, once all is read. Must be called on a tokio runtime, which
    /// brings the orders and hands out the answers. `lists` is given the directory.
    pub(super) async fn start<J: Journal>(
        open: impl FnOnce() -> Result<J> + Send + 'static,
        lists: impl FnOnce(Arc<RwLock<Directory>>) -> L,
        keys: Arc<Keys>,
        language: Language,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let directory = Arc::new(RwLock::new(Directory::default()));
        let (changes, _) = broadcast::channel(CHANGES);
        let job_changes = watch::Sender::new(0);
        let counters = Arc::new(Counters::default());
        let around = WriterContext {
            keys,
            language,
            directory: Arc::clone(&directory),
            changes: changes.clone(),
            job_changes: job_changes.clone(),
            counters: Arc::clone(&counters),
        };
        let (orders, asked) = mpsc::unbounded_channel();
        let (sender, queue) = std::sync::mpsc::channel();
        let (answers, batches) = mpsc::unbounded_channel();
        let reading = tokio::task::spawn_blocking(move || Committer::new(open()?, around, now));
        let committer =
            reading.await.map_err(|error| StoreFailure::caused_by("reading the database stopped", error))??;
        let committer = Arc::new(Mutex::new(committer));
        let writer = Writer::new(Arc::clone(&committer), queue, answers, Arc::clone(&counters));
        tokio::spawn(bring(asked, sender, committer, Arc::clone(&counters)));
        tokio::spawn(hand_out(batches));
        let thread = std::thread::Builder::new().name("ledger-writer".to_owned()).spawn(move || writer.run());
        let thread = thread.map_err(|error| StoreFailure::caused_by("the writer cannot be started", error))?;
        Ok(Self {
            lists: lists(Arc::clone(&directory)),
            directory,
            orders: Mutex::new(Some(orders)),
            writer: Mutex::new(Some(thread)),
            changes,
            job_changes,
            counters,
        })
    }

    /// Whether what is in memory is what would be read from disk: a check for operators and tests.
    pub async fn memory_equals_disk(&self) -> Result<bool> {
        let (reply, answer) = oneshot::channel();
        self.order(WriterRequest::CompareWithDisk(reply))?;
        answer.await.unwrap_or_else(|_| Err(closed()))
    }

    /// Has the writer carry out an act that is nobody's administration, and waits until it is on disk.
    async fn act<T, F>(&self, now: DateTime<Utc>, act: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<Outcome<T>> + Send + 'static,
    {
        self.act_by(Attribution { actor: Actor::Service, at: now }, act).await
    }

    /// Has the writer carry out an act and waits until it is on disk.
    async fn act_by<T, F>(&self, by: Attribution, act: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<Outcome<T>> + Send + 'static,
    {
        self.carry_out(by, false, act).await
    }

    async fn carry_out<T, F>(&self, by: Attribution, tries_disk: bool, act: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<Outcome<T>> + Send + 'static,
    {
        let (job, answer) = queued(by, tries_disk, act);
        self.order(WriterRequest::Act(job))?;
        answer.await.unwrap_or_else(|_| Err(closed()))
    }

    fn order(&self, order: WriterRequest) -> Result<()> {
        if self.counters.waiting.fetch_add(1, Ordering::Relaxed) >= QUEUE {
            self.counters.waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(LedgerError::Busy);
        }
        let sent = match &*self.orders.lock().unwrap_or_else(PoisonError::into_inner) {
            None => Err(closed()),
            Some(orders) => orders.send(order).map_err(|_| closed()),
        };
        if sent.is_err() {
            self.counters.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        sent
    }

    fn directory<T>(&self, ask: impl FnOnce(&Directory) -> T) -> T {
        ask(&self.directory.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Copies out what the directory holds.
fn all<'a, T: Clone + 'a>(held: impl Iterator<Item = &'a Arc<T>>) -> Vec<T> {
    held.map(|one| (**one).clone()).collect()
}

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

#[async_trait]
impl<L: Lists> Passes for LedgerEngine<L> {
    async fn create_pass(
        &self,
        new: NewPass,
        once: Option<IdempotentRequest>,
        now: DateTime<Utc>,
    ) -> Result<IdempotentAnswer<PassView>> {
        self.act(now, move |act| building::make_pass(act, new, once)).await
    }

    async fn edit_pass(
        &self,
        edit: PassUpdate,
        once: Option<IdempotentRequest>,
        now: DateTime<Utc>,
    ) -> Result<IdempotentAnswer<PassView>> {
        self.act(now, move |act| building::edit_pass(act, &edit, once)).await
    }

    async fn revoke_pass(&self, scope: Scope, pass: PassId, by: Attribution) -> Result<PassView> {
        self.act_by(by, move |act| building::revoke_pass(act, scope, pass)).await
    }

    async fn pass(&self, scope: Scope, pass: PassId, now: DateTime<Utc>) -> Result<PassView> {
        self.lists.pass(scope, pass, now).await
    }

    async fn passes(
        &self,
        scope: Scope,
        valid: Option<bool>,
        page: PageRequest,
        now: DateTime<Utc>,
    ) -> Result<ListPage<PassView>> {
        self.lists.passes(scope, valid, page, now).await
    }
}

#[async_trait]
impl<L: Lists> Decisions for LedgerEngine<L> {
    async fn present(&self, presentation: Presentation, now: DateTime<Utc>) -> Result<PanelAnswer> {
        self.act(now, move |act| building::present(act, &presentation)).await
    }

    async fn settle_command(
        &self,
        panel: PanelId,
        decision: EntryId,
        outcome: CommandOutcome,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.act(now, move |act| building::settle_command(act, panel, decision, outcome)).await
    }

    async fn open_door(&self, door: DoorId, by: Attribution) -> Result<EntryView> {
        self.act_by(by, move |act| building::open_door(act, door)).await
    }
}

#[async_trait]
impl<L: Lists> Log for LedgerEngine<L> {
    async fn entries(&self, scope: Scope, page: PageRequest) -> Result<ListPage<EntryView>> {
        self.lists.entries(scope, page).await
    }

    async fn entry(&self, scope: Scope, entry: EntryId) -> Result<EntryView> {
        self.lists.entry(scope, entry).await
    }

    async fn changes(&self, unit: UnitId, since: i64, limit: usize, now: DateTime<Utc>) -> Result<ChangeSet> {
        self.lists.changes(unit, since, limit, now).await
    }

    async fn audit(&self, site: SiteId, page: PageRequest) -> Result<ListPage<AuditEntry>> {
        self.directory(|directory| directory.site(site).map(drop))?;
        self.lists.audit(site, page).await
    }

    fn subscribe(&self) -> broadcast::Receiver<ChangeNotice> {
        self.changes.subscribe()
    }
}

#[async_trait]
impl<L: Lists> Jobs for LedgerEngine<L> {
    async fn jobs(&self, now: DateTime<Utc>) -> Result<Vec<Arc<Job>>> {
        self.act(now, |act| Ok(building::list_jobs(act))).await
    }

    async fn settle_job(&self, job: Uuid, result: JobResult, now: DateTime<Utc>) -> Result<()> {
        self.act(now, move |act| Ok(building::settle_job(act, job, result))).await
    }

    async fn retry_job(&self, job: Uuid, by: Attribution) -> Result<Arc<Job>> {
        self.act_by(by, move |act| building::retry_job(act, job)).await
    }

    async fn drop_job(&self, job: Uuid, by: Attribution) -> Result<()> {
        self.act_by(by, move |act| building::drop_job(act, job)).await
    }

    async fn plan_purges(&self, now: DateTime<Utc>) -> Result<()> {
        self.act(now, |act| Ok(building::plan_purges(act))).await
    }

    async fn plan_reseals(&self, seal: u32, by: Attribution) -> Result<()> {
        self.act_by(by, move |act| Ok(building::plan_reseals(act, seal))).await
    }

    async fn reseal_site(&self, site: SiteId, now: DateTime<Utc>) -> Result<()> {
        let mut after = None;
        loop {
            let next = self.act(now, move |act| building::reseal_some(act, site, after)).await?;
            // Boxes of one pass that never open must not be looked at for ever.
            if next.is_none() || next == after {
                return Ok(());
            }
            after = next;
        }
    }

    fn job_changes(&self) -> watch::Receiver<u64> {
        self.job_changes.subscribe()
    }
}

#[async_trait]
impl<L: Lists> Maintenance for LedgerEngine<L> {
    async fn purge(&self, now: DateTime<Utc>) -> Result<PurgeReport> {
        let sites: Vec<SiteId> = self.directory(|directory| directory.sites().map(|site| site.id).collect());
        let mut all = PurgeReport::default();
        for site in sites {
            let purged = self.purge_site(site, now).await?;
            all.entries += purged.entries;
            all.passes += purged.passes;
            all.photos.extend(purged.photos);
        }
        Ok(all)
    }

    async fn purge_site(&self, site: SiteId, now: DateTime<Utc>) -> Result<PurgeReport> {
        let mut all = PurgeReport::default();
        loop {
            self.act(now, |act| Ok(building::add_up(act))).await?;
            let (purged, more) = self.act(now, move |act| building::purge_some(act, site)).await?;
            all.entries += purged.entries;
            all.passes += purged.passes;
            all.photos.extend(purged.photos);
            if !more {
                return Ok(all);
            }
        }
    }

    async fn health(&self) -> Result<Health> {
        let nobody = Attribution { actor: Actor::Service, at: DateTime::UNIX_EPOCH };
        let asked = self.carry_out(nobody, true, |act| {
            let (live_passes, attacked) = (act.state.live_passes() as u64, act.state.sites_under_attack());
            Ok(Outcome::unchanged((live_passes, attacked, act.state.open_jobs())))
        });
        let (live_passes, sites_under_attack, (jobs_waiting, jobs_given_up)) = asked.await?;
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Ok(Health {
            live_passes,
            waiting: count(&self.counters.waiting),
            commits: count(&self.counters.commits),
            failed_commits: count(&self.counters.failed_commits),
            operations: count(&self.counters.acts),
            jobs_waiting,
            jobs_given_up,
            sites_under_attack,
        })
    }

    async fn close(&self) -> Result<()> {
        // The writer ends when nobody can ask it any more, and what is waiting is done.
        drop(self.orders.lock().unwrap_or_else(PoisonError::into_inner).take());
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.lists.close();
        let Some(writer) = writer else { return Ok(()) };
        let joined = tokio::task::spawn_blocking(move || writer.join()).await;
        match joined {
            Ok(Ok(())) => Ok(()),
            _ => Err(StoreFailure::new("the writer did not end in good order").into()),
        }
    }
}
