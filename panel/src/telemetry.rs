//! What the service writes to standard error.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::config::{LogFormat, LogLevel, LogSettings};

/// Logs to standard error from now on: text on a terminal, JSON elsewhere, unless the operator chose. Calling it
/// again, or where somebody else set up logging, changes nothing.
pub fn log_to_stderr(settings: &LogSettings) {
    let json = match settings.format {
        LogFormat::Auto => !std::io::stderr().is_terminal(),
        LogFormat::Text => false,
        LogFormat::Json => true,
    };
    log_to(std::io::stderr, settings.level, json, std::io::stderr().is_terminal());
}

/// Logs to `writer`.
fn log_to<W>(writer: W, level: LogLevel, json: bool, colours: bool)
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let own = match level {
        LogLevel::Error => "error",
        LogLevel::Warn => "warn",
        LogLevel::Info => "info",
        LogLevel::Debug => "debug",
    };
    // Libraries below have nothing to tell an operator unless something is wrong.
    let filter = EnvFilter::new(format!("warn,gatepass_panel={own}"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(writer).with_ansi(colours);
    // Somebody else's set-up stays: tests and embedders have their own.
    let _ = if json { lines.json().flatten_event(true).try_init() } else { lines.with_target(false).try_init() };
    std::panic::set_hook(Box::new(|panic| {
        // Not the message: it may quote what was being worked on.
        let location = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(location, "panic");
    }));
}
