//! `gatepass-panel`: see [`gatepass_panel::commands`].

use std::process::ExitCode;

/// A decision allocates on a thread of the runtime and frees on the writer's, which the system's allocator is slow at.
#[global_allocator]
static GLOBAL: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    gatepass_panel::commands::run()
}
