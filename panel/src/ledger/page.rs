//! Lists by pages, and requests that may come twice.

use uuid::Uuid;

/// Which part of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageAsk {
    /// Where the last page ended; `None` for the first.
    pub after: Option<i64>,
    /// At most this many.
    pub limit: usize,
}

/// Part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice<T> {
    /// The rows.
    pub items: Vec<T>,
    /// What to put into [`PageAsk::after`] for more; `None` at the end.
    pub next: Option<i64>,
}

/// An idempotency key: the same request again gives the first answer again.
#[derive(Clone, PartialEq, Eq)]
pub struct Once {
    /// Whose key it is: the device, the manager, or the operator.
    pub caller: Uuid,
    /// The key.
    pub key: String,
    /// A hash of the request.
    pub request: [u8; 32],
    /// Kept with the key and given back with a repetition: what the answer holds that is nowhere else, such as a
    /// token just made, sealed by the caller. Empty where there is nothing.
    pub keep: Vec<u8>,
}

/// What was made, now or the first time this was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made<T> {
    /// It.
    pub made: T,
    /// For a repetition: what was kept the first time.
    pub kept: Option<Vec<u8>>,
}

impl<T> Made<T> {
    /// Made just now.
    pub fn now(made: T) -> Self {
        Self { made, kept: None }
    }

    /// Whether it had been made before.
    #[must_use]
    pub fn is_repetition(&self) -> bool {
        self.kept.is_some()
    }
}
