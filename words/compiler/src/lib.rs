//! The compiler of the catalogue of words: reads `locales/<language>/*.ftl`, checks every language against English, and
//! writes the Rust code and the data that a build script includes.
//!
//! [Fluent](https://projectfluent.org)'s own runtime parses texts when a program starts and finds mistakes when a text is
//! shown. Here both happen at build time: a missing key, an unknown argument or an argument of the wrong kind does not
//! compile, and the apps contain neither the parser nor the resolver. `docs/decisions/0009-words-are-compiled.md`
//! has the figures.

mod catalogue;
mod check;
mod encode;
mod error;
mod generate;
mod generate_records;
mod names;
mod parse;
mod pattern;

pub use catalogue::{Argument, ArgumentKind, Catalogue, Message, Resource, Translation};
pub use encode::{EncodedResource, encode};
pub use error::{CatalogueError, Problem};
pub use generate::{LANGUAGE, languages, messages};
pub use generate_records::records;
pub use pattern::{DateStyle, Part, Style, VariantKey};

/// The reference language: every other language is checked against it and falls back to it.
pub const REFERENCE: &str = "en";
