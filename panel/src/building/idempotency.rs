//! Requests that may come twice.

use uuid::Uuid;

/// An idempotency key: the same request again gives the first answer again.
#[derive(Clone, PartialEq, Eq)]
pub struct IdempotentRequest {
    /// The owner of the key: the device, the manager, or the operator.
    pub caller: Uuid,
    /// The key.
    pub key: String,
    /// A hash of the request.
    pub request: [u8; 32],
    /// Kept with the key and given back with a repetition: what the answer holds that is nowhere else, such as a
    /// token just made, sealed by the caller. Empty where there is nothing.
    pub keep: Vec<u8>,
}

/// What the box of an answer kept for a repetition is bound to.
pub(crate) fn context(caller: &Uuid) -> [&[u8]; 2] {
    [b"idempotency", caller.as_bytes()]
}

/// An answer that is kept for a repetition, and whose.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// The owner of the key.
    pub caller: Uuid,
    /// The key.
    pub key: String,
    /// The answer, sealed.
    pub sealed: Vec<u8>,
}

/// Shows no key: it may be a secret of the client's.
impl std::fmt::Debug for KeptAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeptAnswer").field("caller", &self.caller).finish_non_exhaustive()
    }
}

/// A request that was done.
#[derive(Clone, PartialEq, Eq)]
pub struct IdempotencyRecord {
    /// The request.
    pub once: IdempotentRequest,
    /// The id of what it made.
    pub made: Uuid,
    /// When.
    pub at: chrono::DateTime<chrono::Utc>,
}

/// Shows no key: it may be a secret of the client's.
impl std::fmt::Debug for IdempotencyRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("IdempotencyRecord").field("made", &self.made).field("at", &self.at).finish_non_exhaustive()
    }
}

/// What was made, now or the first time this was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotentAnswer<T> {
    /// What was made.
    pub value: T,
    /// For a repetition: what was kept the first time.
    pub kept: Option<Vec<u8>>,
}

impl<T> IdempotentAnswer<T> {
    /// Made just now.
    pub fn new(value: T) -> Self {
        Self { value, kept: None }
    }

    /// Whether it had been made before.
    #[must_use]
    pub fn is_repetition(&self) -> bool {
        self.kept.is_some()
    }
}
