//! Why the service does not start.

use std::net::SocketAddr;
use std::path::PathBuf;

use crate::keys::KeyFileError;
use crate::ledger::LedgerError;

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
    /// There is data, but not its key file: put it back. New keys would not open the data.
    #[error(
        "{database} is there, but its key file {keys} is missing. Put the file back; new keys do not open the data",
        keys = .keys.display(), database = .database.display()
    )]
    KeysMissing {
        /// Where the key file belongs.
        keys: PathBuf,
        /// The database.
        database: PathBuf,
    },
    /// The keys are those of other data: put the key file back that belongs to the database.
    #[error(
        "the keys in {keys} do not belong to {database}: they are another service's, or older than a rotation. \
         Put back the key file that belongs to it",
        keys = .keys.display(), database = .database.display()
    )]
    WrongKeys {
        /// The key file.
        keys: PathBuf,
        /// The database.
        database: PathBuf,
    },
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
