//! What all parts of the façade share.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use uuid::{NoContext, Timestamp, Uuid};

use super::sessions::Sessions;
use super::{AppConfig, AppError, NoticeKind};
use crate::net::NetError;
use crate::share::Language;
use crate::store::{Db, Store, StoreError, suspect};
use crate::sync::{Engine, SyncFailure};
use crate::time::{DateTime, Utc, Zone};

pub(super) struct Client {
    pub(super) engine: Arc<Engine>,
    language: RwLock<Language>,
    pub(super) phone_zone: Option<Zone>,
    pub(super) sessions: Sessions,
    folder: PathBuf,
}

impl Client {
    pub(super) async fn open(config: AppConfig) -> Result<Self, AppError> {
        let folder = config.folder.clone();
        let opening = tokio::task::spawn_blocking(move || Store::open(&folder)).await;
        let (store, opened) = opening.map_err(|error| super::broke(&error))?.map_err(|error| in_words(&error))?;
        let now = config.clock.now();
        let replaced = opened.replaced.map(|replaced| NoticeKind::StorageReplaced {
            kept: replaced.kept,
            lost: replaced.lost,
            put_aside: replaced.put_aside.display().to_string(),
        });
        let prepared = store.run(move |db| {
            if let Some(replaced) = replaced {
                db.notify(now, None, &replaced)?;
            }
            db.setting("installation", || Uuid::new_v4().to_string())
        });
        let installation = prepared.await.map_err(|error| in_words(&error))?;
        let engine = Engine::new(store, config.vault, config.clock, installation, config.allow_plain_http);
        Ok(Self {
            engine: Arc::new(engine),
            language: RwLock::new(Language::from_tag(&config.language).unwrap_or_default()),
            phone_zone: config.device_zone.and_then(|name| Zone::named(&name).ok()),
            sessions: Sessions::default(),
            folder: config.folder,
        })
    }

    /// The resident's language.
    pub(super) fn language(&self) -> Language {
        *self.language.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn speak(&self, language: Language) {
        *self.language.write().unwrap_or_else(PoisonError::into_inner) = language;
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.engine.clock.now()
    }

    /// A new id, in the order of making.
    pub(super) fn new_id(&self) -> Uuid {
        let now = self.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
        Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
    }

    /// Works with the store.
    pub(super) async fn db<T, F>(&self, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, StoreError> + Send + 'static,
    {
        self.engine.store.run(work).await.map_err(|error| self.stored(&error))
    }

    /// What an error of the store means to the app. Damage is noted, so that the next opening looks at every page.
    pub(super) fn stored(&self, error: &StoreError) -> AppError {
        if matches!(error, StoreError::Damaged(_)) {
            suspect(&self.folder);
        }
        in_words(error)
    }

    /// What an error of a request for a profile means to the app.
    pub(super) fn halted(&self, profile: super::ProfileId, halt: SyncFailure) -> AppError {
        match halt {
            SyncFailure::Later(error) | SyncFailure::Strange(error) => asked(Some(profile), error),
            SyncFailure::SignedOut => AppError::SignedOut { profile },
            SyncFailure::Vault(error) => error.into(),
            SyncFailure::Store(error) => self.stored(&error),
        }
    }
}

fn in_words(error: &StoreError) -> AppError {
    match error {
        StoreError::Newer { .. } => AppError::StorageNewer,
        StoreError::Damaged(_) | StoreError::Broken(_) => AppError::StorageBroken { reason: error.to_string() },
        StoreError::NotThere(what) => AppError::NotFound { what: (*what).to_owned() },
        StoreError::Invalid(invalid) => invalid.clone().into(),
    }
}

/// What the answer to a request means to the app.
pub(super) fn asked(profile: Option<super::ProfileId>, error: NetError) -> AppError {
    match (error, profile) {
        (error @ (NetError::Unreachable { .. } | NetError::Busy { .. }), _) => {
            AppError::Offline { reason: error.to_string() }
        }
        (NetError::Unauthorized, Some(profile)) => AppError::SignedOut { profile },
        (error @ NetError::Unauthorized, None) => {
            AppError::NotAllowed { code: "unauthorized".to_owned(), reason: error.to_string() }
        }
        (error @ NetError::Changed, _) => AppError::Conflict { reason: error.to_string() },
        (NetError::Missing, _) => AppError::NotFound { what: "thing on the server".to_owned() },
        (NetError::Refused(refusal), _) if refusal.fields.is_empty() => {
            AppError::NotAllowed { code: refusal.code, reason: refusal.reason }
        }
        (NetError::Refused(refusal), _) => AppError::Invalid { fields: refusal.fields },
    }
}
