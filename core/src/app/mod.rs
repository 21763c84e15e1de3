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
//!
//! | file | the question it answers |
//! |---|---|
//! | `config`, `error`, `model`, `listen` | what goes in, and what comes out? |
//! | `client` | what do all parts share? |
//! | `account` | how does a device become a resident's, and how does it end? |
//! | `passes`, `show` | how are passes made, changed, ended; and what is said of them? |
//! | `row`, `hints` | what does a pass say and offer, and what is said around a list? |
//! | `log`, `entry` | who came, and what is said of it? |
//! | `sharing` | what is sent to the guest? |
//! | `quick` | what can be done, and seen, without opening the app? |
//! | `sessions` | how does a wizard live through a restart, and who does what it asks for? |
//! | `keeping_up` | how far is this device behind, and which notices are there? |
//! | `observe` | how do screens follow all that? |

mod account;
mod client;
mod config;
mod entry;
mod error;
mod hints;
mod keeping_up;
mod listen;
mod log;
mod model;
mod observe;
mod passes;
mod quick;
mod row;
mod sessions;
mod sharing;
mod show;

pub use config::{AppConfig, SystemClock};
pub use entry::{DayName, EntryDay, EntryGuest, EntryRow};
pub use error::AppError;
pub use hints::{EmptyList, Hindrance, ListHints, SyncNote};
pub use listen::{
    EntryListListener, NoticesListener, PassListListener, PassListener, ProfilesListener, Subscription, SyncListener,
    WizardListener,
};
pub use model::{
    DraftRow, EntryList, NextPass, PassDetails, PassList, PassSync, ProfileView, SharePayload, StateAhead, SyncState,
    WizardScreen, WizardTask,
};
pub use quick::QuickPass;
pub use row::{Badge, PassAction, PassNote, PassRow, RowState};

// What the façade's calls and answers are made of, for shells that know no other module of the client.
pub use crate::api::EntryEvent;
pub use crate::id::{DraftId, EntryRef, PassRef, ProfileId};
pub use crate::store::{EntryFilter, EntryQuery, Notice, NoticeKind, PassHalf, PassQuery};
pub use crate::sync::SyncPhase;

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use client::Client;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::AbortHandle;

/// The resident's client. Cheap to clone; all clones are the same client, which ends with the last of them.
#[derive(Clone)]
pub struct App(Arc<Parts>);

struct Parts {
    client: Arc<Client>,
    /// Sends and fetches while the app is looked at.
    live: AbortHandle,
    handle: Handle,
    own_runtime: Option<Runtime>,
}

impl Drop for Parts {
    fn drop(&mut self) {
        self.live.abort();
        if let Some(runtime) = self.own_runtime.take() {
            // The last clone may go on a thread that must not wait.
            runtime.shutdown_background();
        }
    }
}

impl App {
    /// Opens the data in the folder, or makes it. Where it was damaged a notice says what became of it.
    pub async fn open(config: AppConfig) -> Result<Self, AppError> {
        let own_runtime = match &config.runtime {
            Some(_) => None,
            None => Some(runtime()?),
        };
        let handle = own_runtime.as_ref().map(Runtime::handle).or(config.runtime.as_ref()).cloned();
        let handle = handle.ok_or_else(|| AppError::Internal { reason: "no runtime".to_owned() })?;
        let opening = handle.spawn(Client::open(config)).await;
        let client = match opening.unwrap_or_else(|error| Err(broke(&error))) {
            Ok(client) => Arc::new(client),
            Err(error) => {
                if let Some(runtime) = own_runtime {
                    runtime.shutdown_background();
                }
                return Err(error);
            }
        };
        let live = handle.spawn(Arc::clone(&client.engine).live()).abort_handle();
        Ok(Self(Arc::new(Parts { client, live, handle, own_runtime })))
    }

    /// Runs `work` on the client's runtime, to its end.
    async fn run<T, F, W>(&self, work: W) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, AppError>> + Send + 'static,
        W: FnOnce(Arc<Client>) -> F,
    {
        let work = work(Arc::clone(&self.0.client));
        let outcome = Arc::new(Mutex::new(None));
        let keeps = Arc::clone(&outcome);
        let task: Task = Box::pin(async move {
            let done = work.await;
            *keeps.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
        });
        self.0.handle.spawn(task).await.map_err(|error| broke(&error))?;
        let done = outcome.lock().unwrap_or_else(PoisonError::into_inner).take();
        done.unwrap_or_else(|| Err(AppError::Internal { reason: "nothing came of it".to_owned() }))
    }
}

/// Work of any kind. As one type, so that the runtime's machinery is compiled once instead of once for every call: a
/// quarter of a megabyte in the phones' library.
type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

fn broke(error: &tokio::task::JoinError) -> AppError {
    // A panic's text may quote what it was working on.
    AppError::Internal { reason: if error.is_panic() { "a defect" } else { "the client was closed" }.to_owned() }
}

fn runtime() -> Result<Runtime, AppError> {
    Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(8)
        .thread_name("gatepass")
        .enable_all()
        .build()
        .map_err(|error| AppError::Internal { reason: format!("no threads: {error}") })
}
