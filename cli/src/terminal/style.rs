//! Colours and weights, or none.

use std::env;
use std::io::IsTerminal;

use crate::args::ColourChoice;

/// Writes text with or without colours. No meaning depends on a colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// Whether colours are used at all.
    pub(crate) colours: bool,
}

impl Style {
    /// No colours.
    #[cfg(test)]
    pub(crate) const PLAIN: Self = Self { colours: false };

    /// The style for standard output: colours on a terminal, unless `NO_COLOR` is set (<https://no-color.org>) or the
    /// terminal says it has none.
    pub(crate) fn for_stdout(choice: ColourChoice) -> Self {
        let colours = match choice {
            ColourChoice::Always => true,
            ColourChoice::Never => false,
            ColourChoice::Auto => {
                let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
                !refused && !dumb && std::io::stdout().is_terminal()
            }
        };
        Self { colours }
    }

    /// The most important text of a screen.
    pub(crate) fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    /// Text that can be skipped.
    pub(crate) fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    /// A success.
    pub(crate) fn green(self, text: &str) -> String {
        self.with("32", text)
    }

    /// A failure.
    pub(crate) fn red(self, text: &str) -> String {
        self.with("31", text)
    }

    /// Something that needs attention.
    pub(crate) fn yellow(self, text: &str) -> String {
        self.with("33", text)
    }

    /// A command to type or an address to open.
    pub(crate) fn cyan(self, text: &str) -> String {
        self.with("36", text)
    }

    /// The character under the cursor.
    pub(crate) fn inverse(self, text: &str) -> String {
        self.with("7", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.colours { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}
