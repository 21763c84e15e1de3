//! What happens around every request: its id, its address and rate, panics, headers, the log line, the metrics.
//!
//! The log has the route's template, never the path: paths carry panel tokens.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr};
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use tokio::time::Instant;
use tower::{Layer, Service};
use tracing::{Instrument, Span};

use super::{ClientAddress, Refusal, Subject, client_address};
use crate::app::App;

/// The peer of the connection, put into the request by the code that accepted the connection.
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

/// Wraps every request to what is inside.
#[derive(Clone)]
pub(crate) struct Wrap<S = ()> {
    app: App,
    inside: S,
}

impl Wrap {
    /// A layer around all endpoints.
    pub(crate) fn new(app: App) -> Self {
        Self { app, inside: () }
    }
}

impl<S> Layer<S> for Wrap {
    type Service = Wrap<S>;

    fn layer(&self, inside: S) -> Wrap<S> {
        Wrap { app: self.app.clone(), inside }
    }
}

impl<S> Service<Request> for Wrap<S>
where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send + 'static>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inside.poll_ready(context)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let around = Around::new(self.app.clone(), &mut request);
        let span = around.span();
        // Counted first: whoever asks too often costs nothing more.
        let answering = around.may_ask().map(|()| self.inside.call(request));
        let answered = async move {
            let mut response = match answering {
                Err(refusal) => refusal.into_response(),
                Ok(answering) => answer_of(AssertUnwindSafe(answering).catch_unwind().await),
            };
            around.finish(&mut response);
            Ok(response)
        };
        Box::pin(answered.instrument(span))
    }
}

/// What is known of a request before it is answered.
struct Around {
    app: App,
    started: Instant,
    matched: Option<MatchedPath>,
    method: Method,
    address: ClientAddress,
    /// In the log and in the answer it is written in hexadecimal.
    number: u64,
}

impl Around {
    fn new(app: App, request: &mut Request) -> Self {
        #[expect(clippy::disallowed_methods, reason = "reported in the log and as a metric only")]
        let started = Instant::now();
        let peer = request.extensions().get::<Peer>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0);
        let address = client_address(peer, request.headers(), &app.settings().trusted_proxies);
        let matched = request.extensions().get::<MatchedPath>().cloned();
        request.extensions_mut().insert(address);
        let number = app.request_number();
        Self { app, started, matched, method: request.method().clone(), address, number }
    }

    /// The template of the route, not the path.
    fn route(&self) -> &str {
        self.matched.as_ref().map_or("unmatched", MatchedPath::as_str)
    }

    fn span(&self) -> Span {
        let Self { number, method, .. } = self;
        let (id, route) = (format_args!("{number:x}"), self.route());
        if is_busy(route) {
            tracing::debug_span!("request", %id, %method, %route)
        } else {
            tracing::info_span!("request", %id, %method, %route)
        }
    }

    fn may_ask(&self) -> Result<(), Refusal> {
        self.app.rates().take(Subject::Address(self.address.counted()), self.app.now())
    }

    fn finish(&self, response: &mut Response) {
        add_headers(response, self.number);
        let (route, status, took) = (self.route(), response.status(), self.started.elapsed());
        self.app.metrics().request(&self.method, route, status, took);
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        if status.is_server_error() {
            tracing::error!(status = status.as_u16(), millis, "failed");
        } else if is_busy(route) {
            tracing::debug!(status = status.as_u16(), millis, "answered");
        } else {
            tracing::info!(status = status.as_u16(), millis, "answered");
        }
    }
}

/// The answer, or that there is none. The panic itself was logged by the hook, with its source location.
fn answer_of(ran: std::thread::Result<Result<Response, Infallible>>) -> Response {
    match ran {
        Ok(Ok(response)) => response,
        Err(_) => {
            tracing::error!("a request panicked");
            Refusal::internal().into_response()
        }
    }
}

fn add_headers(response: &mut Response, number: u64) {
    let headers = response.headers_mut();
    // Room for these and for what is added below, at once.
    headers.reserve(7);
    if let Ok(id) = HeaderValue::try_from(format!("{number:x}")) {
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
