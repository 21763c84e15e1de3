//! A pass as a picture: its QR code, and the card a guest is sent.

#![expect(unused_qualifications, reason = "what `utoipa::path` makes of a parameter type has its full path")]

use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use gatepass_core::id::PassId;
use gatepass_core::qr::{self, Card};
use gatepass_core::share;
use serde::Deserialize;
use utoipa::IntoParams;

use super::shares::{language, payload, valid};
use crate::app::App;
use crate::http::{PathParams, QueryParams, Refusal, Resident};

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
    PathParams(id): PathParams<PassId>,
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
    PathParams(id): PathParams<PassId>,
) -> Result<Response, Refusal> {
    let payload = payload(&app, me, &valid(&app, me, id).await?, app.language()).await?;
    let svg = qr::svg(&shown(&payload)?).map_err(|_| Refusal::internal())?;
    Ok(picture("image/svg+xml", svg))
}

/// In which language.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PictureQuery {
    /// `en`, `es` or `ar`; missing: the service's.
    language: Option<String>,
}

/// The card: the QR code with the pass's name and its times below it, as PNG
#[utoipa::path(
    get, path = "/v1/passes/{id}/card.png", tag = "resident", security(("resident" = [])),
    params(("id" = PassId, Path, description = "The pass"), PictureQuery),
    responses((status = OK, body = [u8], content_type = "image/png")),
)]
pub(super) async fn card_png(
    State(app): State<App>,
    Resident(me): Resident,
    PathParams(id): PathParams<PassId>,
    QueryParams(words): QueryParams<PictureQuery>,
) -> Result<Response, Refusal> {
    let language = language(&app, words.language.as_deref())?;
    let payload = payload(&app, me, &valid(&app, me, id).await?, language).await?;
    let text = shown(&payload)?;
    let card = Card { qr: &text, title: &payload.title, line: &payload.validity };
    Ok(picture("image/png", card.png().map_err(|_| Refusal::internal())?))
}

fn shown(payload: &share::SharePayload) -> Result<String, Refusal> {
    payload.qr.clone().ok_or_else(|| Refusal::not_found("QR code"))
}

fn picture(kind: &'static str, bytes: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, kind)], bytes.into()).into_response()
}
