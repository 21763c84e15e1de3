//! Whether the crates a phone runs compile for the phones' own targets, on a machine with neither Xcode nor the NDK.
//!
//! Nothing is linked, so the C parts (SQLite, cryptography) can be left to stand-ins.

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
    // A folder that is there keeps build scripts from asking Xcode for one.
    command.env("SDKROOT", &stand_ins);
    cargo::show(&mut command)
}
