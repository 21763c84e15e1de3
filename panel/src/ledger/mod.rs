//! What the service keeps, and the traits through which it is kept.
//!
//! Everything here speaks of sites, passes and entries, never of a database, so that another one can follow; the
//! conformance suite says what each must do. Instants come in as arguments. An operation that has answered is on
//! disk; one that failed left nothing behind.
//!
//! What an operation means is in [`building`](crate::building). Here it gets to disk:
//!
//! | file | what it holds |
//! |---|---|
//! | `places`, `people`, `passes`, `door`, `log`, `jobs`, `upkeep` | a trait each, with its types: what can be asked |
//! | `page` | lists by pages |
//! | `engine` | the traits, done by a writer, a directory in memory, and lists from disk |
//! | `writer`, `queue` | how an operation gets to disk, and its answer back |
//! | `ports` | what a database must bring: a journal and lists |
//! | `sqlite/` | the two on embedded SQLite |

mod door;
mod engine;
mod jobs;
mod log;
mod page;
mod passes;
mod people;
mod places;
mod ports;
mod queue;
mod sqlite;
mod upkeep;
mod writer;

pub use crate::building::{
    Actor, AuditEntry, By, Conflict, LedgerError, Made, Once, Refused, Result, StoreFailure, Thing,
};
pub use door::{Decided, Doorkeeping, Presentation};
pub use engine::LedgerEngine;
pub use jobs::{BadPayload, Job, JobKind, JobResult, Jobs};
pub use log::{ChangeSet, Changed, EntryRecord, Log};
pub use page::{PageAsk, Slice};
pub use passes::{EditPass, NewPass, PassRecord, Passes, Scope};
pub use people::{
    Activate, DeviceHolder, DeviceRecord, Invitation, Manager, Membership, NewInvitation, NewManager, People, Resident,
};
pub use places::{Door, NewDoor, NewPanel, NewSite, NewUnit, Panel, PanelAtSite, Places, Site, Unit};
pub use sqlite::SqliteLedger;
pub use upkeep::{Health, Purged, Upkeep};

/// Keeps everything.
pub trait Ledger: Places + People + Passes + Doorkeeping + Log + Jobs + Upkeep + 'static {}

impl<T: Places + People + Passes + Doorkeeping + Log + Jobs + Upkeep + 'static> Ledger for T {}
