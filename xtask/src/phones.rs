//! Checks that the crates of the phones compile for their targets, on a machine with neither Xcode nor the NDK.
//!
//! Nothing is linked, so stand-ins replace the C compiler (SQLite, cryptography).

use crate::cargo;
use crate::targets::Toolchain;

pub(crate) const TARGETS: &[&str] = &["aarch64-apple-ios", "aarch64-linux-android"];

/// Checks the bindings, and with them the core, for both targets.
pub(crate) fn check(toolchain: Toolchain) -> Result<(), String> {
    let stand_ins = cargo::root().join("xtask/phones");
    let mut command = toolchain.check(TARGETS, "phones");
    command.args(["--package", "gatepass-ffi"]);
    for target in TARGETS {
        let name = target.replace('-', "_");
        command.env(format!("CC_{name}"), stand_ins.join("cc")).env(format!("AR_{name}"), stand_ins.join("ar"));
    }
    // An existing folder keeps build scripts from asking Xcode for one.
    command.env("SDKROOT", &stand_ins);
    cargo::show(&mut command)
}
