//! What every request can reach.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use gatepass_core::share::Language;
use gatepass_core::time::Clock;
use tokio::sync::watch;
use tokio_util::task::TaskTracker;

use crate::config::Settings;
use crate::http::RateLimiter;
use crate::keys::Keys;
use crate::ledger::{Decisions, Jobs, Ledger, Log, Maintenance, Passes, People, Places};
use crate::metrics::Metrics;
use crate::photos::Photos;
use crate::presence::Presence;

/// The service as its endpoints see it. Cheap to clone.
#[derive(Clone)]
pub(crate) struct App(Arc<Inner>);

struct Inner {
    settings: Settings,
    public_url: String,
    clock: Arc<dyn Clock>,
    ledger: Arc<dyn Ledger>,
    keys: Arc<Keys>,
    photos: Photos,
    rates: RateLimiter,
    metrics: Metrics,
    presence: Presence,
    stopping: watch::Sender<bool>,
    background: TaskTracker,
    openapi: Bytes,
    requests: AtomicU64,
}

/// What an [`App`] is made of.
pub(crate) struct AppParts {
    pub(crate) settings: Settings,
    pub(crate) public_url: String,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ledger: Arc<dyn Ledger>,
    pub(crate) keys: Arc<Keys>,
    pub(crate) photos: Photos,
    pub(crate) openapi: Bytes,
}

impl App {
    /// A service of these parts.
    pub(crate) fn new(parts: AppParts) -> Self {
        let AppParts { settings, public_url, clock, ledger, keys, photos, openapi } = parts;
        Self(Arc::new(Inner {
            rates: RateLimiter::new(&settings.limits),
            metrics: Metrics::new(),
            presence: Presence::default(),
            stopping: watch::Sender::new(false),
            background: TaskTracker::new(),
            requests: AtomicU64::new(clock.now().timestamp().unsigned_abs() << 20),
            settings,
            public_url,
            clock,
            ledger,
            keys,
            photos,
            openapi,
        }))
    }

    /// What the operator chose.
    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// How phones and panels reach the service, without a slash at the end.
    pub(crate) fn public_url(&self) -> &str {
        &self.0.public_url
    }

    /// The instant by which this request is judged.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    /// Sites, units, doors and panels.
    pub(crate) fn places(&self) -> &dyn Places {
        &*self.0.ledger
    }

    /// Residents, devices, invitations and managers.
    pub(crate) fn people(&self) -> &dyn People {
        &*self.0.ledger
    }

    /// Passes.
    pub(crate) fn passes(&self) -> &dyn Passes {
        &*self.0.ledger
    }

    /// Decisions at doors.
    pub(crate) fn decisions(&self) -> &dyn Decisions {
        &*self.0.ledger
    }

    /// The log, and what is new in it.
    pub(crate) fn log(&self) -> &dyn Log {
        &*self.0.ledger
    }

    /// Work that is still to be done.
    pub(crate) fn jobs(&self) -> &dyn Jobs {
        &*self.0.ledger
    }

    /// What keeps the ledger small and healthy.
    pub(crate) fn maintenance(&self) -> &dyn Maintenance {
        &*self.0.ledger
    }

    /// The secrets.
    pub(crate) fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// The photos of entries.
    pub(crate) fn photos(&self) -> &Photos {
        &self.0.photos
    }

    /// How often is too often.
    pub(crate) fn rates(&self) -> &RateLimiter {
        &self.0.rates
    }

    /// What Prometheus reads.
    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Which panels are there.
    pub(crate) fn presence(&self) -> &Presence {
        &self.0.presence
    }

    /// The `OpenAPI` document.
    pub(crate) fn openapi(&self) -> Bytes {
        self.0.openapi.clone()
    }

    /// The language where nobody says otherwise.
    pub(crate) fn language(&self) -> Language {
        Language::from_tag(&self.0.settings.language).unwrap_or_default()
    }

    /// Ends the streams, so that the connections can close.
    pub(crate) fn stop_streams(&self) {
        self.0.stopping.send_replace(true);
    }

    /// Becomes true when the service stops.
    pub(crate) fn stopping(&self) -> watch::Receiver<bool> {
        self.0.stopping.subscribe()
    }

    /// Tasks that continue after their answer. A stopping service waits for them.
    pub(crate) fn background(&self) -> &TaskTracker {
        &self.0.background
    }

    /// A number for a request, by which it is found in the log.
    pub(crate) fn request_number(&self) -> u64 {
        self.0.requests.fetch_add(1, Ordering::Relaxed)
    }
}
