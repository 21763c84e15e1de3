//! The wizard, through what shells and the app use of it: `step`, `view`, `keep`, `resume`, `say`.

#![expect(clippy::unwrap_used, reason = "tests")]

mod diagram;
mod drafts;
mod edit;
mod laws;
mod policy;
mod preview;
mod types;
mod words;
mod world;
