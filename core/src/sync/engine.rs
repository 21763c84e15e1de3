//! Synchronises profiles, and keeps the outcome of each.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use futures_util::future::join_all;
use tokio::sync::{Notify, watch};
use zeroize::Zeroizing;

use super::backoff::{backoff, random};
use crate::id::ProfileId;
use crate::net::{Api, Http, NetError, Server};
use crate::store::{Store, StoreError, StoredProfile};
use crate::time::{Clock, DateTime, TimeDelta, Utc};
use crate::vault::{SecretVault, VaultError};

/// What synchronisation is doing now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SyncPhase {
    /// Nothing.
    #[default]
    Idle,
    /// Sending or fetching.
    Running,
    /// A server could not be reached; it is tried again by itself while the app is in the foreground.
    Offline,
    /// A server answers, but not as it should.
    Failed {
        /// What is wrong, in English.
        reason: String,
    },
}

/// Why a profile could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SyncFailure {
    /// Try later.
    #[error("{0}")]
    Later(NetError),
    /// The server no longer knows this device.
    #[error("signed out")]
    SignedOut,
    /// The token cannot be read.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The device's own data cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The server says no where it never should.
    #[error("{0}")]
    Strange(NetError),
}

/// What is known of the servers.
#[derive(Default)]
struct SyncRecord {
    running: u32,
    outcomes: HashMap<ProfileId, ProfileOutcome>,
}

struct ProfileOutcome {
    phase: SyncPhase,
    failures: u32,
    /// Not tried again by itself before.
    not_before: Option<DateTime<Utc>>,
}

/// Brings the device and the servers together. Shared by the commands, the foreground's loop and observers.
pub(crate) struct Engine {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) allow_plain_http: bool,
    /// Something waits to be sent, or to be fetched.
    pub(super) woken: Notify,
    /// Whether the app is looked at.
    pub(crate) foreground: watch::Sender<bool>,
    pub(crate) phase: watch::Sender<SyncPhase>,
    vault: Arc<dyn SecretVault>,
    /// Names this installation's secrets: a phone's key store may outlive the app.
    installation: String,
    /// For servers elsewhere, and for those on this machine.
    http: [OnceLock<Http>; 2],
    known: Mutex<SyncRecord>,
    turns: Mutex<HashMap<ProfileId, Arc<tokio::sync::Mutex<()>>>>,
}

impl Engine {
    pub(crate) fn new(
        store: Store,
        vault: Arc<dyn SecretVault>,
        clock: Arc<dyn Clock>,
        installation: String,
        allow_plain_http: bool,
    ) -> Self {
        Self {
            store,
            clock,
            allow_plain_http,
            woken: Notify::new(),
            foreground: watch::Sender::new(false),
            phase: watch::Sender::new(SyncPhase::Idle),
            vault,
            installation,
            http: Default::default(),
            known: Mutex::default(),
            turns: Mutex::default(),
        }
    }

    /// Something waits: the foreground's loop looks at once.
    pub(crate) fn wake(&self) {
        self.woken.notify_one();
    }

    fn known(&self) -> MutexGuard<'_, SyncRecord> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Synchronises all profiles concurrently, so that a slow server delays no other. With `asked` it also tries profiles
    /// whose next attempt is later.
    pub(crate) async fn synchronise_all(&self, asked: bool) -> Result<(), StoreError> {
        let profiles = self.store.run(|db| db.profiles()).await?;
        let now = self.clock.now();
        let due = |profile: &StoredProfile| {
            let known = self.known();
            let put_off = known.outcomes.get(&profile.id).and_then(|outcome| outcome.not_before);
            asked || put_off.is_none_or(|until| until <= now)
        };
        let due = profiles.iter().filter(|profile| profile.signed_in && due(profile));
        let all = join_all(due.map(|profile| self.synchronise(profile.id, asked))).await;
        for outcome in all {
            if let Err(SyncFailure::Store(error)) = outcome {
                return Err(error);
            }
        }
        Ok(())
    }

    /// Sends what waits for a profile, then fetches what is new.
    pub(crate) async fn synchronise(&self, profile: ProfileId, asked: bool) -> Result<(), SyncFailure> {
        let turn = self.turn(profile);
        let _turn = turn.lock().await;
        self.known().running += 1;
        self.tell();
        let outcome = self.exchange(profile, asked).await;
        self.note(profile, &outcome);
        outcome
    }

    async fn exchange(&self, profile: ProfileId, asked: bool) -> Result<(), SyncFailure> {
        let exchanged = async {
            let api = self.api(profile).await?;
            self.push(&api, profile, asked).await?;
            self.pull(&api, profile).await
        };
        let outcome = exchanged.await;
        if matches!(outcome, Err(SyncFailure::SignedOut)) {
            let now = self.clock.now();
            self.store.run(move |db| db.signed_out(profile, now)).await?;
        }
        outcome
    }

    /// Only one exchange of a profile at a time.
    pub(crate) fn turn(&self, profile: ProfileId) -> Arc<tokio::sync::Mutex<()>> {
        Arc::clone(self.turns.lock().unwrap_or_else(PoisonError::into_inner).entry(profile).or_default())
    }

    fn note(&self, profile: ProfileId, outcome: &Result<(), SyncFailure>) {
        let mut known = self.known();
        known.running -= 1;
        let failures = known.outcomes.get(&profile).map_or(0, |before| before.failures) + 1;
        let phase = match outcome {
            // Being signed out is a state of the profile, with a notice.
            Ok(()) | Err(SyncFailure::SignedOut) => SyncPhase::Idle,
            Err(SyncFailure::Later(_)) => SyncPhase::Offline,
            Err(halt) => SyncPhase::Failed { reason: halt.to_string() },
        };
        let fine = phase == SyncPhase::Idle;
        let wait = TimeDelta::from_std(backoff(failures, random())).unwrap_or_default();
        let noted = ProfileOutcome {
            phase,
            failures: if fine { 0 } else { failures },
            not_before: (!fine).then(|| self.clock.now() + wait),
        };
        known.outcomes.insert(profile, noted);
        drop(known);
        self.tell();
    }

    /// Forgets what is known of a profile that is gone.
    pub(crate) fn forget(&self, profile: ProfileId) {
        self.known().outcomes.remove(&profile);
        self.tell();
    }

    fn tell(&self) {
        let known = self.known();
        let phases = || known.outcomes.values().map(|outcome| &outcome.phase);
        let worst = phases()
            .find(|phase| matches!(phase, SyncPhase::Failed { .. }))
            .or_else(|| phases().find(|phase| **phase == SyncPhase::Offline));
        let phase = if known.running > 0 { SyncPhase::Running } else { worst.cloned().unwrap_or(SyncPhase::Idle) };
        self.phase.send_if_modified(|current| {
            let changed = *current != phase;
            *current = phase;
            changed
        });
    }

    /// When the foreground's loop should look again, if nothing wakes it before.
    pub(super) async fn next_look(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let due = self.store.run(|db| db.next_due()).await?;
        let known = self.known();
        let retry = |profile| known.outcomes.get(profile).and_then(|outcome| outcome.not_before);
        // A server that does not answer keeps everything of its profile waiting.
        let changes = due.iter().map(|(profile, due)| retry(profile).map_or(*due, |retry| retry.max(*due)));
        Ok(changes.chain(known.outcomes.values().filter_map(|outcome| outcome.not_before)).min())
    }

    /// The machinery of requests to a server, made when it is first needed.
    pub(crate) fn http(&self, server: &Server) -> Result<Http, NetError> {
        let place = &self.http[usize::from(server.is_here())];
        if let Some(http) = place.get() {
            return Ok(http.clone());
        }
        let made = Http::new(server.is_here())?;
        Ok(place.get_or_init(|| made).clone())
    }

    /// A profile's server, asked with its token.
    pub(crate) async fn api(&self, profile: ProfileId) -> Result<Api, SyncFailure> {
        let stored = self.store.run(move |db| db.profile(profile)).await?;
        // The address was accepted when the server was added.
        let server = Server::parse(&stored.server, true)
            .map_err(|error| StoreError::Damaged(format!("a stored server's address {error}")))?;
        let token = self.token(profile).await?.ok_or(SyncFailure::SignedOut)?;
        let http = self.http(&server).map_err(SyncFailure::Strange)?;
        Ok(Api::of(http, server).with_token(token))
    }

    /// The token of a profile, if the vault (still) has it.
    async fn token(&self, profile: ProfileId) -> Result<Option<Zeroizing<String>>, VaultError> {
        let name = self.secret_name(profile);
        let secret = self.with_vault(move |vault| vault.get(name)).await?;
        Ok(secret.and_then(|bytes| String::from_utf8(bytes).ok()).map(Zeroizing::new))
    }

    /// Keeps the token of a profile.
    pub(crate) async fn keep_token(&self, profile: ProfileId, token: String) -> Result<(), VaultError> {
        let name = self.secret_name(profile);
        self.with_vault(move |vault| vault.set(name, token.into_bytes())).await
    }

    /// Forgets the token of a profile.
    pub(crate) async fn drop_token(&self, profile: ProfileId) -> Result<(), VaultError> {
        let name = self.secret_name(profile);
        self.with_vault(move |vault| vault.remove(name)).await
    }

    fn secret_name(&self, profile: ProfileId) -> String {
        format!("device token {} {profile}", self.installation)
    }

    async fn with_vault<T, F>(&self, act: F) -> Result<T, VaultError>
    where
        T: Send + 'static,
        F: FnOnce(&dyn SecretVault) -> Result<T, VaultError> + Send + 'static,
    {
        let vault = Arc::clone(&self.vault);
        let done = tokio::task::spawn_blocking(move || act(&*vault)).await;
        done.unwrap_or_else(|_| Err(VaultError::Broken { reason: "the vault failed unexpectedly".to_owned() }))
    }
}
