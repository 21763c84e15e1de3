//! How connections are accepted, timed out and closed.
//!
//! HTTP/1.1 only: HTTP/2 is for a reverse proxy, which uses 1.1 towards the service.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulConnection, GracefulShutdown};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinHandle;
use tower::ServiceExt;

use super::middleware::PeerAddress;
use crate::config::Limits;

/// A server that accepts connections until it is stopped.
pub(crate) struct Server {
    stop: oneshot::Sender<()>,
    accepting: JoinHandle<GracefulShutdown>,
    patience: Duration,
}

/// Serves `router` on `listener`.
pub(crate) fn serve(listener: TcpListener, router: Router, limits: &Limits) -> Server {
    let (stop, stopped) = oneshot::channel();
    let accepting = tokio::spawn(accept(listener, router, limits.clone(), stopped));
    Server { stop, accepting, patience: Duration::from_secs(limits.stop_seconds) }
}

impl Server {
    /// Accepts no more connections, answers the open requests and closes all connections. Returns whether all requests
    /// were answered in time.
    pub(crate) async fn stop(self) -> bool {
        // If the other side is gone, it has stopped already.
        let _ = self.stop.send(());
        match self.accepting.await {
            Ok(connections) => tokio::time::timeout(self.patience, connections.shutdown()).await.is_ok(),
            Err(_) => false,
        }
    }
}

async fn accept(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    mut stopped: oneshot::Receiver<()>,
) -> GracefulShutdown {
    let connections = GracefulShutdown::new();
    let permits = Arc::new(Semaphore::new(limits.connections));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(limits.head_seconds))
        .half_close(true)
        .max_headers(64)
        .max_buf_size(64 * 1024);
    loop {
        let permit = tokio::select! {
            permit = Arc::clone(&permits).acquire_owned() => permit.expect("the semaphore is never closed"),
            _ = &mut stopped => break,
        };
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors, mostly: others must be closed first.
                    tracing::warn!(%error, "cannot accept a connection");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
            _ = &mut stopped => break,
        };
        let connection = connections.watch(connection(&http, stream, peer, router.clone()));
        tokio::spawn(async move {
            // A client may close its connection at any time.
            let _ = connection.await;
            drop(permit);
        });
    }
    connections
}

fn connection(
    http: &http1::Builder,
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
) -> impl GracefulConnection + use<> {
    // Answers are small and must not wait for more data.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(PeerAddress(peer.ip()));
        let router = router.clone();
        async move { Ok::<_, Infallible>(router.oneshot(request).await.unwrap_or_else(|never| match never {})) }
    });
    http.serve_connection(TokioIo::new(stream), service)
}
