//! For the operator: liveness, readiness, metrics, and the OpenAPI document.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

use crate::app::App;
use crate::http::Refusal;

/// Is the process alive?
#[utoipa::path(get, path = "/healthz", tag = "operator", responses((status = OK, body = String, content_type = "text/plain")))]
pub(super) async fn alive() -> &'static str {
    "ok\n"
}

/// Can it decide?
///
/// Writes to the database are tried.
#[utoipa::path(
    get, path = "/readyz", tag = "operator",
    responses(
        (status = OK, body = String, content_type = "text/plain"),
        (status = SERVICE_UNAVAILABLE, description = "Not now; the log says why"),
    ),
)]
pub(super) async fn ready(State(app): State<App>) -> Result<&'static str, Refusal> {
    let stopping = *app.stopping().borrow();
    let deadline = app.settings().limits.decide();
    let why = match tokio::time::timeout(deadline, app.maintenance().health()).await {
        _ if stopping => "the service is stopping".to_owned(),
        Ok(Ok(_)) => return Ok("ready\n"),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "the database does not answer in time".to_owned(),
    };
    tracing::warn!(why, "not ready");
    Err(Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "not_ready", "The service cannot decide now; its log says why."))
}

/// Metrics
///
/// In the format of Prometheus and `OpenMetrics`. No label holds anything of a person.
#[utoipa::path(
    get, path = "/metrics", tag = "operator",
    responses((status = OK, body = String, content_type = "application/openmetrics-text")),
)]
pub(super) async fn metrics(State(app): State<App>) -> impl IntoResponse {
    let health = app.maintenance().health().await.ok();
    let text = app.metrics().text(app.presence().listening(), health.as_ref());
    ([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text)
}

/// This document
#[utoipa::path(
    get, path = "/openapi.json", tag = "operator",
    responses((status = OK, body = Object, content_type = "application/json")),
)]
pub(super) async fn document(State(app): State<App>) -> impl IntoResponse {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=300")];
    (headers, app.openapi())
}
