//! From what a panel read to an answer that lasts.
//!
//! Only `gatepass_core::pass::decide` says whether a pass opens a door. This module has what a door needs around
//! that rule: which pass is meant, whether this is a new presentation or the same again, and whether somebody is
//! guessing. The ledger brings the state, and writes the answer down before it leaves.
//!
//! | file | the question it answers |
//! |---|---|
//! | `reading` | what did the panel read? |
//! | `choose` | which of the passes that might be meant decides? |
//! | `recent` | is this the same presentation again? |
//! | `ladder` | is somebody guessing access codes? |

mod choose;
mod ladder;
mod reading;
mod recent;

pub use choose::choose;
pub use ladder::Ladder;
pub use reading::{Fingerprint, PlateReading, Reading};
pub use recent::{PresentationKey, RecentDecisions};
