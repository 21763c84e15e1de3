//! Runs the test suites of the other languages against the real library and, where needed, the real service.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::machine::{AAPT2, FONTS, JAVA, MAVEN, PYTHON};
use crate::steps::{Failure, Steps};
use crate::{bindings, cargo, machine};

/// Runs all suites that are not Rust.
pub(crate) fn all(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    steps.run("a building for the apps' suites", build_building)?;
    python(steps)?;
    swift(steps, may_install)?;
    kotlin(steps)
}

/// Builds the program that the suites and the window start: a building with the real service.
pub(crate) fn build_building() -> Result<(), String> {
    cargo::run(&["build", "--package", "gatepass-e2e", "--bins"])
}

/// Starts to set Swift up while something else is built.
pub(crate) fn start_swift_setup() -> Option<Child> {
    swift_command().arg("--set-up").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
}

/// Runs the boundary tests of the bindings in Python.
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

/// Runs the iOS app's suite with Swift for Linux.
fn swift(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    let name = "iOS app (swift test)";
    if let Some(why) = cannot_run_swift(may_install) {
        steps.left_out(name, &why);
        return Ok(());
    }
    steps.run(name, || cargo::show(swift_command().args(["swift", "test", "--package-path", "ios"])))?;
    steps.run("iOS app's files", || cargo::show(cargo::program("bash").arg("ios/Support/check.sh")))
}

/// A command that runs its arguments with Swift.
pub(crate) fn swift_command() -> Command {
    let mut command = cargo::program("bash");
    command.arg("ios/Support/swift-linux.sh");
    command
}

/// Sets Swift up, if it may install; returns why Swift cannot run, if it cannot.
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

/// Runs the Android app's suite on the Java virtual machine.
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

/// Runs the Android app in a window until it is closed.
pub(crate) fn window() -> Result<(), String> {
    if let Some(missing) = machine::missing(&[JAVA, MAVEN]) {
        return Err(missing);
    }
    cargo::show(maven(&["--quiet", "-Pwindow", "process-classes", "--projects", "ui", "--also-make"]).env_remove("CI"))
}

/// A Maven command for the Android app's code.
pub(crate) fn maven(arguments: &[&str]) -> Command {
    let mut command = cargo::program("mvn");
    command.args(["--batch-mode", "--no-transfer-progress", "--file", "tests/android-host/pom.xml"]).args(arguments);
    command
}
