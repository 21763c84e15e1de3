//! Colours and weights, or none.

use std::env;
use std::io::IsTerminal;

use crate::args::Colour;

/// Writes text with or without colours. Meaning never hangs on a colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// Whether colours are used at all.
    pub(crate) colours: bool,
}

impl Style {
    /// No colours.
    #[cfg(test)]
    pub(crate) const PLAIN: Self = Self { colours: false };

    /// What suits standard output: colours on a terminal, unless `NO_COLOR` is set (<https://no-color.org>) or the
    /// terminal says it has none.
    pub(crate) fn for_stdout(wanted: Colour) -> Self {
        let colours = match wanted {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => {
                let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
                !refused && !dumb && std::io::stdout().is_terminal()
            }
        };
        Self { colours }
    }

    /// What matters most on a screen.
    pub(crate) fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    /// What can be skipped.
    pub(crate) fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    /// Good.
    pub(crate) fn green(self, text: &str) -> String {
        self.with("32", text)
    }

    /// Bad.
    pub(crate) fn red(self, text: &str) -> String {
        self.with("31", text)
    }

    /// To be noticed.
    pub(crate) fn yellow(self, text: &str) -> String {
        self.with("33", text)
    }

    /// Can be typed or opened.
    pub(crate) fn cyan(self, text: &str) -> String {
        self.with("36", text)
    }

    /// Under the cursor.
    pub(crate) fn inverse(self, text: &str) -> String {
        self.with("7", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.colours { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}
