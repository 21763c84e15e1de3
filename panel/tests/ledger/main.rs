//! What every ledger must do, and what the one on SQLite must do besides.

#![expect(clippy::unwrap_used, reason = "tests")]

mod sqlite;
mod suite;

suite::conformance!(crate::sqlite::Folder::new());
