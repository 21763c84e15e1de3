//! The wizard in a terminal. It draws a [`WizardView`](gatepass_core::wizard::WizardView) and sends the events that the
//! view offers. It knows no rule of a pass and no order of steps.
//!
//! | file | what it does |
//! |---|---|
//! | `rows` | lists the rows of a view that the cursor can be on |
//! | `field_editor` | edits the field under the cursor |
//! | `draw` | turns a view and the cursor into lines |
//! | `run` | turns keys into events until the wizard ends |

mod draw;
mod field_editor;
mod rows;
mod run;

pub(crate) use draw::wrapped;
pub(crate) use run::{WizardOutcome, WizardSession, run_wizard};

#[cfg(test)]
mod tests;
