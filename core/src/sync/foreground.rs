//! Synchronises while the app is in the foreground.
//!
//! One loop sends and fetches whenever it is woken or something put off is due; one stream of events a profile wakes
//! it. In the background all of it rests.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use super::backoff::{backoff, random};
use super::engine::{Engine, SyncFailure};
use crate::id::ProfileId;
use crate::net::NetError;

/// Even if nothing happens, look this often: a clock may have been set.
const LONGEST: Duration = Duration::from_mins(1);

impl Engine {
    /// Runs until its task is ended.
    pub(crate) async fn live(self: Arc<Self>) {
        let mut foreground = self.foreground.subscribe();
        while foreground.wait_for(|looked_at| *looked_at).await.is_ok() {
            let mut streams = Streams::default();
            // Coming back is a good moment to try what was put off.
            let mut asked = true;
            while *foreground.borrow_and_update() {
                if let Err(error) = self.synchronise_all(asked).await {
                    tracing::warn!(%error, "synchronising stopped");
                }
                streams.follow(&self).await;
                asked = self.rest(&mut foreground, &mut streams).await;
            }
        }
    }

    /// Waits for the next thing to do; `true` if what was put off is to be tried too: the resident acts, or a server came back.
    async fn rest(&self, foreground: &mut watch::Receiver<bool>, streams: &mut Streams) -> bool {
        let until = self.next_look().await.ok().flatten();
        let wait = until.and_then(|until| (until - self.clock.now()).to_std().ok());
        // What is due already is not retried in a spin: the failure that put it off has passed its time.
        let wait = match until {
            Some(_) => wait.unwrap_or_default().clamp(Duration::from_millis(100), LONGEST),
            None => LONGEST,
        };
        tokio::select! {
            // The resident did something: now is when an answer is wanted.
            () = self.woken.notified() => true,
            () = streams.news.notified() => true,
            () = tokio::time::sleep(wait) => false,
            _ = foreground.changed() => false,
        }
    }

    /// Follows one profile's events until that profile is gone.
    async fn follow_events(self: Arc<Self>, profile: ProfileId, news: Arc<tokio::sync::Notify>) {
        let mut failures = 0;
        loop {
            match self.api(profile).await {
                Ok(api) => {
                    match api.events().await {
                        Ok(mut events) => {
                            failures = 0;
                            // What happened while nobody listened.
                            news.notify_one();
                            while events.next().await.is_ok() {
                                news.notify_one();
                            }
                        }
                        // The next exchange finds out the same, and says so.
                        Err(NetError::Unauthorized) => news.notify_one(),
                        Err(_) => {}
                    }
                }
                Err(SyncFailure::SignedOut | SyncFailure::Store(_)) => return,
                Err(_) => {}
            }
            failures += 1;
            tokio::time::sleep(backoff(failures, random())).await;
        }
    }
}

/// The streams of events, one a signed-in profile. Dropping it ends them.
#[derive(Default)]
struct Streams {
    news: Arc<tokio::sync::Notify>,
    tasks: JoinSet<()>,
    followed: HashMap<ProfileId, tokio::task::AbortHandle>,
}

impl Streams {
    async fn follow(&mut self, engine: &Arc<Engine>) {
        while self.tasks.try_join_next().is_some() {}
        let Ok(profiles) = engine.store.run(|db| db.profiles()).await else {
            return;
        };
        let here: Vec<_> = profiles.iter().filter(|profile| profile.signed_in).map(|profile| profile.id).collect();
        self.followed.retain(|profile, task| {
            let keep = here.contains(profile) && !task.is_finished();
            if !keep {
                task.abort();
            }
            keep
        });
        for profile in here {
            let (engine, news) = (Arc::clone(engine), Arc::clone(&self.news));
            self.followed.entry(profile).or_insert_with(|| self.tasks.spawn(engine.follow_events(profile, news)));
        }
    }
}
