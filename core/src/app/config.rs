//! What the client is opened with.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::time::Clock;
use crate::vault::SecretVault;

/// What the client needs from the machine it runs on.
#[derive(Clone)]
pub struct AppConfig {
    /// The folder for its data, private to the app and left out of backups. Made if it is missing.
    pub folder: PathBuf,
    /// Where device tokens are kept.
    pub vault: Arc<dyn SecretVault>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// The resident's language, `en`, `es` or `ar`; used for generated names and for what is said of a pass. Others fall
    /// back to English.
    pub language: String,
    /// The phone's IANA zone, if the shell knows it; offered beside the site's.
    pub device_zone: Option<String>,
    /// Whether servers may be reached over plain `http://` on other machines than this one. Off: tokens and codes
    /// would cross the network in the clear. The resident must be asked before it is switched on.
    pub allow_plain_http: bool,
    /// The tokio runtime to work on; without one the client makes its own, with two threads.
    pub runtime: Option<tokio::runtime::Handle>,
}

impl AppConfig {
    /// The defaults: the system's clock, English, TLS everywhere but on this machine, and the client's own runtime.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>, vault: Arc<dyn SecretVault>) -> Self {
        Self {
            folder: folder.into(),
            vault,
            clock: Arc::new(SystemClock),
            language: "en".to_owned(),
            device_zone: None,
            allow_plain_http: false,
            runtime: None,
        }
    }
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the client's one look at the wall clock")]
    fn now(&self) -> DateTime<Utc> {
        std::time::SystemTime::now().into()
    }
}
