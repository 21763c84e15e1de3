//! Checks that the core without its client compiles for a browser.

use crate::cargo;
use crate::targets::Toolchain;

pub(crate) const TARGETS: &[&str] = &["wasm32-unknown-unknown"];

/// Checks the core for the browser's target.
pub(crate) fn check(toolchain: Toolchain) -> Result<(), String> {
    let mut command = toolchain.check(TARGETS, "browser");
    command.args(["--package", "gatepass-core", "--no-default-features"]);
    cargo::show(&mut command)
}
