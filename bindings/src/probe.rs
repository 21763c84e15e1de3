//! What the boundary tests of every language call, and no app does: feature `probe`, never in a release.

use crate::GatepassError;

/// Panics; the caller must see an error and live on.
#[uniffi::export]
pub fn probe_panic() -> Result<(), GatepassError> {
    panic!("asked to");
}
