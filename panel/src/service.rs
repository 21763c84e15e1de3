//! The service as a whole: put together, started, stopped in good order.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use std::sync::Arc;
//! use gatepass_panel::{Service, Settings, SystemClock};
//!
//! gatepass_panel::init("building".as_ref())?;
//! let settings = Settings { listen: "127.0.0.1:0".parse()?, ..Settings::in_folder("building") };
//! let running = Service::start(settings, Arc::new(SystemClock)).await?;
//! println!("{} with {}", running.base_url(), running.operator_token());
//! running.stop().await;
//! # Ok(())
//! # }
//! ```

use std::fs::{File, TryLockError};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use chrono::TimeDelta;
use gatepass_core::share::Language;
use gatepass_core::time::Clock;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::app::{App, Parts};
use crate::config::{CONFIG_FILE, Settings};
use crate::http::{Serving, serve};
use crate::keys::{KeyFileError, Keys};
use crate::ledger::{Ledger, LedgerError, PageAsk, SqliteLedger};
use crate::photos::Photos;
use crate::routes;

/// The keys, in the folder.
pub const KEY_FILE: &str = "keys.toml";
/// The database, in the folder.
const DATABASE: &str = "gatepass.db";
/// Photos, in the folder.
const PHOTOS: &str = "photos";
/// Held by whoever works with the folder.
const LOCK: &str = "lock";
/// Where the running service listens.
const ADDRESS: &str = "address";

/// How often what is no longer to be kept is removed.
const PURGE_EVERY: Duration = Duration::from_hours(1);

/// Why the service did not start. The text says what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The folder was never made.
    #[error("{folder} is no service's folder yet; make it one: gatepass-panel init --folder {folder}", folder = .folder.display())]
    NotInitialised {
        /// The folder.
        folder: PathBuf,
    },
    /// The key file cannot be used.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
    /// Another process works with the folder.
    #[error("another service runs on {folder}; stop it first, or use another folder", folder = .folder.display())]
    Locked {
        /// The folder.
        folder: PathBuf,
    },
    /// The address is taken, or not ours.
    #[error(
        "cannot listen on {address}: {source}; choose another with `listen` in the configuration or GATEPASS_PANEL_LISTEN"
    )]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// The database cannot be used.
    #[error("cannot open the database: {0}")]
    Ledger(#[from] LedgerError),
    /// A file of the folder cannot be used.
    #[error("cannot use {path}: {source}", path = .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

/// A folder was made a service's folder.
#[derive(Debug)]
pub struct Initialised {
    /// The configuration, with comments.
    pub config: PathBuf,
    /// The keys.
    pub keys: PathBuf,
}

/// Makes `folder` a service's folder: configuration, keys. The database comes with the first use.
pub fn init(folder: &Path) -> Result<Initialised, StartError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| StartError::File { path, source }
    };
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    private(folder).map_err(failed(folder))?;
    let (config, keys) = (folder.join(CONFIG_FILE), folder.join(KEY_FILE));
    Keys::create(&keys)?;
    if !config.exists() {
        std::fs::write(&config, include_str!("config.toml")).map_err(failed(&config))?;
    }
    Ok(Initialised { config, keys })
}

/// The database and the photos are nobody else's business.
#[cfg(unix)]
fn private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn private(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Where the service that runs on this folder listens, if one does.
pub(crate) fn recorded_address(folder: &Path) -> Option<SocketAddr> {
    std::fs::read_to_string(folder.join(ADDRESS)).ok()?.trim().parse().ok()
}

/// Everything of a service but its port: what commands work with where no service runs.
pub(crate) struct Assembled {
    app: App,
    router: Router,
    ledger: Arc<dyn Ledger>,
    keys: Arc<Keys>,
    // Held until everything else is closed: fields are dropped in this order.
    lock: File,
}

impl Assembled {
    /// Takes the folder and puts the service together.
    pub(crate) async fn new(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, StartError> {
        Self::at(settings, clock, None).await
    }

    async fn at(settings: Settings, clock: Arc<dyn Clock>, address: Option<SocketAddr>) -> Result<Self, StartError> {
        let folder = settings.folder.clone();
        let key_file = folder.join(KEY_FILE);
        if !key_file.exists() {
            return Err(StartError::NotInitialised { folder });
        }
        let keys = Arc::new(Keys::load(&key_file)?);
        let lock = locked(&folder)?;
        let language = Language::from_tag(&settings.language).unwrap_or_default();
        let ledger = SqliteLedger::open(&folder.join(DATABASE), Arc::clone(&keys), language, clock.now()).await?;
        let ledger: Arc<dyn Ledger> = Arc::new(ledger);
        let photos = Photos::in_folder(&folder.join(PHOTOS), Arc::clone(&keys))
            .map_err(|source| StartError::File { path: folder.join(PHOTOS), source })?;
        let listen = address.unwrap_or(settings.listen);
        let public_url = match settings.public_url.trim_end_matches('/') {
            "" => format!("http://{listen}"),
            url => url.to_owned(),
        };
        let app = App::new(Parts {
            settings,
            public_url,
            clock,
            ledger: Arc::clone(&ledger),
            keys: Arc::clone(&keys),
            photos,
            openapi: routes::document(),
        });
        let router = routes::router(app.clone());
        Ok(Self { app, router, ledger, keys, lock })
    }

    /// All endpoints.
    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    /// What the operator signs in with.
    pub(crate) fn operator_token(&self) -> String {
        self.keys.operator_token().to_owned()
    }

    /// Finishes what was begun and lets go of the folder.
    pub(crate) async fn close(self) {
        let Self { app, router, ledger, keys: _, lock } = self;
        drop(router);
        app.background().close();
        app.background().wait().await;
        if let Err(error) = ledger.close().await {
            tracing::error!(%error, "the database did not close in good order");
        }
        drop(lock);
    }
}

fn locked(folder: &Path) -> Result<File, StartError> {
    let path = folder.join(LOCK);
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|source| StartError::File { path: path.clone(), source })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StartError::Locked { folder: folder.to_owned() }),
        Err(TryLockError::Error(source)) => Err(StartError::File { path, source }),
    }
}

/// The service.
#[derive(Debug)]
pub struct Service;

impl Service {
    /// Starts the service; it listens when this returns. `settings.listen` with port 0 takes a free port.
    pub async fn start(settings: Settings, clock: Arc<dyn Clock>) -> Result<Running, StartError> {
        let asked = settings.listen;
        let folder = settings.folder.clone();
        let limits = settings.limits.clone();
        let cannot = |source| StartError::Listen { address: asked, source };
        let listener = TcpListener::bind(asked).await.map_err(cannot)?;
        let address = listener.local_addr().map_err(cannot)?;
        let assembled = Assembled::at(settings, clock, Some(address)).await?;
        let record = folder.join(ADDRESS);
        std::fs::write(&record, format!("{}\n", reachable(address)))
            .map_err(|source| StartError::File { path: record.clone(), source })?;
        let serving = serve(listener, assembled.router(), &limits);
        let purging = tokio::spawn(purge(assembled.app.clone(), Arc::clone(&assembled.ledger)));
        tracing::info!(%address, public_url = assembled.app.public_url(), "listening");
        if assembled.ledger.sites(PageAsk { after: None, limit: 1 }).await?.items.is_empty() {
            tracing::info!(
                "there is no site yet; add one: gatepass-panel site add \"Elm House\" --time-zone America/New_York"
            );
        }
        Ok(Running { assembled, serving, purging, address, record })
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

/// A service that runs. Dropping it without [`Running::stop`] leaves connections unanswered.
pub struct Running {
    assembled: Assembled,
    serving: Serving,
    purging: JoinHandle<()>,
    address: SocketAddr,
    record: PathBuf,
}

impl Running {
    /// `http://127.0.0.1:8080`: where it can be reached from this machine.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", reachable(self.address))
    }

    /// What the operator signs in with.
    #[must_use]
    pub fn operator_token(&self) -> String {
        self.assembled.operator_token()
    }

    /// Accepts nothing more, answers what was asked, commits it, and closes the database.
    pub async fn stop(self) {
        let Self { assembled, serving, purging, record, .. } = self;
        tracing::info!("stopping");
        assembled.app.stop_streams();
        if !serving.stop().await {
            tracing::warn!("some connections were not answered in time");
        }
        purging.abort();
        // Nobody shall knock at a door that is closed; if the file is gone already, so much the better.
        let _ = std::fs::remove_file(record);
        assembled.close().await;
        tracing::info!("stopped");
    }
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").field("address", &self.address).finish_non_exhaustive()
    }
}

/// Removes what the sites' policies no longer keep, now and every hour.
async fn purge(app: App, ledger: Arc<dyn Ledger>) {
    let mut hours = tokio::time::interval(PURGE_EVERY);
    loop {
        hours.tick().await;
        match ledger.purge(app.now()).await {
            Ok(purged) => {
                for (site, photo) in &purged.photos {
                    if let Err(error) = app.photos().remove(*site, *photo).await {
                        tracing::error!(%error, "a photo could not be removed");
                    }
                }
                if purged.entries + purged.passes > 0 {
                    tracing::info!(entries = purged.entries, passes = purged.passes, "purged");
                }
            }
            Err(error) => tracing::error!(%error, "could not purge"),
        }
        if let Err(error) = purge_photos(&app).await {
            tracing::error!(%error, "could not purge the sites' photos");
        }
    }
}

/// Photos may go before their entries do.
async fn purge_photos(app: &App) -> Result<(), LedgerError> {
    let mut page = PageAsk { after: None, limit: 100 };
    loop {
        let sites = app.ledger().sites(page.clone()).await?;
        for site in &sites.items {
            let oldest = app.now() - TimeDelta::days(i64::from(site.policy.photo_retention_days));
            match app.photos().remove_older(site.id, oldest).await {
                Ok(0) => {}
                Ok(photos) => tracing::info!(site = %site.id, photos, "purged"),
                Err(error) => tracing::error!(site = %site.id, %error, "photos could not be removed"),
            }
        }
        page.after = sites.next;
        if page.after.is_none() {
            return Ok(());
        }
    }
}
