//! From a presentation to an answer in time.
//!
//! Whatever fails on our side, the panel hears "not handled" and decides by its own list; it never hears "granted".

use std::panic::AssertUnwindSafe;

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use gatepass_core::pass::{IdentifierKind, Reason};
use gatepass_core::share;
use tokio::time::Instant;
use uuid::{NoContext, Timestamp, Uuid};

use crate::app::App;
use crate::http::PanelCaller;
use crate::ledger::{LedgerError, PanelAnswer, Presentation, Site};

/// A photo that came with a presentation, and the name it is kept by.
pub(crate) struct Photo {
    id: Uuid,
    jpeg: Bytes,
}

/// The photo of a presentation at this instant. Its name tells when it was taken, by the service's clock: so it is found
/// when its time is over.
pub(crate) fn kept_photo(jpeg: Bytes, now: DateTime<Utc>) -> Photo {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let id = Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()));
    Photo { id, jpeg }
}

/// Decides, durably and in time. An error is the panel's own: it asked what makes no sense.
pub(crate) async fn ask(
    app: &App,
    caller: &PanelCaller,
    presentation: Presentation,
    photo: Option<Photo>,
) -> Result<PanelAnswer, LedgerError> {
    #[expect(clippy::disallowed_methods, reason = "reported as a metric only")]
    let started = Instant::now();
    let panel = &caller.panel;
    let lock = presentation.lock.or_else(|| panel.lock(None).map(|lock| lock.lock)).unwrap_or_default();
    let deadline = app.settings().limits.decide();
    let deciding = AssertUnwindSafe(decide(app, caller, presentation, photo)).catch_unwind();
    let failed = |why: &str| {
        tracing::error!(panel = %panel.id, why, "a presentation was answered \"not handled\"");
        Ok(PanelAnswer::failed(panel, lock))
    };
    let decided = match tokio::time::timeout(deadline, deciding).await {
        Ok(Ok(Ok(decided))) => Ok(decided),
        Ok(Ok(Err(LedgerError::Unavailable(failure)))) => failed(&failure.to_string()),
        Ok(Ok(Err(error @ (LedgerError::Busy | LedgerError::NotFound(_))))) => failed(&error.to_string()),
        Ok(Ok(Err(asked_wrongly))) => return Err(asked_wrongly),
        Ok(Err(_)) => failed("a panic"),
        Err(_) => failed("the deadline passed"),
    };
    if let Ok(decided) = &decided {
        app.metrics().decision(decided.reason, started.elapsed());
    }
    decided
}

async fn decide(
    app: &App,
    caller: &PanelCaller,
    presentation: Presentation,
    photo: Option<Photo>,
) -> Result<PanelAnswer, LedgerError> {
    let presentation = Presentation { photo: photo.as_ref().map(|photo| photo.id), ..presentation };
    let decided = app.decisions().present(presentation, caller.now).await?;
    if let Some(photo) = photo
        && decided.entry.is_some()
        && !decided.replayed
    {
        keep(app, &caller.site, photo);
    }
    Ok(decided)
}

/// Keeps the photo after the answer: nobody waits at a door for a picture to be written.
fn keep(app: &App, site: &Site, photo: Photo) {
    let (app_there, site) = (app.clone(), site.id);
    app.background().spawn(async move {
        if let Err(error) = app_there.photos().put(site, photo.id, &photo.jpeg).await {
            tracing::error!(%error, "a photo could not be kept");
        }
    });
}

/// What the visitor reads on the panel's display.
pub(crate) fn display(app: &App, caller: &PanelCaller, kind: IdentifierKind, decided: &PanelAnswer) -> String {
    if decided.reason == Reason::Error {
        return String::new();
    }
    let shown = share::DecisionSummary {
        decision: decided.decision,
        reason: decided.reason,
        kind,
        next_opening: decided.next_opening,
        at: caller.now,
        zone: caller.site.zone,
    };
    share::display(&shown, app.language())
}
