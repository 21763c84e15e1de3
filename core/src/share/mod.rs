//! What a guest is sent and shown, in the guest's language.
//!
//! The facts of a sentence are worked out here, once for all languages; the sentence itself stands whole in the file
//! of its language under `words/`. A new language is one file there and one line in [`Language`].

mod display;
mod language;
mod message;
mod validity;
pub(crate) mod words;

pub use display::{Shown, display};
pub use language::Language;
pub use message::{Place, SharePayload, generated_name, message, validity};
