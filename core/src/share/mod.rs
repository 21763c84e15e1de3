//! What a guest is sent and shown, in the guest's language.
//!
//! The facts of a sentence are computed here, once for all languages; the whole sentence is in the catalogue of words: `locales/<language>/guest.ftl` and `panel.ftl`.

mod display;
mod message;
mod validity;

pub use display::{DecisionSummary, display};
pub use gatepass_words::Language;
pub use message::{PassLocation, SharePayload, generated_name, message, name_of_pass, validity};
