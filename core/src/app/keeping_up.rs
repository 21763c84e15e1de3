//! The state of the sync, and the notices for the resident.

use super::client::Client;
use super::{App, AppError, Notice, SyncNote, SyncState};

impl App {
    /// Sends what waits and fetches what is new, once, for every profile. Returns when it is done; the state tells
    /// whether the servers could be reached and what is stuck.
    pub async fn sync_now(&self) -> Result<SyncState, AppError> {
        self.run(|client| async move {
            client.engine.synchronise_all(true).await.map_err(|error| client.stored(&error))?;
            client.sync_state().await
        })
        .await
    }

    /// While the app is in the foreground, changes are sent at once and the server's news are followed.
    pub fn set_foreground(&self, foreground: bool) {
        self.0.client.engine.foreground.send_replace(foreground);
    }

    /// What synchronisation is doing.
    pub async fn sync_state(&self) -> Result<SyncState, AppError> {
        self.run(|client| async move { client.sync_state().await }).await
    }

    /// The notices for the resident, newest first.
    pub async fn notices(&self) -> Result<Vec<Notice>, AppError> {
        self.run(|client| async move { client.notices().await }).await
    }

    /// The resident has read it.
    pub async fn dismiss_notice(&self, notice: i64) -> Result<(), AppError> {
        self.run(|client| async move { client.db(move |db| db.dismiss(notice)).await }).await
    }
}

impl Client {
    pub(super) async fn sync_state(&self) -> Result<SyncState, AppError> {
        let phase = self.engine.phase.borrow().clone();
        let found = self.db(|db| Ok((db.waiting_and_stuck()?, db.profiles()?)));
        let ((waiting, stuck), profiles) = found.await?;
        let signed_in = || profiles.iter().filter(|profile| profile.signed_in);
        let never = signed_in().any(|profile| profile.synced_at.is_none());
        let last_synced = signed_in().filter_map(|profile| profile.synced_at).min().filter(|_| !never);
        let note = SyncNote::of(&phase, waiting, stuck);
        Ok(SyncState { phase, waiting, stuck, last_synced, note })
    }

    pub(super) async fn notices(&self) -> Result<Vec<Notice>, AppError> {
        self.db(|db| db.notices()).await
    }
}
