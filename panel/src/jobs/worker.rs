//! Runs the jobs that are due: several at once, each kind within its limit.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use uuid::Uuid;

use super::backoff::after_failure;
use super::{JobError, at_once, reseal, run};
use crate::app::App;
use crate::ledger::{Job, JobKind, JobResult};

/// How often a purge of every site is planned.
const PURGE_EVERY: Duration = Duration::from_hours(1);
/// The list of jobs is looked at this often even if nothing is said to have changed.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// How long a stopping service waits for jobs that run. What is not done by then is done after the next start.
const STOP_WITHIN: Duration = Duration::from_secs(5);

/// A worker that runs.
pub(crate) struct Worker(JoinHandle<()>);

impl Worker {
    /// Waits until the worker has stopped. It stops with the service's streams.
    pub(crate) async fn stopped(self) {
        if self.0.await.is_err() {
            tracing::error!("the worker of jobs ended in a panic");
        }
    }
}

/// Starts the worker.
pub(crate) async fn start(app: App) -> Worker {
    if let Err(error) = reseal::plan_missing(&app).await {
        tracing::error!(%error, "cannot see what an older key closed; the next start tries again");
    }
    Worker(tokio::spawn(work(app)))
}

/// A job that was tried.
struct Attempt {
    job: Arc<Job>,
    result: JobResult,
}

async fn work(app: App) {
    let mut stopping = app.stopping();
    let mut changes = app.jobs().job_changes();
    let mut purges = tokio::time::interval(PURGE_EVERY);
    let mut running = RunningJobs::default();
    loop {
        changes.borrow_and_update();
        let next_look = match running.begin_due(&app).await {
            Ok(next) => next,
            Err(error) => {
                tracing::error!(%error, "cannot read the jobs; will try again");
                LOOK_EVERY
            }
        };
        tokio::select! {
            () = stopped(&mut stopping) => break,
            _ = purges.tick() => {
                if let Err(error) = app.jobs().plan_purges(app.now()).await {
                    tracing::error!(%error, "cannot plan the purges; will try again in an hour");
                }
            }
            Some(tried) = running.next() => running.settle(&app, tried).await,
            told = changes.changed() => if told.is_err() { break },
            () = tokio::time::sleep(next_look) => {}
        }
    }
    if tokio::time::timeout(STOP_WITHIN, running.finish(&app)).await.is_err() {
        tracing::warn!("some jobs were not done in time; they are done after the next start");
    }
}

async fn stopped(stopping: &mut watch::Receiver<bool>) {
    // An error means the service is gone altogether.
    let _ = stopping.wait_for(|stopping| *stopping).await;
}

/// The jobs under way.
#[derive(Default)]
struct RunningJobs {
    tasks: JoinSet<Attempt>,
    kinds: HashMap<Uuid, JobKind>,
    /// Whether what became of a job could not be kept: nothing is begun before the next look.
    resting: bool,
}

impl RunningJobs {
    /// Begins what is due and has room. Gives the time until the next job is due.
    async fn begin_due(&mut self, app: &App) -> Result<Duration, crate::ledger::LedgerError> {
        if std::mem::take(&mut self.resting) {
            return Ok(LOOK_EVERY);
        }
        let now = app.now();
        let mut next = LOOK_EVERY;
        for job in app.jobs().jobs(now).await? {
            if job.given_up || self.kinds.contains_key(&job.id) {
                continue;
            }
            if job.not_before > now {
                next = next.min((job.not_before - now).to_std().unwrap_or_default());
            } else if self.kinds.values().filter(|kind| **kind == job.kind).count() < at_once(job.kind) {
                self.kinds.insert(job.id, job.kind);
                self.tasks.spawn(attempt(app.clone(), job));
            }
        }
        // A test's clock may stand still, so the wait has a minimum.
        Ok(next.max(Duration::from_millis(10)))
    }

    async fn next(&mut self) -> Option<Attempt> {
        match self.tasks.join_next().await? {
            Ok(tried) => Some(tried),
            // Panics are caught inside; nobody aborts a task.
            Err(error) => {
                tracing::error!(%error, "a job was cut off");
                None
            }
        }
    }

    /// Writes down what became of a job.
    async fn settle(&mut self, app: &App, tried: Attempt) {
        let Attempt { job, result } = tried;
        let kind = job.kind.code();
        match &result {
            JobResult::Done => app.metrics().job_done(kind),
            JobResult::Retry { at, error } => {
                app.metrics().job_failed(kind);
                tracing::warn!(kind, job = %job.id, error, again_at = %at, "a job failed; it is tried again");
            }
            JobResult::GiveUp { error } => {
                app.metrics().job_failed(kind);
                tracing::error!(kind, job = %job.id, error, "a job was given up; see gatepass-panel jobs");
            }
        }
        if let Err(error) = app.jobs().settle_job(job.id, result, app.now()).await {
            tracing::error!(kind, job = %job.id, %error, "what became of a job could not be kept; it is done again");
            self.resting = true;
        }
        self.kinds.remove(&job.id);
    }

    async fn finish(&mut self, app: &App) {
        while !self.tasks.is_empty() {
            if let Some(tried) = self.next().await {
                self.settle(app, tried).await;
            }
        }
    }
}

async fn attempt(app: App, job: Arc<Job>) -> Attempt {
    let done = match AssertUnwindSafe(run(&app, &job)).catch_unwind().await {
        Ok(done) => done,
        Err(_) => Err(JobError::Later("its handler panicked".into())),
    };
    let result = match done {
        Ok(()) => JobResult::Done,
        Err(JobError::Never(error)) => JobResult::GiveUp { error: super::causes(error.as_ref()) },
        Err(error @ JobError::Later(_)) => {
            let mut spread = [0; 4];
            crate::keys::random(&mut spread);
            after_failure(&job, error.to_string(), app.now(), u32::from_be_bytes(spread))
        }
    };
    Attempt { job, result }
}
