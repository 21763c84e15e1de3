//! What a database must bring so that a ledger can stand on it.

use chrono::{DateTime, Utc};

use super::{LogQueries, PassQueries, Result};
use crate::building::{Archive, Record, State};
use crate::keys::Keys;

/// Where records are written and read back. One writer owns it.
///
/// A journal is opened under an epoch of its own. Once another journal has been opened on the same data, every batch
/// of the older one fails: two writers never decide from two memories.
pub(crate) trait Journal: Archive + Send + 'static {
    /// Reads into an empty state all that decisions need at `now` and later.
    fn load(&mut self, keys: &Keys, now: DateTime<Utc>, state: &mut State) -> Result<()>;
    /// Begins a batch.
    fn begin(&mut self) -> Result<()>;
    /// Adds records to the batch. After an error the batch can only be rolled back.
    fn append(&mut self, records: &[Record]) -> Result<()>;
    /// Ends the batch. `Ok` means that it is on disk.
    fn commit(&mut self) -> Result<()>;
    /// Undoes the batch, if one is open.
    fn roll_back(&mut self);
    /// Work that makes later batches cheaper, done while nobody asks.
    fn tidy(&mut self) -> Result<()>;
    /// Puts everything in order before the end.
    fn close(&mut self) -> Result<()>;
}

/// Lists read from disk, beside the writer. Each answer is of one moment.
pub(crate) trait Lists: PassQueries + LogQueries + 'static {
    /// Answers no more questions.
    fn close(&self);
}
