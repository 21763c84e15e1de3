//! The terminal: colours, keys, a screen that is drawn again in place.

mod keys;
mod screen;
mod style;

pub(crate) use keys::{Key, Keyboard, Keys};
pub(crate) use screen::{InPlace, Screen};
pub(crate) use style::Style;
