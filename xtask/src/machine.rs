//! What the tasks need besides Rust, and how it gets there.

use std::process::{Command, Stdio};

use crate::cargo;

struct Tool {
    /// How to see that it is there.
    probe: &'static [&'static str],
    /// Its Debian packages.
    packages: &'static [&'static str],
    what_for: &'static str,
    /// Without it nothing builds.
    required: bool,
}

const C_COMPILER: Tool = Tool {
    probe: &["cc", "--version"],
    packages: &["gcc", "libc6-dev"],
    what_for: "compiles SQLite and the cryptography",
    required: true,
};

const PYTHON: Tool = Tool {
    probe: &["python3", "-c", "import venv, ensurepip, zoneinfo"],
    packages: &["python3", "python3-venv"],
    what_for: "the oracles of the golden files",
    required: false,
};

const ZBAR: Tool = Tool {
    probe: &["zbarimg", "--version"],
    packages: &["zbar-tools"],
    what_for: "a second QR decoder, independent of ours",
    required: false,
};

const TOOLS: &[Tool] = &[C_COMPILER, PYTHON, ZBAR];

impl Tool {
    fn is_there(&self) -> bool {
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

/// Sees that the machine has what is needed; on Debian and as root, installs it.
pub(crate) fn prepare(may_install: bool) -> Result<(), String> {
    for component in ["fmt", "clippy"] {
        if cargo::read(cargo::cargo().args([component, "--version"])).is_err() {
            return Err(format!("cargo {component} is missing; `rustup component add rustfmt clippy` brings it"));
        }
    }
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| !tool.is_there()).collect();
    if missing.is_empty() {
        println!("everything is there");
        return Ok(());
    }
    for tool in &missing {
        println!("missing: {} ({})", tool.probe[0], tool.what_for);
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

/// The Python of the oracles, or what is missing.
pub(crate) fn python() -> Result<String, String> {
    if PYTHON.is_there() {
        Ok("python3".to_owned())
    } else {
        Err(format!("Python is missing: sudo apt-get install {}", PYTHON.packages.join(" ")))
    }
}

fn is_root() -> bool {
    cargo::read(cargo::program("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn is_debian() -> bool {
    cargo::read(cargo::program("apt-get").arg("--version")).is_ok()
}
