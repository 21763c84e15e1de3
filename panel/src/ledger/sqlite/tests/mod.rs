//! The ledger on SQLite: the conformance suite, and what only a database in a file can get wrong.

mod failures;
mod golden;

use std::path::PathBuf;
use std::sync::Arc;

use crate::keys::Keys;
use crate::ledger::{Ledger, SqliteLedger};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::share::Language;
use tempfile::TempDir;

use crate::ledger::conformance::Backend;

/// A folder with a database.
pub(crate) struct Folder {
    folder: TempDir,
    keys: Arc<Keys>,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), keys: Arc::new(Keys::generate()) }
    }

    pub(crate) fn with_keys_of(key_file: &std::path::Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Git keeps no rights, and a key file others can read is refused.
        let private = folder.path().join("keys.toml");
        std::fs::copy(key_file, &private).unwrap();
        make_private(&private);
        let keys = Arc::new(Keys::load(&private).unwrap());
        Self { folder, keys }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("gatepass.db")
    }

    pub(crate) async fn sqlite(&self, now: DateTime<Utc>) -> Arc<SqliteLedger> {
        Arc::new(SqliteLedger::open(&self.path(), Arc::clone(&self.keys), Language::English, now).await.unwrap())
    }
}

#[cfg(unix)]
fn make_private(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[cfg(not(unix))]
fn make_private(_: &std::path::Path) {}

#[async_trait]
impl Backend for Folder {
    fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.keys)
    }

    async fn open(&self, now: DateTime<Utc>) -> Arc<dyn Ledger> {
        self.sqlite(now).await
    }

    async fn after_a_kill(&self, now: DateTime<Utc>) -> (Arc<dyn Ledger>, Box<dyn Backend>) {
        let copy = Self { folder: tempfile::tempdir().unwrap(), keys: Arc::clone(&self.keys) };
        for suffix in ["", "-wal"] {
            let name = format!("{}{suffix}", self.path().display());
            if std::path::Path::new(&name).exists() {
                std::fs::copy(&name, format!("{}{suffix}", copy.path().display())).unwrap();
            }
        }
        let ledger = copy.sqlite(now).await;
        assert!(ledger.memory_equals_disk().await.unwrap());
        (ledger, Box::new(copy))
    }
}

crate::ledger::conformance::conformance!(super::Folder::new());
