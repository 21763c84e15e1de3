//! Exactly once: a use is never spent twice, and an answer that was given is never forgotten.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "../support/mod.rs"]
mod support;

mod at_once;
mod jobs;
mod killed;
