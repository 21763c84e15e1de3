//! How long to wait after a failure?

use std::time::Duration;

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_mins(5);

/// The time to wait after the given number of failures in a row: doubling from one second to five minutes, of which
/// between half and all is waited, as `random` (0 to 1) says, so that many devices do not come back at once.
#[must_use]
pub fn backoff(failures: u32, random: f64) -> Duration {
    let doubled = FIRST.saturating_mul(1_u32.checked_shl(failures.saturating_sub(1)).unwrap_or(u32::MAX));
    doubled.min(LONGEST).mul_f64(0.5 + random.clamp(0.0, 1.0) / 2.0)
}

/// A number from 0 to 1 from the system's source of randomness.
pub(super) fn random() -> f64 {
    // Without randomness the wait is simply the longest one.
    getrandom::u32().map_or(1.0, |number| f64::from(number) / f64::from(u32::MAX))
}
