//! The wizard that makes and edits a pass, as a pure state machine: `step(&state, event, &context)` gives the next
//! state and what the app has to do, `view(&state, &context)` what a shell draws. Shells draw a [`WizardView`] and send
//! the events it carries; they know no rule.
//!
//! | file | the question it answers |
//! |---|---|
//! | `state` | what does the wizard remember, and what is it told each time? |
//! | `event` | what can happen, what has to be done, and why is an event refused? |
//! | `view` | what does a shell draw? |
//! | `phrase` | what is said, as keys and parameters? |

mod event;
mod phrase;
mod state;
mod view;

pub use event::{Effect, FieldId, FieldValue, Rejection, ShareAs, Step, WizardEvent, WizardStep};
pub use phrase::{Phrase, PhraseArg, PhraseKey};
pub use state::{WizardContext, WizardProfile, WizardState};
pub use view::{Button, Choice, Field, FieldKind, OpeningView, Preview, Progress, Purpose, Trial, WizardView};
