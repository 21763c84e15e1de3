//! The tools the tasks need besides Rust, and how to install them.

use std::process::{Command, Stdio};

use crate::{browser, cargo, phones, targets};

/// A program that some steps use.
pub(crate) struct Tool {
    /// A command that succeeds if the tool is installed.
    probe: &'static [&'static str],
    /// The Debian packages of the tool.
    pub(crate) packages: &'static [&'static str],
    what_for: &'static str,
    /// Whether nothing builds without it.
    required: bool,
}

const C_COMPILER: Tool = Tool {
    probe: &["cc", "--version"],
    packages: &["gcc", "libc6-dev"],
    what_for: "compiles SQLite and the cryptography",
    required: true,
};

pub(crate) const PYTHON: Tool = Tool {
    probe: &["python3", "-c", "import venv, ensurepip, zoneinfo"],
    packages: &["python3", "python3-venv"],
    what_for: "the oracles of the golden files, and the bindings' boundary seen from Python",
    required: false,
};

const ZBAR: Tool = Tool {
    probe: &["zbarimg", "--version"],
    packages: &["zbar-tools"],
    what_for: "a second QR decoder, independent of ours",
    required: false,
};

pub(crate) const JAVA: Tool = Tool {
    probe: &["javac", "--version"],
    packages: &["default-jdk"],
    what_for: "the Android app's code on this machine",
    required: false,
};

pub(crate) const MAVEN: Tool = Tool {
    probe: &["mvn", "--version"],
    packages: &["maven"],
    what_for: "builds and tests the Android app's code on this machine",
    required: false,
};

pub(crate) const AAPT2: Tool = Tool {
    probe: &["aapt2", "version"],
    packages: &["aapt"],
    what_for: "checks the Android app's manifest and resources",
    required: false,
};

/// The fonts Compose draws with, Arabic ones too, and the libraries it loads.
pub(crate) const FONTS: Tool = Tool {
    probe: &[
        "sh",
        "-c",
        "fc-list | grep -q Roboto && fc-list | grep -q 'Noto Sans Arabic' && ls /usr/lib/*/libGL.so.1 /usr/lib/*/libX11.so.6",
    ],
    packages: &["fontconfig", "fonts-roboto-unhinted", "fonts-noto-core", "libgl1", "libx11-6"],
    what_for: "draws the Android app's screens",
    required: false,
};

/// Unpacks Debian's Swift. Not needed if Swift 6 is installed.
const MMDEBSTRAP: Tool = Tool {
    probe: &["sh", "-c", "mmdebstrap --version || swift --version | grep -E 'Swift version ([6-9]|[1-9][0-9])'"],
    packages: &["mmdebstrap", "debian-archive-keyring"],
    what_for: "brings Swift for the iOS app's code on this machine",
    required: false,
};

/// Debian's Rust. Not needed if rustup has the targets of phones and browsers.
pub(crate) const DEBIAN_RUST: Tool = Tool {
    probe: &[
        "sh",
        "-c",
        "/usr/bin/cargo --version && /usr/bin/rustc --version && ls /usr/lib/rustlib/src/rust/library",
    ],
    packages: &["rustc-web", "cargo-web", "rust-web-src"],
    what_for: "builds Rust's own library for phones and browsers",
    required: false,
};

const TOOLS: &[Tool] = &[C_COMPILER, PYTHON, ZBAR, JAVA, MAVEN, AAPT2, FONTS, MMDEBSTRAP];

impl Tool {
    pub(crate) fn is_installed(&self) -> bool {
        let (program, arguments) = self.probe.split_first().expect("every probe names its program");
        Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }
}

/// Checks that the machine has the tools; on Debian and as root, installs them.
pub(crate) fn prepare(may_install: bool) -> Result<(), String> {
    for component in ["fmt", "clippy"] {
        if cargo::read(cargo::cargo().args([component, "--version"])).is_err() {
            return Err(format!("cargo {component} is missing; `rustup component add rustfmt clippy` brings it"));
        }
    }
    let mut missing: Vec<&Tool> = TOOLS.iter().filter(|tool| !tool.is_installed()).collect();
    let others = [phones::TARGETS, browser::TARGETS].concat();
    if targets::toolchain(&others, may_install).is_none() {
        missing.push(&DEBIAN_RUST);
    }
    if missing.is_empty() {
        println!("everything is there");
        return Ok(());
    }
    for tool in &missing {
        println!("missing: {} ({})", tool.packages.join(", "), tool.what_for);
    }
    let packages: Vec<&str> = missing.iter().flat_map(|tool| tool.packages).copied().collect();
    if may_install && is_root() && is_debian() {
        return install(&packages);
    }
    println!("On Debian or Ubuntu: sudo apt-get install {}", packages.join(" "));
    if missing.iter().any(|tool| tool.required) {
        return Err("there is no C compiler".to_owned());
    }
    println!("What needs them is left out.");
    Ok(())
}

fn install(packages: &[&str]) -> Result<(), String> {
    println!("installing {}", packages.join(" "));
    let apt = || {
        let mut command = cargo::program("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(["-qq", "-o", "Dpkg::Use-Pty=0"]);
        command
    };
    let hint = "; install them by hand, or leave out what needs them with --no-install";
    cargo::show(apt().arg("update")).map_err(|why| why + hint)?;
    cargo::show(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages)).map_err(|why| why + hint)
}

/// The missing ones of `tools`, with the command that installs them on Debian; `None` if all are there.
pub(crate) fn missing(tools: &[Tool]) -> Option<String> {
    let packages: Vec<&str> =
        tools.iter().filter(|tool| !tool.is_installed()).flat_map(|tool| tool.packages).copied().collect();
    if packages.is_empty() {
        None
    } else {
        Some(format!("missing here; on Debian: sudo apt-get install {}", packages.join(" ")))
    }
}

fn is_root() -> bool {
    cargo::read(cargo::program("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn is_debian() -> bool {
    cargo::read(cargo::program("apt-get").arg("--version")).is_ok()
}
