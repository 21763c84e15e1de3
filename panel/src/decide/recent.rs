//! What was presented within the last seconds: the same again is the same presentation.
//!
//! A camera reads the same QR code many times, and a panel that lost the answer asks again. Where the panel
//! gives its presentations no names of their own, the same value at the same door within ten seconds of the first is
//! one presentation: same answer, one line in the log, one use.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use foldhash::HashMap;
use gatepass_core::id::DoorId;
use gatepass_core::pass::{IdentifierKind, repeats};

use super::Fingerprint;

/// What makes two presentations the same.
pub type PresentationKey = (DoorId, IdentifierKind, Fingerprint);

/// The decisions of the last seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentDecisions<D> {
    latest: HashMap<PresentationKey, (DateTime<Utc>, D)>,
    order: VecDeque<(DateTime<Utc>, PresentationKey)>,
}

impl<D> Default for RecentDecisions<D> {
    fn default() -> Self {
        Self { latest: HashMap::default(), order: VecDeque::new() }
    }
}

impl<D> RecentDecisions<D> {
    /// The decision this presentation got before, if it is the same again.
    #[must_use]
    pub fn find(&self, presented: &PresentationKey, now: DateTime<Utc>) -> Option<&D> {
        self.latest.get(presented).filter(|(at, _)| repeats(*at, now)).map(|(_, decision)| decision)
    }

    /// Remembers a new decision, and forgets what is over.
    pub fn remember(&mut self, presented: PresentationKey, at: DateTime<Utc>, decision: D) {
        while let Some((oldest, key)) = self.order.front().copied()
            && !repeats(oldest, at)
        {
            self.order.pop_front();
            if self.latest.get(&key).is_some_and(|(at, _)| *at == oldest) {
                self.latest.remove(&key);
            }
        }
        self.order.push_back((at, presented));
        self.latest.insert(presented, (at, decision));
    }

    /// The decisions as they are at `now`.
    pub fn at(&self, now: DateTime<Utc>) -> impl Iterator<Item = (&PresentationKey, &D)> {
        self.latest.iter().filter(move |(_, (at, _))| repeats(*at, now)).map(|(key, (_, decision))| (key, decision))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn ten_seconds_from_the_first_and_not_from_the_last() {
        let start = DateTime::UNIX_EPOCH;
        let key = (DoorId(Uuid::nil()), IdentifierKind::Qr, Fingerprint([1; 16]));
        let mut recent = RecentDecisions::default();
        recent.remember(key, start, "first");
        assert_eq!(recent.find(&key, start + TimeDelta::milliseconds(9_999)), Some(&"first"));
        assert_eq!(recent.find(&key, start + TimeDelta::seconds(10)), None);
        let other = (key.0, IdentifierKind::Qr, Fingerprint([2; 16]));
        assert_eq!(recent.find(&other, start), None);
        recent.remember(other, start + TimeDelta::seconds(11), "other");
        assert_eq!(recent.at(start).count(), 0);
        assert_eq!(recent.find(&other, start + TimeDelta::seconds(12)), Some(&"other"));
    }
}
