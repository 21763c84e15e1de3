//! All that is held in memory, and the one way in which it changes.

use foldhash::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use gatepass_core::id::{DoorId, PassId, SiteId};
use gatepass_core::pass::Reason;

use super::guard::{Guard, MANY_WRONG_CODES};
use super::jobs::OpenJobs;
use super::live::LivePasses;
use super::visits::VisitDoors;
use super::{Directory, Entry, PassState, Record, Totals, WrongCodes};

/// The state of all sites of a writer.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    pub(crate) directory: Directory,
    sites: HashMap<SiteId, SiteState>,
    /// A site without anything in it yet.
    empty: SiteState,
}

/// What decisions at one site are made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct SiteState {
    pub(crate) passes: LivePasses,
    pub(crate) guard: Guard,
    pub(crate) jobs: OpenJobs,
    pub(crate) visits: VisitDoors,
    /// The last sequence number that was handed out.
    last_seq: i64,
    /// Up to where entries are added up on disk.
    totals_seq: i64,
    /// Passes with visits since then.
    visited: HashSet<PassId>,
    /// Passes whose uses on disk hold entries after `totals_seq`, and up to which.
    counted_until: HashMap<PassId, i64>,
    /// Entries since `totals_seq`.
    tail: u64,
}

impl State {
    /// Takes a record in: one that an act has just made and that is written, or one that is read at the start.
    /// Says whether the directory changed.
    pub(crate) fn apply(&mut self, record: &Record) -> bool {
        let listed = self.directory.apply(record);
        let Some(site_id) = record.site() else { return listed };
        let site = self.sites.entry(site_id).or_default();
        if let Some(seq) = record.seq() {
            site.last_seq = site.last_seq.max(seq);
        }
        match record {
            // A change of a pass that is long over is not for the memory.
            Record::Pass(pass) if pass.lookups.is_empty() && site.passes.pass(pass.pass.id).is_none() => {}
            Record::Pass(pass) => site.put_pass(pass),
            Record::PassesRemoved { passes, .. } => site.passes.remove(passes.iter().map(|(pass, _)| *pass)),
            Record::PassesPutAway { over_at, .. } => site.passes.remove_over(*over_at, &site.visited),
            Record::Entry(entry) => site.add_entry(entry, &self.directory),
            Record::Totals(totals) => site.start_from(totals),
            Record::Job(job) => site.jobs.put(job),
            Record::JobRemoved { job, .. } => site.jobs.remove(*job),
            _ => {}
        }
        listed
    }

    /// A site's part. A site that is not in the directory has none of anything.
    pub(crate) fn site(&self, site: SiteId) -> &SiteState {
        self.sites.get(&site).unwrap_or(&self.empty)
    }

    /// All sites' parts.
    pub(crate) fn site_states(&self) -> impl Iterator<Item = &SiteState> {
        self.sites.values()
    }

    /// A sequence number of a site was handed out at some time, whatever became of it.
    pub(crate) fn seq_was_used(&mut self, site: SiteId, seq: i64) {
        let site = self.sites.entry(site).or_default();
        site.last_seq = site.last_seq.max(seq);
    }

    /// A pass opened a door within the last day; read at the start.
    pub(crate) fn door_was_opened(
        &mut self,
        site: SiteId,
        pass: PassId,
        door: DoorId,
        at: DateTime<Utc>,
        arrival: bool,
    ) {
        self.sites.entry(site).or_default().visits.add(pass, door, at, arrival);
    }

    /// Takes out the passes that were over at this instant, but for those whose visits are not added up on disk yet.
    pub(crate) fn put_away(&mut self, over_at: DateTime<Utc>) {
        for site in self.sites.values_mut() {
            site.passes.remove_over(over_at, &site.visited);
        }
    }

    /// Passes held ready.
    pub(crate) fn live_passes(&self) -> usize {
        self.sites.values().map(|site| site.passes.len()).sum()
    }

    /// Jobs that wait or run, and jobs that were given up.
    pub(crate) fn open_jobs(&self) -> (u64, u64) {
        let jobs = self.sites.values().flat_map(|site| site.jobs.iter());
        let (given_up, waiting): (Vec<_>, Vec<_>) = jobs.partition(|job| job.given_up);
        (waiting.len() as u64, given_up.len() as u64)
    }

    /// Entries that are not added up on disk yet.
    pub(crate) fn tail(&self) -> u64 {
        self.sites.values().map(|site| site.tail).sum()
    }

    /// The sites whose entries, or whose last sequence number, are not added up on disk yet.
    pub(crate) fn sites_to_add_up(&self) -> Vec<SiteId> {
        let mut sites: Vec<SiteId> =
            self.sites.iter().filter(|(_, site)| site.last_seq > site.totals_seq).map(|(site, _)| *site).collect();
        sites.sort_unstable();
        sites
    }

    /// Sites at which many wrong codes were tried on the last day on which any was.
    pub(crate) fn sites_under_attack(&self) -> Vec<SiteId> {
        let attacked = self
            .sites
            .iter()
            .filter(|(_, site)| site.guard.wrong_codes().is_some_and(|wrong| wrong.count >= MANY_WRONG_CODES));
        attacked.map(|(site, _)| *site).collect()
    }

    /// Whether the two would decide alike from `now` on.
    pub(crate) fn same_as(&self, other: &Self, now: DateTime<Utc>) -> bool {
        let same = |(id, site): (&SiteId, &SiteState)| site.same_as(other.site(*id), now);
        self.directory == other.directory && self.sites.iter().all(same)
    }
}

impl SiteState {
    /// The last sequence number that was handed out.
    pub(crate) fn last_seq(&self) -> i64 {
        self.last_seq
    }

    /// Wrong codes on the site's latest day that had any.
    pub(crate) fn wrong_codes(&self) -> Option<WrongCodes> {
        self.guard.wrong_codes()
    }

    fn put_pass(&mut self, pass: &PassState) {
        if pass.counted_until > self.totals_seq {
            self.counted_until.insert(pass.pass.id, pass.counted_until);
        }
        self.passes.put(pass);
    }

    fn add_entry(&mut self, entry: &Entry, directory: &Directory) {
        if entry.seq > self.totals_seq {
            self.tail += 1;
            if entry.arrival
                && let Some(pass) = entry.pass
            {
                self.spend(pass, entry);
            }
            if let Ok(site) = directory.site(entry.site) {
                self.guard.count(entry, site.zone);
            }
        }
        self.guard.remember(entry, directory);
        if entry.reason == Reason::Ok
            && let Some(pass) = entry.pass
        {
            self.visits.add(pass, entry.door, entry.at, entry.arrival);
        }
    }

    fn spend(&mut self, id: PassId, entry: &Entry) {
        self.visited.insert(id);
        let is_counted = self.counted_until.get(&id).is_some_and(|until| entry.seq <= *until);
        if !is_counted && let Some(pass) = self.passes.pass_mut(id) {
            pass.usage.spend(entry.at, pass.timetable.zone());
        }
    }

    fn start_from(&mut self, totals: &Totals) {
        self.totals_seq = totals.seq;
        self.last_seq = self.last_seq.max(totals.seq);
        self.guard.start_from(&totals.ladders, totals.wrong_codes);
        self.visited.clear();
        self.counted_until.clear();
        self.tail = 0;
        self.visits.forget_old();
    }

    /// What the entries so far add up to.
    pub(crate) fn totals(&self, site: SiteId) -> Totals {
        let used = self.visited.iter().filter_map(|id| self.passes.pass(*id));
        let mut usage: Vec<_> = used.map(|pass| (pass.id, pass.usage)).collect();
        // In the order of the keys: so many rows share a page.
        usage.sort_unstable_by_key(|(pass, _)| *pass);
        Totals { site, seq: self.last_seq, usage, ladders: self.guard.ladders(), wrong_codes: self.guard.wrong_codes() }
    }

    fn same_as(&self, other: &Self, now: DateTime<Utc>) -> bool {
        self.passes.same_as(&other.passes)
            && self.guard.same_as(&other.guard, now)
            && self.visits.same_as(&other.visits)
            && self.jobs == other.jobs
            && self.totals_seq == other.totals_seq
            && self.tail == other.tail
            && self.last_seq == other.last_seq
    }
}
