//! A ledger of three parts: a writer for changes, a directory in memory for frequent queries, and lists read from disk.
//!
//! Each trait is implemented beside it, in the `engine.rs` of its folder.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;

use chrono::{DateTime, Utc};
use gatepass_core::share::Language;
use tokio::sync::{broadcast, mpsc, oneshot, watch};

use super::committer::{Committer, Counters, WriterContext};
use super::ports::{Journal, Lists};
use super::queue::{WriterRequest, closed, forward_requests, queued, send_answers};
use super::writer::Writer;
use super::{ChangeNotice, LedgerError, Result, StoreFailure};
use crate::building::{Act, Actor, Attribution, Directory, Outcome};
use crate::keys::Keys;

/// The largest number of requests that wait for the writer. A further one is refused as busy.
const QUEUE: u64 = 8192;
/// The number of changes a slow listener may fall behind before it misses some.
const CHANGES: usize = 1024;

/// A ledger whose lists come from `L`.
pub struct LedgerEngine<L> {
    pub(super) directory: Arc<RwLock<Directory>>,
    pub(super) lists: L,
    pub(super) orders: Mutex<Option<mpsc::UnboundedSender<WriterRequest>>>,
    pub(super) writer: Mutex<Option<JoinHandle<()>>>,
    pub(super) changes: broadcast::Sender<ChangeNotice>,
    pub(super) job_changes: watch::Sender<u64>,
    pub(super) counters: Arc<Counters>,
}

#[expect(private_bounds, reason = "the ports of a database are this module's own")]
impl<L: Lists> LedgerEngine<L> {
    /// Opens the journal, reads the state and starts the writer. It must be called on a tokio runtime, which forwards
    /// requests and answers. `lists` gets the directory.
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
        tokio::spawn(forward_requests(asked, sender, committer, Arc::clone(&counters)));
        tokio::spawn(send_answers(batches));
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
    ///
    /// # Errors
    ///
    /// The database cannot be read, or the ledger was closed.
    pub async fn memory_equals_disk(&self) -> Result<bool> {
        let (reply, answer) = oneshot::channel();
        self.order(WriterRequest::CompareWithDisk(reply))?;
        answer.await.unwrap_or_else(|_| Err(closed()))
    }

    /// Has the writer carry out an act that is nobody's administration, and waits until it is on disk.
    pub(super) async fn act<T, F>(&self, now: DateTime<Utc>, act: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<Outcome<T>> + Send + 'static,
    {
        self.act_by(Attribution { actor: Actor::Service, at: now }, act).await
    }

    /// Lets the writer carry out an act and waits until it is on disk.
    pub(super) async fn act_by<T, F>(&self, by: Attribution, act: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<Outcome<T>> + Send + 'static,
    {
        self.carry_out(by, false, act).await
    }

    pub(super) async fn carry_out<T, F>(&self, by: Attribution, tries_disk: bool, act: F) -> Result<T>
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

    pub(super) fn directory<T>(&self, ask: impl FnOnce(&Directory) -> T) -> T {
        ask(&self.directory.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Copies of the values of the directory.
pub(super) fn all<'a, T: Clone + 'a>(held: impl Iterator<Item = &'a Arc<T>>) -> Vec<T> {
    held.map(|one| (**one).clone()).collect()
}
