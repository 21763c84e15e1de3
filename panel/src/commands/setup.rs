//! `gatepass-panel init`, `serve` and `config`.

use std::path::Path;
use std::sync::Arc;

use super::{Failure, Printer};
use crate::clock::SystemClock;
use crate::config::Settings;
use crate::service::{Service, init as make};
use crate::telemetry::log_to_stderr;

pub(super) fn init(folder: &Path, printer: Printer) -> Result<(), Failure> {
    let made = make(folder)?;
    let told = serde_json::json!({ "folder": folder, "config": made.config, "keys": made.keys });
    printer.say(&told, || {
        format!(
            "{folder} is ready.\n\n  {config}  what you can choose; set public_url before you add panels\n  {keys}  \
             its secrets: keep a copy in a safe place, apart from backups of the data\n\nNext:\n  gatepass-panel \
             site add \"Elm House\" --time-zone America/New_York\n  gatepass-panel --help   has the rest",
            folder = folder.display(),
            config = made.config.display(),
            keys = made.keys.display(),
        )
    });
    Ok(())
}

pub(super) fn config(folder: &Path, printer: Printer) -> Result<(), Failure> {
    let settings = Settings::load(folder, std::env::vars())?;
    printer.say(&settings, || format!("# {}\n{}", folder.display(), settings.to_toml()));
    Ok(())
}

pub(super) async fn serve(folder: &Path) -> Result<(), Failure> {
    let settings = Settings::load(folder, std::env::vars())?;
    log_to_stderr(&settings.log);
    // Signals are heard from now on, so that a service can be stopped while it starts.
    let stop = StopSignals::new();
    let running = Service::start(settings, Arc::new(SystemClock)).await?;
    stop.received().await;
    running.stop().await;
    Ok(())
}

/// Ctrl-C, or what service managers send.
struct StopSignals {
    #[cfg(unix)]
    terminate: Option<tokio::signal::unix::Signal>,
}

impl StopSignals {
    fn new() -> Self {
        Self {
            #[cfg(unix)]
            terminate: tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).ok(),
        }
    }

    #[cfg(unix)]
    async fn received(mut self) {
        let terminated = async {
            match &mut self.terminate {
                Some(signal) => drop(signal.recv().await),
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = terminated => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    }

    #[cfg(not(unix))]
    async fn received(self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
