//! Reads the body, path and query of a request, with limits, a deadline and errors that name the field.

use axum::body::Body;
use axum::body::Bytes;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use futures_util::future::poll_immediate;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::Refusal;
use crate::app::App;
use crate::config::Limits;

/// Reads the bytes of a body.
///
/// # Errors
///
/// The body is too large, too slow, or broke off.
pub(crate) async fn read_body(body: Body, limit: usize, limits: &Limits) -> Result<Bytes, Refusal> {
    let mut whole = std::pin::pin!(Limited::new(body, limit).collect());
    // Most bodies arrive with their head and need no timer.
    let read = match poll_immediate(&mut whole).await {
        Some(read) => Ok(read),
        None => tokio::time::timeout(limits.body(), whole).await,
    };
    match read {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Refusal::too_large(limit)),
        Ok(Err(_)) => Err(Refusal::unreadable("", "the body broke off; send it again")),
        Err(_) => Err(Refusal::new(
            StatusCode::REQUEST_TIMEOUT,
            "body_too_slow",
            "The body did not arrive in time; send it again.",
        )),
    }
}

/// Reads JSON; an error names the field and what was expected there.
pub(crate) fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    // Nearly every body is valid. Only an invalid one is read again to find the field.
    serde_json::from_slice(bytes).or_else(|_| read_json_with_path(bytes))
}

fn read_json_with_path<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { String::new() } else { path };
        Refusal::unreadable(&field, error.into_inner().to_string())
    })?;
    reader.end().map_err(|error| Refusal::unreadable("", error.to_string()))?;
    Ok(value)
}

fn must_be_json(headers: &HeaderMap) -> Result<(), Refusal> {
    let text = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json")) {
        return Ok(());
    }
    Err(Refusal::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "not_json",
        "Send the body as JSON, with `Content-Type: application/json`.",
    ))
}

/// A JSON body with its fingerprint, which a repeated request must have too.
pub(crate) struct JsonBody<T> {
    /// The parsed body.
    pub(crate) value: T,
    /// SHA-256 of the bytes.
    pub(crate) fingerprint: [u8; 32],
}

impl<T: DeserializeOwned> FromRequest<App> for JsonBody<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, app: &App) -> Result<Self, Refusal> {
        must_be_json(request.headers())?;
        let limits = &app.settings().limits;
        let bytes = read_body(request.into_body(), limits.body_bytes, limits).await?;
        let value = read_json(&bytes)?;
        Ok(Self { value, fingerprint: Sha256::digest(&bytes).into() })
    }
}

/// The parameters of the path. A parameter that cannot be parsed names nothing: not found.
pub(crate) struct PathParams<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for PathParams<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let found: Result<Path<T>, PathRejection> = Path::from_request_parts(parts, app).await;
        found.map(|Path(value)| Self(value)).map_err(|_| Refusal::not_found("thing"))
    }
}

/// The parameters after the question mark.
pub(crate) struct QueryParams<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<App> for QueryParams<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let found: Result<Query<T>, QueryRejection> = Query::from_request_parts(parts, app).await;
        found.map(|Query(value)| Self(value)).map_err(|error| {
            // The framework's text ends with the field and what was expected of it.
            Refusal::unreadable("query", error.body_text())
        })
    }
}

/// A JSON body that may carry a photo.
pub(crate) struct LargeJsonBody<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<App> for LargeJsonBody<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, app: &App) -> Result<Self, Refusal> {
        must_be_json(request.headers())?;
        let limits = &app.settings().limits;
        let bytes = read_body(request.into_body(), limits.photo_body_bytes, limits).await?;
        read_json(&bytes).map(Self)
    }
}
