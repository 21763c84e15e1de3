//! What a visitor pass is, everywhere: in the wizard, on the guest's phone, at the door.
//!
//! The crate is pure unless the feature `client` is on: no I/O, no clock, no threads. Whoever calls a rule
//! brings the instant. The same code runs in the resident's app and in the panel-validation service, so both
//! give the same answer to "does this pass open that door now?".
//!
//! | module | what it holds |
//! |---|---|
//! | [`time`] | zones, wall-clock times, openings, the `Clock` others bring |
//! | [`pass`] | the model: schedule, uses, policy, validation, status, `decide` |
//! | [`identifier`] | QR and link tokens, access codes, licence plates |
//! | [`door`], [`panel`] | what kinds of door there are; what a panel is and is told |
//! | [`wizard`] | the pure state machine that makes and edits a pass |
//! | [`qr`], [`share`] | what a guest is shown and sent |
//! | [`api`] | wire types shared by client and service, so that they cannot drift |
//! | `outbox`, `vault`, `store`, `net`, `sync`, `app` | feature `client`: the resident's client |

pub mod api;
#[cfg(feature = "client")]
pub mod app;
pub mod door;
pub mod id;
pub mod identifier;
#[cfg(feature = "client")]
pub mod net;
#[cfg(feature = "client")]
pub mod outbox;
pub mod panel;
pub mod pass;
pub mod qr;
pub mod share;
#[cfg(feature = "client")]
pub mod store;
#[cfg(feature = "client")]
pub mod sync;
pub mod time;
mod unicode;
#[cfg(feature = "client")]
pub mod vault;
pub mod wizard;
