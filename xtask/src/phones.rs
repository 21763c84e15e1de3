//! Whether the crates a phone runs compile for the phones' own targets, on a machine with neither Xcode nor the NDK.
//!
//! `cargo check` type-checks everything, the code behind `cfg(target_os)` too, and links nothing; so the C parts
//! (SQLite, cryptography) can be left to stand-ins. The targets' standard library comes from rustup. Where rustup has
//! none to give, Debian's `rustc-web` builds it from source.

use std::process::Command;

use crate::{cargo, machine};

const TARGETS: [&str; 2] = ["aarch64-apple-ios", "aarch64-linux-android"];

/// Who checks.
#[derive(Clone, Copy)]
pub(crate) enum Toolchain {
    /// The pinned toolchain, with the targets' library from rustup.
    Rustup,
    /// Debian's compiler, which builds the library too.
    Debian,
}

/// The toolchain that can check for phones here; asks rustup for the targets if it may.
pub(crate) fn toolchain(may_install: bool) -> Option<Toolchain> {
    let by_rustup = || {
        cargo::read(cargo::program("rustup").args(["target", "list", "--installed"]))
            .is_ok_and(|installed| TARGETS.iter().all(|target| installed.lines().any(|line| line == *target)))
    };
    if by_rustup() {
        return Some(Toolchain::Rustup);
    }
    if may_install {
        // Where rustup reaches no server this fails, and Debian's way is left.
        let _ = cargo::read(cargo::program("rustup").args(["target", "add"]).args(TARGETS));
        if by_rustup() {
            return Some(Toolchain::Rustup);
        }
    }
    machine::PHONE_RUST.is_there().then_some(Toolchain::Debian)
}

/// What to do where there is none.
pub(crate) fn remedy() -> String {
    format!(
        "Rust for phones is missing: rustup target add {}, or on Debian: sudo apt-get install {}",
        TARGETS.join(" "),
        machine::PHONE_RUST.packages.join(" ")
    )
}

/// Checks the bindings, and with them the core, for both targets.
pub(crate) fn check(toolchain: Toolchain) -> Result<(), String> {
    let mut command = match toolchain {
        Toolchain::Rustup => cargo::cargo(),
        Toolchain::Debian => debian(),
    };
    let stand_ins = cargo::root().join("xtask/phones");
    command.args(["check", "--locked", "--package", "gatepass-ffi"]);
    for target in TARGETS {
        let name = target.replace('-', "_");
        command.args(["--target", target]);
        command.env(format!("CC_{name}"), stand_ins.join("cc")).env(format!("AR_{name}"), stand_ins.join("ar"));
    }
    // A folder that is there keeps build scripts from asking Xcode for one.
    command.env("SDKROOT", &stand_ins);
    // Nothing else looks at the code of one phone alone.
    command.env("RUSTFLAGS", "-D warnings");
    // Of its own, so that no other build waits for it.
    command.env("CARGO_TARGET_DIR", cargo::target().join("phones"));
    cargo::show(&mut command)
}

/// Debian's own cargo and compiler, which sit beside rustup's. Only for looking: what is shipped is built by the pinned
/// toolchain.
fn debian() -> Command {
    let mut command = cargo::program("/usr/bin/cargo");
    command.arg("-Zbuild-std=std,panic_abort");
    // Debian's compiler is a stable one, which builds a standard library only when told that it may.
    command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTUP_TOOLCHAIN");
    command
}
