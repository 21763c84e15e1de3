//! Carries out batches of acts, commits their records and applies them to the state.
//!
//! A refused act fails alone: it wrote nothing. If a batch cannot be committed, every act in it fails and the state is read
//! again from disk, so that the two never differ.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use gatepass_core::pass::{IdentifierKind, Reason};
use gatepass_core::share::Language;
use tokio::sync::{broadcast, watch};

use super::ports::Journal;
use super::queue::{ActInputs, QueuedAct, queued};
use super::{ChangeNotice, LedgerError, Result, StoreFailure};
use crate::building::ids::to_millis;
use crate::building::{Actor, Attribution, Directory, MANY_WRONG_CODES, Record, State, add_up, stays_after_end};
use crate::keys::Keys;

/// The number of entries after the last totals at which new totals are written while the writer is idle, and the number
/// at which they are written in any case.
const ADD_UP_WHEN_IDLE: u64 = 1024;
const ADD_UP_AT_LATEST: u64 = 8192;
/// The number of commits after which the journal is tidied while the writer is idle.
const TIDY_WHEN_IDLE: u64 = 500;

/// Counters of the writer, for metrics and the queue's limit.
#[derive(Debug, Default)]
pub(super) struct Counters {
    pub(super) waiting: AtomicU64,
    pub(super) commits: AtomicU64,
    pub(super) failed_commits: AtomicU64,
    pub(super) acts: AtomicU64,
}

/// What a committer needs besides a journal.
pub(super) struct WriterContext {
    pub(super) keys: Arc<Keys>,
    /// The language of generated names of passes.
    pub(super) language: Language,
    /// The directory that requests read. It changes only with a commit.
    pub(super) directory: Arc<RwLock<Directory>>,
    pub(super) changes: broadcast::Sender<ChangeNotice>,
    /// Counts commits that made or changed jobs.
    pub(super) job_changes: watch::Sender<u64>,
    pub(super) counters: Arc<Counters>,
}

/// The owner of the journal and the state. The thread that holds it is the writer.
pub(super) struct Committer<J> {
    journal: J,
    state: State,
    context: WriterContext,
    /// The latest instant of an act.
    now: DateTime<Utc>,
    /// Whether the state could not be read again after a failure. It is read before the next act.
    stale: bool,
    since_tidying: u64,
    knew_of_idle_work: bool,
    /// The entries that are not added up, from which they are added up in any case.
    add_up_at: u64,
}

/// The effects of a batch that follow its commit.
#[derive(Default)]
struct BatchChanges {
    /// Whether a batch of the journal is open.
    begun: bool,
    /// The records that change the directory.
    directory_changes: Vec<Record>,
    notices: Vec<ChangeNotice>,
    /// Whether jobs were made or changed.
    jobs: bool,
}

impl<J: Journal> Committer<J> {
    /// Reads the state from the journal.
    pub(super) fn new(journal: J, context: WriterContext, now: DateTime<Utc>) -> Result<Self> {
        let (state, now) = (State::default(), to_millis(now));
        let mut committer = Self {
            journal,
            state,
            context,
            now,
            stale: false,
            since_tidying: 0,
            knew_of_idle_work: false,
            add_up_at: ADD_UP_AT_LATEST,
        };
        committer.reload()?;
        Ok(committer)
    }

    fn reload(&mut self) -> Result<()> {
        self.stale = true;
        let mut state = State::default();
        self.journal.load(&self.context.keys, self.now, &mut state)?;
        *self.context.directory.write().unwrap_or_else(PoisonError::into_inner) = state.directory.clone();
        self.state = state;
        self.stale = false;
        Ok(())
    }

    /// Whether there is work for an idle writer.
    pub(super) fn has_idle_work(&self) -> bool {
        self.state.tail() >= ADD_UP_WHEN_IDLE || self.since_tidying >= TIDY_WHEN_IDLE
    }

    /// Whether such work has become due since the last call.
    pub(super) fn idle_work_became_due(&mut self) -> bool {
        let untidy = self.has_idle_work();
        !std::mem::replace(&mut self.knew_of_idle_work, untidy) && untidy
    }

    /// Does the work that cannot wait for an idle writer.
    pub(super) fn run_due_work(&mut self) {
        if self.state.tail() >= self.add_up_at {
            let done = self.add_up();
            // A failure reads the whole state again: the next try comes as much later.
            self.add_up_at = ADD_UP_AT_LATEST + if done { 0 } else { self.state.tail() };
        }
    }

    /// Does the work of an idle writer. Returns whether it succeeded; if not, it is still due.
    pub(super) fn tidy(&mut self) -> bool {
        if self.state.tail() >= ADD_UP_WHEN_IDLE {
            return self.add_up();
        }
        match self.journal.tidy() {
            Ok(()) => self.since_tidying = 0,
            Err(error) => {
                tracing::warn!(%error, "could not tidy the database; will try again");
                return false;
            }
        }
        true
    }

    /// Writes the last totals and closes the journal.
    pub(super) fn close(&mut self) {
        if self.state.tail() > 0 {
            self.add_up();
        }
        if let Err(error) = self.journal.close() {
            tracing::warn!(%error, "the database was not put in order at the end; the next start does it");
        }
    }

    /// Carries out a batch of acts and commits what they write. Their answers may leave after this. Returns whether the
    /// batch was committed.
    pub(super) fn commit(&mut self, batch: &mut [Box<dyn QueuedAct>]) -> bool {
        self.since_tidying += 1;
        self.context.counters.acts.fetch_add(batch.len() as u64, Ordering::Relaxed);
        let mut written = BatchChanges::default();
        let done = catch_unwind(AssertUnwindSafe(|| self.carry_out(batch, &mut written)));
        let failure = match done {
            Ok(Ok(())) => {
                if written.begun {
                    self.context.counters.commits.fetch_add(1, Ordering::Relaxed);
                }
                self.announce(&written.notices);
                if written.jobs {
                    self.context.job_changes.send_modify(|changes| *changes += 1);
                }
                return true;
            }
            Ok(Err(LedgerError::Unavailable(failure))) => failure,
            Ok(Err(error)) => StoreFailure::caused_by("a batch could not be written", error),
            Err(_) => StoreFailure::new("writing a batch panicked"),
        };
        self.context.counters.failed_commits.fetch_add(1, Ordering::Relaxed);
        tracing::error!(acts = batch.len(), %failure, "a batch could not be committed; nothing of it was done");
        self.roll_back();
        for job in batch.iter_mut() {
            job.fail(&failure);
        }
        false
    }

    /// Carries out all acts and commits what they write. An act that writes nothing costs no commit.
    fn carry_out(&mut self, batch: &mut [Box<dyn QueuedAct>], written: &mut BatchChanges) -> Result<()> {
        if self.stale {
            self.reload()?;
        }
        for job in batch.iter_mut() {
            self.now = self.now.max(job.now());
            let WriterContext { keys, language, .. } = &self.context;
            let inputs = ActInputs { state: &self.state, archive: &self.journal, keys, language: *language };
            let records = job.run(&inputs);
            if job.tries_disk() || !records.is_empty() {
                self.write(records, written)?;
            }
        }
        if !written.begun {
            return Ok(());
        }
        // A reader that finds a change on disk must find it in the directory too: the directory stays locked until both
        // have it.
        let directory = Arc::clone(&self.context.directory);
        let changed = !written.directory_changes.is_empty();
        let mut directory = changed.then(|| directory.write().unwrap_or_else(PoisonError::into_inner));
        self.journal.commit()?;
        for record in &written.directory_changes {
            directory.as_mut().map(|directory| directory.apply(record));
        }
        Ok(())
    }

    /// Adds records to the batch and applies them to the state.
    fn write(&mut self, records: Vec<Record>, written: &mut BatchChanges) -> Result<()> {
        if !written.begun {
            self.journal.begin()?;
            written.begun = true;
        }
        self.journal.append(&records)?;
        for record in records {
            let changes_directory = self.state.apply(&record);
            self.warn_of_guessing(&record);
            written.jobs |= matches!(record, Record::Job(_));
            written.notices.extend(record.news().map(|(site, unit, seq)| ChangeNotice { site, unit, seq }));
            if changes_directory {
                written.directory_changes.push(record);
            }
        }
        Ok(())
    }

    /// Notifies the listeners of the changes of a batch, once for each unit and site.
    ///
    /// The listeners are counted after the commit. A listener that subscribes later reads what was committed; one that
    /// subscribed during the commit may have read the state before it, and is notified.
    fn announce(&self, changes: &[ChangeNotice]) {
        if self.context.changes.receiver_count() == 0 {
            return;
        }
        let mut latest: Vec<ChangeNotice> = Vec::new();
        for change in changes {
            match latest.iter_mut().find(|known| known.site == change.site && known.unit == change.unit) {
                Some(known) => known.seq = change.seq,
                None => latest.push(*change),
            }
        }
        for change in latest {
            // The last listener may have gone away meanwhile.
            let _ = self.context.changes.send(change);
        }
    }

    fn warn_of_guessing(&self, record: &Record) {
        let Record::Entry(entry) = record else { return };
        let many = self.state.site(entry.site).wrong_codes().is_some_and(|wrong| wrong.count == MANY_WRONG_CODES);
        if many && entry.kind == Some(IdentifierKind::Code) && entry.reason == Reason::Unknown {
            tracing::warn!(site = %entry.site, "{MANY_WRONG_CODES} wrong access codes today; somebody may be guessing");
        }
    }

    /// Rolls the batch back, in memory too.
    fn roll_back(&mut self) {
        self.journal.roll_back();
        if let Err(error) = self.reload() {
            tracing::error!(%error, "cannot read the state again from disk; nothing is decided until this works");
        }
    }

    /// Writes the totals of the log in a separate batch. Returns whether it was committed.
    fn add_up(&mut self) -> bool {
        let (job, _) = queued(Attribution { actor: Actor::Service, at: self.now }, false, |act| Ok(add_up(act)));
        self.commit(&mut [job])
    }

    /// Whether the state equals the one on disk.
    pub(super) fn equals_disk(&mut self) -> Result<bool> {
        let now = self.now;
        let (mut read, mut held) = (State::default(), self.state.clone());
        self.journal.load(&self.context.keys, now, &mut read)?;
        held.put_away(now - stays_after_end());
        Ok(held.same_as(&read, now))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests;
