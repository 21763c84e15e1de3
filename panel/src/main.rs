//! `gatepass-panel`: see [`gatepass_panel::commands`].

use std::process::ExitCode;

fn main() -> ExitCode {
    gatepass_panel::commands::run()
}
