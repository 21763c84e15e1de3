//! The terminal: colours, keys, and a screen that is redrawn in place.

mod keys;
mod screen;
mod style;

pub(crate) use keys::{Key, KeySource, Keyboard};
pub(crate) use screen::{Screen, TerminalScreen};
pub(crate) use style::Style;
