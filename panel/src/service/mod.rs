//! The service as a whole: assembled, started, stopped.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use std::sync::Arc;
//! use gatepass_panel::{Service, Settings, SystemClock};
//!
//! gatepass_panel::init("building".as_ref())?;
//! let settings = Settings { listen: "127.0.0.1:0".parse()?, ..Settings::in_folder("building") };
//! let running = Service::start(settings, Arc::new(SystemClock)).await?;
//! println!("{} with {}", running.base_url(), running.operator_token());
//! running.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! | file | the question it answers |
//! |---|---|
//! | `folder` | what lies where, and who works with it? |
//! | `assembled` | what is a service made of? |
//! | `running` | how is it started and stopped? |
//! | `error` | why does it not start? |

mod assembled;
mod error;
mod folder;
mod running;

pub(crate) use assembled::AssembledService;
pub use error::StartError;
pub(crate) use folder::recorded_address;
pub use folder::{KEY_FILE, NewFolder, init};
pub use running::{RunningService, Service};
