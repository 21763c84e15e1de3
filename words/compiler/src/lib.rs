//! The compiler of the catalogue of words: reads `locales/<language>/*.ftl`, checks every language against English, and
//! writes the Rust code and the data that a build script includes.
//!
//! [Fluent](https://projectfluent.org)'s own runtime parses texts when a program starts and finds mistakes when a text is
//! shown. Here both happen at build time: a missing key, an unknown argument or an argument of the wrong kind does not
//! compile, and a phone carries neither the parser nor the resolver. `docs/decisions/words.md` has the figures.

mod catalogue;
mod check;
mod encode;
mod error;
mod generate;
mod generate_records;
mod names;
mod pattern;
mod read;

pub use catalogue::{Argument, Catalogue, Kind, Message, Resource, Translation};
pub use encode::{Encoded, blob};
pub use error::{CatalogueError, Problem};
pub use generate::{LANGUAGE, languages, messages};
pub use generate_records::records;
pub use pattern::{DateStyle, Key, Part, Style};

/// The language every other one is held against, and falls back to.
pub const REFERENCE: &str = "en";
