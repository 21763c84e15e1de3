//! What panels ask in Gatepass's own protocol.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use gatepass_core::api::{ValidateRequest, ValidateResponse};
use gatepass_core::pass::Problem;

use crate::adapters::{ask, display, kept_photo};
use crate::app::App;
use crate::http::{LargeJsonBody, PanelCaller, Refusal};
use crate::ledger::{PanelAnswer, Presentation};

/// The longest text of an identifier, in bytes; the longest QR code read at doors has fewer.
const MAX_VALUE: usize = 512;
/// The longest name of an event, in characters.
const MAX_EVENT: usize = 64;
/// How every JPEG begins.
const JPEG: [u8; 3] = [0xFF, 0xD8, 0xFF];

/// A panel asks whether to open
///
/// The answer is on disk before it is sent. If the service cannot decide in time, or fails, it says `not_handled`,
/// and the panel decides by its own list.
#[utoipa::path(
    post, path = "/v1/panels/{token}/validate", tag = "panel", operation_id = "validate", request_body = ValidateRequest,
    params(("token" = String, Path, description = "The panel's token")),
    responses((status = OK, body = ValidateResponse)),
)]
pub(super) async fn validate(
    State(app): State<App>,
    caller: PanelCaller,
    request: Request,
) -> Result<Json<ValidateResponse>, Refusal> {
    let LargeJsonBody(asked) = LargeJsonBody::<ValidateRequest>::from_request(request, &app).await?;
    let ValidateRequest { kind, value, lock, event_id, photo, confidence } = asked;
    if value.is_empty() || value.len() > MAX_VALUE {
        let detail = format!("must be what was read, 1 to {MAX_VALUE} bytes");
        return Err(Refusal::invalid_field("value", &Problem::Malformed { expected: None }, detail));
    }
    if event_id.as_ref().is_some_and(|id| id.is_empty() || id.chars().count() > MAX_EVENT) {
        let detail =
            format!("must have 1 to {MAX_EVENT} characters; leave it out if the panel has no names for events");
        return Err(Refusal::invalid_field("event_id", &Problem::Malformed { expected: None }, detail));
    }
    if confidence.is_some_and(|confidence| !(0.0..=1.0).contains(&confidence)) {
        return Err(Refusal::invalid_field(
            "confidence",
            &Problem::Malformed { expected: None },
            "must be from 0 to 1",
        ));
    }
    let photo = photo.as_deref().and_then(jpeg).map(|jpeg| kept_photo(jpeg, caller.now));
    let presentation = Presentation { lock, event_id, ..caller.presentation(kind, &value, confidence) };
    let kind = presentation.reading.kind;
    let decided = ask(&app, &caller, presentation, photo).await?;
    let display = display(&app, &caller, kind, &decided);
    let PanelAnswer { decision, reason, lock, open_ms, entry: decision_id, .. } = decided;
    Ok(Json(ValidateResponse { decision, reason, lock, open_ms, decision_id, display }))
}

/// The photo, if it is one. A camera that sends something else must not keep a guest at the door.
fn jpeg(base64: &str) -> Option<Bytes> {
    let bytes = BASE64_STANDARD.decode(base64).ok().filter(|bytes| bytes.starts_with(&JPEG));
    if bytes.is_none() {
        tracing::warn!("a panel sent a photo that is no JPEG in base64; it is left out");
    }
    bytes.map(Bytes::from)
}
