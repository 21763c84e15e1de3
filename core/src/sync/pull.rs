//! How is what is new fetched?

use super::engine::{Engine, SyncFailure};
use crate::id::ProfileId;
use crate::net::{Api, NetError};

impl Engine {
    /// Fetches what is new for a profile, page by page, each page with its cursor in one transaction.
    pub(super) async fn pull(&self, api: &Api, profile: ProfileId) -> Result<(), SyncFailure> {
        let mut started_over = false;
        loop {
            let since = self.store.run(move |db| db.profile(profile)).await?.cursor;
            let mut changes = match api.changes(since.as_deref()).await {
                Ok(changes) => changes,
                Err(NetError::Unauthorized) => return Err(SyncFailure::SignedOut),
                Err(later) if later.is_transient() => return Err(SyncFailure::Later(later)),
                // A cursor the server no longer knows, after it was restored from a backup for instance.
                Err(_) if since.is_some() && !started_over => {
                    started_over = true;
                    self.store.run(move |db| db.start_over(profile)).await?;
                    continue;
                }
                Err(error) => return Err(SyncFailure::Strange(error)),
            };
            let stands_still = changes.more && since.as_ref() == Some(&changes.cursor);
            let more = changes.more;
            // A pass a newer server writes in a way this version cannot read is left out rather than all the others.
            changes.passes.retain(|body| body.pass().is_ok());
            let now = self.clock.now();
            self.store.run(move |db| db.apply(profile, since.as_deref(), &changes, now)).await?;
            if stands_still {
                return Err(SyncFailure::Later(NetError::Unreachable {
                    reason: "the changes never end".to_owned(),
                    left: true,
                }));
            }
            if !more {
                return Ok(());
            }
        }
    }
}
