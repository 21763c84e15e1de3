//! The service from outside: a real server on a free port, a fresh folder, HTTP.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod auth;
mod basip;
mod cli;
mod config;
mod errors;
mod fuzz;
mod jobs;
mod manage;
mod openapi;
mod panels;
mod passes;
mod rates;
mod secrets;
mod streams;
