//! What is on the device: one SQLite file, owned by one thread.
//!
//! | file | the question it answers |
//! |---|---|
//! | `open` | is the file there, ours, whole and of this version? |
//! | `damaged` | what can be saved from a file that is not whole? |
//! | `thread` | who uses the file, and who is notified of changes? |
//! | `profiles`, `passes`, `entries`, `outbox`, `drafts`, `notices` | how is each kind of row read and written? |
//! | `row` | how are ids, instants and bodies written in columns? |
//!
//! Writing goes through [`Db::write`], which is one immediate transaction: a command's optimistic change, its row in
//! the outbox and the wizard's draft are on disk together or not at all.

mod damaged;
mod drafts;
mod entries;
mod notices;
mod open;
mod outbox;
mod passes;
mod profiles;
mod row;
mod thread;

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use drafts::Draft;
pub(crate) use drafts::put as put_draft;
pub(crate) use drafts::remove as remove_draft;
pub use entries::{EntryFilter, EntryQuery};
pub use notices::{Notice, NoticeKind};
pub(crate) use open::suspect;
pub use open::{OpenReport, ReplacedFile};
pub use outbox::DueChange;
pub(crate) use outbox::add as add_command;
pub use passes::{PassHalf, PassPage, PassQuery, StoredPass};
pub use profiles::StoredProfile;
pub use thread::Store;

/// The store cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Update the app: the file was written by a newer version.
    #[error("the file was written by a newer version (schema {found}, this one knows {known})")]
    Newer {
        /// The schema of the file.
        found: i64,
        /// The newest schema this version knows.
        known: i64,
    },
    /// Open again: a damaged file is put aside and its content fetched again.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Free space, or look at the folder's rights.
    #[error("{0}")]
    Broken(String),
    /// What was asked for is not there.
    #[error("there is no such {0}")]
    NotThere(&'static str),
    /// The rules of a pass refuse the change.
    #[error(transparent)]
    Invalid(#[from] crate::pass::Invalid),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        match error.sqlite_error_code() {
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged(error.to_string()),
            _ => Self::Broken(error.to_string()),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

/// The open file. Only the store's thread has one.
pub struct Db {
    connection: Connection,
    changes: tokio::sync::watch::Sender<u64>,
}

impl Db {
    /// Reads.
    #[must_use]
    pub fn read(&self) -> &Connection {
        &self.connection
    }

    /// Writes all of it or nothing, and tells observers afterwards.
    pub fn write<T>(&mut self, act: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = act(&transaction)?;
        transaction.commit()?;
        self.changes.send_modify(|revision| *revision += 1);
        Ok(value)
    }
}
