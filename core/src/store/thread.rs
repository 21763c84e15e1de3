//! The thread that owns the file.

use std::path::Path;
use std::sync::mpsc;

use tokio::sync::{oneshot, watch};

use super::{Db, OpenReport, StoreError, open};

type Job = Box<dyn FnOnce(&mut Db) + Send>;

/// A handle on the store. Cheap to clone; the file is closed when the last one is gone.
#[derive(Clone)]
pub struct Store {
    jobs: mpsc::Sender<Job>,
    changes: watch::Receiver<u64>,
}

impl Store {
    /// Opens the file in `folder`, or makes it. Blocks for the time of a few reads.
    pub fn open(folder: &Path) -> Result<(Self, OpenReport), StoreError> {
        let (connection, opened) = open::open(folder)?;
        let (changes, observed) = watch::channel(0);
        let mut db = Db { connection, changes };
        let (jobs, queue) = mpsc::channel::<Job>();
        std::thread::Builder::new().name("gatepass-store".to_owned()).spawn(move || {
            for job in queue {
                job(&mut db);
            }
        })?;
        Ok((Self { jobs, changes: observed }, opened))
    }

    /// Does `work` on the store's thread. It is done to its end even if the caller stops waiting.
    pub async fn run<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, StoreError> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |db| {
            // Nobody waits any more: the work is done all the same.
            let _ = answer.send(work(db));
        });
        let stopped = || StoreError::Broken("the store's thread has ended".to_owned());
        self.jobs.send(job).map_err(|_| stopped())?;
        answered.await.map_err(|_| stopped())?
    }

    /// Changes with every write.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.clone()
    }
}
