//! The writer: one thread that commits what many ask for at once, and tidies up when nobody does.
//!
//! It takes all acts that are waiting, has them carried out and committed in one batch, and only then lets the answers
//! go. While one commit is under way the next batch gathers. An act that waits alone does not come here: it is
//! committed where it was asked for, see [`bring`](super::queue::bring).

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;

use super::committer::{Committer, Counters};
use super::ports::Journal;
use super::queue::{QueuedAct, WriterRequest};

/// More acts than this never share a commit: the first must not wait for a crowd.
const LARGEST_BATCH: usize = 512;
/// Nothing asked for this long is nothing else to be done.
const IDLE: Duration = Duration::from_millis(100);
/// The longest pause before tidying up is tried again after a failure. Each failure costs reading the whole state again.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

pub(super) struct Writer<J> {
    committer: Arc<Mutex<Committer<J>>>,
    orders: Receiver<Vec<WriterRequest>>,
    /// Taken from the queue, not yet in a batch.
    waiting: VecDeque<WriterRequest>,
    answers: UnboundedSender<Vec<Box<dyn QueuedAct>>>,
    counters: Arc<Counters>,
}

/// Takes the committer. A batch that panicked was rolled back, so a panic has left nothing half done.
fn locked<J>(committer: &Mutex<Committer<J>>) -> MutexGuard<'_, Committer<J>> {
    committer.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<J: Journal> Writer<J> {
    /// Takes its orders from a queue and gives the answers to another.
    pub(super) fn new(
        committer: Arc<Mutex<Committer<J>>>,
        orders: Receiver<Vec<WriterRequest>>,
        answers: UnboundedSender<Vec<Box<dyn QueuedAct>>>,
        counters: Arc<Counters>,
    ) -> Self {
        Self { committer, orders, waiting: VecDeque::new(), answers, counters }
    }

    /// Works until nobody can ask any more, then puts everything in order.
    pub(super) fn run(mut self) {
        let mut batch = Vec::new();
        while self.gather(&mut batch) {
            self.counters.waiting.fetch_sub(batch.len() as u64, Ordering::Relaxed);
            locked(&self.committer).commit(&mut batch);
            if self.answers.send(std::mem::take(&mut batch)).is_err() {
                // The runtime is gone, and everybody who asked with it.
                break;
            }
            locked(&self.committer).tidy_what_must_be();
        }
        locked(&self.committer).close();
    }

    /// Waits for an act and takes all that wait with it. `false` at the end.
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

    /// Waits for the next orders, and tidies up while nobody asks. `None` at the end.
    fn wait(&mut self) -> Option<Vec<WriterRequest>> {
        // Between two batches the queue is often empty for a moment; tidying up then would only be in the way.
        let mut pause = IDLE;
        while locked(&self.committer).is_untidy() {
            let acts = self.counters.acts.load(Ordering::Relaxed);
            match self.orders.recv_timeout(pause) {
                Ok(more) => return Some(more),
                Err(RecvTimeoutError::Disconnected) => return None,
                // Acts that were committed where they were asked for do not come by here.
                Err(RecvTimeoutError::Timeout) if self.counters.acts.load(Ordering::Relaxed) != acts => {
                    locked(&self.committer).tidy_what_must_be();
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
