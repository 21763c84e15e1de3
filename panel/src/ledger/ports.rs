//! The ports that a database implements for the ledger.

use chrono::{DateTime, Utc};

use super::{LogQueries, PassQueries, Result};
use crate::building::{Archive, Record, State};
use crate::keys::Keys;

/// Writes records and reads them back. One writer owns it.
///
/// Each journal is opened under a new epoch. After another journal was opened on the same data, every batch of the older one
/// fails: two writers never decide from two memories.
pub(crate) trait Journal: Archive + Send + 'static {
    /// Reads everything that decisions need at `now` and later into an empty state.
    fn load(&mut self, keys: &Keys, now: DateTime<Utc>, state: &mut State) -> Result<()>;
    /// Begins a batch.
    fn begin(&mut self) -> Result<()>;
    /// Adds records to the batch. After an error the batch can only be rolled back.
    fn append(&mut self, records: &[Record]) -> Result<()>;
    /// Ends the batch. `Ok` means that it is on disk.
    fn commit(&mut self) -> Result<()>;
    /// Undoes the batch, if one is open.
    fn roll_back(&mut self);
    /// Does work that makes later batches cheaper. It is called while the writer is idle.
    fn tidy(&mut self) -> Result<()>;
    /// Finishes the work of [`Self::tidy`] before the end.
    fn close(&mut self) -> Result<()>;
}

/// Reads lists from disk, beside the writer. Each answer is a consistent snapshot.
pub(crate) trait Lists: PassQueries + LogQueries + 'static {
    /// Closes the connections. Later queries fail.
    fn close(&self);
}
