//! Jobs: work that an act causes. It is done after the act's answer, at least once, also after a crash.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::id::SiteId;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use uuid::Uuid;

use super::ids::new_id;
use super::{Act, EntityKind, LedgerError, Outcome, Record, Result};
use crate::keys::{Keys, UnsealError};

/// What a job does. A new kind needs a line here and a handler in `jobs/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobKind {
    /// Removes what a site's policy no longer keeps.
    Purge,
    /// Removes photos from the photo store.
    RemovePhotos,
    /// Seals again what an older seal closed.
    Reseal,
}

impl JobKind {
    /// All kinds. One that is missing here is not read from disk.
    pub const ALL: [Self; 3] = [Self::Purge, Self::RemovePhotos, Self::Reseal];

    /// The name in the database, in metrics and on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Purge => "purge",
            Self::RemovePhotos => "remove_photos",
            Self::Reseal => "reseal",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == name)
    }
}

/// A job that is not done yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The job.
    pub id: Uuid,
    /// Its site.
    pub site: SiteId,
    /// What it does.
    pub kind: JobKind,
    /// Prevents duplicates: while a job of this kind with this key waits at the site, no other is made.
    pub key: String,
    /// What it works on, sealed. See [`Job::payload`].
    pub sealed: Vec<u8>,
    /// It is not begun before.
    pub not_before: DateTime<Utc>,
    /// It is given up after. `None`: never for its age.
    pub deadline: Option<DateTime<Utc>>,
    /// How often it was tried.
    pub attempts: u32,
    /// Why the last try failed, in words for the operator.
    pub last_error: Option<String>,
    /// Whether it was given up. An operator can have it tried again, or drop it.
    pub given_up: bool,
}

impl Job {
    /// What the job works on.
    ///
    /// # Errors
    ///
    /// The payload does not open, or cannot be read by this version.
    pub fn payload<T: DeserializeOwned>(&self, keys: &Keys) -> Result<T, PayloadError> {
        let plain = keys.open(&context(self.site, self.id), &self.sealed)?;
        Ok(serde_json::from_slice(&plain)?)
    }
}

/// What a job works on cannot be read. The job can only be given up.
#[derive(Debug, thiserror::Error)]
pub enum PayloadError {
    /// It does not open with this key file.
    #[error(transparent)]
    Sealed(#[from] UnsealError),
    /// It was written by another version.
    #[error("what the job works on cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
}

/// What the box of a job's payload is bound to.
pub(super) fn context(site: SiteId, job: Uuid) -> [[u8; 16]; 3] {
    [*b"payload of a job", *site.0.as_bytes(), *job.as_bytes()]
}

/// A job to make.
pub(crate) struct NewJob<'a, T> {
    pub(crate) site: SiteId,
    pub(crate) kind: JobKind,
    pub(crate) key: String,
    pub(crate) payload: &'a T,
    pub(crate) not_before: DateTime<Utc>,
    /// It is given up so long after.
    pub(crate) give_up_after: Option<TimeDelta>,
}

impl Act<'_> {
    /// The record of a new job; none while one with the same key waits.
    pub(crate) fn job<T: Serialize>(&self, new: NewJob<'_, T>) -> Option<Record> {
        if self.site_state(new.site).jobs.waits(new.kind, &new.key) {
            return None;
        }
        debug_assert_eq!(JobKind::named(new.kind.code()), Some(new.kind), "a kind missing in ALL is lost at a restart");
        let id = new_id(self.now);
        let payload = serde_json::to_vec(new.payload).expect("the payload of a job is plain data");
        let job = Job {
            id,
            site: new.site,
            kind: new.kind,
            key: new.key,
            sealed: self.keys.seal(&context(new.site, id), &payload),
            not_before: new.not_before,
            deadline: new.give_up_after.map(|after| new.not_before + after),
            attempts: 0,
            last_error: None,
            given_up: false,
        };
        Some(Record::Job(Arc::new(job)))
    }
}

/// The jobs of one site that are not done.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct OpenJobs {
    jobs: HashMap<Uuid, Arc<Job>>,
    by_key: HashMap<(JobKind, String), Uuid>,
}

impl OpenJobs {
    /// Takes a job in, or a change of it.
    pub(super) fn put(&mut self, job: &Arc<Job>) {
        self.by_key.insert((job.kind, job.key.clone()), job.id);
        self.jobs.insert(job.id, Arc::clone(job));
    }

    /// Takes a job out.
    pub(super) fn remove(&mut self, id: Uuid) {
        if let Some(job) = self.jobs.remove(&id) {
            self.by_key.remove(&(job.kind, job.key.clone()));
        }
    }

    /// A job that was given up counts as waiting: until an operator has looked at it, there is no second one.
    fn waits(&self, kind: JobKind, key: &str) -> bool {
        self.by_key.contains_key(&(kind, key.to_owned()))
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<Job>> {
        self.jobs.values()
    }
}

/// The result of an attempt at a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobResult {
    /// It is done.
    Done,
    /// It failed and is tried again.
    Retry {
        /// When.
        at: DateTime<Utc>,
        /// Why it failed.
        error: String,
    },
    /// It failed for good.
    GiveUp {
        /// Why.
        error: String,
    },
}

/// The jobs of all sites that are not done, the next one first.
pub(crate) fn list_jobs(act: &Act<'_>) -> Outcome<Vec<Arc<Job>>> {
    let mut jobs: Vec<Arc<Job>> = act.state.site_states().flat_map(|site| site.jobs.iter()).cloned().collect();
    jobs.sort_unstable_by_key(|job| (job.given_up, job.not_before, job.id));
    Outcome::unchanged(jobs)
}

fn find(act: &Act<'_>, id: Uuid) -> Result<Arc<Job>> {
    let found = act.state.site_states().find_map(|site| site.jobs.jobs.get(&id).cloned());
    found.ok_or(LedgerError::NotFound(EntityKind::Job))
}

/// Writes down what became of a job. One that was dropped meanwhile stays dropped.
pub(crate) fn settle_job(act: &Act<'_>, id: Uuid, result: JobResult) -> Outcome<()> {
    let Ok(job) = find(act, id) else { return Outcome::unchanged(()) };
    let tried = Job { attempts: job.attempts.saturating_add(1), ..(*job).clone() };
    let record = match result {
        JobResult::Done => Record::JobRemoved { site: job.site, job: id },
        JobResult::Retry { at, error } => {
            Record::Job(Arc::new(Job { not_before: at, last_error: Some(error), ..tried }))
        }
        JobResult::GiveUp { error } => Record::Job(Arc::new(Job { given_up: true, last_error: Some(error), ..tried })),
    };
    Outcome { answer: (), records: vec![record] }
}

/// Has a job tried again at once, one that was given up, too.
pub(crate) fn retry_job(act: &Act<'_>, id: Uuid) -> Result<Outcome<Arc<Job>>> {
    let job = find(act, id)?;
    let again = Job { not_before: act.now, deadline: None, given_up: false, ..(*job).clone() };
    let again = Arc::new(again);
    let audit = act.audit(job.site, "job.retried", id, Some(shown(&job)), Some(shown(&again)));
    Ok(Outcome { answer: Arc::clone(&again), records: vec![Record::Job(again), audit] })
}

/// Drops a job: it is never done.
pub(crate) fn drop_job(act: &Act<'_>, id: Uuid) -> Result<Outcome<()>> {
    let job = find(act, id)?;
    let audit = act.audit(job.site, "job.dropped", id, Some(shown(&job)), None);
    Ok(Outcome { answer: (), records: vec![Record::JobRemoved { site: job.site, job: id }, audit] })
}

/// What the audit shows of a job: all but what it works on.
fn shown(job: &Job) -> Value {
    json!({"kind": job.kind.code(), "key": job.key, "attempts": job.attempts, "given_up": job.given_up})
}
