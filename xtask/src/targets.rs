//! Who can compile for a machine that is not this one.
//!
//! `cargo check` type-checks everything, the code behind `cfg(target_os)` too, and links nothing. The targets' standard
//! library comes from rustup. Where rustup has none to give, Debian's `rustc-web` builds it from source.

use std::process::Command;

use crate::{cargo, machine};

/// Who checks.
#[derive(Clone, Copy)]
pub(crate) enum Toolchain {
    /// The pinned toolchain, with the targets' library from rustup.
    Rustup,
    /// Debian's compiler, which builds the library too.
    Debian,
}

/// The toolchain that can check for these targets here; asks rustup for them if it may.
pub(crate) fn toolchain(targets: &[&str], may_install: bool) -> Option<Toolchain> {
    let by_rustup = || {
        cargo::read(cargo::program("rustup").args(["target", "list", "--installed"]))
            .is_ok_and(|installed| targets.iter().all(|target| installed.lines().any(|line| line == *target)))
    };
    if by_rustup() {
        return Some(Toolchain::Rustup);
    }
    if may_install {
        // Where rustup reaches no server this fails, and Debian's way is left.
        let _ = cargo::read(cargo::program("rustup").args(["target", "add"]).args(targets));
        if by_rustup() {
            return Some(Toolchain::Rustup);
        }
    }
    machine::OTHER_RUST.is_there().then_some(Toolchain::Debian)
}

/// What to do where there is none.
pub(crate) fn remedy(targets: &[&str]) -> String {
    format!(
        "Rust for it is missing: rustup target add {}, or on Debian: sudo apt-get install {}",
        targets.join(" "),
        machine::OTHER_RUST.packages.join(" ")
    )
}

impl Toolchain {
    /// `cargo check` for these targets; what is to be checked is added. Warnings fail, because nothing else looks at
    /// the code of one target alone. `folder` is its own below the target folder, so that no other build waits for it.
    pub(crate) fn check(self, targets: &[&str], folder: &str) -> Command {
        let mut command = match self {
            Self::Rustup => cargo::cargo(),
            Self::Debian => debian(),
        };
        command.args(["check", "--locked"]);
        command.args(targets.iter().flat_map(|target| ["--target", target]));
        command.env("RUSTFLAGS", "-D warnings").env("CARGO_TARGET_DIR", cargo::target().join(folder));
        command
    }
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
