//! How do screens follow what is on the device?

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use super::client::Client;
use super::{
    App, AppError, DraftId, EntryListListener, EntryQuery, NoticesListener, PassListListener, PassListener, PassQuery,
    PassRef, ProfilesListener, Subscription, SyncListener, Task, WizardListener,
};
use crate::time::{DateTime, Utc};

/// Passes open and close by themselves; but even the clock may be set, so look at least this often.
const LONGEST: Duration = Duration::from_mins(1);

impl App {
    /// Follows a list of passes.
    pub fn observe_passes(&self, query: PassQuery, listener: Arc<dyn PassListListener>) -> Subscription {
        self.observe(
            move |client| {
                let query = query.clone();
                async move {
                    let list = client.passes(query).await?;
                    let until = list.rows.iter().filter_map(|row| row.state.next_turn()).min();
                    Ok((list, until))
                }
            },
            move |list| listener.on_passes(list),
        )
    }

    /// Follows one pass.
    pub fn observe_pass(&self, pass: PassRef, listener: Arc<dyn PassListener>) -> Subscription {
        self.observe(
            move |client| async move {
                match client.pass(pass).await {
                    Ok(details) => {
                        let until = details.ahead.first().map(|ahead| ahead.since);
                        Ok((Some(details), until))
                    }
                    Err(AppError::NotFound { .. }) => Ok((None, None)),
                    Err(error) => Err(error),
                }
            },
            move |pass| listener.on_pass(pass),
        )
    }

    /// Follows a list of entries.
    pub fn observe_entries(&self, query: EntryQuery, listener: Arc<dyn EntryListListener>) -> Subscription {
        self.observe(
            move |client| {
                let query = query.clone();
                async move { Ok((client.entries(query).await?, None)) }
            },
            move |list| listener.on_entries(list),
        )
    }

    /// Follows the profiles.
    pub fn observe_profiles(&self, listener: Arc<dyn ProfilesListener>) -> Subscription {
        self.observe(
            |client| async move { Ok((client.profiles().await?, None)) },
            move |profiles| listener.on_profiles(profiles),
        )
    }

    /// Follows synchronisation.
    pub fn observe_sync(&self, listener: Arc<dyn SyncListener>) -> Subscription {
        self.observe(
            |client| async move { Ok((client.sync_state().await?, None)) },
            move |state| listener.on_sync(state),
        )
    }

    /// Follows the notices.
    pub fn observe_notices(&self, listener: Arc<dyn NoticesListener>) -> Subscription {
        self.observe(
            |client| async move { Ok((client.notices().await?, None)) },
            move |notices| listener.on_notices(notices),
        )
    }

    /// Follows a wizard.
    pub fn observe_wizard(&self, draft: DraftId, listener: Arc<dyn WizardListener>) -> Subscription {
        self.observe(
            move |client| async move { Ok((client.wizard_screen(draft).await?, None)) },
            move |screen| listener.on_wizard(screen),
        )
    }

    /// Delivers what `look` sees, now and whenever it changes; `look` also says until when it holds by itself.
    fn observe<T, F, L, D>(&self, look: L, deliver: D) -> Subscription
    where
        T: Clone + PartialEq + Send + Sync + 'static,
        F: Future<Output = Result<(T, Option<DateTime<Utc>>), AppError>> + Send,
        L: Fn(Arc<Client>) -> F + Send + Sync + 'static,
        D: Fn(T) + Send + Sync + 'static,
    {
        let client = Arc::clone(&self.0.client);
        let deliver = Arc::new(deliver);
        let work: Task = Box::pin(async move {
            let mut changes = client.engine.store.changes();
            let mut phase = client.engine.phase.subscribe();
            let mut told: Option<T> = None;
            loop {
                changes.mark_unchanged();
                phase.mark_unchanged();
                let mut until = None;
                match look(Arc::clone(&client)).await {
                    Ok((seen, holds_until)) => {
                        until = holds_until;
                        if told.as_ref() != Some(&seen) {
                            told = Some(seen.clone());
                            let deliver = Arc::clone(&deliver);
                            // A shell's code may take its time, or fail; neither is ours.
                            let _ = tokio::task::spawn_blocking(move || deliver(seen)).await;
                        }
                    }
                    Err(error) => tracing::warn!(%error, "a screen cannot be brought up to date"),
                }
                let wait = until.and_then(|until| (until - client.now()).to_std().ok());
                let wait = wait.unwrap_or(LONGEST).clamp(Duration::from_millis(20), LONGEST);
                tokio::select! {
                    ended = changes.changed() => if ended.is_err() { return },
                    ended = phase.changed() => if ended.is_err() { return },
                    () = tokio::time::sleep(wait) => {}
                }
            }
        });
        Subscription::new(self.0.handle.spawn(work).abort_handle())
    }
}
