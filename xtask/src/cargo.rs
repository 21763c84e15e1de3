//! Runs cargo and other programs in the workspace's root.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The workspace's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace").to_owned()
}

/// The folder cargo builds into.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The cargo that runs this task: the one of the pinned toolchain.
pub(crate) fn cargo() -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // The variables cargo sets for this crate would make ring rebuild in the inner cargo.
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
    command
}

/// The command `name`, run in the root.
pub(crate) fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Runs cargo with its output shown.
pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    run_with(arguments, &[])
}

/// Runs cargo with its output shown and with `variables` set.
pub(crate) fn run_with(arguments: &[&str], variables: &[(&str, &str)]) -> Result<(), String> {
    show(cargo().args(arguments).envs(variables.iter().copied()))
}

/// Runs `command` with its output shown.
pub(crate) fn show(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| format!("`{}` did not start: {error}", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", line(command))) }
}

/// Runs `command` and returns its standard output.
pub(crate) fn read(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("`{}` did not start: {error}", line(command)))?;
    if output.status.success() {
        String::from_utf8(output.stdout).map_err(|_| format!("`{}` wrote something that is no text", line(command)))
    } else {
        let stderr = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{}` ended with {}:\n{}", line(command), output.status, stderr.trim_end()))
    }
}

/// The triple of this machine.
pub(crate) fn host() -> Result<String, String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = read(program(rustc).arg("-vV"))?;
    version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| "`rustc -vV` names no host".to_owned())
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    std::iter::once(program)
        .chain(command.get_args())
        .map(std::ffi::OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
