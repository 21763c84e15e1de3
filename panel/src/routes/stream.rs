//! Server-sent events: a body of `text/event-stream` that ends when the service stops.

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, StreamExt};

use crate::app::App;

/// How often a comment keeps the connection open through proxies and address translation.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// Has nginx pass each event on at once. By default it keeps answers until they are complete.
/// Source: <https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering>.
const UNBUFFERED: (HeaderName, HeaderValue) =
    (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));

/// The stream as an answer.
pub(crate) fn answer(app: &App, events: impl Stream<Item = Event> + Send + 'static) -> Response {
    let mut stopping = app.stopping();
    let stopped = async move {
        // An error means the service is gone altogether.
        let _ = stopping.wait_for(|stopping| *stopping).await;
    };
    let events = events.take_until(Box::pin(stopped)).map(Ok::<_, std::convert::Infallible>);
    let stream = Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE));
    ([UNBUFFERED], stream).into_response()
}
