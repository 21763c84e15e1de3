//! The only HTTP client: the requests to a server, and its answers.
//!
//! | file | the question it answers |
//! |---|---|
//! | `address` | which server is meant, and may it be reached so? |
//! | `invitation` | what did the resident paste? |
//! | `api` | how is each thing asked? |
//! | `answer` | what does an answer mean: done, later, or no? |
//! | `events` | what does the server say while the app is in the foreground? |
//!
//! Secrets travel in headers and bodies, never in an address; and no error or log line holds an address.

mod address;
mod answer;
mod api;
mod events;
mod invitation;

pub use address::{BadAddress, Server};
pub use answer::NetError;
pub use api::{Api, Http};
pub use events::{Event, EventReader, Events};
pub use invitation::Invitation;
