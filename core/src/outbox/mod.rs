//! What waits to be sent: the commands of one pass, their order, and how they merge.
//!
//! | file | the question it answers |
//! |---|---|
//! | `command` | what does the resident want, and how does it wait? |
//! | `join` | how does a new command join the queue? |
//! | `answer` | what does the server's answer, or the resident giving up, do to what waits? |
//! | `show` | how is the pass shown meanwhile? |
//!
//! The queue of a pass is kept in order and its head alone is sent. Everything here is a function of that queue: no
//! database, no network, no clock. The store keeps the rows, sync sends them.

mod answer;
mod command;
mod join;
mod show;

pub use answer::{built_on, discarded, overruled, refused, revocation_to_undo, waits_after_discard, waits_again};
pub use command::{Command, QueuedCommand, Refusal, SetAside};
pub use join::{QueueChange, join};
pub use show::{is_as_wished, shown};
