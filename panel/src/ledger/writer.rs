//! The writer: a thread that commits waiting acts in batches, and tidies up while it is idle.
//!
//! It takes all waiting acts, has them carried out and committed in one batch, and only then sends the answers. During a
//! commit the next batch gathers. An act that waits alone does not come here: [`forward_requests`](super::queue::forward_requests)
//! commits it on the runtime.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;

use super::committer::{Committer, Counters};
use super::ports::Journal;
use super::queue::{QueuedAct, WriterRequest};

/// The largest number of acts in a commit, so that the first does not wait too long.
const LARGEST_BATCH: usize = 512;
/// The time without requests after which the writer is idle.
const IDLE: Duration = Duration::from_millis(100);
/// The longest pause before tidying up is tried again after a failure. Each failure costs reading the whole state again.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

pub(super) struct Writer<J> {
    committer: Arc<Mutex<Committer<J>>>,
    orders: Receiver<Vec<WriterRequest>>,
    /// Requests taken from the queue that are not in a batch yet.
    waiting: VecDeque<WriterRequest>,
    answers: UnboundedSender<Vec<Box<dyn QueuedAct>>>,
    counters: Arc<Counters>,
}

/// Locks the committer. A batch that panicked was rolled back, so a poisoned lock is safe to use.
fn locked<J>(committer: &Mutex<Committer<J>>) -> MutexGuard<'_, Committer<J>> {
    committer.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<J: Journal> Writer<J> {
    /// A writer that takes requests from one queue and puts answered acts into another.
    pub(super) fn new(
        committer: Arc<Mutex<Committer<J>>>,
        orders: Receiver<Vec<WriterRequest>>,
        answers: UnboundedSender<Vec<Box<dyn QueuedAct>>>,
        counters: Arc<Counters>,
    ) -> Self {
        Self { committer, orders, waiting: VecDeque::new(), answers, counters }
    }

    /// Runs until the queue is closed, then closes the journal.
    pub(super) fn run(mut self) {
        let mut batch = Vec::new();
        while self.gather(&mut batch) {
            self.counters.waiting.fetch_sub(batch.len() as u64, Ordering::Relaxed);
            locked(&self.committer).commit(&mut batch);
            if self.answers.send(std::mem::take(&mut batch)).is_err() {
                // The runtime has ended, and all callers with it.
                break;
            }
            locked(&self.committer).run_due_work();
        }
        locked(&self.committer).close();
    }

    /// Waits for an act and takes all waiting acts. `false` if the queue is closed.
    fn gather(&mut self, batch: &mut Vec<Box<dyn QueuedAct>>) -> bool {
        loop {
            while let Some(order) = self.waiting.pop_front() {
                match order {
                    WriterRequest::Act(job) => batch.push(job),
                    // The acts before it come first.
                    WriterRequest::CompareWithDisk(_) if !batch.is_empty() => {
                        self.waiting.push_front(order);
                        return true;
                    }
                    WriterRequest::CompareWithDisk(reply) => {
                        self.counters.waiting.fetch_sub(1, Ordering::Relaxed);
                        // The caller may have gone away.
                        let _ = reply.send(locked(&self.committer).equals_disk());
                    }
                }
                if batch.len() == LARGEST_BATCH {
                    return true;
                }
            }
            let more = match self.orders.try_recv() {
                Ok(more) => more,
                Err(_) if !batch.is_empty() => return true,
                Err(TryRecvError::Disconnected) => return false,
                Err(TryRecvError::Empty) => match self.wait() {
                    Some(more) => more,
                    None => return false,
                },
            };
            self.waiting.extend(more);
        }
    }

    /// Waits for requests and tidies up while there are none. `None` if the queue is closed.
    fn wait(&mut self) -> Option<Vec<WriterRequest>> {
        // The queue is often empty for a moment between two batches. Tidying up then would delay the next batch.
        let mut pause = IDLE;
        while locked(&self.committer).has_idle_work() {
            let acts = self.counters.acts.load(Ordering::Relaxed);
            match self.orders.recv_timeout(pause) {
                Ok(more) => return Some(more),
                Err(RecvTimeoutError::Disconnected) => return None,
                // Acts that are committed on the runtime do not pass this queue.
                Err(RecvTimeoutError::Timeout) if self.counters.acts.load(Ordering::Relaxed) != acts => {
                    locked(&self.committer).run_due_work();
                }
                Err(RecvTimeoutError::Timeout) => {
                    let done = locked(&self.committer).tidy();
                    pause = if done { IDLE } else { (2 * pause).min(LONGEST_PAUSE) };
                }
            }
        }
        self.orders.recv().ok()
    }
}
