//! The command line through the real binary, against a real service.

#![expect(clippy::unwrap_used, reason = "tests")]

mod building;
#[cfg(feature = "demo")]
mod demo;
mod languages;
mod passes;
mod refusals;
