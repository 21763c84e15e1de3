//! The wizard that makes and edits a pass, as a pure state machine: `step(&state, event, &context)` gives the next
//! state and what the app has to do, `view(&state, &context)` what a shell draws. Shells draw a [`WizardView`] and send
//! the events it carries; they know no rule.
//!
//! ```mermaid
//! stateDiagram-v2
//!     [*] --> FillingIn: a new pass, or one to change
//!     [*] --> Unavailable: nothing can be made or changed
//!     state FillingIn {
//!         ChooseProfile --> ChooseType: Next
//!         ChooseType --> About: Next
//!         About --> Identifiers: Next
//!         Identifiers --> Schedule: Next
//!         Schedule --> Uses: Next
//!         Schedule --> Doors: Next
//!         Uses --> Doors: Next
//!         Doors --> Review: Next
//!         Review --> Doors: Back
//!         Doors --> Uses: Back
//!         Doors --> Schedule: Back
//!         Uses --> Schedule: Back
//!         Schedule --> Identifiers: Back
//!         Identifiers --> About: Back
//!         About --> ChooseType: Back
//!         ChooseType --> ChooseProfile: Back
//!     }
//!     FillingIn --> FillingIn: Jump
//!     FillingIn --> FillingIn: Refreshed
//!     FillingIn --> FillingIn: Next, back to what is no longer right
//!     FillingIn --> Unavailable: Next
//!     FillingIn --> Unavailable: Refreshed
//!     FillingIn --> Closed: Cancel
//!     Unavailable --> FillingIn: Back
//!     Unavailable --> FillingIn: Refreshed
//!     Unavailable --> Closed: Cancel
//!     Review --> Saving: Next
//!     Saving --> Saved: Accepted
//!     Saving --> Saved: Queued
//!     Saving --> FillingIn: Failed
//!     Saved --> FillingIn: Failed
//!     Saved --> Share: Next
//!     Saved --> Closed: Finish
//!     Share --> Saved: Back
//!     Share --> Closed: Finish
//!     Closed --> [*]
//! ```
//!
//! `Uses` is left out for a one-time pass, `ChooseProfile` where there is one profile. An edit begins at `Review`. (A
//! test holds this diagram against the transitions it sees.)
//!
//! | file | the question it answers |
//! |---|---|
//! | `state` | what does the wizard remember, and what are its inputs? |
//! | `event` | what can happen, what has to be done, and why is an event refused? |
//! | `step`, `set` | what follows from an event? |
//! | `begin` | how does it begin, and how does it take up again after the world changed? |
//! | `plan` | which steps are there, with which fields? |
//! | `compose`, `bounds` | which pass do the entered pieces make, what do the rules say of it, and which dates do they leave? |
//! | `keep` | how does a draft survive a restart? |
//! | `view`, `draw` | what does a shell draw? |
//! | `locales/*/wizard.ftl` | what is said? |

mod begin;
mod bounds;
mod compose;
mod draw;
mod event;
mod keep;
mod plan;
mod set;
mod state;
mod step;
mod view;

pub use draw::view;
pub use event::{Effect, FieldId, FieldValue, Rejection, ShareAs, Step, WizardEvent, WizardStep};
pub use gatepass_words::wizard::Message as Phrase;
pub use keep::DraftError;
pub use state::{WizardContext, WizardProfile, WizardState};
pub use step::step;
pub use view::{Button, Choice, Field, FieldKind, OpeningView, Preview, Progress, Purpose, Trial, WizardView};
