//! The suites of the other languages, each against the real library and, where it needs one, the real service.

use std::process::Command;

use crate::machine::{AAPT2, JAVA, MAVEN, PYTHON};
use crate::steps::{Failure, Steps};
use crate::{bindings, cargo, machine};

/// What the suites run against.
pub(crate) fn build_service() -> Result<(), String> {
    cargo::run(&["build", "--package", "gatepass-panel"])
}

/// Everything that is not Rust.
pub(crate) fn all(steps: &mut Steps) -> Result<(), Failure> {
    steps.run("service for the phones' suites", build_service)?;
    python(steps)?;
    swift(steps)?;
    kotlin(steps)
}

/// The bindings' boundary from Python.
pub(crate) fn python(steps: &mut Steps) -> Result<(), Failure> {
    let name = "boundary, Python";
    match machine::missing(&[PYTHON]) {
        Some(missing) => steps.left_out(name, &missing),
        None => steps.run(name, || {
            cargo::show(
                cargo::program("python3")
                    .arg("tests/boundary/boundary.py")
                    .env("PYTHONPATH", bindings::folder("python"))
                    .env("PYTHONDONTWRITEBYTECODE", "1"),
            )
        })?,
    }
    Ok(())
}

/// The iOS app's code with Swift for Linux.
pub(crate) fn swift(steps: &mut Steps) -> Result<(), Failure> {
    let name = "iOS app (swift test)";
    if let Some(why) = cannot_run_swift() {
        steps.left_out(name, &why);
        return Ok(());
    }
    steps.run(name, || cargo::show(swift_command().args(["swift", "test", "--package-path", "ios"])))
}

/// Runs what is added to it with Swift.
pub(crate) fn swift_command() -> Command {
    let mut command = cargo::program("bash");
    command.arg("ios/Support/swift-linux.sh");
    command
}

/// Makes Swift available; or why that cannot be.
pub(crate) fn cannot_run_swift() -> Option<String> {
    cargo::read(swift_command().arg("--set-up"))
        .err()
        .map(|why| why.lines().last().unwrap_or_default().trim_start_matches("swift-linux: ").to_owned())
}

/// The Android app's code on the Java virtual machine.
pub(crate) fn kotlin(steps: &mut Steps) -> Result<(), Failure> {
    let name = "Android app (mvn test)";
    match machine::missing(&[JAVA, MAVEN]) {
        Some(missing) => steps.left_out(name, &missing),
        None => steps.run(name, || cargo::show(&mut maven(&["test"])))?,
    }
    let name = "Android app's manifest and resources";
    match machine::missing(&[AAPT2]) {
        Some(missing) => steps.left_out(name, &missing),
        None => steps.run(name, || cargo::show(cargo::program("bash").arg("tests/android-host/check-resources.sh")))?,
    }
    Ok(())
}

/// Maven with the Android app's code.
pub(crate) fn maven(arguments: &[&str]) -> Command {
    let mut command = cargo::program("mvn");
    command.args(["--batch-mode", "--no-transfer-progress", "--file", "tests/android-host/pom.xml"]).args(arguments);
    command
}
