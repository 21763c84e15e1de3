//! When is the same identifier at the same door one presentation?

use chrono::{DateTime, TimeDelta, Utc};

/// How long after its first reading an identifier that is read again at the same door still means that reading: a
/// QR code is held to a camera for seconds, and a panel that got no answer asks again.
pub const PRESENTATION: TimeDelta = TimeDelta::seconds(10);

/// Whether what is read at `again` repeats what the same door read of the same identifier at `first`. It then gets
/// the same answer and no entry in the log. Repetitions do not prolong a presentation.
///
/// This is for panels that do not name their readings; a reading with its own event id is its own presentation.
#[must_use]
pub fn repeats(first: DateTime<Utc>, again: DateTime<Utc>) -> bool {
    (again - first).abs() < PRESENTATION
}
