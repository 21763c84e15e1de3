//! The errors of a catalogue.

use std::fmt;
use std::path::PathBuf;

/// Why a catalogue cannot be used. Fix the named files and build again.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// A folder or file cannot be read.
    #[error("{path}: {source}")]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// The error of the system.
        source: std::io::Error,
    },
    /// All messages with errors.
    #[error("{}", lines(.0))]
    Problems(Vec<Problem>),
}

/// An error in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, `es/guest.ftl`.
    pub file: String,
    /// The message's id; empty for an error of the file.
    pub message: String,
    /// What is wrong, and what to do.
    pub detail: String,
}

impl Problem {
    pub(crate) fn new(file: &str, message: &str, detail: impl Into<String>) -> Self {
        Self { file: file.to_owned(), message: message.to_owned(), detail: detail.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.message.is_empty() {
            write!(f, "locales/{}: {}", self.file, self.detail)
        } else {
            write!(f, "locales/{}: {}: {}", self.file, self.message, self.detail)
        }
    }
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
