//! The wizard in a terminal. It draws whatever [`WizardView`](gatepass_core::wizard::WizardView) says and sends back the
//! events it is given; what a pass is, and what may be asked when, it does not know.
//!
//! | file | what it does |
//! |---|---|
//! | `rows` | turns a view into the rows a cursor can stand on |
//! | `entry` | the field under the cursor, while it is typed in |
//! | `draw` | turns a view and the cursor into lines |
//! | `play` | turns keys into events, until the wizard is over |

mod draw;
mod entry;
mod play;
mod rows;

pub(crate) use draw::wrapped;
pub(crate) use play::{Left, Session, play};

#[cfg(test)]
mod tests;
