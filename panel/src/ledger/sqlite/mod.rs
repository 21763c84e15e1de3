//! The ledger's ports on embedded SQLite: one file, one writer, group commit.
//!
//! | file | the question it answers |
//! |---|---|
//! | `schema`, `migrations/` | what does the database look like? |
//! | `journal`, `append`, `bulk` | how does a batch of records get to disk? |
//! | `load` | how does the state come back from disk? |
//! | `key_marks` | do the keys belong to the data? |
//! | `archive`, `known_events` | what may acts ask of the past? |
//! | `readers`, `lists` | how are lists read beside the writer? |
//! | `tests/` | does it conform, also when the disk fails or an older version wrote the data? |
//! | `columns`, `pass_row`, `entry_row` | how are values and rows written? |

mod append;
mod archive;
mod bulk;
mod columns;
mod entry_index;
mod entry_row;
mod journal;
mod key_marks;
mod known_events;
mod lists;
mod load;
mod pass_row;
mod readers;
mod schema;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use gatepass_core::share::Language;

use self::journal::SqliteJournal;
use self::readers::Readers;
use super::{LedgerEngine, Result};
use crate::keys::Keys;

/// The ledger on embedded SQLite.
pub type SqliteLedger = LedgerEngine<Readers>;

impl SqliteLedger {
    /// Opens the database, or makes it. `language` is what a pass is named in whose maker gave it no name. Must be
    /// called on a tokio runtime.
    ///
    /// # Errors
    ///
    /// The database cannot be opened, read or migrated, or a newer version wrote it.
    pub async fn open(path: &Path, keys: Arc<Keys>, language: Language, now: DateTime<Utc>) -> Result<Self> {
        let (file, readers_keys) = (path.to_owned(), Arc::clone(&keys));
        let open = {
            let file = file.clone();
            move || SqliteJournal::open(&file)
        };
        Self::start(open, |directory| Readers::new(file, readers_keys, directory), keys, language, now).await
    }
}
