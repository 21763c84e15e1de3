//! How screens follow what is on the device.
//!
//! The contract of every listener: it is called on a background thread, at once with the current value and then with
//! each new one; values that change faster than it returns are skipped, the latest wins; it ends when the
//! [`Subscription`] is cancelled or freed. One late call after that is possible. What it throws is noted and ignored.

use gatepass_core::app;

use crate::{EntryList, Notice, PassDetails, PassList, ProfileView, ShellError, SyncState, WizardScreen};

/// Follows a list of passes. Also called when a pass opens or closes by itself.
#[uniffi::export(foreign)]
pub trait PassListListener: Send + Sync {
    /// The list now.
    fn on_passes(&self, list: PassList) -> Result<(), ShellError>;
}

/// Follows one pass.
#[uniffi::export(foreign)]
pub trait PassListener: Send + Sync {
    /// The pass now; none once it is gone.
    fn on_pass(&self, pass: Option<PassDetails>) -> Result<(), ShellError>;
}

/// Follows a list of entries.
#[uniffi::export(foreign)]
pub trait EntryListListener: Send + Sync {
    /// The list now.
    fn on_entries(&self, list: EntryList) -> Result<(), ShellError>;
}

/// Follows the profiles.
#[uniffi::export(foreign)]
pub trait ProfilesListener: Send + Sync {
    /// The profiles now, oldest first.
    fn on_profiles(&self, profiles: Vec<ProfileView>) -> Result<(), ShellError>;
}

/// Follows synchronisation.
#[uniffi::export(foreign)]
pub trait SyncListener: Send + Sync {
    /// The state of the sync.
    fn on_sync(&self, state: SyncState) -> Result<(), ShellError>;
}

/// Follows a wizard: its view also changes by itself, when the server answers.
#[uniffi::export(foreign)]
pub trait WizardListener: Send + Sync {
    /// What to draw.
    fn on_wizard(&self, screen: WizardScreen) -> Result<(), ShellError>;
}

/// Follows the notices.
#[uniffi::export(foreign)]
pub trait NoticesListener: Send + Sync {
    /// The notices now, newest first.
    fn on_notices(&self, notices: Vec<Notice>) -> Result<(), ShellError>;
}

/// Keeps a listener going until it is cancelled or freed.
#[derive(uniffi::Object)]
pub struct Subscription(app::Subscription);

#[uniffi::export]
impl Subscription {
    /// Ends it. Fine to call twice.
    pub fn cancel(&self) {
        self.0.cancel();
    }
}

impl From<app::Subscription> for Subscription {
    fn from(subscription: app::Subscription) -> Self {
        Self(subscription)
    }
}

/// Notes what a listener threw.
pub(crate) fn told(outcome: Result<(), ShellError>) {
    if let Err(error) = outcome {
        tracing::warn!(%error, "a listener failed");
    }
}
