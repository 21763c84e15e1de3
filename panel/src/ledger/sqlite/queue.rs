//! Operations on their way to the writer, and answers on their way back.

use tokio::sync::{mpsc, oneshot};

use super::core::Core;
use crate::ledger::{LedgerError, Result};

/// How an operation behaves in its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One statement at most, and memory changed only after it: fails alone without help.
    Single,
    /// Several statements: runs inside a savepoint.
    Several,
    /// Changes sites, units, doors or panels, which others read without asking the writer: the last of its batch,
    /// so that nobody sees the change before it is on disk.
    Places,
}

/// An operation with the way back to who asked for it.
pub(super) trait Job: Send {
    fn kind(&self) -> Kind;
    /// Does it. Whether it succeeded.
    fn run(&mut self, core: &mut Core) -> Result<(), ()>;
    /// It did not get to disk, whatever it did: the answer is this instead.
    fn fail(&mut self, why: &str);
    /// Tells who asked. Only after the batch is on disk, or has failed.
    fn answer(self: Box<Self>);
}

struct Task<T, F> {
    kind: Kind,
    work: Option<F>,
    outcome: Option<Result<T>>,
    reply: oneshot::Sender<Result<T>>,
}

impl<T, F> Job for Task<T, F>
where
    T: Send,
    F: FnOnce(&mut Core) -> Result<T> + Send,
{
    fn kind(&self) -> Kind {
        self.kind
    }

    fn run(&mut self, core: &mut Core) -> Result<(), ()> {
        let Some(work) = self.work.take() else { return Err(()) };
        let outcome = work(core);
        let succeeded = outcome.is_ok();
        self.outcome = Some(outcome);
        if succeeded { Ok(()) } else { Err(()) }
    }

    fn fail(&mut self, why: &str) {
        self.outcome = Some(Err(LedgerError::Unavailable(why.to_owned())));
    }

    fn answer(self: Box<Self>) {
        let never_run = || Err(LedgerError::Unavailable("the ledger was closed".to_owned()));
        // Who asked may have gone away; what was done stays done.
        let _ = self.reply.send(self.outcome.unwrap_or_else(never_run));
    }
}

/// An operation, and where its answer will be.
pub(super) fn task<T, F>(kind: Kind, work: F) -> (Box<dyn Job>, oneshot::Receiver<Result<T>>)
where
    T: Send + 'static,
    F: FnOnce(&mut Core) -> Result<T> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    (Box::new(Task { kind, work: Some(work), outcome: None, reply }), answer)
}

/// Brings operations to the writer, as many at once as are asked for now.
///
/// Waking a thread costs more than a decision, and a writer woken by the first of many would commit it alone. So
/// everybody who is ready on this runtime asks first: one turn of the scheduler, no timer. Who is alone goes at once.
pub(super) async fn bring(
    mut asked: mpsc::UnboundedReceiver<Box<dyn Job>>,
    writer: std::sync::mpsc::Sender<Vec<Box<dyn Job>>>,
) {
    let mut together = Vec::new();
    while let Some(first) = asked.recv().await {
        together.push(first);
        tokio::task::yield_now().await;
        while let Ok(next) = asked.try_recv() {
            together.push(next);
        }
        if writer.send(std::mem::take(&mut together)).is_err() {
            return;
        }
    }
}

/// Hands answers out on the runtime's side, so that the writer wakes the runtime once a batch and not once an answer.
pub(super) async fn hand_out(mut batches: mpsc::UnboundedReceiver<Vec<Box<dyn Job>>>) {
    while let Some(batch) = batches.recv().await {
        for job in batch {
            job.answer();
        }
    }
}
