//! From a panel's question, in whatever words it asks, to an answer it gets in time.
//!
//! A make of panel has its folder or file here, which knows that make's words and nothing of passes. Around the
//! decision there is a promise: whatever fails on our side, the panel hears "not handled" and decides by its own
//! list; it never hears "granted".

pub(crate) mod basip;

use std::panic::AssertUnwindSafe;

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use gatepass_core::api::Decision;
use gatepass_core::id::EntryId;
use gatepass_core::pass::{IdentifierKind, Reason};
use gatepass_core::share;
use tokio::time::Instant;
use uuid::{NoContext, Timestamp, Uuid};

use crate::app::App;
use crate::decide::Shown;
use crate::ledger::{Decided, LedgerError, Panel, Presentation, Site};

/// What a panel asks.
pub(crate) struct Question {
    /// How the guest came.
    pub(crate) kind: IdentifierKind,
    /// What was read.
    pub(crate) value: String,
    /// How sure the camera was.
    pub(crate) confidence: Option<f32>,
    /// Which of the panel's locks; the first when `None`.
    pub(crate) lock: Option<u16>,
    /// The panel's own name for this presentation.
    pub(crate) event_id: Option<String>,
    /// A JPEG of who stands there.
    pub(crate) photo: Option<Bytes>,
}

/// What it is told.
pub(crate) struct Answer {
    /// What to do.
    pub(crate) decision: Decision,
    /// Why, for the panel's log.
    pub(crate) reason: Reason,
    /// Which lock.
    pub(crate) lock: u16,
    /// For how long, in milliseconds.
    pub(crate) open_ms: u32,
    /// Its entry in the log.
    pub(crate) decision_id: Option<EntryId>,
    /// What the visitor reads.
    pub(crate) display: String,
}

impl Answer {
    fn failed(lock: u16) -> Self {
        Self {
            decision: Decision::NotHandled,
            reason: Reason::Error,
            lock,
            open_ms: 0,
            decision_id: None,
            display: String::new(),
        }
    }
}

/// Decides, durably and in time. An error is the panel's own: it asked what makes no sense.
pub(crate) async fn ask(app: &App, panel: &Panel, question: Question) -> Result<Answer, LedgerError> {
    #[expect(clippy::disallowed_methods, reason = "reported as a metric only")]
    let started = Instant::now();
    let lock = question.lock.or_else(|| panel.lock(None).map(|lock| lock.lock)).unwrap_or_default();
    let deadline = app.settings().limits.decide();
    let decided = tokio::time::timeout(deadline, AssertUnwindSafe(decide(app, panel, question)).catch_unwind()).await;
    let failed = |why: &str| {
        tracing::error!(panel = %panel.id, why, "a presentation was answered \"not handled\"");
        Ok(Answer::failed(lock))
    };
    let answer = match decided {
        Ok(Ok(Ok(answer))) => Ok(answer),
        Ok(Ok(Err(LedgerError::Busy | LedgerError::Unavailable(_) | LedgerError::NotFound(_)))) => {
            failed("the ledger failed")
        }
        Ok(Ok(Err(asked_wrongly))) => return Err(asked_wrongly),
        Ok(Err(_)) => failed("a panic"),
        Err(_) => failed("the deadline passed"),
    };
    if let Ok(answer) = &answer {
        app.metrics().decision(answer.reason, started.elapsed());
    }
    answer
}

async fn decide(app: &App, panel: &Panel, question: Question) -> Result<Answer, LedgerError> {
    let site = app.places().site(panel.site).await?;
    let shown = Shown::read(question.kind, &question.value, question.confidence, &app.keys().pepper_of(site.number));
    let kind = shown.kind;
    let now = app.now();
    let photo = question.photo.map(|jpeg| (named_for(now), jpeg));
    let presentation = Presentation {
        panel: panel.id,
        lock: question.lock,
        shown,
        event_id: question.event_id,
        photo: photo.as_ref().map(|(id, _)| *id),
    };
    let decided = app.doorkeeping().present(presentation, now).await?;
    if let Some((id, jpeg)) = photo
        && decided.entry.is_some()
        && !decided.replayed
    {
        keep_photo(app, &site, id, jpeg);
    }
    let shown = share::Shown {
        decision: decided.decision,
        reason: decided.reason,
        kind,
        next_opening: decided.next_opening,
        at: now,
        zone: site.zone,
    };
    let Decided { decision, reason, lock, open_ms, entry, .. } = decided;
    let display = share::display(&shown, app.language());
    Ok(Answer { decision, reason, lock, open_ms, decision_id: entry, display })
}

/// A photo's name tells when it was taken, by the service's clock: so it is found when its time is over.
fn named_for(now: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
}

/// Keeps the photo after the answer: nobody waits at a door for a picture to be written.
fn keep_photo(app: &App, site: &Site, id: Uuid, jpeg: Bytes) {
    let (app_there, site) = (app.clone(), site.id);
    app.background().spawn(async move {
        if let Err(error) = app_there.photos().put(site, id, &jpeg).await {
            tracing::error!(%error, "a photo could not be kept");
        }
    });
}
