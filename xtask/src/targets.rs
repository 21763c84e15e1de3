//! Finds a toolchain that can compile for other machines.
//!
//! `cargo check` type-checks everything, the code behind `cfg(target_os)` too, and links nothing. The targets' standard
//! library comes from rustup. If rustup cannot provide it, Debian's `rustc-web` builds it from source.

use std::process::Command;

use crate::{cargo, machine};

/// A toolchain for other machines.
#[derive(Clone, Copy)]
pub(crate) enum Toolchain {
    /// The pinned toolchain, with the targets' library from rustup.
    Rustup,
    /// Debian's compiler, which builds the library too.
    Debian,
}

/// The toolchain that can check for these targets here. If `may_install`, rustup is asked to add them.
pub(crate) fn toolchain(targets: &[&str], may_install: bool) -> Option<Toolchain> {
    let by_rustup = || {
        cargo::read(cargo::program("rustup").args(["target", "list", "--installed"]))
            .is_ok_and(|installed| targets.iter().all(|target| installed.lines().any(|line| line == *target)))
    };
    if by_rustup() {
        return Some(Toolchain::Rustup);
    }
    if may_install {
        // Without network this fails; Debian's toolchain is tried next.
        let _ = cargo::read(cargo::program("rustup").args(["target", "add"]).args(targets));
        if by_rustup() {
            return Some(Toolchain::Rustup);
        }
    }
    machine::DEBIAN_RUST.is_installed().then_some(Toolchain::Debian)
}

/// How to install a toolchain for these targets.
pub(crate) fn remedy(targets: &[&str]) -> String {
    format!(
        "Rust for it is missing: rustup target add {}, or on Debian: sudo apt-get install {}",
        targets.join(" "),
        machine::DEBIAN_RUST.packages.join(" ")
    )
}

impl Toolchain {
    /// A `cargo check` for these targets; the caller adds the packages. Warnings fail, because no other step checks code
    /// for one target alone. It builds into its own `folder` below the target folder, so that no other build waits for it.
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

/// Debian's cargo and compiler, which are installed beside rustup's. Only for checks: releases are built by the pinned
/// toolchain.
fn debian() -> Command {
    let mut command = cargo::program("/usr/bin/cargo");
    command.arg("-Zbuild-std=std,panic_abort");
    // Debian's compiler is a stable one, which builds a standard library only with this variable.
    command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTUP_TOOLCHAIN");
    command
}
