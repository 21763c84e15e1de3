//! What happens around every request: its id, its address and rate, panics, headers, the log line, the metrics.
//!
//! The log has the route's template, never the path: paths carry panel tokens.

use std::net::{IpAddr, Ipv4Addr};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use tokio::time::Instant;
use tracing::Instrument;

use super::{Refusal, Subject, client_address};
use crate::app::App;

/// The peer of the connection, put into the request by whoever accepted it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// The response header by which a request is found in the log.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Routes that panels call all day: one line each would drown the log, which has every decision anyway.
fn is_busy(route: &str) -> bool {
    route.starts_with("/v1/panels/")
        || route.starts_with("/basip/")
        || matches!(route, "/healthz" | "/readyz" | "/metrics")
}

/// Wraps every request.
pub(crate) async fn wrap(State(app): State<App>, mut request: Request, next: Next) -> Response {
    #[expect(clippy::disallowed_methods, reason = "reported in the log and as a metric only")]
    let started = Instant::now();
    let route: Arc<str> = match request.extensions().get::<MatchedPath>() {
        Some(matched) => Arc::from(matched.as_str()),
        None => Arc::from("unmatched"),
    };
    let method = request.method().clone();
    let peer = request.extensions().get::<Peer>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0);
    let address = client_address(peer, request.headers(), &app.settings().trusted_proxies);
    let id = app.request_id();
    request.extensions_mut().insert(address);
    let span = if is_busy(&route) {
        tracing::debug_span!("request", id = %id, method = %method, route = %route)
    } else {
        tracing::info_span!("request", id = %id, method = %method, route = %route)
    };
    let answered = async {
        let mut response = match app.rates().take(Subject::Address(address.counted()), app.now()) {
            Err(refusal) => refusal.into_response(),
            Ok(()) => answer_of(AssertUnwindSafe(next.run(request)).catch_unwind().await),
        };
        finish(&mut response, &id);
        let status = response.status();
        let took = started.elapsed();
        app.metrics().request(&method, &route, status, took);
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        if status.is_server_error() {
            tracing::error!(status = status.as_u16(), millis, "failed");
        } else if is_busy(&route) {
            tracing::debug!(status = status.as_u16(), millis, "answered");
        } else {
            tracing::info!(status = status.as_u16(), millis, "answered");
        }
        response
    };
    answered.instrument(span).await
}

/// The answer, or that there is none. The panic itself was logged by the hook, with its place.
fn answer_of(ran: std::thread::Result<Response>) -> Response {
    ran.unwrap_or_else(|_| {
        tracing::error!("a request panicked");
        Refusal::internal().into_response()
    })
}

fn finish(response: &mut Response, id: &str) {
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    // Nearly every answer holds something of somebody's; what may be kept says so itself.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;

    #[test]
    fn a_panic_is_a_failure_of_the_service_and_says_nothing_of_it() {
        let panicked = std::panic::catch_unwind(|| panic!("a secret"));
        let response = answer_of(panicked);
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
    }
}
