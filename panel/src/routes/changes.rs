//! Keeping up: what is new since a cursor, and a stream that tells when to ask.

#![expect(unused_qualifications, reason = "what `utoipa::path` makes of a parameter type has its full path")]

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use axum::response::sse::Event;
use futures_util::stream;
use gatepass_core::api::Changes;
use serde::Deserialize;
use tokio::sync::broadcast::error::RecvError;
use utoipa::IntoParams;

use super::page::cursor;
use super::passes::body;
use super::stream::answer;
use crate::app::App;
use crate::http::{QueryParams, Refusal, Resident};
use crate::ledger::EntryView;

/// Passes and entries at most in one answer.
const MOST: usize = 500;

/// From where on.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ChangesQuery {
    /// The `cursor` of the answer before; missing: from the start.
    since: Option<String>,
}

/// What is new since a cursor
///
/// Everything of the unit that is newer, oldest first. Ask again with the new cursor while `more` is true.
#[utoipa::path(
    get, path = "/v1/changes", tag = "resident", operation_id = "changes", security(("resident" = [])), params(ChangesQuery),
    responses((status = OK, body = Changes)),
)]
pub(super) async fn changes(
    State(app): State<App>,
    Resident(me): Resident,
    QueryParams(ChangesQuery { since }): QueryParams<ChangesQuery>,
) -> Result<Json<Changes>, Refusal> {
    let since = since.as_deref().map_or(Ok(0), |text| cursor("since", text))?;
    let found = app.log().changes(me.unit, since, MOST, app.now()).await?;
    let profile =
        if found.profile { Some(app.people().membership(me.resident).await?.profile(Some(me.device))) } else { None };
    Ok(Json(Changes {
        passes: found.passes.iter().map(|record| body(&app, record)).collect(),
        entries: found.entries.iter().map(EntryView::body).collect(),
        profile,
        cursor: found.cursor.to_string(),
        more: found.more,
    }))
}

/// Be told when something is new
///
/// Server-sent events. Each `changed` event says only that `/v1/changes` has news; its data is the newest cursor. One
/// comes at the beginning. The stream ends when the service stops or the device is removed: connect again.
#[utoipa::path(
    get, path = "/v1/events", tag = "resident", operation_id = "events", security(("resident" = [])),
    responses((status = OK, body = String, content_type = "text/event-stream")),
)]
pub(super) async fn events(State(app): State<App>, Resident(me): Resident) -> Result<Response, Refusal> {
    let changes = app.log().subscribe();
    let event = |seq: i64| Event::default().event("changed").data(seq.to_string());
    // Subscribed first, asked then: nothing can slip between. 0 says "ask, whatever you have".
    let first = stream::iter([event(0)]);
    let after = stream::unfold((app.clone(), changes), move |(app, mut changes)| async move {
        loop {
            let seq = match changes.recv().await {
                Ok(change) if change.site == me.site && change.unit.is_none_or(|unit| unit == me.unit) => change.seq,
                Ok(_) => continue,
                // Too many at once: some of them may have been ours.
                Err(RecvError::Lagged(_)) => 0,
                Err(RecvError::Closed) => return None,
            };
            // A device that was removed meanwhile hears nothing more.
            let membership = app.people().membership(me.resident).await.ok()?;
            if !membership.resident.devices.iter().any(|device| device.id == me.device) {
                return None;
            }
            return Some((event(seq), (app, changes)));
        }
    });
    Ok(answer(&app, futures_util::StreamExt::chain(first, after)))
}
