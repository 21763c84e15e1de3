//! The queue of acts for the writer, and of their answers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{mpsc, oneshot};

use super::committer::{Committer, Counters};
use super::ports::Journal;
use super::{LedgerError, Result, StoreFailure};
use crate::building::ids::to_millis;
use crate::building::{Act, Archive, Attribution, Outcome, Record, State};
use crate::keys::Keys;
use gatepass_core::share::Language;

/// The inputs of an act.
pub(super) struct ActInputs<'a> {
    pub(super) state: &'a State,
    pub(super) archive: &'a dyn Archive,
    pub(super) keys: &'a Keys,
    pub(super) language: Language,
}

/// An act with the channel for its answer.
pub(super) trait QueuedAct: Send {
    /// The instant of the act.
    fn now(&self) -> DateTime<Utc>;
    /// Whether a commit is tried even if the act writes nothing.
    fn tries_disk(&self) -> bool;
    /// Carries the act out and keeps its answer. Returns the records to write; none if the act was refused.
    fn run(&mut self, inputs: &ActInputs<'_>) -> Vec<Record>;
    /// Replaces the answer by a failure, because the records are not on disk.
    fn fail(&mut self, failure: &StoreFailure);
    /// Sends the answer. Call it after the batch is on disk or has failed.
    fn answer(self: Box<Self>);
}

struct PendingAct<T, F> {
    by: Attribution,
    tries_disk: bool,
    act: Option<F>,
    outcome: Option<Result<T>>,
    reply: oneshot::Sender<Result<T>>,
}

impl<T, F> QueuedAct for PendingAct<T, F>
where
    T: Send,
    F: FnOnce(&Act<'_>) -> Result<Outcome<T>> + Send,
{
    fn now(&self) -> DateTime<Utc> {
        self.by.at
    }

    fn tries_disk(&self) -> bool {
        self.tries_disk
    }

    fn run(&mut self, inputs: &ActInputs<'_>) -> Vec<Record> {
        let Some(act) = self.act.take() else { return Vec::new() };
        let ActInputs { state, archive, keys, language } = *inputs;
        let given = Act { state, archive, keys, language, actor: self.by.actor, now: self.by.at };
        // An act changes nothing, so one that panics fails alone.
        let done = catch_unwind(AssertUnwindSafe(|| act(&given)));
        let done = done.unwrap_or_else(|_| Err(StoreFailure::new("an operation panicked").into()));
        let (outcome, records) = match done {
            Ok(Outcome { answer, records }) => (Ok(answer), records),
            Err(error) => (Err(error), Vec::new()),
        };
        self.outcome = Some(outcome);
        records
    }

    fn fail(&mut self, failure: &StoreFailure) {
        self.outcome = Some(Err(failure.clone().into()));
    }

    fn answer(self: Box<Self>) {
        // The caller may have gone away; the act stays done.
        let _ = self.reply.send(self.outcome.unwrap_or_else(|| Err(closed())));
    }
}

/// An act for the queue, and the receiver of its answer. With `tries_disk` a commit is tried even if the act writes nothing.
pub(super) fn queued<T, F>(
    by: Attribution,
    tries_disk: bool,
    act: F,
) -> (Box<dyn QueuedAct>, oneshot::Receiver<Result<T>>)
where
    T: Send + 'static,
    F: FnOnce(&Act<'_>) -> Result<Outcome<T>> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    let by = Attribution { at: to_millis(by.at), ..by };
    (Box::new(PendingAct { by, tries_disk, act: Some(act), outcome: None, reply }), answer)
}

/// A request to the writer.
pub(super) enum WriterRequest {
    /// Carry out an act.
    Act(Box<dyn QueuedAct>),
    /// Compare the state in memory with the one on disk.
    CompareWithDisk(oneshot::Sender<Result<bool>>),
}

/// The error of a closed ledger.
pub(super) fn closed() -> LedgerError {
    StoreFailure::new("the ledger was closed").into()
}

/// Forwards requests to the writer, together with all others that are ready.
///
/// Waking a thread costs more than a decision, and a writer woken by the first of many would commit it alone. So this task
/// yields once to the scheduler before it forwards, without a timer.
///
/// A single act is committed here if no commit is under way: the way to the writer's thread and back would take longer than
/// the act. The runtime uses its other threads meanwhile.
pub(super) async fn forward_requests<J: Journal>(
    mut asked: mpsc::UnboundedReceiver<WriterRequest>,
    writer: std::sync::mpsc::Sender<Vec<WriterRequest>>,
    committer: Arc<Mutex<Committer<J>>>,
    counters: Arc<Counters>,
) {
    // A runtime of one thread must not be blocked.
    let may_commit = Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread;
    let mut together = Vec::new();
    while let Some(first) = asked.recv().await {
        together.push(first);
        tokio::task::yield_now().await;
        while let Ok(next) = asked.try_recv() {
            together.push(next);
        }
        if may_commit
            && let [WriterRequest::Act(_)] = &together[..]
            && let Ok(mut committer) = committer.try_lock()
            && let Some(WriterRequest::Act(job)) = together.pop()
        {
            counters.waiting.fetch_sub(1, Ordering::Relaxed);
            let mut alone = [job];
            tokio::task::block_in_place(|| committer.commit(&mut alone));
            let idle_work_became_due = committer.idle_work_became_due();
            drop(committer);
            let [job] = alone;
            job.answer();
            if !idle_work_became_due {
                continue;
            }
            // An empty list of requests wakes the writer to tidy up.
        }
        if writer.send(std::mem::take(&mut together)).is_err() {
            return;
        }
    }
}

/// Sends answers on the runtime, so that the writer wakes it once for each batch and not once for each answer.
pub(super) async fn send_answers(mut batches: mpsc::UnboundedReceiver<Vec<Box<dyn QueuedAct>>>) {
    while let Some(batch) = batches.recv().await {
        for act in batch {
            act.answer();
        }
    }
}
