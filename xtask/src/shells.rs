//! The suites of the other languages, each against the real library and, where it needs one, the real service.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::machine::{AAPT2, FONTS, JAVA, MAVEN, PYTHON};
use crate::steps::{Failure, Steps};
use crate::{bindings, cargo, machine};

/// Everything that is not Rust.
pub(crate) fn all(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    steps.run("a building for the apps' suites", build_building)?;
    python(steps)?;
    swift(steps, may_install)?;
    kotlin(steps)
}

/// The program the suites and the window start: a building with the real service.
pub(crate) fn build_building() -> Result<(), String> {
    cargo::run(&["build", "--package", "gatepass-e2e", "--bins"])
}

/// Makes Swift available while something else is built. Whoever needs it then waits for the rest.
pub(crate) fn begin_swift_set_up() -> Option<Child> {
    swift_command().arg("--set-up").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
}

/// The bindings' boundary from Python.
fn python(steps: &mut Steps) -> Result<(), Failure> {
    let name = "boundary, Python";
    if let Some(missing) = machine::missing(&[PYTHON]) {
        steps.left_out(name, &missing);
        return Ok(());
    }
    steps.run(name, || {
        cargo::show(
            cargo::program("python3")
                .arg("tests/boundary/boundary.py")
                .env("PYTHONPATH", bindings::folder("python"))
                .env("PYTHONDONTWRITEBYTECODE", "1")
                // Two of its checks panic on purpose.
                .env("RUST_BACKTRACE", "0"),
        )
    })
}

/// The iOS app's code with Swift for Linux.
fn swift(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    let name = "iOS app (swift test)";
    if let Some(why) = cannot_run_swift(may_install) {
        steps.left_out(name, &why);
        return Ok(());
    }
    steps.run(name, || cargo::show(swift_command().args(["swift", "test", "--package-path", "ios"])))?;
    steps.run("iOS app's files", || cargo::show(cargo::program("bash").arg("ios/Support/check.sh")))
}

/// Runs what is added to it with Swift.
pub(crate) fn swift_command() -> Command {
    let mut command = cargo::program("bash");
    command.arg("ios/Support/swift-linux.sh");
    command
}

/// Makes Swift available, if it may; or why that cannot be.
pub(crate) fn cannot_run_swift(may_install: bool) -> Option<String> {
    let unpacked = std::env::var("GATEPASS_SWIFT_ROOT").unwrap_or_else(|_| "/opt/swift-trixie".to_owned());
    let there = Path::new(&unpacked).join("usr/libexec/swift/bin/swift").exists()
        || cargo::read(cargo::program("swift").arg("--version")).is_ok();
    if !may_install && !there {
        return Some("Swift is missing; see ios/README.md".to_owned());
    }
    cargo::read(swift_command().arg("--set-up"))
        .err()
        .map(|why| why.lines().last().unwrap_or_default().trim_start_matches("swift-linux: ").to_owned())
}

/// The Android app's code on the Java virtual machine.
fn kotlin(steps: &mut Steps) -> Result<(), Failure> {
    let names = ["Android app (mvn test)", "Android app's manifest and resources"];
    if let Some(missing) = machine::missing(&[JAVA, MAVEN, AAPT2, FONTS]) {
        for name in names {
            steps.left_out(name, &missing);
        }
        return Ok(());
    }
    steps.run(names[0], || cargo::show(&mut maven(&["test"])))?;
    steps.run(names[1], || cargo::show(cargo::program("bash").arg("tests/android-host/check-resources.sh")))
}

/// The Android app in a window; returns when it is closed.
pub(crate) fn window() -> Result<(), String> {
    if let Some(missing) = machine::missing(&[JAVA, MAVEN]) {
        return Err(missing);
    }
    cargo::show(maven(&["--quiet", "-Pwindow", "process-classes", "--projects", "ui", "--also-make"]).env_remove("CI"))
}

/// Maven with the Android app's code.
pub(crate) fn maven(arguments: &[&str]) -> Command {
    let mut command = cargo::program("mvn");
    command.args(["--batch-mode", "--no-transfer-progress", "--file", "tests/android-host/pom.xml"]).args(arguments);
    command
}
