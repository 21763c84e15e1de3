//! A pass as a picture: its QR code.

use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use gatepass_core::id::PassId;
use gatepass_core::{qr, share};

use super::shares::{payload, valid};
use crate::app::App;
use crate::http::{PathOf, Refusal, Resident};

/// The QR code as PNG
///
/// Black on white, at least 600 pixels wide.
#[utoipa::path(
    get, path = "/v1/passes/{id}/qr.png", tag = "resident", security(("resident" = [])),
    params(("id" = PassId, Path, description = "The pass")),
    responses((status = OK, body = [u8], content_type = "image/png")),
)]
pub(super) async fn qr_png(
    State(app): State<App>,
    Resident(me): Resident,
    PathOf(id): PathOf<PassId>,
) -> Result<Response, Refusal> {
    let payload = payload(&app, me, &valid(&app, me, id).await?, app.language()).await?;
    let png = qr::png(&shown(&payload)?).map_err(|_| Refusal::internal())?;
    Ok(picture("image/png", png))
}

/// The QR code as SVG
#[utoipa::path(
    get, path = "/v1/passes/{id}/qr.svg", tag = "resident", security(("resident" = [])),
    params(("id" = PassId, Path, description = "The pass")),
    responses((status = OK, body = String, content_type = "image/svg+xml")),
)]
pub(super) async fn qr_svg(
    State(app): State<App>,
    Resident(me): Resident,
    PathOf(id): PathOf<PassId>,
) -> Result<Response, Refusal> {
    let payload = payload(&app, me, &valid(&app, me, id).await?, app.language()).await?;
    let svg = qr::svg(&shown(&payload)?).map_err(|_| Refusal::internal())?;
    Ok(picture("image/svg+xml", svg))
}

fn shown(payload: &share::SharePayload) -> Result<String, Refusal> {
    payload.qr.clone().ok_or_else(|| Refusal::not_found("QR code"))
}

fn picture(kind: &'static str, bytes: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, kind)], bytes.into()).into_response()
}
