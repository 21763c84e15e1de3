//! What is said around a list of passes: what is in the way, why there is nothing, and how far the device is behind.

use super::{PassHalf, PassQuery, SyncPhase};
use crate::store::StoredProfile;

/// What keeps a home from giving passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The server no longer knows this device; ask for a new invitation.
    SignedOut,
    /// The building has passes switched off; ask its manager.
    PassesOff {
        /// The site's name.
        site: String,
    },
}

/// Why a list has no rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmptyList {
    /// No pass has these words.
    NothingFound {
        /// The words, without blanks around them.
        search: String,
    },
    /// The home cannot give any.
    Hindered {
        /// Why.
        by: Hindrance,
    },
    /// There is no valid pass.
    NoneValid,
    /// There is no pass that is over.
    NoneInvalid,
}

/// What a list says besides its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListHints {
    /// Whether a new pass can be begun: a home that is listed can give passes.
    pub offers_new: bool,
    /// What is in the way of the only home that is listed, unless `empty` says it.
    pub hindrance: Option<Hindrance>,
    /// Why there are no rows; `None` where there are some.
    pub empty: Option<EmptyList>,
}

impl ListHints {
    pub(super) fn of(query: &PassQuery, homes: &[StoredProfile], has_rows: bool) -> Self {
        let listed = || homes.iter().filter(|home| query.profile.is_none_or(|asked| asked == home.id));
        let hindrance = match listed().collect::<Vec<_>>().as_slice() {
            [home] => hindrance(home),
            _ => None,
        };
        let offers_new = listed().any(|home| self::hindrance(home).is_none());
        let search = query.search.trim();
        let (hindrance, empty) = match hindrance {
            hindrance if has_rows => (hindrance, None),
            hindrance if !search.is_empty() => (hindrance, Some(EmptyList::NothingFound { search: search.to_owned() })),
            Some(by) => (None, Some(EmptyList::Hindered { by })),
            None if query.half == PassHalf::Invalid => (None, Some(EmptyList::NoneInvalid)),
            None => (None, Some(EmptyList::NoneValid)),
        };
        Self { offers_new, hindrance, empty }
    }
}

fn hindrance(home: &StoredProfile) -> Option<Hindrance> {
    if !home.signed_in {
        Some(Hindrance::SignedOut)
    } else if !home.body.policy.passes_enabled {
        Some(Hindrance::PassesOff { site: home.body.site.name.clone() })
    } else {
        None
    }
}

/// What the resident should know of synchronisation: the worst alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncNote {
    /// The server refused changes; their passes say why.
    Stuck {
        /// How many.
        count: u32,
    },
    /// No server can be reached, and changes wait for it.
    OfflineWaiting {
        /// How many.
        count: u32,
    },
    /// No server can be reached.
    Offline,
    /// A server answers, but not as it should.
    ServerTrouble,
    /// Changes are on their way.
    Waiting {
        /// How many.
        count: u32,
    },
}

impl SyncNote {
    pub(super) fn of(phase: &SyncPhase, waiting: u32, stuck: u32) -> Option<Self> {
        match (phase, waiting) {
            _ if stuck > 0 => Some(Self::Stuck { count: stuck }),
            (SyncPhase::Offline, 0) => Some(Self::Offline),
            (SyncPhase::Offline, count) => Some(Self::OfflineWaiting { count }),
            (SyncPhase::Failed { .. }, _) => Some(Self::ServerTrouble),
            (SyncPhase::Idle | SyncPhase::Running, 0) => None,
            (SyncPhase::Idle | SyncPhase::Running, count) => Some(Self::Waiting { count }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_is_said_first() {
        let failed = SyncPhase::Failed { reason: String::new() };
        assert_eq!(SyncNote::of(&SyncPhase::Idle, 0, 0), None);
        assert_eq!(SyncNote::of(&SyncPhase::Running, 2, 0), Some(SyncNote::Waiting { count: 2 }));
        assert_eq!(SyncNote::of(&SyncPhase::Offline, 0, 0), Some(SyncNote::Offline));
        assert_eq!(SyncNote::of(&SyncPhase::Offline, 2, 0), Some(SyncNote::OfflineWaiting { count: 2 }));
        assert_eq!(SyncNote::of(&failed, 2, 0), Some(SyncNote::ServerTrouble));
        assert_eq!(SyncNote::of(&SyncPhase::Offline, 2, 1), Some(SyncNote::Stuck { count: 1 }));
    }
}
