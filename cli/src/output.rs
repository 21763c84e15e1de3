//! Standard output: text for people, JSON for scripts.

use std::io::{self, Write};
use std::process::ExitCode;

use gatepass_words::Language;
use gatepass_words::terminal::Message;
use serde::Serialize;
use serde_json::json;

use crate::args::GlobalOptions;
use crate::failure::Failure;
use crate::terminal::Style;

/// Prints a command's result.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    /// Whether JSON was asked for.
    pub(crate) json: bool,
    /// Colours or none.
    pub(crate) style: Style,
    /// The language of the person at the terminal.
    pub(crate) language: Language,
}

impl Output {
    pub(crate) fn new(global: &GlobalOptions) -> Self {
        Self { json: global.json, style: Style::for_stdout(global.color), language: global.ui_language() }
    }

    /// The text of a message in the person's language.
    #[expect(clippy::needless_pass_by_value, reason = "messages are made where they are said")]
    pub(crate) fn say(self, message: Message) -> String {
        message.say(self.language)
    }

    /// Prints the result of a command that succeeded.
    pub(crate) fn done(self, message: Message) {
        self.line(format!("{} {}", self.style.green("✓"), self.say(message)));
    }

    /// Prints a note about something that needs attention.
    pub(crate) fn warn(self, message: Message) {
        self.note(self.style.yellow(&self.say(message)));
    }

    /// Prints a line for a person. With `--json` it prints nothing: the output is JSON alone.
    pub(crate) fn line(self, text: impl AsRef<str>) {
        if !self.json {
            // A reader that closed the pipe (`gatepass list | head`) is no error.
            let _ = writeln!(io::stdout().lock(), "{}", text.as_ref());
        }
    }

    /// Prints a table of labels and texts.
    pub(crate) fn table(self, rows: &[(String, String)]) {
        let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
        for (label, text) in rows {
            self.line(format!("  {}  {text}", self.style.dim(&format!("{label:<width$}"))));
        }
    }

    /// Prints the result for a script.
    #[expect(clippy::unused_self, reason = "answers go through the output, whatever their form")]
    pub(crate) fn print_json(self, value: &impl Serialize) {
        let mut out = io::stdout().lock();
        let written = serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from);
        let _ = written.and_then(|()| writeln!(out));
    }

    /// Prints a note beside the result, on standard error. With `--json` it prints nothing: the JSON has the same.
    pub(crate) fn note(self, text: impl AsRef<str>) {
        if !self.json {
            let _ = writeln!(io::stderr().lock(), "{}", text.as_ref());
        }
    }

    /// Prints a failure and returns its exit status.
    pub(crate) fn failure(self, failure: &Failure) -> ExitCode {
        let mut out = io::stderr().lock();
        let written = if self.json {
            writeln!(out, "{}", json!({ "error": failure.json(self.language) }))
        } else {
            failure.lines(self.language).iter().enumerate().try_for_each(|(at, line)| {
                let head = if at == 0 { "gatepass: " } else { "" };
                writeln!(out, "{head}{line}")
            })
        };
        // Without a standard error, the exit status still says it.
        let _ = written;
        failure.exit_code()
    }
}
