//! From what a panel read to an answer that lasts.
//!
//! Whether a pass opens a door is `gatepass_core::pass::decide`'s affair alone. Here is what a door needs around
//! that rule: which pass is meant, whether this is a new presentation or the same again, and whether somebody is
//! guessing.
//!
//! | file | the question it answers |
//! |---|---|
//! | `shown` | what was held before the panel? |

mod shown;

pub use shown::{Fingerprint, Shown, ShownPlate};
