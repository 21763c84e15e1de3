//! Durable work: what acts leave to be done after their answer.
//!
//! An act that causes work adds a job to its records, so the job is on disk with the act or not at all. The worker runs
//! it at least once: a job leaves the disk only after its handler is done. So a handler must have the same effect when it runs twice.
//!
//! | file | the question it answers |
//! |---|---|
//! | `worker` | when is a job started, and with which result does it end? |
//! | `backoff` | when is a job that failed tried again, and when is it given up? |
//! | `purge`, `remove_photos`, `reseal` | what does each kind do? |
//!
//! A new kind of job is a variant of `JobKind`, a file here, and an arm in [`run`].

mod backoff;
mod purge;
mod remove_photos;
mod reseal;
mod worker;

use std::error::Error;

pub(crate) use worker::{Worker, start};

use crate::app::App;
use crate::ledger::{Job, JobKind, LedgerError, PayloadError};
use crate::photos::PhotoError;

/// Why a job was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum JobError {
    /// It may go better later.
    #[error("{}", causes(.0.as_ref()))]
    Later(Box<dyn Error + Send + Sync>),
    /// It never will.
    #[error("{}", causes(.0.as_ref()))]
    Never(Box<dyn Error + Send + Sync>),
}

impl From<LedgerError> for JobError {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::Busy | LedgerError::Unavailable(_) => Self::Later(error.into()),
            // What the job is about is gone.
            _ => Self::Never(error.into()),
        }
    }
}

impl From<PhotoError> for JobError {
    fn from(error: PhotoError) -> Self {
        Self::Later(error.into())
    }
}

impl From<PayloadError> for JobError {
    fn from(error: PayloadError) -> Self {
        Self::Never(error.into())
    }
}

/// An error with all its causes, the deepest last.
fn causes(error: &(dyn Error + Send + Sync)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.contains(&said) {
            text = format!("{text}: {said}");
        }
        cause = error.source();
    }
    text
}

/// Does a job once.
async fn run(app: &App, job: &Job) -> Result<(), JobError> {
    match job.kind {
        JobKind::Purge => purge::run(app, job).await,
        JobKind::RemovePhotos => remove_photos::run(app, job).await,
        JobKind::Reseal => reseal::run(app, job).await,
    }
}

/// How many jobs of a kind run at the same time.
fn at_once(kind: JobKind) -> usize {
    match kind {
        // A purge is the writer's work: two at once would only wait for each other.
        JobKind::Purge | JobKind::Reseal => 1,
        JobKind::RemovePhotos => 4,
    }
}

/// After how many tries a job of a kind is given up.
fn most_attempts(kind: JobKind) -> u32 {
    match kind {
        // What is no longer to be kept must go, however long the store fails.
        JobKind::Purge => u32::MAX,
        JobKind::RemovePhotos | JobKind::Reseal => 50,
    }
}
