//! Standard output: text for people, JSON for scripts.

use std::io::{self, Write};
use std::process::ExitCode;

use gatepass_words::Language;
use gatepass_words::terminal::Message;
use serde::Serialize;
use serde_json::json;

use crate::args::Global;
use crate::failure::Failure;
use crate::terminal::Style;

/// Where a command's answer goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    /// Whether JSON was asked for.
    pub(crate) json: bool,
    /// Colours or none.
    pub(crate) style: Style,
    /// What the person at the terminal reads.
    pub(crate) language: Language,
}

impl Output {
    pub(crate) fn new(global: &Global) -> Self {
        Self { json: global.json, style: Style::for_stdout(global.color), language: global.speaks() }
    }

    /// A message in the language of the person at the terminal.
    #[expect(clippy::needless_pass_by_value, reason = "messages are made where they are said")]
    pub(crate) fn say(self, message: Message) -> String {
        message.say(self.language)
    }

    /// A line that says what came of a command.
    pub(crate) fn done(self, message: Message) {
        self.line(format!("{} {}", self.style.green("✓"), self.say(message)));
    }

    /// A note that something wants attention.
    pub(crate) fn warn(self, message: Message) {
        self.note(self.style.yellow(&self.say(message)));
    }

    /// A line for a person. Where JSON was asked for, the answer is JSON alone.
    pub(crate) fn line(self, text: impl AsRef<str>) {
        if !self.json {
            // Whoever reads has gone away (`gatepass list | head`): there is nobody to tell.
            let _ = writeln!(io::stdout().lock(), "{}", text.as_ref());
        }
    }

    /// Labels and what stands beside them.
    pub(crate) fn table(self, rows: &[(String, String)]) {
        let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
        for (label, text) in rows {
            self.line(format!("  {}  {text}", self.style.dim(&format!("{label:<width$}"))));
        }
    }

    /// The answer for a script.
    #[expect(clippy::unused_self, reason = "answers go through the output, whatever their form")]
    pub(crate) fn print_json(self, value: &impl Serialize) {
        let mut out = io::stdout().lock();
        let written = serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from);
        let _ = written.and_then(|()| writeln!(out));
    }

    /// Something to know beside the answer. Not for scripts: those find it in the JSON.
    pub(crate) fn note(self, text: impl AsRef<str>) {
        if !self.json {
            let _ = writeln!(io::stderr().lock(), "{}", text.as_ref());
        }
    }

    /// Why nothing came of it.
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
        // With no standard error left, the exit status still tells.
        let _ = written;
        failure.exit_code()
    }
}
