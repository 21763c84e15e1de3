//! How what is on the device and what is on the servers become the same.
//!
//! | file | the question it answers |
//! |---|---|
//! | `command` | what waits for a pass, how does a new wish join it, and how is the pass shown meanwhile? |
mod command;

pub use command::{Command, Joined, Queued, Refusal, join, shown};
