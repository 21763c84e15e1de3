//! Starts and stops the service.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use gatepass_core::time::Clock;
use tokio::net::TcpListener;

use super::StartError;
use super::assembled::AssembledService;
use super::folder::ADDRESS;
use crate::config::Settings;
use crate::http::{Server, serve};
use crate::jobs::{self, Worker};
use crate::ledger::PageRequest;

/// The service.
#[derive(Debug)]
pub struct Service;

impl Service {
    /// Starts the service; it listens when this returns. `settings.listen` with port 0 takes a free port.
    ///
    /// # Errors
    ///
    /// The folder, the keys or the database cannot be used, or the address cannot be listened on. The text says what to do.
    pub async fn start(settings: Settings, clock: Arc<dyn Clock>) -> Result<RunningService, StartError> {
        let asked = settings.listen;
        let folder = settings.folder.clone();
        let limits = settings.limits.clone();
        let cannot = |source| StartError::Listen { address: asked, source };
        let listener = TcpListener::bind(asked).await.map_err(cannot)?;
        let address = listener.local_addr().map_err(cannot)?;
        let assembled = AssembledService::at(settings, clock, Some(address)).await?;
        let record = folder.join(ADDRESS);
        std::fs::write(&record, format!("{}\n", reachable(address)))
            .map_err(|source| StartError::File { path: record.clone(), source })?;
        let serving = serve(listener, assembled.router(), &limits);
        let worker = jobs::start(assembled.app.clone()).await;
        tracing::info!(%address, public_url = assembled.app.public_url(), "listening");
        if assembled.ledger.sites(PageRequest { after: None, limit: 1 }).await?.items.is_empty() {
            tracing::info!(
                "there is no site yet; add one: gatepass-panel site add \"Elm House\" --time-zone America/New_York"
            );
        }
        Ok(RunningService { assembled, serving, worker, address, record })
    }
}

/// An address to connect to: what listens everywhere is here, too.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

/// A service that runs. Dropping it without [`RunningService::stop`] leaves connections unanswered.
pub struct RunningService {
    assembled: AssembledService,
    serving: Server,
    worker: Worker,
    address: SocketAddr,
    record: PathBuf,
}

impl RunningService {
    /// `http://127.0.0.1:8080`: where it can be reached from this machine.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", reachable(self.address))
    }

    /// The operator's token.
    #[must_use]
    pub fn operator_token(&self) -> String {
        self.assembled.operator_token()
    }

    /// Accepts no more connections, answers the open requests, commits them, and closes the database.
    pub async fn stop(self) {
        let Self { assembled, serving, worker, record, .. } = self;
        tracing::info!("stopping");
        assembled.app.stop_streams();
        if !serving.stop().await {
            tracing::warn!("some connections were not answered in time");
        }
        worker.stopped().await;
        // The address is no longer valid. The file may be gone already.
        let _ = std::fs::remove_file(record);
        assembled.close().await;
        tracing::info!("stopped");
    }
}

impl std::fmt::Debug for RunningService {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RunningService").field("address", &self.address).finish_non_exhaustive()
    }
}
