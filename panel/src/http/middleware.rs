//! The work around every request: its id, address and rate, panics, headers, the log line and metrics.
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

use super::{ClientAddress, RateSubject, Refusal, client_address};
use crate::app::App;

/// The peer of the connection, put into the request by the code that accepted the connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PeerAddress(pub(crate) IpAddr);

/// The response header by which a request is found in the log.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Routes that are called often. They are logged at debug level; the log of the site has every decision anyway. The
/// routes of panels, of whatever make, are those with a panel's token in the path.
fn is_busy(route: &str) -> bool {
    route.contains("{token}") || matches!(route, "/healthz" | "/readyz" | "/metrics")
}

/// The layer around all endpoints.
#[derive(Clone)]
pub(crate) struct RequestLayer<S = ()> {
    app: App,
    inner: S,
}

impl RequestLayer {
    /// A layer for this service.
    pub(crate) fn new(app: App) -> Self {
        Self { app, inner: () }
    }
}

impl<S> Layer<S> for RequestLayer {
    type Service = RequestLayer<S>;

    fn layer(&self, inner: S) -> RequestLayer<S> {
        RequestLayer { app: self.app.clone(), inner }
    }
}

impl<S> Service<Request> for RequestLayer<S>
where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send + 'static>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let context = RequestContext::new(self.app.clone(), &mut request);
        let span = context.span();
        // The rate is checked first, so that a request over the limit costs nothing more.
        let answering = context.may_ask().map(|()| self.inner.call(request));
        let answered = async move {
            let mut response = match answering {
                Err(refusal) => refusal.into_response(),
                Ok(answering) => answer_of(AssertUnwindSafe(answering).catch_unwind().await),
            };
            context.finish(&mut response);
            Ok(response)
        };
        Box::pin(answered.instrument(span))
    }
}

/// A request before it is answered: route, address, start.
struct RequestContext {
    app: App,
    started: Instant,
    matched: Option<MatchedPath>,
    method: Method,
    address: ClientAddress,
    /// In the log and in the answer it is written in hexadecimal.
    number: u64,
}

impl RequestContext {
    fn new(app: App, request: &mut Request) -> Self {
        #[expect(clippy::disallowed_methods, reason = "reported in the log and as a metric only")]
        let started = Instant::now();
        let peer = request.extensions().get::<PeerAddress>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0);
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
        self.app.rates().take(RateSubject::Address(self.address.counted()), self.app.now())
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

/// The answer, or an internal error after a panic. The hook has logged the panic with its source location.
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
    // One allocation for these headers and those below.
    headers.reserve(7);
    if let Ok(id) = HeaderValue::try_from(format!("{number:x}")) {
        headers.insert(REQUEST_ID, id);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    // Nearly every answer is private. An answer that may be cached sets its own header.
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
