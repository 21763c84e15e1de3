//! How screens follow what is on the device.
//!
//! The contract of every listener: it is called on a background thread, at once with the current value and then
//! with each new one; values that change faster than it returns are skipped, the latest wins; it ends when the
//! [`Subscription`] is cancelled or dropped. One late call after that is possible.

use tokio::task::AbortHandle;

use super::{EntryList, Notice, PassDetails, PassList, ProfileView, SyncState, WizardScreen};

macro_rules! listeners {
    ($($(#[$doc:meta])+ $name:ident, $method:ident, $value:ty;)+) => {$(
        $(#[$doc])+
        pub trait $name: Send + Sync {
            /// Called with the current value.
            fn $method(&self, value: $value);
        }

        impl<F: Fn($value) + Send + Sync> $name for F {
            fn $method(&self, value: $value) {
                self(value);
            }
        }
    )+};
}

listeners! {
    /// Follows a list of passes. Also called when a pass opens or closes by itself.
    PassListListener, on_passes, PassList;
    /// Follows one pass; `None` once it is gone.
    PassListener, on_pass, Option<PassDetails>;
    /// Follows a list of entries.
    EntryListListener, on_entries, EntryList;
    /// Follows the profiles.
    ProfilesListener, on_profiles, Vec<ProfileView>;
    /// Follows synchronisation.
    SyncListener, on_sync, SyncState;
    /// Follows a wizard: its view also changes by itself, when the server answers.
    WizardListener, on_wizard, WizardScreen;
    /// Follows the notices.
    NoticesListener, on_notices, Vec<Notice>;
}

/// Keeps a listener going until it is cancelled or dropped.
#[derive(Debug)]
#[must_use = "dropping the subscription ends it"]
pub struct Subscription(AbortHandle);

impl Subscription {
    pub(super) fn new(task: AbortHandle) -> Self {
        Self(task)
    }

    /// Ends it.
    pub fn cancel(&self) {
        self.0.abort();
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.0.abort();
    }
}
