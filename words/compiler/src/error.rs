//! What can be wrong with a catalogue.

use std::fmt;
use std::path::PathBuf;

/// Why a catalogue cannot be used. Mend the named files and build again.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// A folder or file cannot be read.
    #[error("{path}: {source}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Texts that cannot be used as they stand, all that were found.
    #[error("{}", lines(.0))]
    Problems(Vec<Problem>),
}

/// One thing that is wrong with one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, `es/guest.ftl`.
    pub file: String,
    /// The message's id; empty where the file itself is meant.
    pub message: String,
    /// What is wrong, and what to do.
    pub what: String,
}

impl Problem {
    pub(crate) fn new(file: &str, message: &str, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), message: message.to_owned(), what: what.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.message.is_empty() {
            write!(f, "locales/{}: {}", self.file, self.what)
        } else {
            write!(f, "locales/{}: {}: {}", self.file, self.message, self.what)
        }
    }
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
