//! The ledger on embedded SQLite: one file, one writer, group commit.
//!
//! Decisions are made in memory and written down as one row each; all that wait are committed together, and no answer
//! leaves before its commit (write-ahead log, `synchronous = FULL`). What decisions need is read from disk at the
//! start, and again should a commit ever fail.
//!
//! | file | the question it answers |
//! |---|---|
//! | `schema`, `migrations/` | what does the database look like? |
//! | `queue`, `writer`, `core` | how does an operation get to disk, and its answer back? |
//! | `live`, `load` | what is in memory, and how does it come there? |
//! | `directory` | which sites, units, doors and panels are there? |
//! | `present` | what is said to a panel? |
//! | `write_…` | how do passes, places and people change? |
//! | `mint` | which identifiers does a new pass get? |
//! | `once` | was this request done before? |
//! | `fold`, `purge` | how is the log kept quick to read, and no longer than it may be? |
//! | `readers`, `read_…` | how are questions answered beside the writer? |
//! | `columns`, `pass_row`, `entry_row` | how is it all written? |

mod columns;
mod core;
mod directory;
mod entry_row;
mod fold;
mod live;
mod load;
mod mint;
mod once;
mod pass_row;
mod present;
mod purge;
mod queue;
mod read_log;
mod read_people;
mod readers;
mod schema;
mod trait_impl;
mod write_passes;
mod write_people;
mod write_places;
mod writer;

use std::collections::VecDeque;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;

use chrono::{DateTime, Utc};
use gatepass_core::share::Language;
use tokio::sync::{broadcast, mpsc};

use self::core::Core;
use self::directory::Directory;
use self::queue::{Job, Kind, bring, hand_out, task};
use self::readers::Readers;
use self::writer::{Counters, Writer};
use super::{Changed, LedgerError, Result};
use crate::keys::Keys;

/// More operations than this do not wait for the writer: the next is told to try again.
const QUEUE: u64 = 8192;
/// Changes a slow listener may fall behind by before it is told that it missed some.
const CHANGES: usize = 1024;

/// The ledger on embedded SQLite.
pub struct SqliteLedger {
    directory: Arc<RwLock<Directory>>,
    readers: Readers,
    queue: Mutex<Option<mpsc::UnboundedSender<Box<dyn Job>>>>,
    writer: Mutex<Option<JoinHandle<()>>>,
    changes: broadcast::Sender<Changed>,
    counters: Arc<Counters>,
}

impl SqliteLedger {
    /// Opens the database, or makes it. `language` is what a pass is named in whose maker gave it no name. Must be
    /// called on a tokio runtime, which brings the questions and hands out the answers.
    pub async fn open(path: &Path, keys: Arc<Keys>, language: Language, now: DateTime<Utc>) -> Result<Self> {
        let directory = Arc::new(RwLock::new(Directory::default()));
        let (changes, _) = broadcast::channel(CHANGES);
        let opening = {
            let (path, keys) = (path.to_owned(), Arc::clone(&keys));
            let (directory, changes) = (Arc::clone(&directory), changes.clone());
            move || {
                let connection = schema::open_for_writing(&path)?;
                Core::open(connection, keys, language, directory, changes, now)
            }
        };
        let failed = |why: String| LedgerError::Unavailable(why);
        let core = tokio::task::spawn_blocking(opening).await.map_err(|error| failed(error.to_string()))??;
        let (asking, asked) = mpsc::unbounded_channel();
        let (sender, queue) = std::sync::mpsc::channel();
        tokio::spawn(bring(asked, sender));
        let (answers, batches) = mpsc::unbounded_channel();
        tokio::spawn(hand_out(batches));
        let counters = Arc::new(Counters::default());
        let waiting = VecDeque::new();
        let writer = Writer { core, queue, waiting, answers, counters: Arc::clone(&counters) };
        let thread = std::thread::Builder::new().name("ledger-writer".to_owned()).spawn(move || writer.run());
        Ok(Self {
            readers: Readers::new(path.to_owned(), keys, Arc::clone(&directory)),
            directory,
            queue: Mutex::new(Some(asking)),
            writer: Mutex::new(Some(thread.map_err(|error| failed(error.to_string()))?)),
            changes,
            counters,
        })
    }

    /// Whether what is in memory is what would be read from disk: a check for operators and tests.
    pub async fn memory_equals_disk(&self) -> Result<bool> {
        self.write(Kind::Single, |core| core.memory_equals_disk()).await
    }

    /// Has the writer do something and waits until it is on disk.
    async fn write<T, F>(&self, kind: Kind, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Core) -> Result<T> + Send + 'static,
    {
        let closed = || LedgerError::Unavailable("the ledger was closed".to_owned());
        let (job, answer) = task(kind, work);
        if self.counters.waiting.fetch_add(1, Ordering::Relaxed) >= QUEUE {
            self.counters.waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(LedgerError::Busy);
        }
        let sent = match &*self.queue.lock().unwrap_or_else(PoisonError::into_inner) {
            None => Err(closed()),
            Some(queue) => queue.send(job).map_err(|_| closed()),
        };
        if sent.is_err() {
            self.counters.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        sent?;
        answer.await.unwrap_or_else(|_| Err(closed()))
    }

    fn places<T>(&self, ask: impl FnOnce(&Directory) -> T) -> T {
        ask(&self.directory.read().unwrap_or_else(PoisonError::into_inner))
    }

    async fn finish(&self) -> Result<()> {
        // The writer ends when nobody can ask it any more, and what is waiting is done.
        drop(self.queue.lock().unwrap_or_else(PoisonError::into_inner).take());
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.readers.close();
        let Some(writer) = writer else { return Ok(()) };
        let joined = tokio::task::spawn_blocking(move || writer.join()).await;
        match joined {
            Ok(Ok(())) => Ok(()),
            _ => Err(LedgerError::Unavailable("the writer did not end in good order".to_owned())),
        }
    }
}
