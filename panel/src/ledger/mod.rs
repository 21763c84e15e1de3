//! The storage of the service: its traits, and their implementation.
//!
//! The traits use sites, passes and entries and no database, so that other databases can implement them; the conformance
//! suite says what each must do. Instants come in as arguments. An operation that has answered is on disk; one that failed
//! left nothing behind.
//!
//! Every operation can fail with [`LedgerError::Busy`] (try again in a moment) and [`LedgerError::Unavailable`] (the store
//! failed: log it); one with an idempotency key also with [`Conflict::KeyReused`]. Other errors are documented at the
//! operation. The variants of [`LedgerError`] say what the caller should do.
//!
//! What an operation means is in [`building`](crate::building). Here it gets to disk:
//!
//! | file | what it holds |
//! |---|---|
//! | `places/`, `people/`, `passes/`, `decisions/`, `log/`, `jobs/`, `maintenance/` | a trait each with its types, and what every implementation must do (`conformance.rs`) |
//! | `page` | lists by pages |
//! | `engine`, `*/engine.rs` | the traits, implemented by a writer, a directory in memory, and lists from disk |
//! | `queue`, `writer`, `committer` | how an operation gets to disk, and its answer back |
//! | `ports` | what a database must provide: a journal and lists |
//! | `sqlite/` | the two on embedded SQLite |
//! | `conformance/` | what runs the conformance suite on a database |

mod committer;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod conformance;
mod decisions;
mod engine;
mod jobs;
mod log;
mod maintenance;
mod page;
mod passes;
mod people;
mod places;
mod ports;
mod queue;
mod sqlite;
mod writer;

pub use crate::building::{
    Actor, Attribution, AuditEntry, Conflict, EntityKind, IdempotentAnswer, IdempotentRequest, LedgerError,
    RefusalReason, Result, StoreFailure,
};
pub use decisions::{Decisions, PanelAnswer, Presentation};
pub use engine::LedgerEngine;
pub use jobs::{Job, JobKind, JobResult, Jobs, PayloadError};
pub use log::{ChangeNotice, ChangeSet, EntryView, Log, LogQueries};
pub use maintenance::{Health, Maintenance, PurgeReport};
pub use page::{ListPage, PageRequest};
pub use passes::{NewPass, PassQueries, PassUpdate, PassView, Passes, Scope};
pub use people::{
    DeviceHolder, DeviceRecord, Invitation, Manager, Membership, NewDevice, NewInvitation, NewManager, People, Resident,
};
pub use places::{
    Door, DoorChange, NewDoor, NewPanel, NewSite, NewUnit, Panel, PanelAtSite, PanelChange, Places, Site, SiteChange,
    Unit, UnitChange,
};
pub use sqlite::SqliteLedger;

/// All storage traits.
pub trait Ledger: Places + People + Passes + Decisions + Log + Jobs + Maintenance + 'static {}

impl<T: Places + People + Passes + Decisions + Log + Jobs + Maintenance + 'static> Ledger for T {}
