//! The service put together from its folder.

use std::fs::File;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use gatepass_core::share::Language;
use gatepass_core::time::Clock;

use super::StartError;
use super::folder::{DATABASE, KEY_FILE, PHOTOS, keys_are_not_missing, locked, private};
use crate::app::{App, AppParts};
use crate::config::Settings;
use crate::keys::Keys;
use crate::ledger::{Ledger, LedgerError, SqliteLedger};
use crate::photos::Photos;
use crate::routes;

/// Everything of a service but its port: what commands work with where no service runs.
pub(crate) struct AssembledService {
    pub(super) app: App,
    router: Router,
    pub(super) ledger: Arc<dyn Ledger>,
    keys: Arc<Keys>,
    // Held until everything else is closed: fields are dropped in this order.
    lock: File,
}

impl AssembledService {
    /// Takes the folder and puts the service together.
    pub(crate) async fn new(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, StartError> {
        Self::at(settings, clock, None).await
    }

    pub(super) async fn at(
        settings: Settings,
        clock: Arc<dyn Clock>,
        address: Option<SocketAddr>,
    ) -> Result<Self, StartError> {
        let folder = settings.folder.clone();
        let key_file = folder.join(KEY_FILE);
        keys_are_not_missing(&folder)?;
        if !key_file.exists() {
            return Err(StartError::NotInitialised { folder });
        }
        let keys = Arc::new(Keys::load(&key_file)?);
        let lock = locked(&folder)?;
        let language = Language::from_tag(&settings.language).unwrap_or_default();
        let database = folder.join(DATABASE);
        let opened = SqliteLedger::open(&database, Arc::clone(&keys), language, clock.now()).await;
        let ledger = opened.map_err(|error| match error {
            LedgerError::WrongKeys => StartError::WrongKeys { keys: key_file.clone(), database: database.clone() },
            error => error.into(),
        })?;
        let ledger: Arc<dyn Ledger> = Arc::new(ledger);
        let photo_folder = folder.join(PHOTOS);
        let photos = Photos::in_folder(&photo_folder, Arc::clone(&keys))
            .and_then(|photos| private(&photo_folder).map(|()| photos))
            .map_err(|source| StartError::File { path: photo_folder, source })?;
        let listen = address.unwrap_or(settings.listen);
        let public_url = match settings.public_url.trim_end_matches('/') {
            "" => format!("http://{listen}"),
            url => url.to_owned(),
        };
        let app = App::new(AppParts {
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
