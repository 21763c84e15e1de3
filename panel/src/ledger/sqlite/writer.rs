//! The writer: one thread that owns the database connection and the live state.
//!
//! It takes all operations that are waiting, does them in one transaction, commits, and only then lets the answers
//! go. A lone operation is committed at once, and while one commit is under way the next batch gathers. An
//! operation that fails is rolled back alone; a commit that fails fails every operation of its batch, and the memory is
//! read again from disk, so that the two never differ.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;

use super::core::Core;
use super::queue::{Job, Kind};
use crate::ledger::Result;

/// More operations than this never share a commit: the first must not wait for a crowd.
const LARGEST_BATCH: usize = 512;
/// Rows of the log that are folded when nothing else is to be done, and those that are folded in any case.
const FOLD_WHEN_IDLE: i64 = 1024;
const FOLD_AT_LATEST: i64 = 8192;
/// Nothing asked for this long is nothing else to be done.
const IDLE: Duration = Duration::from_millis(100);
/// Commits after which the write-ahead log is copied into the database when nothing else is to be done.
const CHECKPOINT_WHEN_IDLE: u64 = 500;

/// What the writer counts for others to read.
#[derive(Debug, Default)]
pub(super) struct Counters {
    pub(super) waiting: AtomicU64,
    pub(super) commits: AtomicU64,
    pub(super) failed_commits: AtomicU64,
    pub(super) operations: AtomicU64,
}

pub(super) struct Writer {
    pub(super) core: Core,
    pub(super) queue: Receiver<Vec<Box<dyn Job>>>,
    /// Taken from the queue, not yet in a batch.
    pub(super) waiting: VecDeque<Box<dyn Job>>,
    pub(super) answers: UnboundedSender<Vec<Box<dyn Job>>>,
    pub(super) counters: Arc<Counters>,
}

impl Writer {
    /// Works until nobody can ask any more, then tidies up.
    pub(super) fn run(mut self) {
        let mut since_checkpoint = 0;
        let mut batch = Vec::new();
        while self.gather(&mut batch, &mut since_checkpoint) {
            self.counters.waiting.fetch_sub(batch.len() as u64, Ordering::Relaxed);
            self.commit(&mut batch);
            since_checkpoint += 1;
            if self.answers.send(std::mem::take(&mut batch)).is_err() {
                // The runtime is gone, and everybody who asked with it.
                break;
            }
            if self.core.unfolded() >= FOLD_AT_LATEST {
                self.tidy("fold the log", Core::fold);
            }
        }
        self.tidy("fold the log", Core::fold);
        self.tidy("empty the write-ahead log", Core::truncate_log);
    }

    /// Waits for an operation and takes all that wait with it. `false` at the end.
    fn gather(&mut self, batch: &mut Vec<Box<dyn Job>>, since_checkpoint: &mut u64) -> bool {
        loop {
            while let Some(job) = self.waiting.pop_front() {
                let is_last = job.kind() == Kind::Places;
                batch.push(job);
                if is_last || batch.len() == LARGEST_BATCH {
                    return true;
                }
            }
            let more = match self.queue.try_recv() {
                Ok(more) => more,
                Err(_) if !batch.is_empty() => return true,
                Err(TryRecvError::Disconnected) => return false,
                Err(TryRecvError::Empty) => match self.wait(since_checkpoint) {
                    Some(more) => more,
                    None => return false,
                },
            };
            self.waiting.extend(more);
        }
    }

    /// Waits for the next operations, and tidies up while nobody asks. `None` at the end.
    fn wait(&mut self, since_checkpoint: &mut u64) -> Option<Vec<Box<dyn Job>>> {
        let to_fold = self.core.unfolded() >= FOLD_WHEN_IDLE;
        if to_fold || *since_checkpoint >= CHECKPOINT_WHEN_IDLE {
            // Between two batches the queue is often empty for a moment; tidying up then would only be in the way.
            match self.queue.recv_timeout(IDLE) {
                Ok(more) => return Some(more),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) if to_fold => self.tidy("fold the log", Core::fold),
                Err(RecvTimeoutError::Timeout) => {
                    self.tidy("copy the write-ahead log", Core::checkpoint);
                    *since_checkpoint = 0;
                }
            }
        }
        self.queue.recv().ok()
    }

    fn commit(&mut self, batch: &mut [Box<dyn Job>]) {
        let core = &mut self.core;
        self.counters.operations.fetch_add(batch.len() as u64, Ordering::Relaxed);
        if let Err(error) = core.begin() {
            // Nothing was touched: another process works on the file, or the disk is gone.
            self.counters.failed_commits.fetch_add(1, Ordering::Relaxed);
            tracing::error!(operations = batch.len(), %error, "a batch could not be begun; nothing of it was done");
            for job in batch.iter_mut() {
                job.fail(&error.to_string());
            }
            return;
        }
        let done = catch_unwind(AssertUnwindSafe(|| -> Result<()> {
            for job in batch.iter_mut() {
                core.run(&mut **job)?;
            }
            core.commit()
        }));
        let why = match done {
            Ok(Ok(())) => {
                self.counters.commits.fetch_add(1, Ordering::Relaxed);
                core.tell_of_changes();
                return;
            }
            Ok(Err(error)) => error.to_string(),
            Err(_) => "an operation of this batch panicked".to_owned(),
        };
        self.counters.failed_commits.fetch_add(1, Ordering::Relaxed);
        tracing::error!(operations = batch.len(), why, "a batch could not be committed; nothing of it was done");
        core.roll_back();
        for job in batch.iter_mut() {
            job.fail(&why);
        }
    }

    fn tidy(&mut self, what: &'static str, work: impl FnOnce(&mut Core) -> Result<()>) {
        if let Err(error) = work(&mut self.core) {
            tracing::warn!(%error, "could not {what}; will try again");
            self.core.roll_back();
        }
    }
}
