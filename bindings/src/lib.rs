//! The resident's client for Swift and Kotlin, through UniFFI. Translation only: every rule, request and state is the
//! core's.
//!
//! - The work runs on the library's tokio runtime (`runtime`), never on the caller's thread; a command that was begun runs
//!   to its end, even if its caller is gone.
//! - Whatever fails is a [`GatepassError`], whose variants say what the app should do; a panic is one too.
//! - Shells bring a [`SecretVault`] and a [`Platform`]; both are called on background threads, never under a lock.
//! - Instants cross as instants, civil dates and times as ISO 8601 texts, zones by their IANA names.
//!
//! | file | the question it answers |
//! |---|---|
//! | `gatepass`, `observe`, `listen` | what can an app do, and how do screens follow? |
//! | `shell` | what does the core ask of the phone? |
//! | `error` | what went wrong, and what should the app do? |
//! | `names`, `types`, `passes`, `wizard`, `log` | how do the core's values cross? |
//! | `words` | what do the apps say, in each language? |
//! | `runtime`, `android` | on which threads, and what needs Android before the first request? |

uniffi::setup_scaffolding!();

#[cfg(target_os = "android")]
mod android;
mod error;
mod gatepass;
mod listen;
mod log;
mod names;
mod observe;
mod passes;
#[cfg(feature = "probe")]
pub mod probe;
mod runtime;
mod shell;
mod types;
mod wizard;
pub mod words;

pub use error::GatepassError;
pub use gatepass::{Config, Gatepass};
pub use listen::{
    EntryListListener, NoticesListener, PassListListener, PassListener, ProfilesListener, Subscription, SyncListener,
    WizardListener,
};
pub use log::{EntryList, EntryRow, Notice};
pub use passes::{NextPass, PassDetails, PassList, PassNote, PassRow, ProfileView};
pub use shell::{Platform, SecretVault, ShellError};
pub use types::*;
pub use wizard::{
    Button, Choice, DraftRow, Field, FieldKind, Preview, Trial, WizardEvent, WizardScreen, WizardTask, WizardView,
};
pub use words::Words;

/// The version of the library, `0.1.0`. An app that carries another one was put together wrongly.
#[uniffi::export]
#[must_use]
pub fn library_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
