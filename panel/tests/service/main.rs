//! The service from outside: a real server on a free port, a fresh folder, HTTP.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "../support/mod.rs"]
mod support;

/// The tests of each make lie in its folder.
#[path = "../../src/adapters/basip/tests.rs"]
mod basip;
#[path = "../../src/adapters/native/tests.rs"]
mod native;

mod accounts;
mod auth;
mod cli;
mod config;
mod errors;
mod fuzz;
mod jobs;
mod manage;
mod openapi;
mod passes;
mod rates;
mod secrets;
mod streams;
