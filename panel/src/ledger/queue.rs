//! Acts on their way to the writer, and answers on their way back.

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

/// What the writer lends to an act.
pub(super) struct ActInputs<'a> {
    pub(super) state: &'a State,
    pub(super) archive: &'a dyn Archive,
    pub(super) keys: &'a Keys,
    pub(super) language: Language,
}

/// An act with the way back to who asked for it.
pub(super) trait QueuedAct: Send {
    /// The instant of the act.
    fn now(&self) -> DateTime<Utc>;
    /// Whether a commit is tried even if the act writes nothing.
    fn tries_disk(&self) -> bool;
    /// Carries the act out and keeps its answer. Gives the records to write; none if the act was refused.
    fn run(&mut self, inputs: &ActInputs<'_>) -> Vec<Record>;
    /// The records did not get to disk: the answer is this instead.
    fn fail(&mut self, failure: &StoreFailure);
    /// Tells who asked. Only after the batch is on disk, or has failed.
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
        // Who asked may have gone away; what was done stays done.
        let _ = self.reply.send(self.outcome.unwrap_or_else(|| Err(closed())));
    }
}

/// An act, and where its answer will be. `tries_disk` has a commit tried even if the act writes nothing.
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

/// What is asked of the writer.
pub(super) enum WriterRequest {
    /// Carry out an act.
    Act(Box<dyn QueuedAct>),
    /// Say whether the memory is what would be read from disk.
    CompareWithDisk(oneshot::Sender<Result<bool>>),
}

/// The answer of a ledger that was closed.
pub(super) fn closed() -> LedgerError {
    StoreFailure::new("the ledger was closed").into()
}

/// Brings orders to the writer, as many at once as are asked for now.
///
/// Waking a thread costs more than a decision, and a writer woken by the first of many would commit it alone. So
/// everybody who is ready on this runtime asks first: one turn of the scheduler, no timer.
///
/// An act that is alone then, while nothing is being committed, is committed here: the way to the writer's thread and
/// back would be longer than the act. The runtime goes on with other threads meanwhile.
pub(super) async fn bring<J: Journal>(
    mut asked: mpsc::UnboundedReceiver<WriterRequest>,
    writer: std::sync::mpsc::Sender<Vec<WriterRequest>>,
    committer: Arc<Mutex<Committer<J>>>,
    counters: Arc<Counters>,
) {
    // A runtime of one thread cannot go on with others.
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
            let became_untidy = committer.became_untidy();
            drop(committer);
            let [job] = alone;
            job.answer();
            if !became_untidy {
                continue;
            }
            // The writer sleeps, and is told that there is something to tidy up: by orders of nothing.
        }
        if writer.send(std::mem::take(&mut together)).is_err() {
            return;
        }
    }
}

/// Hands answers out on the runtime's side, so that the writer wakes the runtime once a batch and not once an answer.
pub(super) async fn hand_out(mut batches: mpsc::UnboundedReceiver<Vec<Box<dyn QueuedAct>>>) {
    while let Some(batch) = batches.recv().await {
        for act in batch {
            act.answer();
        }
    }
}
