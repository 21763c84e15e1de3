//! The panel-validation service: entrance panels ask it whether a visitor's pass opens the door, residents make
//! passes through it, managers run their building with it.
//!
//! | module | what it holds |
//! |---|---|
//! | [`service`] | the service put together, started and stopped |
//! | [`config`] | what an operator can choose |
//! | `routes` | the endpoints, one file per family |
//! | `http` | what every endpoint needs: callers, bodies, rates, errors, connections |
//! | [`adapters`] | makes of panel, a folder each, and the way from a presentation to an answer in time |
//! | [`decide`] | what was presented, made ready for a decision |
//! | [`building`] | what the service means: the state of sites and every act on it |
//! | [`ledger`] | what is kept, and how it gets to disk |
//! | `jobs` | durable work that acts leave to be done |
//! | [`keys`] | the secrets that are kept apart from the data |
//! | [`photos`] | who stood at the door, encrypted at rest |
//! | `presence` | which panels are there, and which listen |
//! | `metrics`, [`telemetry`] | what operators see |
//! | [`commands`] | the command line |

pub mod adapters;
mod app;
pub mod building;
pub mod clock;
pub mod commands;
pub mod config;
pub mod decide;
mod http;
mod jobs;
pub mod keys;
pub mod ledger;
mod metrics;
pub mod photos;
mod presence;
mod routes;
pub mod service;
pub mod telemetry;

pub use clock::SystemClock;
pub use config::Settings;
pub use service::{NewFolder, RunningService, Service, StartError, init};
