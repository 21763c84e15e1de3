//! The resident's client in one object: what shells call.
//!
//! Screens observe the device, never the network: lists and details come from the local store, and every command
//! writes there first and is sent afterwards. So everything but [`App::activate`], [`App::entry_photo`] and
//! [`App::sync_now`] works without a server.
//!
//! **Threads.** [`App`] owns a small tokio runtime, or works on the one it is given. Its async methods may be awaited
//! on any executor; the work itself runs on that runtime, to its end even when the caller stops waiting. SQLite has
//! a thread of its own. Listeners and the vault are called on background threads, never under a lock.
//!
//! **Network.** Nothing is sent or fetched by itself unless the app is in the foreground
//! ([`App::set_foreground`]); otherwise [`App::sync_now`] does it once.

mod config;
mod error;
mod listen;
mod model;

pub use config::{AppConfig, SystemClock};
pub use error::AppError;
pub use listen::{
    EntryListListener, NoticesListener, PassListListener, PassListener, ProfilesListener, Subscription, SyncListener,
};
pub use model::{
    Badge, DraftId, DraftRow, EntryList, EntryQuery, EntryRef, EntryRow, Notice, NoticeKind, PassDetails, PassHalf,
    PassList, PassQuery, PassRef, PassRow, PassSync, ProfileId, ProfileView, SharePayload, SyncPhase, SyncState,
};

use std::sync::Arc;

use crate::pass::PassDraft;

/// The resident's client. Cheap to clone; all clones are the same client.
#[derive(Clone)]
pub struct App;

fn later<T>() -> Result<T, AppError> {
    Err(AppError::Internal { reason: "this part of the client is being built".to_owned() })
}

#[expect(clippy::unused_async, clippy::unused_self, unused_variables, reason = "signatures first")]
#[expect(clippy::needless_pass_by_value, reason = "signatures first")]
impl App {
    /// Opens the data in the folder, or makes it.
    pub async fn open(config: AppConfig) -> Result<Self, AppError> {
        later()
    }

    /// Makes this device speak for a resident. `invitation` is the code, or the whole link or message it came in;
    /// `server` is needed only when `invitation` does not name it. Safe to repeat when it was interrupted.
    pub async fn activate(
        &self,
        server: Option<String>,
        invitation: String,
        device_name: String,
    ) -> Result<ProfileView, AppError> {
        later()
    }

    /// The profiles on this device.
    pub async fn profiles(&self) -> Result<Vec<ProfileView>, AppError> {
        later()
    }

    /// Ends this device for the profile and forgets everything of it here: token, passes, log, unsent changes. The
    /// server is told if it can be reached; the answer says whether it was.
    pub async fn sign_out(&self, profile: ProfileId) -> Result<bool, AppError> {
        later()
    }

    /// A list of passes.
    pub async fn passes(&self, query: PassQuery) -> Result<PassList, AppError> {
        later()
    }

    /// All of one pass.
    pub async fn pass(&self, pass: PassRef) -> Result<PassDetails, AppError> {
        later()
    }

    /// Makes a pass. It is on this device at once and on the server as soon as that can be reached.
    pub async fn create(&self, profile: ProfileId, draft: PassDraft) -> Result<PassRef, AppError> {
        later()
    }

    /// Changes a pass.
    pub async fn edit(&self, pass: PassRef, draft: PassDraft) -> Result<(), AppError> {
        later()
    }

    /// Ends a pass for good.
    pub async fn revoke(&self, pass: PassRef) -> Result<(), AppError> {
        later()
    }

    /// Sends a refused change again.
    pub async fn retry(&self, pass: PassRef) -> Result<(), AppError> {
        later()
    }

    /// Drops the changes of a pass that the server refused; a pass it never had is gone.
    pub async fn discard(&self, pass: PassRef) -> Result<(), AppError> {
        later()
    }

    /// A list of entries.
    pub async fn entries(&self, query: EntryQuery) -> Result<EntryList, AppError> {
        later()
    }

    /// The photo of an entry as JPEG bytes, fetched from the server; `None` if there is none (any more).
    pub async fn entry_photo(&self, entry: EntryRef) -> Result<Option<Vec<u8>>, AppError> {
        later()
    }

    /// What to send to the guest, in this language (`en`, `es`; others fall back to English). A pass that is not on
    /// the server yet has nothing to share: [`AppError::NotAllowed`] with code `not_on_server`.
    pub async fn share(&self, pass: PassRef, language: String) -> Result<SharePayload, AppError> {
        later()
    }

    /// Wizards left before their end, newest first.
    pub async fn drafts(&self) -> Result<Vec<DraftRow>, AppError> {
        later()
    }

    /// Sends what waits and fetches what is new, once, for every profile. Returns when it is done; the state tells
    /// whether the servers could be reached and what is stuck.
    pub async fn sync_now(&self) -> Result<SyncState, AppError> {
        later()
    }

    /// While the app is in the foreground, changes are sent at once and the server's news are followed.
    pub fn set_foreground(&self, foreground: bool) {}

    /// What synchronisation is doing.
    pub async fn sync_state(&self) -> Result<SyncState, AppError> {
        later()
    }

    /// What the resident should be told, newest first.
    pub async fn notices(&self) -> Result<Vec<Notice>, AppError> {
        later()
    }

    /// The resident has read it.
    pub async fn dismiss_notice(&self, notice: i64) -> Result<(), AppError> {
        later()
    }

    /// Follows a list of passes.
    pub fn observe_passes(&self, query: PassQuery, listener: Arc<dyn PassListListener>) -> Subscription {
        unreachable!("an app cannot be opened yet")
    }

    /// Follows one pass.
    pub fn observe_pass(&self, pass: PassRef, listener: Arc<dyn PassListener>) -> Subscription {
        unreachable!("an app cannot be opened yet")
    }

    /// Follows a list of entries.
    pub fn observe_entries(&self, query: EntryQuery, listener: Arc<dyn EntryListListener>) -> Subscription {
        unreachable!("an app cannot be opened yet")
    }

    /// Follows the profiles.
    pub fn observe_profiles(&self, listener: Arc<dyn ProfilesListener>) -> Subscription {
        unreachable!("an app cannot be opened yet")
    }

    /// Follows synchronisation.
    pub fn observe_sync(&self, listener: Arc<dyn SyncListener>) -> Subscription {
        unreachable!("an app cannot be opened yet")
    }

    /// Follows the notices.
    pub fn observe_notices(&self, listener: Arc<dyn NoticesListener>) -> Subscription {
        unreachable!("an app cannot be opened yet")
    }
}
