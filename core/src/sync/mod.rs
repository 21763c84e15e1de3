//! How what is on the device and what is on the servers become the same.
//!
//! | file | the question it answers |
//! |---|---|
//! | `engine` | who is synchronised when, and what is said of it? |
//! | `push` | how is a waiting change sent, and what follows from the answer? |
//! | `pull` | how is what is new fetched? |
//! | `backoff` | how long to wait after a failure? |
//! | `foreground` | what happens while the app is in the foreground? |
//!
//! Every step that leaves a trace on the device or on a server is also an event of the target [`STEPS`], in order, so
//! that it can be seen, and tested, that stopping between any two of them loses and doubles nothing.

mod backoff;
mod engine;
mod foreground;
mod pull;
mod push;

pub use backoff::backoff;
pub use engine::SyncPhase;
pub(crate) use engine::{Engine, SyncFailure};

/// The tracing target of the steps of a change. Fields have only the name of the step.
pub const STEPS: &str = "gatepass::step";

/// One step was taken.
macro_rules! step {
    ($name:literal) => {
        tracing::debug!(target: "gatepass::step", step = $name)
    };
}
pub(crate) use step;
